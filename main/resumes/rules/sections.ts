import { isBold, isCaps, type Looks, looksOf } from './heading-look.ts'
import { namesLanguage } from './language-names.ts'
import type { Layout, Line } from './layout.ts'
import { foldText, type HeadingName, headingNameOf } from './section-names.ts'
import type { SectionKind } from './section-words.ts'
import { withTrueKinds, withUnheaded } from './unheaded.ts'

/** A part of a résumé under its heading. What stands above the first heading, and contacts, are `head`. */
export interface Section {
  kind: SectionKind
  /** Null for what stands above the first heading. */
  title: Line | null
  /** In reading order, without the heading. */
  lines: Line[]
}

/** A line that may be a heading, or begin with one. */
interface Candidate {
  name: HeadingName
  /** `whole`: it stands alone; `cell`: in the first cell; `colon`: before a colon, with text after it. */
  form: 'whole' | 'cell' | 'colon'
}

/** Page numbers, and the place and date over a signature. */
const FURNITURE =
  /^(?:(?:page|seite|p[áa]gina|p\.)\s?\d{1,3}(?:\s?(?:of|von|de|sur|\/)\s?\d{1,3})?|\d{1,3}\s?(?:\/|of|von|sur)\s?\d{1,3}|\p{Lu}[\p{L} .-]{2,30},\s(?:den\s|le\s|a\s)?\d{1,2}[.\s/]\s?(?:\d{1,2}[./]|(?:de\s)?\p{L}{3,10}\s(?:de\s)?)\s?\d{4}|©.*)$/iu

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

/** The parts of a résumé in reading order, the head first; every line stands in one of them or is its title. */
export function sectionsOf(layout: Layout): Section[] {
  const lines = withWholeHeadings(layout.lines)
  const looks = looksOf(lines)
  const candidates = lines.map(candidateOf)
  const styles = headingStyles(lines, candidates, looks)
  const french = isFrench(candidates)
  const head: Section = { kind: 'head', title: null, lines: [] }
  const sections = [head]
  // What a column goes on with: a sidebar and the text beside it each have their own headings.
  const current = [head, head, head]
  const furniture: Line[] = []

  const begin = (kind: SectionKind, title: Line, column: number): Section => {
    const section: Section = { kind, title, lines: [] }
    sections.push(section)
    if (column === 0) current.fill(section)
    else current[column] = section
    return section
  }
  for (const [index, line] of lines.entries()) {
    const column = Math.min(2, Math.max(0, line.column))
    const within = current[column] ?? head
    if (FURNITURE.test(line.text)) {
      furniture.push(line)
      continue
    }
    // The name over or under a signature.
    if (
      index === lines.length - 1 &&
      index > 10 &&
      furniture.at(-1) === lines[index - 1] &&
      line.text.split(' ').length <= 4
    ) {
      furniture.push(line)
      continue
    }
    // Contacts at the foot of a page, or in a line of their own below anything else.
    if (within.kind !== 'head' && within.kind !== 'references' && isContactLine(line)) {
      head.lines.push(line)
      continue
    }
    if (LISTS.has(within.kind) && !line.bullet && isContact(line)) {
      const above = within.lines.at(-1)
      // The address over it; items have bullets there.
      if (above && isPlace(above) && within.lines.at(-2)?.bullet) head.lines.push(...within.lines.splice(-1))
      head.lines.push(line)
      continue
    }
    const candidate = candidates[index]
    if (candidate && counts(candidate, index, within, lines, looks, styles)) {
      const parts = candidate.form === 'whole' ? null : cut(line, candidate.form)
      const section = begin(candidate.name.kind, parts?.title ?? line, column)
      if (parts?.rest) section.lines.push(parts.rest)
    } else if (french && sections.length > 1 && isResumeWord(line, looks, styles))
      begin('summary', line, column)
    else if (isUnknownHeading(index, within, sections.length, lines, looks, styles))
      begin('other', line, column)
    else within.lines.push(line)
  }
  for (const section of sections)
    if (section.kind === 'other' && holdsContacts(section)) section.kind = 'head'
  if (furniture.length > 0) sections.push({ kind: 'other', title: null, lines: furniture })
  return withUnheaded(withTrueKinds(sections))
}

const WAITS = /(?:[&+/]|\s(?:and|und|et|y|e|of|de))$/iu

/** Headings over two lines of a narrow column become one: "Education &" over "Training". */
function withWholeHeadings(lines: readonly Line[]): Line[] {
  const looks = looksOf(lines)
  const result: Line[] = []
  for (const line of lines) {
    const above = result.at(-1)
    if (above && isOneHeading(above, line, looks)) {
      const text = `${above.text} ${line.text}`
      result[result.length - 1] = { ...above, text, cells: [text], runs: [...above.runs, ...line.runs] }
    } else result.push(line)
  }
  return result
}

function isOneHeading(above: Line, line: Line, looks: Looks): boolean {
  if (above.text.length > 30 || line.text.length > 30 || above.cells.length > 1 || line.cells.length > 1)
    return false
  if (above.page !== line.page || above.column !== line.column || (line.gap ?? 1) > 0.4) return false
  if (looks.styleOf(above) !== looks.styleOf(line) || looks.weightOf(line) < 1) return false
  const whole = headingNameOf(`${above.text} ${line.text}`)
  if (!whole) return false
  if (WAITS.test(above.text)) return true
  const first = headingNameOf(above.text)
  return !whole.weak && (first === null || first.weak) && looks.weightOf(line) >= 2
}

/** Sections of lists, where a contact that stands alone is no item. */
const LISTS = new Set<SectionKind>(['skills', 'languages', 'interests', 'certificates'])
const CONTACT =
  /^(?:\p{L}[\p{L}.-]{1,12}:?\s)?(?:\S{1,64}@\S{2,100}\.\p{L}{2,24}|\+?\(?\d[\d\s()./-]{7,20}\d|(?:https?:\/\/)?(?:www\.)?(?:linkedin|xing|github|gitlab)\.com\/\S{2,100})$/iu

const isContact = ({ text }: Line): boolean =>
  text.length < 150 && CONTACT.test(text) && !/(?:19|20)\d\d\s?[–-]\s?(?:19|20)\d\d/.test(text)

/** "12 Mill Lane, Leeds" or "69003 Lyon": a number of a house or a town, or a town and its land. */
const isPlace = ({ text, bullet }: Line): boolean =>
  !bullet &&
  text.length < 70 &&
  (/\b\d{4,5}\s\p{Lu}/u.test(text) || /^[\p{L}\d .'’-]+, \p{Lu}[\p{L} .-]+$/u.test(text))

const EMAIL = /[^\s@|]{1,64}@[^\s@|]{2,100}\.\p{L}{2,24}/u

/** An address with a number or other contacts beside it. */
function isContactLine({ text }: Line): boolean {
  if (text.length > 220 || !text.includes('@') || !EMAIL.test(text)) return false
  const rest = text.replace(EMAIL, ' ')
  return (/\d[\d\s().-]{6,}\d/.test(rest) || /[|•·]/.test(rest)) && rest.split(/\s+/).length <= 22
}

/** Under a heading of another name ("Get to know me") stand an address or a number, and little else. */
function holdsContacts({ title, lines }: Section): boolean {
  if (title === null || lines.length > 14) return false
  return lines.some(
    line => EMAIL.test(line.text) || /^\W{0,3}(?:\+|\(?0)\d[\d\s()./-]{6,18}$/.test(line.text),
  )
}

function candidateOf(line: Line): Candidate | null {
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

interface Styles {
  /** Looks that sure headings have, with how many have it. */
  known: Map<string, number>
  /** How far a sure heading stands out as a rule. */
  least: number
}

/** Looks of the headings that are sure by their words. */
function headingStyles(
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

function counts(
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
  if (name.weak)
    return weight > 0 && (usual || (styles.known.size === 0 && weight >= 1))
      ? true
      : weakAlone(line, weight, styles)
  if (usual && (styles.known.get(style) ?? 0) > 1) return true
  // A sure name that looks like the body where others stand out is an item or a label of an entry.
  if (!WITH_LABELS.has(within.kind)) return true
  return weight >= (name.kind === 'other' ? styles.least * 0.9 : Math.min(styles.least, 1))
}

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

function cut(line: Line, form: 'cell' | 'colon'): { title: Line; rest: Line | null } {
  const [first = '', ...others] = line.cells
  if (form === 'cell') {
    const from = line.text.startsWith(first) ? first.length : 0
    return {
      title: { ...line, text: first, cells: [first], runs: runsFrom(line, 0, first.length) },
      rest: part(line, line.text.slice(from).trim() || others.join(' '), others, from),
    }
  }
  const colon = line.text.indexOf(':')
  const label = line.text.slice(0, colon)
  const text = line.text.slice(colon + 1).trim()
  return {
    title: { ...line, text: label, cells: [label], runs: runsFrom(line, 0, colon) },
    rest: part(line, text, [text], colon + 1),
  }
}

function part(line: Line, text: string, cells: string[], from: number): Line | null {
  if (text === '') return null
  return { ...line, text, cells, runs: runsFrom(line, from, line.text.length), heading: null, gap: 0 }
}

/** The runs of a stretch of a line's text. */
function runsFrom(line: Line, from: number, to: number): Line['runs'] {
  const runs: Line['runs'] = []
  let at = 0
  for (const run of line.runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at))
    if (text.trim() !== '') runs.push({ ...run, text })
    at += run.text.length
  }
  return runs
}

/** Whether people's languages follow a heading that may also stand over programming languages. */
function languagesFollow(index: number, lines: readonly Line[]): boolean {
  const line = lines[index]
  const own =
    line && (line.cells.length > 1 || line.text.includes(':')) ? [line.text.replace(/^[^:]*:/, '')] : []
  const next = lines.slice(index + 1, index + 4).filter(each => each.column === line?.column)
  return [...own, ...next.map(each => each.text)].some(namesLanguage)
}

function isFrench(candidates: readonly (Candidate | null)[]): boolean {
  const named = candidates.filter(each => each?.form === 'whole' && !each.name.weak)
  return named.filter(each => each?.name.languages.includes('fr')).length > named.length / 2
}

/** "Résumé" is a title elsewhere; in a French text with sections it stands over the summary. */
function isResumeWord(line: Line, looks: Looks, styles: Styles): boolean {
  return foldText(line.text) === 'resume' && styles.known.has(looks.styleOf(line))
}

/** A short line that looks exactly as the sure headings do, and stands out from the body. */
function isUnknownHeading(
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
