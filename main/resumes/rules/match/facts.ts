import type { ParsedResume } from '../../../contract/resumes.ts'
import { experiencePart } from '../../../profile/rules/experience.ts'
import { locationPart } from '../../../profile/rules/place.ts'
import { placeFromText } from '../../../ranking/rules/location-text.ts'
import { titleFactor } from '../../../ranking/rules/title.ts'
import { titleConcepts } from '../../../ranking/rules/title-words.ts'
import { type ComparedJob, type FactPart, known, matchable, sentence, silent } from './fact-part.ts'

/** Title, experience and place of a résumé beside those of jobs, by the rules of the ranking and of the profile match. */

/** So many of the newest positions say what somebody does. */
const NEWEST = 3

/** The titles that a résumé gives its person, without repeats: that of its headline first. */
export function titlesOf(resume: ParsedResume): string[] {
  const headline = resume.headline?.value.split(/\s*[|•·]\s*|\s+[–—-]\s+|,\s/)[0] ?? ''
  const positions = resume.experience.slice(0, NEWEST).map(({ value }) => value.title)
  const titles = [headline, ...positions].map(title => title.replace(/\s+(?:OR|or)\s+|\|/g, ' ').trim())
  return [...new Set(titles)].filter(title => titleConcepts(title).words.size > 0)
}

export function titlePart(resume: ParsedResume): FactPart {
  const titles = titlesOf(resume)
  // In the order of their letters, so that of two equally near ones always the same is named.
  const query = [...titles].sort().join(' OR ')
  if (query === '') return silent('The résumé names no title.')
  const factor = titleFactor(query)
  const share = (job: ComparedJob): number | null => known(factor.share(job))
  return {
    share,
    why(job) {
      if (share(job) === null) return 'The title of the job names no trade.'
      return sentence(factor.evidence(job).replace(/^you want/, 'the résumé says'))
    },
  }
}

export function experienceOf(resume: ParsedResume): FactPart {
  const own = {
    seniority: resume.seniority?.value ?? null,
    years_of_experience: resume.years_of_experience?.value ?? null,
  }
  if (own.seniority === null && own.years_of_experience === null)
    return silent('The résumé shows no dated positions.')
  const part = experiencePart(own)
  const share = (job: ComparedJob): number | null => known(part.share(matchable(job)))
  return {
    share,
    why: job =>
      share(job) === null
        ? 'The posting asks for no level and no years.'
        : sentence(
            part
              .evidence(matchable(job))
              .replace('; you have', '; the résumé shows')
              .replace('; you are', '; the résumé shows'),
          ),
  }
}

export function placeOf(resume: ParsedResume): FactPart {
  // Streets and postcodes are no part of a town's name.
  const home = (resume.location?.value ?? '')
    .split(/[,|•]/)
    .map(part => part.replace(/\b[A-Z]{0,2}-?\d[\d\s-]*/g, '').trim())
    .filter(part => part !== '')
    .join(', ')
  const read = placeFromText(home)
  if (home === '' || (read.city === null && read.country === null))
    return silent('The résumé names no place.')
  const judge = locationPart(
    { preferred_locations: [home], remote_preference: [], work_authorisation: [] },
    {},
  )
  const said = (evidence: string) =>
    sentence(
      evidence.replace('; you want', '; the résumé says').replace(', as you want', `, as the résumé says`),
    )
  return {
    share: job => known(judge(matchable(job)).share),
    why(job) {
      const { share, evidence } = judge(matchable(job))
      return known(share) === null ? 'The posting does not say where the work is.' : said(evidence)
    },
  }
}
