import { CampaignId, CompanyId, SourceId } from '../contract/ids.ts'
import { ANY_JOB, type FilterPart, type JobFacets, type JobFilter, UNSTATED } from '../contract/job-filter.ts'
import { JOB_STATUSES, JOB_TYPES, REMOTE_OPTIONS, SENIORITY_LEVELS } from '../contract/values.ts'
import type { Db } from '../platform/db/connection.ts'
import { columnsSeq } from './columns.ts'
import { campaignNames, companyNames, sourceNames } from './facets-store.ts'
import { ask, type Question } from './question.ts'
import { countFacets, type FacetCounts, mostFrequent } from './rules/count-facets.ts'
import type { JobColumns } from './rules/job-columns.ts'
import { type PayScale, payBuckets, payScale } from './rules/pay-buckets.ts'
import { cityOf } from './rules/read-columns.ts'

/** How many jobs each further choice of a filter would leave. */

const MOST_CITIES = 100
const MOST_COMPANIES = 100
const MOST_COUNTRIES = 250

/** Every value of a vocabulary, and those that state none when there are any. */
function everyOf<T extends string>(vocabulary: readonly T[], counts: Int32Array, chosen: readonly string[]) {
  const unstated = counts[0] ?? 0
  const known: { value: T | typeof UNSTATED; n: number }[] = vocabulary.map((value, place) => ({
    value,
    n: counts[place + 1] ?? 0,
  }))
  if (unstated > 0 || chosen.includes(UNSTATED)) known.push({ value: UNSTATED, n: unstated })
  return known
}

/** The most frequent places of a column, and chosen ones that are not among them. */
function withChosen(
  counts: Int32Array,
  limit: number,
  from: 0 | 1,
  chosen: readonly (number | undefined)[],
): number[] {
  const places = mostFrequent(counts, limit, from)
  const missing = chosen.filter(place => place !== undefined && !places.includes(place))
  return [...places, ...new Set(missing as number[])]
}

function countryCounts({ columns, filter }: Question, counts: Int32Array): JobFacets['countries'] {
  const { values, numbers } = columns.countries
  const chosen = filter.countries.filter(each => each !== UNSTATED)
  const places = withChosen(counts, MOST_COUNTRIES, 0, [
    ...chosen.map(each => numbers.get(each)),
    ...(filter.countries.includes(UNSTATED) ? [0] : []),
  ])
  return [
    ...places.map(place => ({
      value: place === 0 ? UNSTATED : (values[place] ?? ''),
      n: counts[place] ?? 0,
    })),
    ...chosen.filter(each => !numbers.has(each)).map(value => ({ value, n: 0 })),
  ]
}

function cityCounts({ columns, filter }: Question, counts: Int32Array): JobFacets['cities'] {
  const chosen = filter.cities.map(each => cityOf(columns, each))
  return [
    ...withChosen(counts, MOST_CITIES, 1, chosen).map(place => ({
      value: columns.cities.values[place] ?? '',
      n: counts[place] ?? 0,
    })),
    ...filter.cities.filter((_, index) => chosen[index] === undefined).map(value => ({ value, n: 0 })),
  ]
}

function companyCounts(db: Db, filter: JobFilter, counts: Int32Array): JobFacets['companies'] {
  const ids = withChosen(counts, MOST_COMPANIES, 1, filter.companyIds)
  const names = companyNames(db, ids)
  return ids.flatMap(id => {
    const name = names.get(id)
    return name === undefined ? [] : [{ value: CompanyId.parse(id), name, n: counts[id] ?? 0 }]
  })
}

/** Named ids with their counts, the most frequent first; of those without any only the chosen ones. */
function namedCounts(names: Map<number, string>, counts: Map<number, number>, chosen: readonly number[]) {
  return [...names]
    .map(([id, name]) => ({ id, name, n: counts.get(id) ?? 0 }))
    .filter(({ id, n }) => n > 0 || chosen.includes(id))
    .sort((a, b) => b.n - a.n || a.id - b.id)
}

/** Parts whose absence changes what other parts ask; without them, the list is counted anew. */
const FAR_REACHING: readonly FilterPart[] = ['campaignId', 'companyId', 'favourite']

/** Parts of a filter that shows nothing without which it would show something, the most jobs first. */
function relaxed(db: Db, filter: JobFilter, now: string, { kept }: FacetCounts): JobFacets['relax'] {
  const parts: JobFacets['relax'] = []
  for (const [part, n] of Object.entries(kept) as [FilterPart, number][])
    if (!FAR_REACHING.includes(part)) parts.push({ part, n })
  for (const part of FAR_REACHING) {
    if (filter[part] === ANY_JOB[part]) continue
    const { columns, test } = ask(db, { ...filter, [part]: ANY_JOB[part] }, now, {})
    let n = 0
    for (let row = 0; row < columns.rows; row++) if (test(row) === 0) n += 1
    if (n > 0) parts.push({ part, n })
  }
  return parts.sort((a, b) => b.n - a.n)
}

interface KnownScale {
  columns: JobColumns
  seq: number
  rows: number
  rates: string
  scale: PayScale | null
}
const scales = new WeakMap<Db, Map<string, KnownScale>>()

/** The scale of pay in a filter's currency; computed again only after jobs or rates have changed. */
function scaleOf(db: Db, { columns, filter, asked: { rates } }: Question): PayScale | null {
  const currency = filter.salary?.currency ?? null
  const known = scales.get(db) ?? new Map<string, KnownScale>()
  scales.set(db, known)
  const before = known.get(currency ?? '')
  const [seq, { rows }] = [columnsSeq(db), columns]
  if (
    before?.columns === columns &&
    before.seq === seq &&
    before.rows === rows &&
    before.rates === rates.date
  )
    return before.scale
  const scale = payScale(columns, currency, rates)
  known.set(currency ?? '', { columns, seq, rows, rates: rates.date, scale })
  return scale
}

/** Counts of a filter's choices. `now` decides which postings have closed. */
export function facetsOf(db: Db, filter: JobFilter, now: string): JobFacets {
  const question = ask(db, filter, now, { sources: true, campaigns: true })
  const { columns, test, scores, asked, more } = question
  const counts = countFacets(columns, filter, test, scores, asked.now)
  const scale = scaleOf(db, question)
  return {
    total: counts.total,
    more,
    statuses: JOB_STATUSES.map((value, place) => ({ value, n: counts.statuses[place] ?? 0 })),
    remote: everyOf(REMOTE_OPTIONS, counts.remote, filter.remote),
    jobTypes: everyOf(JOB_TYPES, counts.jobTypes, filter.jobTypes),
    levels: everyOf(SENIORITY_LEVELS, counts.levels, filter.levels),
    countries: countryCounts(question, counts.countries),
    cities: cityCounts(question, counts.cities),
    companies: companyCounts(db, filter, counts.companies),
    sources: namedCounts(sourceNames(db), counts.sources, filter.sourceIds).map(({ id, name, n }) => ({
      value: SourceId.parse(id),
      name,
      n,
    })),
    campaigns: namedCounts(campaignNames(db), counts.campaigns, filter.foundBy).map(({ id, name, n }) => ({
      value: CampaignId.parse(id),
      name,
      n,
    })),
    favourite: counts.favourite,
    unread: counts.unread,
    open: counts.open,
    ineligible: counts.ineligible,
    salary: scale && payBuckets(columns, counts.payRows, scale, asked.rates),
    relax: counts.total > 0 ? [] : relaxed(db, filter, now, counts),
  }
}
