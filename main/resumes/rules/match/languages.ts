import type { ParsedResume } from '../../../contract/resumes.ts'
import { LANGUAGE_LEVELS, type LanguageAsked, type LanguageLevel } from '../../../contract/terms.ts'
import { languageName } from '../../../profile/rules/resume-words.ts'
import { listed } from '../../../ranking/rules/factor.ts'
import type { ComparedJob, FactPart } from './fact-part.ts'

/** The languages that a posting asks for beside those of a résumé. */

/** What a language is worth whose level is below the asked one, by steps. */
const BELOW = [1000, 500, 200]
/** And where the résumé, or only its own language, tells no level. */
const NO_LEVEL = 800
const PLUS_LANGUAGE = 1
const REQUIRED_LANGUAGE = 2

/** The languages that a résumé names by code, with their levels; the language that it is written in is one. */
export function spokenIn(resume: ParsedResume): Map<string, LanguageLevel | null> {
  const spoken = new Map<string, LanguageLevel | null>()
  for (const { value } of resume.languages) spoken.set(value.language.toLowerCase(), value.level)
  if (resume.language !== null && !spoken.has(resume.language)) spoken.set(resume.language, null)
  return spoken
}

function shareOfLanguage(
  { language, level }: LanguageAsked,
  spoken: ReadonlyMap<string, LanguageLevel | null>,
): number {
  const own = spoken.get(language)
  if (own === undefined) return 0
  if (level === null) return 1000
  if (own === null) return NO_LEVEL
  const steps = LANGUAGE_LEVELS.indexOf(level) - LANGUAGE_LEVELS.indexOf(own)
  return steps <= 0 ? 1000 : (BELOW[steps] ?? 0)
}

export function languagesOf(resume: ParsedResume): FactPart {
  const spoken = spokenIn(resume)
  const lists = resume.languages.length > 0
  // A résumé without a list of languages leaves open whether somebody speaks another one.
  const comparable = (job: ComparedJob): LanguageAsked[] =>
    lists ? job.languages : job.languages.filter(({ language }) => spoken.has(language))
  return {
    share(job) {
      const asked = comparable(job)
      if (asked.length === 0) return null
      let all = 0
      let won = 0
      for (const language of asked) {
        const weight = language.required ? REQUIRED_LANGUAGE : PLUS_LANGUAGE
        all += weight
        won += weight * shareOfLanguage(language, spoken)
      }
      return Math.round(won / all)
    },
    why(job) {
      if (job.languages.length === 0) return 'The posting asks for no language.'
      const asked = comparable(job)
      if (asked.length === 0) return `Asks ${names(job.languages)}; the résumé lists no languages.`
      const lacking = asked.filter(language => shareOfLanguage(language, spoken) < 1000)
      if (lacking.length === 0) return `Asks ${names(asked)}, which the résumé has.`
      const absent = lacking.filter(({ language }) => !spoken.has(language))
      if (absent.length > 0) return `Asks ${names(asked)}; the résumé does not list ${names(absent)}.`
      const open = lacking.filter(({ language }) => spoken.get(language) === null)
      if (open.length > 0) return `Asks ${names(asked)}; the résumé names no level of ${names(open)}.`
      return `Asks ${names(asked)}; ${names(lacking)} at a higher level than the résumé names.`
    },
  }
}

const names = (languages: readonly LanguageAsked[]): string =>
  listed(languages.map(({ language }) => languageName(language)).sort())
