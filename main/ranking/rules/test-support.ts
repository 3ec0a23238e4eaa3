import { type CampaignWishes, DEFAULT_WEIGHTS, NO_RULES, type RankableJob } from '../../contract/ranking.ts'

/** The moment that the tests rank at. */
export const NOW = '2026-11-21T08:00:00.000Z'

/** A campaign without any preference, with the given ones on top. */
export function wishesOf(own: Partial<CampaignWishes> = {}): CampaignWishes {
  return {
    query: '',
    country: null,
    locations: [],
    remote_preference: [],
    seniority: [],
    employment_types: [],
    company_sizes: [],
    skills: [],
    salary_min: null,
    salary_max: null,
    salary_currency: null,
    weights: DEFAULT_WEIGHTS,
    rules: NO_RULES,
    ...own,
  }
}

/** A job of which nothing is known, with the given facts on top. */
export function jobOf(own: Partial<RankableJob> = {}): RankableJob {
  return {
    title: '',
    company: '',
    salary_year_low: null,
    salary_year_high: null,
    compensation_currency: null,
    office_city: null,
    office_province: null,
    office_country: null,
    location_text: '',
    remote_options: null,
    job_type: null,
    seniority_level: null,
    company_size: null,
    skills: [],
    years_low: null,
    posted_at: null,
    visa_sponsorship: null,
    languages_asked: [],
    found_words: [],
    ...own,
  }
}
