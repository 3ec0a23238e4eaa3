import { z } from 'zod'
import type { CompanySize } from '../../contract/values.ts'
import { cleanText } from '../../postings/rules/clean-text.ts'
import { readCompanySize, readUrl } from '../../sources/rules/values.ts'
import { bestMatch } from './match.ts'

/** The company search of Glassdoor's facts at OpenWeb Ninja, asked with the person's own key. */

export const GLASSDOOR_URL = 'https://api.openwebninja.com'

/** What a company is looked up by. */
export interface LookedUp {
  name: string
  /** Its own site, such as "acme.com"; null when unknown. */
  domain: string | null
}

export interface GlassdoorCompany {
  website: string | null
  industry: string | null
  size_range: CompanySize | null
  headquarters: string | null
  founded: number | null
  /** 0–5. */
  rating: number | null
  review_count: number | null
  /** 0–5 by topic, in words for people. */
  ratings: Record<string, number> | null
  /** The page about it, for people. */
  url: string | null
}

export type GlassdoorReading =
  | { ok: true; found: GlassdoorCompany | null }
  /** One plain sentence; `key`: the key was refused. */
  | { ok: false; reason: 'key' | 'busy' | 'failed'; message: string }

/** Companies of one name that are told apart. */
const CANDIDATES = 10

/** The request that looks a company up; the key goes in a header. */
export function glassdoorRequest(
  { name }: LookedUp,
  key: string,
  baseUrl: string = GLASSDOOR_URL,
): { url: string; headers: Record<string, string> } {
  const query = new URLSearchParams({ query: name, limit: String(CANDIDATES), domain: 'www.glassdoor.com' })
  return {
    url: `${baseUrl}/realtime-glassdoor-data/company-search?${query}`,
    headers: { accept: 'application/json', 'x-api-key': key },
  }
}

const text = z.string().nullish().catch(null)
const number = z.number().nullish().catch(null)

const Company = z.object({
  name: z.string().trim().min(1),
  company_link: text,
  rating: number,
  review_count: number,
  headquarters_location: text,
  company_size: text,
  industry: text,
  website: text,
  year_founded: z.union([z.number(), z.string()]).nullish().catch(null),
  culture_and_values_rating: number,
  work_life_balance_rating: number,
  compensation_and_benefits_rating: number,
  career_opportunities_rating: number,
  senior_management_rating: number,
  diversity_and_inclusion_rating: number,
})
type Company = z.infer<typeof Company>

const Answer = z.object({ data: z.array(z.unknown()) })

/** Reads an answer of any status: the wanted company among those found, or why there is none. Never throws. */
export function readGlassdoor(
  { status, body }: { status: number; body: Uint8Array },
  wanted: LookedUp,
): GlassdoorReading {
  const failure = failureOf(status)
  if (failure !== null) return failure
  const answer = Answer.safeParse(parsed(body))
  if (!answer.success)
    return failed('The answer of Glassdoor company search could not be read; its form may have changed.')
  const companies = answer.data.data.map(one => Company.safeParse(one))
  const read = companies.flatMap(one => (one.success ? [one.data] : []))
  if (companies.length > 0 && read.length === 0)
    return failed('The companies of Glassdoor company search have an unknown form.')
  const candidates = read.map(company => ({
    name: cleanText(company.name),
    site: known(company.website),
    weight: company.review_count ?? null,
    company,
  }))
  const match = bestMatch({ name: wanted.name, site: wanted.domain }, candidates)
  return { ok: true, found: match === null ? null : factsOf(match.company) }
}

const failed = (message: string): GlassdoorReading => ({ ok: false, reason: 'failed', message })

function failureOf(status: number): GlassdoorReading | null {
  if (status === 200) return null
  // No company of the name: some plans answer so.
  if (status === 404) return { ok: true, found: null }
  if (status === 401 || status === 403)
    return {
      ok: false,
      reason: 'key',
      message: `Glassdoor company search does not accept the key (status ${status}).`,
    }
  if (status === 429)
    return {
      ok: false,
      reason: 'busy',
      message: 'Glassdoor company search asks to slow down, or the plan is used up.',
    }
  if (status >= 500) return failed(`Glassdoor company search has a problem (status ${status}).`)
  return failed(`Glassdoor company search answered with status ${status}.`)
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

/** Words that fill a field of which nothing is known. */
const UNKNOWN = /^(?:unknown(?:\s*\/\s*non-applicable)?|n\/?a|none|null|-+|other)?$/i

function known(value: string | null | undefined): string | null {
  const clean = cleanText(value ?? '')
  return UNKNOWN.test(clean) ? null : clean
}

/** 0 means that nobody rated. */
const ratingOf = (value: number | null | undefined): number | null =>
  typeof value === 'number' && value > 0 && value <= 5 ? Math.round(value * 10) / 10 : null

function factsOf(company: Company): GlassdoorCompany {
  const topics: [topic: string, value: number | null | undefined][] = [
    ['culture and values', company.culture_and_values_rating],
    ['work-life balance', company.work_life_balance_rating],
    ['pay and benefits', company.compensation_and_benefits_rating],
    ['career opportunities', company.career_opportunities_rating],
    ['senior management', company.senior_management_rating],
    ['diversity and inclusion', company.diversity_and_inclusion_rating],
  ]
  const rated = topics.flatMap(([topic, value]) => {
    const rating = ratingOf(value)
    return rating === null ? [] : [[topic, rating] as const]
  })
  const founded = Number(company.year_founded ?? 0)
  const count = company.review_count ?? -1
  return {
    website: readUrl(known(company.website)),
    industry: known(company.industry),
    // "1 to 50 Employees" spans two of our classes and is left open.
    size_range: readCompanySize(company.company_size ?? ''),
    headquarters: known(company.headquarters_location),
    founded: Number.isInteger(founded) && founded >= 1000 && founded <= 2100 ? founded : null,
    rating: ratingOf(company.rating),
    review_count: Number.isInteger(count) && count >= 0 ? count : null,
    ratings: rated.length > 0 ? Object.fromEntries(rated) : null,
    url: readUrl(company.company_link),
  }
}
