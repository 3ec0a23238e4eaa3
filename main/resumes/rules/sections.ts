import { looksOf } from './heading-look.ts'
import { cut } from './heading-parts.ts'
import { withWholeHeadings } from './heading-wrapped.ts'
import { candidateOf, counts, headingStyles, isFrench, isResumeWord, isUnknownHeading } from './headings.ts'
import type { Layout, Line } from './layout.ts'
import type { Section } from './section.ts'
import { holdsContacts, isContact, isContactLine, isPlace, LISTS } from './section-contacts.ts'
import type { SectionKind } from './section-words.ts'
import { withTrueKinds, withUnheaded } from './unheaded.ts'

/** Page numbers, and the place and date over a signature. */
const FURNITURE =
  /^(?:(?:page|seite|p[áa]gina|p\.)\s?\d{1,3}(?:\s?(?:of|von|de|sur|\/)\s?\d{1,3})?|\d{1,3}\s?(?:\/|of|von|sur)\s?\d{1,3}|\p{Lu}[\p{L} .-]{2,30},\s(?:den\s|le\s|a\s)?\d{1,2}[.\s/]\s?(?:\d{1,2}[./]|(?:de\s)?\p{L}{3,10}\s(?:de\s)?)\s?\d{4}|©.*)$/iu

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
