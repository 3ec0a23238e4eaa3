import type { ResumeSchool } from '../../contract/resumes.ts'
import { degreeScore, isAside, schoolScore } from './education-words.ts'
import { type Entry, readEntries } from './entries.ts'
import { dateContextOf, type EntryContext, linesOf } from './experience.ts'
import { type Found, found } from './found.ts'
import type { Section } from './sections.ts'

/** The schools and degrees of the sections that speak of education, in the order in which they stand. */
export function readEducation(sections: readonly Section[], context: EntryContext): Found<ResumeSchool>[] {
  const dates = dateContextOf(sections, context)
  const lines = linesOf(sections, 'education').map(part =>
    part.map(line => (isAside(line.text) && line.cells.length < 2 ? { ...line, bullet: true } : line)),
  )
  return readEntries(lines, { first: degreeScore, second: schoolScore }, dates)
    .filter(entry => entry.first !== '' || entry.second !== '')
    .slice(0, 50)
    .map(entry => found(schoolOf(entry), entry.confidence, entry.head))
}

function schoolOf(entry: Entry): ResumeSchool {
  const { dates } = entry
  return {
    school: entry.second,
    degree: entry.first.replace(/[;,(]?\s*(?:c?gpa|grade|note)\s?[:=]?\s?\d.*$/i, '').trim(),
    // The day of a graduation alone is an end.
    start: dates && !dates.single ? dates.start : '',
    end: dates?.end ?? '',
    place: entry.place,
  }
}
