import { folded } from '../../../postings/rules/clean-text.ts'
import { cleanDescription, isEscapedHtml } from '../../../postings/rules/html.ts'
import { type CleanText, joinSections, sectionOf } from '../sections.ts'
import { isNode, type LdNode, listOf, textsOf } from './nodes.ts'

/** Fields that hold parts of a posting's text, with the heading that they get. */
const SECTIONS: readonly [field: string, heading: string][] = [
  ['responsibilities', 'Responsibilities'],
  ['qualifications', 'Qualifications'],
  ['skills', 'Skills'],
  ['experienceRequirements', 'Experience'],
  ['educationRequirements', 'Education'],
  ['jobBenefits', 'Benefits'],
  ['incentiveCompensation', 'Incentives'],
  ['workHours', 'Working hours'],
]

/**
 * The text of a posting, with those of its parts that the text itself lacks; `front` and `back` are lines of our own.
 */
export function readDescription(node: LdNode, front: readonly string[], back: string): CleanText {
  const main = cleaned(textsOf(node.description).join('\n\n'))
  const known = squeezed(main.text)
  const parts = SECTIONS.map(([field, heading]) => {
    const part = sectionOf(heading, partsOf(node[field]))
    return part === null || holds(known, part.text) ? null : part
  })
  const begin = front.filter(line => line !== '' && !known.includes(squeezed(line))).join('\n')
  const own = (text: string) => ({ heading: null, text, html: null })
  return joinSections([own(begin), { heading: null, ...main }, ...parts, own(back)])
}

function cleaned(raw: string): CleanText {
  const first = cleanDescription(raw)
  // Some sites escape twice.
  const { text, html } =
    first.html === null && isEscapedHtml(first.text) ? cleanDescription(first.text) : first
  return { text, html }
}

/** The texts of a field; a list of short ones is one line. */
function partsOf(value: unknown): string[] {
  const texts = listOf(value).flatMap(one => monthsOf(one) ?? textsOf(one))
  const short = texts.length > 1 && texts.every(text => text.length <= 60 && !text.includes('<'))
  return short ? [texts.join(', ')] : texts
}

/** "36 months" of experience asked as a number, in words. */
function monthsOf(value: unknown): string[] | null {
  const months = isNode(value) ? Number(value.monthsOfExperience) : Number.NaN
  if (!Number.isFinite(months) || months <= 0) return null
  const years = months / 12
  if (!Number.isInteger(years)) return [`${months} months of experience`]
  return [`${years} ${years === 1 ? 'year' : 'years'} of experience`]
}

/** Letters and digits only, for asking whether one text holds another. */
const squeezed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}+#]+/gu, '')

/** Whether the text says a section already: its beginning, or every item of a short list. */
function holds(known: string, section: string): boolean {
  const items = section.length <= 400 ? section.split(/[,;\n]/) : [section.slice(0, 160)]
  return items.every(item => known.includes(squeezed(item)))
}
