import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBackend, type TestBackend } from '../../tests/support/backend.ts'
import {
  ANY_JOB,
  type FilterPart,
  JobFilter,
  type JobFilterInput,
  JobSort,
  UNSTATED,
} from '../contract/job-filter.ts'
import {
  JOB_STATUSES,
  JOB_TYPES,
  type JobStatus,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../contract/values.ts'
import { convert, SHIPPED_RATES } from '../ranking/rules/rates.ts'

// The list, its counts and its order are compared with a plain recount of rows that are read one by one, over random
// jobs and filters, while jobs come, change and go.

const NOW = '2026-03-02T09:00:00.000Z'
const DAY = 24 * 60 * 60 * 1000
const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY).toISOString()

const CITIES = ['London', 'london', 'Zürich', 'Zurich', 'Berlin', 'New York', null]
const TITLES = ['Nurse', 'Backend Engineer', 'Accountant', 'Émigré Coach', 'nurse lead', 'Zoologist']
const COUNTRIES = ['GB', 'CH', 'DE', 'US', null]
const COMPANIES = 8
const BLOCKED = [3, 7]

let backend: TestBackend
let nextPosting = 1

/** What a job may say; every combination is possible. */
const jobs = fc.record({
  title: fc.constantFrom(...TITLES),
  company: fc.integer({ min: 1, max: COMPANIES }),
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constant<JobStatus>('waiting') },
    fc.constantFrom(...JOB_STATUSES),
  ),
  favourite: fc.integer({ min: 0, max: 1 }),
  unread: fc.integer({ min: 0, max: 1 }),
  remote: fc.constantFrom(...REMOTE_OPTIONS, null),
  type: fc.constantFrom(...JOB_TYPES, null),
  level: fc.constantFrom(...SENIORITY_LEVELS, null),
  city: fc.constantFrom(...CITIES),
  country: fc.constantFrom(...COUNTRIES),
  low: fc.constantFrom(null, 0, 20_000, 50_000, 80_000),
  more: fc.constantFrom(null, 0, 10_000, 40_000),
  currency: fc.constantFrom('GBP', 'USD', 'EUR', 'XTS', null),
  found: fc.integer({ min: 0, max: 60 }),
  posted: fc.option(fc.integer({ min: 0, max: 60 })),
  closed: fc.option(fc.integer({ min: -10, max: 10 })),
  sources: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  campaigns: fc.uniqueArray(fc.integer({ min: 1, max: 2 }), { maxLength: 2 }),
  best: fc.constantFrom(-1, 12.5, 40, 40.01, 99.99),
  ineligible: fc.integer({ min: 0, max: 1 }),
  ranked: fc.option(fc.record({ score: fc.constantFrom(0, 33.33, 70), ineligible: fc.constantFrom(0, 2) })),
  match: fc.option(fc.constantFrom(0, 20.5, 88)),
})
type Job = typeof jobs extends fc.Arbitrary<infer T> ? T : never

/** Puts a job into the database, whole, as runs do; `id` null: a new one. */
function write(job: Job, id: number | null): number {
  const { db } = backend
  const high = job.low === null || job.more === null ? job.low : job.low + job.more
  const columns = {
    opening_key: 'x',
    company_id: job.company,
    title: job.title,
    company: `Company ${job.company}`,
    location_text: job.city ?? '',
    status: job.status,
    favourite: job.favourite,
    unread: job.unread,
    remote_options: job.remote,
    job_type: job.type,
    seniority_level: job.level,
    office_city: job.city,
    office_country: job.country,
    salary_year_low: job.low,
    salary_year_high: high,
    compensation_currency: job.currency,
    found_at: daysAgo(job.found),
    posted_at: job.posted === null ? null : daysAgo(job.posted),
    closed_at: job.closed === null ? null : daysAgo(job.closed),
    detector_version: 1,
  }
  const names = Object.keys(columns)
  const values = Object.values(columns)
  return db.immediate(() => {
    const jobId =
      id ??
      db.sql(`INSERT INTO jobs (${names.join()}) VALUES (${names.map(() => '?').join()})`).run(...values)
        .lastId
    if (id !== null) {
      db.sql(`UPDATE jobs SET ${names.map(name => `${name} = ?`).join()} WHERE id = ?`).run(...values, id)
      db.sql('DELETE FROM postings WHERE job_id = ?').run(id)
      db.sql('DELETE FROM campaign_jobs WHERE job_id = ?').run(id)
      db.sql('DELETE FROM rankings WHERE job_id = ?').run(id)
      db.sql('DELETE FROM best_rankings WHERE job_id = ?').run(id)
      db.sql('DELETE FROM matches WHERE job_id = ?').run(id)
      // Scores and matches are noted by those that write them.
      db.sql(
        "INSERT INTO job_changes (what, first_job, last_job) VALUES ('score', ?, ?), ('match', ?, ?)",
      ).run(id, id, id, id)
    }
    for (const source of job.sources) {
      const key = String(nextPosting++)
      const raw = db
        .sql(
          "INSERT INTO raw_postings (source_id, source_key, loaded_at, content_hash, media_type, payload) VALUES (?, ?, '', ?, '', x'00')",
        )
        .run(source, key, Buffer.from(key)).lastId
      db.sql(
        `INSERT INTO postings (raw_posting_id, source_id, source_key, job_id, is_primary, title, company, location_text, found_at, description)
         VALUES (?, ?, ?, ?, ?, '', '', '', '', '')`,
      ).run(raw, source, key, jobId, source === job.sources[0] ? 1 : 0)
    }
    for (const campaign of job.campaigns)
      db.sql('INSERT INTO campaign_jobs (campaign_id, job_id, found_at) VALUES (?, ?, ?)').run(
        campaign,
        jobId,
        columns.found_at,
      )
    db.sql(
      'INSERT INTO best_rankings (job_id, status, score, ineligible, found_hour) VALUES (?, ?, ?, ?, ?)',
    ).run(jobId, job.status, job.best, job.ineligible, columns.found_at.slice(0, 13))
    if (job.ranked)
      db.sql(
        `INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, ineligible, shares, place, ranked_on)
         VALUES (1, ?, ?, ?, 0, ?, '', '', '')`,
      ).run(jobId, job.status, job.ranked.score, job.ranked.ineligible)
    if (job.match !== null)
      db.sql("INSERT INTO matches (job_id, status, score, less_sure, place) VALUES (?, ?, ?, 0, '')").run(
        jobId,
        job.status,
        job.match,
      )
    return jobId
  })
}

const filters: fc.Arbitrary<JobFilterInput> = fc
  .record(
    {
      campaignId: fc.constant(1),
      statuses: fc.subarray([...JOB_STATUSES], { minLength: 1 }),
      favourite: fc.boolean(),
      ineligible: fc.boolean(),
      companyId: fc.integer({ min: 1, max: COMPANIES }),
      text: fc.constantFrom('nurse ', 'engineer ', 'zzzq '),
      foundSince: fc.integer({ min: 0, max: 60 }).map(daysAgo),
      foundUntil: fc.integer({ min: 0, max: 60 }).map(daysAgo),
      postedSince: fc.integer({ min: 0, max: 60 }).map(daysAgo),
      companyIds: fc.subarray([1, 2, 3, 4, 99], { minLength: 1 }),
      sourceIds: fc.subarray([1, 2, 3, 4, 99], { minLength: 1 }),
      foundBy: fc.subarray([1, 2, 99], { minLength: 1 }),
      remote: fc.subarray([...REMOTE_OPTIONS, UNSTATED], { minLength: 1 }),
      jobTypes: fc.subarray([...JOB_TYPES, UNSTATED], { minLength: 1 }),
      levels: fc.subarray([...SENIORITY_LEVELS, UNSTATED], { minLength: 1 }),
      countries: fc.subarray(['GB', 'CH', 'FR', UNSTATED], { minLength: 1 }),
      cities: fc.subarray(['LONDON', 'zurich', 'Oslo'], { minLength: 1 }),
      salary: fc.record({
        low: fc.constantFrom(null, 20_000, 45_000, 90_000),
        high: fc.constantFrom(null, 30_000, 50_000),
        currency: fc.constantFrom('GBP', 'USD', 'JPY'),
        unstated: fc.boolean(),
      }),
      minScore: fc.constantFrom(0, 40, 70),
      minMatch: fc.constantFrom(0, 50),
      unread: fc.boolean(),
      open: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  // All parts at once leave nothing: a few of them say more.
  .chain(all => {
    const parts = Object.keys(all)
    return fc.subarray(parts, { maxLength: Math.min(4, parts.length) }).map(keys => pick(all, keys))
  })
  .map(filter => (filter.companyId ? { ...filter, text: '' } : filter)) as fc.Arbitrary<JobFilterInput>

const pick = (all: object, keys: string[]) =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key))) as JobFilterInput

const fold = (name: string) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

/** A job's yearly pay in a currency; null: none is stated that can be converted. */
function payOf(job: Job, currency: string): { low: number; high: number } | null {
  const ends = [job.low, job.low === null || job.more === null ? job.low : job.low + job.more].filter(
    each => each !== null && each > 0,
  ) as number[]
  if (ends.length === 0 || job.currency === null) return null
  const [low, high] = [Math.min(...ends), Math.max(...ends)].map(each =>
    convert(each, job.currency ?? '', currency, SHIPPED_RATES),
  )
  return low === null || high === null || low === undefined || high === undefined ? null : { low, high }
}

/** Whether a list shows a job, part by part. */
function shows(job: Job, filter: JobFilter): boolean {
  const chosen = <T>(values: readonly (T | typeof UNSTATED)[], value: T | null) =>
    values.length === 0 || values.includes(value ?? UNSTATED)
  const score = filter.campaignId === null ? job.best : (job.ranked?.score ?? -1)
  const against = filter.campaignId === null ? job.ineligible : (job.ranked?.ineligible ?? 0)
  const whole = filter.ineligible || filter.favourite || filter.companyId !== null
  const pay = filter.salary === null ? null : payOf(job, filter.salary.currency)
  return (
    (filter.campaignId === null || job.ranked !== null) &&
    (filter.companyId === null ? !BLOCKED.includes(job.company) : job.company === filter.companyId) &&
    (filter.statuses.length > 0
      ? filter.statuses.includes(job.status)
      : job.status !== 'rejected' && job.status !== 'archived') &&
    (whole || job.status !== 'waiting' || against === 0) &&
    (!filter.favourite || job.favourite === 1) &&
    (filter.text === '' || fold(job.title).split(' ').includes(filter.text.trim())) &&
    (filter.foundSince === null || daysAgo(job.found) >= filter.foundSince) &&
    (filter.foundUntil === null || daysAgo(job.found) < filter.foundUntil) &&
    (filter.postedSince === null || (job.posted !== null && daysAgo(job.posted) >= filter.postedSince)) &&
    (filter.companyIds.length === 0 || filter.companyIds.some(id => id === job.company)) &&
    (filter.sourceIds.length === 0 || filter.sourceIds.some(id => job.sources.includes(id))) &&
    (filter.foundBy.length === 0 || filter.foundBy.some(id => job.campaigns.includes(id))) &&
    chosen(filter.remote, job.remote) &&
    chosen(filter.jobTypes, job.type) &&
    chosen(filter.levels, job.level) &&
    chosen(filter.countries, job.country) &&
    (filter.cities.length === 0 ||
      (job.city !== null && filter.cities.some(city => fold(city) === fold(job.city ?? '')))) &&
    (filter.salary === null ||
      (pay === null
        ? filter.salary.unstated
        : pay.high >= (filter.salary.low ?? 0) &&
          pay.low <= (filter.salary.high ?? Number.POSITIVE_INFINITY))) &&
    (filter.minScore === null || score >= filter.minScore) &&
    (filter.minMatch === null || (job.match ?? -1) >= filter.minMatch) &&
    (!filter.unread || job.unread === 1) &&
    (!filter.open || job.closed === null || job.closed < 0)
  )
}

/** What a job is sorted by, the higher the earlier; null: it has no value. */
function sortKey(job: Job, id: number, sort: JobSort, campaign: boolean): number | string | null {
  const score = campaign ? (job.ranked?.score ?? -1) : job.best
  switch (sort) {
    case 'score':
      return score < 0 ? null : score
    case 'newest':
      return id
    case 'salary':
      return payOf(job, 'EUR')?.high ?? null
    case 'match':
      return job.match
    case 'posted':
      return job.posted === null ? null : -job.posted
    case 'company':
      return `Company ${job.company}`
    case 'title':
      return fold(job.title)
  }
}

function ordered(known: Map<number, Job>, filter: JobFilter, sort: JobSort, reversed: boolean): number[] {
  const sign = reversed ? -1 : 1
  const named = sort === 'company' || sort === 'title'
  return [...known]
    .filter(([, job]) => shows(job, filter))
    .map(([id, job]) => ({ id, key: sortKey(job, id, sort, filter.campaignId !== null) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null)
        return a.key === b.key ? sign * (b.id - a.id) : a.key === null ? 1 : -1
      const first = a.key === b.key ? 0 : a.key > b.key ? -1 : 1
      return sign * ((named ? -first : first) || b.id - a.id)
    })
    .map(({ id }) => id)
}

async function listed(filter: JobFilterInput, sort: JobSort, reversed: boolean, limit: number) {
  const ids: number[] = []
  let cursor: string | null = null
  do {
    const page: { rows: { id: number }[]; cursor: string | null } = await backend.call('jobs.list', {
      filter,
      sort,
      reversed,
      cursor,
      limit,
    })
    ids.push(...page.rows.map(job => job.id))
    cursor = page.cursor
  } while (cursor !== null)
  return ids
}

beforeAll(async () => {
  backend = openBackend({ now: NOW })
  await backend.call('campaigns.create', { name: 'One', query: 'nurse' })
  await backend.call('campaigns.create', { name: 'Two', query: 'engineer' })
  const { db } = backend
  for (let id = 1; id <= COMPANIES; id++)
    db.sql(
      'INSERT INTO companies (id, name, normalised_name, blocked, created_at) VALUES (?, ?, ?, ?, ?)',
    ).run(id, `Company ${id}`, `company ${id}`, BLOCKED.includes(id) ? 1 : 0, NOW)
  for (let id = 1; id <= 4; id++)
    db.sql(
      "INSERT OR REPLACE INTO sources (id, kind, key, label, config, created_at) VALUES (?, 'test', ?, ?, '{}', ?)",
    ).run(id, String(id), `Source ${id}`, NOW)
})
afterAll(() => backend.close())

const known = new Map<number, Job>()

/** Searches find a job by its title from here on. */
function index(id: number, { title }: Job): void {
  backend.db.sql('DELETE FROM job_search WHERE rowid = ?').run(id)
  backend.db
    .sql('INSERT INTO job_search (rowid, title, company, place, description) VALUES (?, ?, ?, ?, ?)')
    .run(id, title, '', '', '')
}

function add(job: Job): void {
  const id = write(job, null)
  known.set(id, job)
  index(id, job)
}

function remove(id: number): void {
  backend.db.immediate(() => {
    backend.db.sql('DELETE FROM job_search WHERE rowid = ?').run(id)
    backend.db.sql('DELETE FROM postings WHERE job_id = ?').run(id)
    backend.db.sql('DELETE FROM jobs WHERE id = ?').run(id)
  })
  known.delete(id)
}

/** A few changes: jobs come, become others, and go. */
const changes = fc.array(
  fc.record({ what: fc.constantFrom('add', 'change', 'remove', 'roll back'), at: fc.nat(), job: jobs }),
  { maxLength: 4 },
)

function carryOut({ what, at, job }: { what: string; at: number; job: Job }): void {
  const id = [...known.keys()][at % known.size]
  if (what === 'add' || id === undefined) add(job)
  else if (what === 'change') {
    write(job, id)
    known.set(id, job)
    index(id, job)
  } else if (what === 'remove' && known.size > 20) remove(id)
  else if (what === 'roll back')
    expect(() =>
      backend.db.immediate(() => {
        backend.db.sql("UPDATE jobs SET status = 'offer', favourite = 1 - favourite WHERE id = ?").run(id)
        throw new Error('Changed my mind')
      }),
    ).toThrow('Changed my mind')
}

const alone = (filter: JobFilter, part: FilterPart, value: unknown): number =>
  [...known.values()].filter(job => shows(job, { ...filter, [part]: value } as JobFilter)).length

describe('filters over random jobs', () => {
  it('show, order and count what a plain recount does, while jobs change', async () => {
    for (const job of fc.sample(jobs, { numRuns: 80, seed: 7 })) add(job)
    await fc.assert(
      fc.asyncProperty(
        filters,
        fc.constantFrom(...JobSort.options),
        fc.boolean(),
        changes,
        async (input, sort, reversed, changed) => {
          for (const change of changed) carryOut(change)
          const filter = JobFilter.parse(input)
          const expected = ordered(known, filter, sort, reversed)
          expect(await listed(input, sort, reversed, 9)).toEqual(expected)

          const { jobIds, total } = await backend.call('jobs.ids', { filter: input })
          expect(jobIds.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b))
          expect(total).toBe(expected.length)

          const facets = await backend.call('jobs.facets', { filter: input })
          expect(facets.total).toBe(expected.length)
          for (const { value, n } of facets.statuses) expect(n).toBe(alone(filter, 'statuses', [value]))
          for (const part of ['remote', 'jobTypes', 'levels', 'countries', 'cities'] as const)
            for (const { value, n } of facets[part])
              expect({ part, value, n }).toEqual({ part, value, n: alone(filter, part, [value]) })
          for (const { value, n } of facets.companies) expect(n).toBe(alone(filter, 'companyIds', [value]))
          for (const { value, n } of facets.sources) expect(n).toBe(alone(filter, 'sourceIds', [value]))
          for (const { value, n } of facets.campaigns) expect(n).toBe(alone(filter, 'foundBy', [value]))
          expect(facets.favourite).toBe(alone(filter, 'favourite', true))
          expect(facets.unread).toBe(alone(filter, 'unread', true))
          expect(facets.open).toBe(alone(filter, 'open', true))
          expect(facets.salary?.buckets.reduce((sum, n) => sum + n, 0)).toBe(facets.salary?.stated)
          expect((facets.salary?.stated ?? 0) + (facets.salary?.unstated ?? 0)).toBe(
            alone(filter, 'salary', null),
          )
          // A count for each value that would show something; none is forgotten.
          for (const city of new Set([...known.values()].map(job => job.city)))
            if (city !== null && alone(filter, 'cities', [city]) > 0)
              expect(facets.cities.map(({ value }) => fold(value))).toContain(fold(city))

          const ways = (Object.keys(filter) as FilterPart[])
            .map(part => ({ part, n: alone(filter, part, ANY_JOB[part]) }))
            .filter(({ n }) => n > 0 && expected.length === 0)
          expect(facets.relax.toSorted((a, b) => a.part.localeCompare(b.part))).toEqual(
            ways.toSorted((a, b) => a.part.localeCompare(b.part)),
          )
        },
      ),
      // What was changed before stays: a smaller example would begin elsewhere.
      { numRuns: 100, seed: 11, endOnFailure: true },
    )
  }, 120_000)
})
