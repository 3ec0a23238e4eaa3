import type { ResumeSchool } from '../../contract/resumes.ts'
import { degreeScore, isAside, namesField, schoolScore } from './education-words.ts'
import { readEntries } from './entries.ts'
import type { Entry } from './entries-entry.ts'
import { dateContextOf, type EntryContext, linesOf } from './experience.ts'
import { type Found, found } from './found.ts'
import type { Section } from './section.ts'

/** The schools and degrees of the sections that speak of education, in the order in which they stand. */
export function readEducation(sections: readonly Section[], context: EntryContext): Found<ResumeSchool>[] {
  const dates = dateContextOf(sections, context)
  const lines = linesOf(sections, 'education').map(part =>
    part.map(line => (isAside(line.text) && line.cells.length < 2 ? { ...line, bullet: true } : line)),
  )
  return readEntries(
    lines,
    { first: degreeScore, second: schoolScore, least: 0.5, isTown: context.isTown },
    dates,
  )
    .filter(entry => entry.first !== '' || entry.second !== '')
    .slice(0, 50)
    .map(entry => found(schoolOf(entry), entry.confidence, entry.head))
}

function schoolOf(entry: Entry): ResumeSchool {
  const { dates } = entry
  const { degree, school } = withField({ ...entry, first: entry.first.replace(MARK, '').trim() })
  return {
    school,
    degree: degree.replace(ASIDE_BEHIND, '').trim(),
    // The day of a graduation alone is an end.
    start: dates && !dates.single ? dates.start : '',
    end: dates?.end ?? '',
    place: entry.place,
  }
}

const MARK =
  /[;,(–-]?\s*(?:(?:c?gpa|grade|note|average)\s?[:=]?\s?\d.*|\d[.,]\d{1,2}\s?(?:\/\s?\d(?:[.,]\d+)?\s?)?(?:c?gpa)\b.*)$/i

/** "Ph.D., Physics. Thesis: …", "MSc (dissertation on …" */
const ASIDE_BEHIND =
  /[\s.;,(|–-]+(?:(?:(?:master|bachelor|doctoral|phd)(?:['’]?s)? )?(?:thesis|dissertation)|advis[oe]rs?|supervisors?|supervised by|betreuer(?:in)?|masterarbeit|bachelorarbeit|diplomarbeit|doktorarbeit|m[ée]moire|th[èe]se|directeur de th[èe]se|tesis|tfg|tfm)\s?(?::|\bon\b|\btitled?\b|\büber\b|\bsur\b|\bsobre\b).*$/iu

/** "Bachelor of Science" names no field by itself. */
const KIND = /\b(?:of|in) (?:applied |fine )?(?:science|arts)\b|\bdes sciences\b/i

/** A degree whose field stands behind the school, or on a line of its own. */
function withField(entry: Entry): { degree: string; school: string } {
  const { first: degree, second: school } = entry
  if (degree === '' || namesField(degree.replace(KIND, ' '))) return { degree, school }
  const comma = school.indexOf(', ')
  const behind = comma > 0 ? school.slice(comma + 2) : ''
  if (behind !== '' && namesField(behind) && schoolScore(behind) < 1)
    return { degree: `${degree}, ${behind}`, school: school.slice(0, comma) }
  const alone = entry.rest.find(text => namesField(text) && schoolScore(text) < 1 && text.length < 80)
  return { degree: alone === undefined ? degree : `${degree}, ${alone}`, school }
}
