import type { Detection, SkillMention } from '../../contract/facts.ts'
import type { RankableJob } from '../../contract/ranking.ts'

/** What ranking compares of a posting beside what its source says in fields of its own. */
export interface DetectedFacts
  extends Omit<
    RankableJob,
    'title' | 'company' | 'location_text' | 'company_size' | 'posted_at' | 'found_words' | 'skills'
  > {
  skills: Pick<SkillMention, 'name' | 'kind' | 'required'>[]
}

/** The facts that detection found, as ranking compares them. */
export function detectedFacts(detection: Detection): DetectedFacts {
  const { facts, terms } = detection
  return {
    salary_year_low: detection.salary_year_low,
    salary_year_high: detection.salary_year_high,
    compensation_currency: facts.compensation_currency,
    office_city: facts.office_city,
    office_province: facts.office_province,
    office_country: facts.office_country,
    remote_options: facts.remote_options,
    job_type: facts.job_type,
    seniority_level: facts.seniority_level,
    skills: detection.skills.map(({ name, kind, required }) => ({ name, kind, required })),
    years_low: detection.years_low,
    visa_sponsorship: terms.visa_sponsorship?.value ?? null,
    languages_asked: requiredLanguages(terms.languages),
  }
}

/** Those of the languages that a posting names without which one need not apply. */
export const requiredLanguages = (
  languages: readonly { value: { language: string; required: boolean } }[],
): string[] => languages.filter(({ value }) => value.required).map(({ value }) => value.language)
