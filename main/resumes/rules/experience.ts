import type { ResumeJob, ResumeLanguage } from '../../contract/resumes.ts'
import type { DateContext } from './dates-points.ts'
import { readEntries } from './entries.ts'
import { companyScore } from './entries-companies.ts'
import { titleScore } from './entries-titles.ts'
import { type Found, found } from './found.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'

/** What sections are read with. */
export interface EntryContext {
  language: ResumeLanguage | null
  /** YYYY-MM-DD. */
  today: string
  /** Whether a text is the name of a town; absent where towns are not known. */
  isTown?: (text: string) => boolean
}

/** How dates in numbers are read: the American order where a résumé is in English and no day contradicts it. */
export function dateContextOf(sections: readonly Section[], { language, today }: EntryContext): DateContext {
  return { today, monthFirst: language === 'en' && !hasDayFirst(sections) }
}

function hasDayFirst(sections: readonly Section[]): boolean {
  for (const { lines } of sections)
    for (const { text } of lines) {
      for (const match of text.slice(0, 400).matchAll(/(?<!\d)(\d{1,2})\/\d{1,2}\/\d{2,4}/g))
        if (Number(match[1]) > 12) return true
    }
  return false
}

/** The lines of all sections of a kind; a section that only goes on is one with the section before it. */
export function linesOf(sections: readonly Section[], kind: Section['kind']): Line[][] {
  const result: { title: string; lines: Line[] }[] = []
  for (const section of sections) {
    if (section.kind !== kind) continue
    const title = section.title?.text.toLowerCase() ?? ''
    const before = result.at(-1)
    if (before && (title === '' || title === before.title || CONTINUED.test(title)))
      before.lines.push(...section.lines)
    else result.push({ title, lines: [...section.lines] })
  }
  return result.map(each => each.lines)
}

const CONTINUED =
  /\((?:continued|cont[.'’]?d?\.?|fortsetzung|suite|continuaci[oó]n)\)|\b(?:continued|fortsetzung)$/

/** The positions of the sections that speak of work, in the order in which they stand. */
export function readExperience(sections: readonly Section[], context: EntryContext): Found<ResumeJob>[] {
  const dates = dateContextOf(sections, context)
  return readEntries(
    linesOf(sections, 'experience'),
    { first: titleScore, second: companyScore, least: 0.6, isTown: context.isTown },
    dates,
  )
    .filter(entry => entry.first !== '' || entry.second !== '')
    .slice(0, MOST_POSITIONS)
    .map(entry =>
      found(
        {
          company: entry.second,
          title: entry.first,
          start: entry.dates?.start ?? '',
          end: entry.dates?.end ?? '',
          place: entry.place,
          bullets: bulletsOf(entry.body),
        },
        entry.confidence,
        entry.head,
      ),
    )
}

const MOST_POSITIONS = 100
const MOST_BULLETS = 60
const LONGEST_BULLET = 2000

/** What was done, a text for each bullet or paragraph; lines that were wrapped are joined. */
export function bulletsOf(lines: readonly Line[]): string[] {
  const result: string[] = []
  let begun: Line | null = null
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    const last = result.at(-1)
    if (begun && before && last !== undefined && last.length < LONGEST_BULLET && goesOn(begun, before, line))
      result[result.length - 1] = join(last, line.text)
    else {
      if (result.length === MOST_BULLETS) break
      result.push(line.text)
      begun = line
    }
  }
  return result.map(text => text.slice(0, LONGEST_BULLET))
}

function goesOn(begun: Line, before: Line, line: Line): boolean {
  if (line.bullet || (line.gap ?? 0) >= 0.8) return false
  const bold = line.runs.length > 0 && line.runs.every(run => run.bold)
  if (bold && !before.runs.every(run => run.bold)) return false
  if (begun.bullet)
    return (
      line.box === null || begun.box === null || line.page !== begun.page || line.box.x > begun.box.x - 0.05
    )
  if (line.box === null) return /^\p{Ll}/u.test(line.text)
  return !/[.!?:]$/.test(before.text) || /^\p{Ll}/u.test(line.text)
}

const join = (text: string, more: string): string =>
  /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(more) ? `${text.slice(0, -1)}${more}` : `${text} ${more}`
