import type { EligibilityRules, RankableJob } from '../../contract/ranking.ts'
import { skillIds } from './skill-codes.ts'

/** Chunks of jobs as ranking reads them: one JSON text of rows, which goes through the threads as it is. */

/** One row of a chunk; the SQL that makes it is in `rankable-store.ts`. */
export type RankableRow = [
  id: number,
  title: string,
  company: string,
  salary_year_low: number | null,
  salary_year_high: number | null,
  compensation_currency: string | null,
  office_city: string | null,
  office_province: string | null,
  office_country: string | null,
  location_text: string,
  remote_options: RankableJob['remote_options'],
  job_type: RankableJob['job_type'],
  seniority_level: RankableJob['seniority_level'],
  company_size: RankableJob['company_size'],
  years_low: number | null,
  posted_at: string | null,
  /** Codes of the skills that are required, and of the others. */
  required: string,
  nice: string,
  visa_sponsorship: RankableJob['visa_sponsorship'],
  /** Required languages, separated by commas. */
  languages: string | null,
]

/** A chunk of jobs and which words of the campaigns' rules each of them holds. */
export interface RankableChunk {
  rows: string
  /** By word, the jobs that hold it. */
  found: { word: string; jobs: number[] }[]
}

/** A job with its skills by number. */
export interface NumberedJob extends Omit<RankableJob, 'skills'> {
  id: number
  skills: { required: number[]; nice: number[] }
}

/** The jobs of a chunk, in its order; `twins`: numbers of other spellings, each with the one that stands for both. */
export function readChunk(
  { rows, found }: RankableChunk,
  twins: readonly (readonly [number, number])[] = [],
): NumberedJob[] {
  const sames = new Map(twins)
  const words = new Map<number, string[]>()
  for (const { word, jobs } of found)
    for (const id of jobs) {
      const before = words.get(id)
      if (before) before.push(word)
      else words.set(id, [word])
    }
  const read: RankableRow[] = JSON.parse(rows)
  return read.map(row => ({
    id: row[0],
    title: row[1],
    company: row[2],
    salary_year_low: row[3],
    salary_year_high: row[4],
    compensation_currency: row[5],
    office_city: row[6],
    office_province: row[7],
    office_country: row[8],
    location_text: row[9],
    remote_options: row[10],
    job_type: row[11],
    seniority_level: row[12],
    company_size: row[13],
    years_low: row[14],
    posted_at: row[15],
    skills: joined({ required: skillIds(row[16]), nice: skillIds(row[17]) }, sames),
    visa_sponsorship: row[18],
    languages_asked: row[19] === null || row[19] === '' ? [] : row[19].split(','),
    found_words: words.get(row[0]) ?? [],
  }))
}

/** What the rules of some campaigns need of jobs beside the nine factors; it is read only then. */
export interface RankingNeeds {
  /** Sponsorship and languages, which stand in the terms. */
  terms: boolean
  /** Words that are looked for in title, company and text. */
  words: readonly string[]
}

/** What the rules of some campaigns need. */
export function needsOf(rules: readonly EligibilityRules[]): RankingNeeds {
  const words = new Set<string>()
  let terms = false
  for (const each of rules) {
    for (const word of [...each.exclude_words, ...each.require_words]) words.add(word)
    terms ||= each.needs_sponsorship || each.languages.length > 0
  }
  return { terms, words: [...words] }
}

/** Each skill once, whatever its spelling; what is required is not a plus besides. */
function joined(skills: NumberedJob['skills'], sames: ReadonlyMap<number, number>): NumberedJob['skills'] {
  const isTwin = (id: number) => sames.has(id)
  if (sames.size === 0 || !(skills.required.some(isTwin) || skills.nice.some(isTwin))) return skills
  const one = (id: number) => sames.get(id) ?? id
  const required = new Set(skills.required.map(one))
  const nice = new Set(skills.nice.map(one).filter(id => !required.has(id)))
  return { required: [...required], nice: [...nice] }
}
