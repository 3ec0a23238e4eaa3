import { isBold, isCaps, type Looks } from './heading-look.ts'
import { namesLanguage } from './language-names.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'
import { foldText, type HeadingName, headingNameOf } from './section-names.ts'
import type { SectionKind } from './section-words.ts'

/** Which lines are headings: by their words, their look, and where they stand. */

/** A line that may be a heading, or begin with one. */
export interface Candidate {
  name: HeadingName
  /** `whole`: it stands alone; `cell`: in the first cell; `colon`: before a colon, with text after it. */
  form: 'whole' | 'cell' | 'colon'
}

/** Kinds that a label with its text on the same line can begin: "Languages: English, German". */
const INLINE_KINDS = new Set<SectionKind>([
  'summary',
  'skills',
  'languages',
  'certificates',
  'interests',
  'references',
  'head',
])
/** Inside these, labels belong to the entry. */
const WITH_LABELS = new Set<SectionKind>([
  'experience',
  'projects',
  'education',
  'volunteering',
  'publications',
])

/** What a line is as a heading, by its words alone; null when they name no section. */
export function candidateOf(line: Line): Candidate | null {
  if (line.cells.length < 2) {
    const whole = headingNameOf(line.text)
    if (whole) return { name: whole, form: 'whole' }
  } else {
    const whole = headingNameOf(line.text)
    if (whole && !whole.weak) return { name: whole, form: 'whole' }
    const first = headingNameOf(line.cells[0] ?? '')
    if (first) return { name: first, form: 'cell' }
  }
  const colon = line.text.indexOf(':')
  if (colon < 2 || colon > 45 || colon > line.text.length - 3) return null
  const label = headingNameOf(line.text.slice(0, colon))
  return label && INLINE_KINDS.has(label.kind) ? { name: label, form: 'colon' } : null
}

/** What the sure headings of a résumé look like. */
export interface Styles {
  /** Looks that sure headings have, with how many have it. */
  known: Map<string, number>
  /** How far a sure heading stands out as a rule. */
  least: number
}

/** Looks of the headings that are sure by their words. */
export function headingStyles(
  lines: readonly Line[],
  candidates: readonly (Candidate | null)[],
  looks: Looks,
): Styles {
  const known = new Map<string, number>()
  const weights: number[] = []
  for (const [index, line] of lines.entries()) {
    const candidate = candidates[index]
    if (candidate?.form !== 'whole' || candidate.name.weak || isListed(line, looks)) continue
    const style = looks.styleOf(line)
    known.set(style, (known.get(style) ?? 0) + 1)
    weights.push(looks.weightOf(line))
  }
  weights.sort((a, b) => a - b)
  return { known, least: weights[Math.floor(weights.length / 2)] ?? 0 }
}

/** An item of a list; a numbered heading stands out. */
const isListed = (line: Line, looks: Looks): boolean =>
  line.bullet && line.heading === null && looks.weightOf(line) < 1.5

/** Whether a line whose words name a section is a heading there. */
export function counts(
  { name, form }: Candidate,
  index: number,
  within: Section,
  lines: readonly Line[],
  looks: Looks,
  styles: Styles,
): boolean {
  const line = lines[index]
  if (!line || isListed(line, looks)) return false
  // The end of a wrapped sentence.
  if (/^\p{Ll}/u.test(line.text) && looks.weightOf(line) < 1) return false
  if (name.kind === 'languages' && within.kind === 'skills' && !languagesFollow(index, lines)) return false
  if (form === 'colon') return labelCounts(line, name, within, looks, styles)
  if (form === 'cell') return cellCounts(line, name, within, looks, styles)
  const style = looks.styleOf(line)
  const weight = looks.weightOf(line)
  const usual = styles.known.has(style)
  if (name.weak && within.kind === 'skills' && isGroup(line, within, looks)) return false
  if (name.weak)
    return weight > 0 && (usual || (styles.known.size === 0 && weight >= 1))
      ? true
      : weakAlone(line, weight, styles)
  if (usual && (styles.known.get(style) ?? 0) > 1) return true
  // A sure name that looks like the body where others stand out is an item or a label of an entry.
  if (!WITH_LABELS.has(within.kind)) return true
  return weight >= (name.kind === 'other' ? styles.least * 0.9 : Math.min(styles.least, 1))
}

/** Groups of skills look as the headings do here, and stand closer than the heading over them did. */
const isGroup = (line: Line, within: Section, looks: Looks): boolean =>
  (line.gap ?? 0) < 0.8 * (within.title?.gap ?? 0) &&
  within.lines.some(other => looks.styleOf(other) === looks.styleOf(line))

/** A weak name whose look no sure heading has: in a sidebar headings may look different, but still stand out. */
function weakAlone(line: Line, weight: number, styles: Styles): boolean {
  if (line.heading !== null) return false
  return weight >= 2 && weight >= styles.least
}

function labelCounts(line: Line, name: HeadingName, within: Section, looks: Looks, styles: Styles): boolean {
  const label = line.text.slice(0, line.text.indexOf(':'))
  const rest = line.text.slice(label.length + 1)
  if (name.kind === 'languages' && !namesLanguage(rest)) return false
  if (WITH_LABELS.has(within.kind)) {
    const outstanding = isCaps(label) || ((line.gap ?? 0) >= 1 && !name.weak)
    return outstanding && name.kind !== 'head' && !styles.known.has(looks.styleOf(line))
  }
  // Its groups have labels as well; who reads them tells "Languages: English" apart.
  if (within.kind === 'skills') return false
  if (within.kind === 'head') return name.kind !== 'head' && (!name.weak || startsBold(line) || isCaps(label))
  return (startsBold(line) || isCaps(label) || (line.gap ?? 0) >= 0.9) && name.kind !== 'head'
}

const startsBold = (line: Line): boolean => line.runs[0]?.bold === true && !isBold(line)

/** Headings in the left margin beside their first line. */
function cellCounts(line: Line, name: HeadingName, within: Section, looks: Looks, styles: Styles): boolean {
  const first = line.cells[0] ?? ''
  const outstanding = isCaps(first) || startsBold(line) || looks.weightOf(line) >= 2
  if (name.weak || name.kind === 'other') {
    if (!outstanding) return false
    return within.kind !== 'skills' && !WITH_LABELS.has(within.kind)
      ? true
      : isCaps(first) && styles.least < 2
  }
  if (WITH_LABELS.has(within.kind) || within.kind === 'skills')
    return outstanding || looks.weightOf(line) >= 1 || (line.gap ?? 0) >= 0.9
  return true
}

/** Whether people's languages follow a heading that may also stand over programming languages. */
function languagesFollow(index: number, lines: readonly Line[]): boolean {
  const line = lines[index]
  const own =
    line && (line.cells.length > 1 || line.text.includes(':')) ? [line.text.replace(/^[^:]*:/, '')] : []
  const next = lines.slice(index + 1, index + 4).filter(each => each.column === line?.column)
  return [...own, ...next.map(each => each.text)].some(namesLanguage)
}

/** Whether most sure headings are French. */
export function isFrench(candidates: readonly (Candidate | null)[]): boolean {
  const named = candidates.filter(each => each?.form === 'whole' && !each.name.weak)
  return named.filter(each => each?.name.languages.includes('fr')).length > named.length / 2
}

/** "Résumé" is a title elsewhere; in a French text with sections it stands over the summary. */
export function isResumeWord(line: Line, looks: Looks, styles: Styles): boolean {
  return foldText(line.text) === 'resume' && styles.known.has(looks.styleOf(line))
}

/** A short line that looks exactly as the sure headings do, and stands out from the body. */
export function isUnknownHeading(
  index: number,
  within: Section,
  sections: number,
  lines: readonly Line[],
  looks: Looks,
  styles: Styles,
): boolean {
  const line = lines[index]
  if (!line || sections < 2 || isListed(line, looks) || line.cells.length > 1) return false
  if (line.text.length > 40 || /[\d@,|•·]/.test(line.text) || line.text.split(' ').length > 5) return false
  const known = styles.known.get(looks.styleOf(line)) ?? 0
  if (known < 2 || looks.weightOf(line) < 2) return false
  if (!WITH_LABELS.has(within.kind)) return true
  // A company or a title over its dates is an entry, however it looks.
  const next = lines.slice(index + 1, index + 3).map(each => each.text)
  return (line.gap ?? 1) >= 0.3 && !next.some(text => /\b(?:19|20)\d\d\b/.test(text))
}
