import { listCampaigns, type RankAgain } from '../campaigns/service.ts'
import type { CompanyEdit, CompanyFactName } from '../contract/companies.ts'
import { refuse } from '../contract/errors.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { GlassdoorCompany } from './rules/glassdoor.ts'
import { type Company, type CompanyValues, type Origins, originsOf } from './store.ts'
import { websiteDomain } from './website-domain.ts'

/** Whose word counts: the person's over that of a look-up, and both over that of a posting. */

const FACTS = ['website', 'industry', 'size_range', 'headquarters', 'founded'] as const

/**
 * The columns that a find changes: what the person said stays, and so does a website that a posting named, which is
 * nearer to the company than a page about it.
 */
export function factsFound(company: Company, found: GlassdoorCompany, at: string): CompanyValues {
  const origins = originsOf(company)
  const values: CompanyValues = {
    rating: found.rating,
    review_count: found.review_count,
    ratings: found.ratings === null ? null : JSON.stringify(found.ratings),
    facts_from: 'glassdoor',
    facts_url: found.url,
    facts_at: at,
  }
  const put = <F extends (typeof FACTS)[number]>(fact: F, value: Company[F]) => {
    if (value === null || origins[fact]?.from === 'you') return
    if (fact === 'website' && company.website !== null && origins.website?.from !== 'glassdoor') return
    Object.assign(values, { [fact]: value })
    origins[fact] = { from: 'glassdoor', at }
  }
  for (const fact of FACTS) put(fact, found[fact])
  if (values.website !== undefined) values.domain = websiteDomain(values.website ?? null)
  return { ...values, origins: JSON.stringify(origins) }
}

/** An address as it is kept: with its protocol. Anything else is refused at its field. */
function websiteOf(text: string | null): string | null {
  if (text === null) return null
  const address = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`)
  if (address && /^https?:$/.test(address.protocol) && address.hostname.includes('.')) return address.href
  return refuse('bad_input', 'A website is written like https://acme.com', { field: 'facts.website' })
}

const EDITABLE = ['website', 'industry', 'size_range', 'headquarters'] as const

/** The columns that an edit by hand changes. */
export function factsEdited(company: Company, facts: CompanyEdit, at: string): CompanyValues {
  const origins = originsOf(company)
  const values: CompanyValues = {}
  const given = { ...facts, ...(facts.website === undefined ? {} : { website: websiteOf(facts.website) }) }
  for (const name of EDITABLE) {
    const value = given[name]
    if (value === undefined || value === company[name]) continue
    Object.assign(values, { [name]: value })
    origins[name] = { from: 'you', at }
  }
  if (Object.keys(values).length === 0) return values
  if (values.website !== undefined) values.domain = websiteDomain(values.website ?? null)
  return { ...values, origins: JSON.stringify(origins) }
}

/** What an edit replaced: the value of each fact, and where it came from. */
export type ReplacedFacts = Partial<
  Record<(typeof EDITABLE)[number], { value: string | null; origin: Origins[CompanyFactName] | null }>
>

/** What the company said in the columns that an edit changes. */
export function factsReplaced(company: Company, values: CompanyValues): ReplacedFacts {
  const origins = originsOf(company)
  const names = EDITABLE.filter(name => values[name] !== undefined)
  return Object.fromEntries(
    names.map(name => [name, { value: company[name], origin: origins[name] ?? null }]),
  )
}

/** The columns that take an edit back; what was learned of other facts since then stays. */
export function factsRestored(company: Company, before: ReplacedFacts): CompanyValues {
  const origins = originsOf(company)
  const values: CompanyValues = {}
  for (const name of EDITABLE) {
    const was = before[name]
    if (!was) continue
    Object.assign(values, { [name]: was.value })
    if (was.origin) origins[name] = was.origin
    else delete origins[name]
  }
  if (values.website !== undefined) values.domain = websiteDomain(values.website ?? null)
  return { ...values, origins: JSON.stringify(origins) }
}

/** Ranks again for every active campaign that prefers sizes of companies. */
export function rankForSizes(tx: Tx, rankAgain: RankAgain): void {
  for (const { id, state, draft } of listCampaigns(tx.db))
    if (state === 'active' && draft.company_sizes.length > 0) rankAgain(tx, id)
}
