import { folded } from '../../../postings/rules/clean-text.ts'
import { cleanDescription, escapeText, isEscapedHtml } from '../../../postings/rules/html.ts'
import { isNode, type LdNode, listOf, textsOf } from './nodes.ts'

export interface Description {
  text: string
  /** Sanitised; null when everything was plain text. */
  html: string | null
}

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

/** The text of a posting, with those of its parts that the text itself lacks; `front` and `back` are lines of our own. */
export function readDescription(node: LdNode, front: readonly string[], back: string): Description {
  const main = cleaned(textsOf(node.description).join('\n\n'))
  const known = squeezed(main.text)
  const parts = SECTIONS.flatMap(([field, heading]) => {
    const part = sectionOf(node[field])
    return part === null || holds(known, part.text) ? [] : [{ heading, ...part }]
  })
  const begin = front.filter(line => line !== '' && !known.includes(squeezed(line))).join('\n')
  const text = [begin, main.text, ...parts.map(part => headed(part.heading, part.text)), back]
    .filter(piece => piece !== '')
    .join('\n\n')
  if (main.html === null && parts.every(part => part.html === null)) return { text, html: null }
  const html = [
    begin === '' ? '' : `<p>${escapeText(begin).replaceAll('\n', '<br>')}</p>`,
    main.html ?? asHtml(main.text),
    ...parts.map(part => `<h3>${part.heading}</h3>${part.html ?? asHtml(part.text)}`),
    asHtml(back),
  ]
  return { text, html: html.filter(piece => piece !== '').join('\n') }
}

function cleaned(raw: string): Description {
  const first = cleanDescription(raw)
  // Some sites escape twice.
  return first.html === null && isEscapedHtml(first.text) ? cleanDescription(first.text) : first
}

/** A section's content; null when there is none. Lists of short texts become one line. */
function sectionOf(value: unknown): Description | null {
  const texts = listOf(value).flatMap(one => monthsOf(one) ?? textsOf(one))
  if (texts.length === 0) return null
  const short = texts.length > 1 && texts.every(text => text.length <= 60 && !text.includes('<'))
  const part = cleaned(short ? texts.join(', ') : texts.join('\n'))
  return part.text === '' ? null : part
}

/** "36 months" of experience asked as a number, in words. */
function monthsOf(value: unknown): string[] | null {
  const months = isNode(value) ? Number(value.monthsOfExperience) : Number.NaN
  if (!Number.isFinite(months) || months <= 0) return null
  return [
    months % 12 === 0
      ? `${months / 12} ${months === 12 ? 'year' : 'years'} of experience`
      : `${months} months of experience`,
  ]
}

const headed = (heading: string, text: string): string =>
  text.includes('\n') ? `${heading}\n\n${text}` : `${heading}: ${text}`

const asHtml = (text: string): string =>
  text === '' ? '' : `<p>${escapeText(text).replaceAll('\n', '<br>')}</p>`

/** Letters and digits only, for asking whether one text holds another. */
const squeezed = (text: string): string => folded(text).replace(/[^\p{L}\p{N}+#]+/gu, '')

/** Whether the text says a section already: its beginning, or every item of a short list. */
function holds(known: string, section: string): boolean {
  const items = section.length <= 400 ? section.split(/[,;\n]/) : [section.slice(0, 160)]
  return items.every(item => known.includes(squeezed(item)))
}
