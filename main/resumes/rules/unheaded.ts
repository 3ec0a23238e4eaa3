import { findDates } from './dates.ts'
import { degreeScore, schoolScore } from './education-words.ts'
import { companyScore } from './entries-companies.ts'
import { titleScore } from './entries-titles.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'

/** Résumés without headings over their work and education: the dated entries below the contacts say what they are. */

const CONTEXT = { today: '2100-01-01', monthFirst: false }
const LONGEST = 150
/** A header has at most so many lines above its dates. */
const MOST_ABOVE = 2
const CONTACT = /@|https?:|www\.|\+?\d[\d\s().-]{7,}\d/

/** The sections, where entries that stand in the head become sections of work and of education. */
export function withUnheaded(sections: readonly Section[]): Section[] {
  const [head] = sections
  if (!head || sections.some(({ kind }) => kind === 'experience' || kind === 'education'))
    return [...sections]
  const dated = head.lines.flatMap((line, index) => (index > 0 && hasRange(line) ? [index] : []))
  if (dated.length < 2) return [...sections]
  const starts = dated.map((at, index) => startOf(head.lines, at, dated[index - 1] ?? 0))
  const found: Section[] = []
  for (const [index, start] of starts.entries()) {
    const lines = head.lines.slice(start, starts[index + 1])
    const kind = isSchool(lines) ? 'education' : 'experience'
    const before = found.at(-1)
    if (before?.kind === kind) before.lines.push(...lines)
    else found.push({ kind, title: null, lines })
  }
  return [{ ...head, lines: head.lines.slice(0, starts[0]) }, ...found, ...sections.slice(1)]
}

/**
 * Sections whose names say less than their lines: a "Career summary" of dated positions, "Training" that is the only
 * schooling.
 */
export function withTrueKinds(sections: readonly Section[]): Section[] {
  const has = (kind: Section['kind']): boolean =>
    sections.some(each => each.kind === kind && each.lines.length > 0)
  const [worked, taught] = [has('experience'), has('education')]
  return sections.map(section => {
    const { kind, lines } = section
    if (!worked && (kind === 'summary' || kind === 'other') && section.title !== null) {
      const dated = lines.filter(hasRange).length
      return dated >= 2 && dated * 3 >= lines.length ? { ...section, kind: 'experience' } : section
    }
    if (kind === 'summary' && section.title !== null && areProfiles(lines))
      return { ...section, kind: 'head' }
    return !taught && kind === 'certificates' && holdsSchool(lines)
      ? { ...section, kind: 'education' }
      : section
  })
}

/** Pages and handles, one to a cell: "Profile" is German for both. */
function areProfiles(lines: readonly Line[]): boolean {
  const cells = lines.flatMap(line => line.cells)
  return (
    cells.length > 0 &&
    cells.every(cell => cell.length < 80 && !cell.includes(' ')) &&
    cells.some(cell =>
      /^(?:linkedin|xing|github|gitlab|twitter|instagram|stackoverflow)(?:$|\.com\/)/i.test(cell),
    )
  )
}

function holdsSchool(lines: readonly Line[]): boolean {
  const parts = lines.filter(line => line.text.length < LONGEST).flatMap(partsOf)
  return parts.some(part => degreeScore(part) >= 1.5) && parts.some(part => schoolScore(part) >= 2)
}

const partsOf = (line: Line): string[] => line.text.split(/\s*[,|•·\t]\s*|\s[–—-]\s/)

const hasRange = ({ text, bullet }: Line): boolean =>
  !bullet &&
  text.length < LONGEST &&
  findDates(text, CONTEXT).some(range => !range.single && range.start !== '')

/** Where the header of the dates at a line begins: at a gap, below a bullet, a contact or the dates before. */
function startOf(lines: readonly Line[], at: number, past: number): number {
  let start = at
  while (start - 1 > past && at - start < MOST_ABOVE) {
    const [above, line] = [lines[start - 1], lines[start]]
    if (!above || above.bullet || (line?.gap ?? 0) >= 0.8 || CONTACT.test(above.text)) break
    if (above.text.length > LONGEST || /\p{Ll}[.!;]$/u.test(above.text)) break
    start--
  }
  return start
}

/** Whether an entry reads as a school rather than as a position. */
function isSchool(lines: readonly Line[]): boolean {
  const parts = lines
    .filter(line => !line.bullet && line.text.length < LONGEST)
    .slice(0, 4)
    .flatMap(partsOf)
  const most = (score: (text: string) => number): number => Math.max(-1, ...parts.map(score))
  return most(degreeScore) + most(schoolScore) > most(titleScore) + most(companyScore)
}
