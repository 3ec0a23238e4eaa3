import type { ResumeJob, ResumeLanguage } from '../../contract/resumes.ts'
import type { DateContext } from './dates-points.ts'
import { readEntries } from './entries.ts'
import { companyScore } from './entries-companies.ts'
import { titleScore } from './entries-titles.ts'
import { type Found, found } from './found.ts'
import type { Line } from './layout.ts'
import type { Section } from './sections.ts'

/** What sections are read with. */
export interface EntryContext {
  language: ResumeLanguage | null
  /** YYYY-MM-DD. */
  today: string
}

/** How dates in numbers are read: the American order where a résumé is in English and no day contradicts it. */
export function dateContextOf(sections: readonly Section[], { language, today }: EntryContext): DateContext {
  return { today, monthFirst: language === 'en' && !hasDayFirst(sections) }
}

function hasDayFirst(sections: readonly Section[]): boolean {
  for (const { lines } of sections)
    for (const { text } of lines) {
      const match = /(?<!\d)(\d{1,2})\/\d{1,2}\/\d{2,4}/.exec(text)
      if (match && Number(match[1]) > 12) return true
    }
  return false
}

/** The positions of the sections that speak of work, in the order in which they stand. */
export function readExperience(sections: readonly Section[], context: EntryContext): Found<ResumeJob>[] {
  const dates = dateContextOf(sections, context)
  const lines = sections.filter(section => section.kind === 'experience').flatMap(section => section.lines)
  return readEntries(lines, { first: titleScore, second: companyScore }, dates)
    .slice(0, 100)
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

export function bulletsOf(lines: readonly Line[]): string[] {
  return lines.map(line => line.text).slice(0, 60)
}
