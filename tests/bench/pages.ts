import type { CompanyId, JobId } from '../../main/contract/ids.ts'
import { type JobFilterInput, JobSort } from '../../main/contract/job-filter.ts'
import { generatePosting } from '../fixtures/generate-postings.ts'
import { folderWith } from './data.ts'
import { atMost, type Figure, percentile, reading } from './figures.ts'
import { type RunningCore, runCore } from './running-core.ts'

async function times(
  count: number,
  work: (i: number) => Promise<unknown>,
  before: (i: number) => unknown = () => {},
): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < count + 5; i += 1) {
    await before(i)
    const asked = performance.now()
    await work(i)
    // The first calls load code and pages of the file; a page in use has them.
    if (i >= 5) taken.push(performance.now() - asked)
  }
  return taken
}

/** 200 mixed queries: common words, rare words, names, phrases, exclusions and two-letter beginnings. */
function queries(): string[] {
  const common = [
    'team ',
    'experience ',
    'the ',
    'and ',
    'work ',
    'software ',
    'senior ',
    'london ',
    'python ',
    'data ',
  ]
  const starts = ['de', 'se', 'en', 'ma', 'co', 're', 'pr', 'lo', 'py', 'an', 'th', 'wo', 'ex', 'so', 'te']
  return Array.from({ length: 200 }, (_, i) => {
    const { title, company, description } = generatePosting(i * 37)
    const words = description.split(/\W+/).filter(word => word.length > 3)
    const pick = words[(i * 13) % words.length] ?? 'engineer'
    switch (i % 8) {
      case 0:
        return common[((i / 8) % common.length) | 0] ?? 'team '
      case 1:
        return starts[((i / 8) % starts.length) | 0] ?? 'de'
      case 2:
        return title
      case 3:
        return `${company} `
      case 4:
        return `${common[i % common.length]}${pick}`
      case 5:
        return pick.slice(0, 4)
      case 6:
        return `"${words.slice(4, 6).join(' ')}" `
      default:
        return `${pick} -${common[i % common.length]?.trim()}`
    }
  })
}

async function atSize(core: RunningCore): Promise<Record<string, number[]>> {
  const asked = queries()
  const { rows } = await core.call('jobs.list', { filter: {}, limit: 200 })
  const ids = rows.map(row => row.id)
  const campaigns = await core.call('campaigns.list', {})
  const campaignId = campaigns[0]?.id ?? null
  let cursor: string | null = null
  const sorts = ['score', 'newest', 'salary'] as const
  const facts = [null, 'salary', 'remote', 'skills'] as const
  return {
    search: await times(200, i =>
      core.call('search.jobs', { text: asked[i % asked.length] ?? '', limit: 50 }),
    ),
    list: await times(100, async i => {
      const page: { cursor: string | null } = await core.call('jobs.list', {
        filter: { campaignId: i % 2 === 0 ? campaignId : null },
        sort: sorts[i % 3] ?? 'score',
        limit: 100,
      })
      cursor = page.cursor
    }),
    next_page: await times(60, async () => {
      const page: { cursor: string | null } = await core.call('jobs.list', {
        filter: {},
        sort: 'salary',
        cursor,
        limit: 100,
      })
      cursor = page.cursor
    }),
    counts: await times(60, i => core.call('jobs.counts', { campaignId: i % 2 === 0 ? campaignId : null })),
    dashboard: await times(60, () =>
      core.call('dashboard.overview', { days: 30, campaignId, utcOffset: 60 }),
    ),
    job: await times(100, i => core.call('jobs.get', { jobId: ids[i % ids.length] as JobId })),
    campaigns: await times(60, () => core.call('campaigns.list', {})),
    missing: await times(60, i => core.call('detection.missing', { fact: facts[i % facts.length] ?? null })),
    missing_counts: await times(60, () => core.call('detection.counts', {})),
    ...(await filtersAtSize(core, ids as JobId[])),
    ...(await companiesAtSize(core)),
  }
}

/** The list under three filters, its counts, and jobs like one. */
async function filtersAtSize(core: RunningCore, ids: readonly JobId[]): Promise<Record<string, number[]>> {
  const levels = ['mid', 'senior', 'lead'] as const
  const countries = ['GB', 'US', 'DE'] as const
  const filter = (i: number): JobFilterInput => ({
    remote: i % 2 === 0 ? ['remote', 'hybrid'] : ['onsite', 'unstated'],
    levels: [levels[i % 3] ?? 'mid', 'unstated'],
    countries: [countries[(i >> 1) % 3] ?? 'GB'],
    salary: { low: 40_000 + 1_000 * (i % 20), currency: 'USD', unstated: i % 5 === 0 },
  })
  const sorts = JobSort.options
  const words = ['engineer ', 'nurse ', 'python ', 'the ', 'senior ', '"data engineer" ', 'lond']
  return {
    filtered: await times(100, i =>
      core.call('jobs.list', {
        filter: filter(i),
        sort: sorts[i % sorts.length] ?? 'score',
        reversed: i % 4 === 3,
        limit: 100,
      }),
    ),
    facets: await times(60, i => core.call('jobs.facets', { filter: i % 3 === 0 ? {} : filter(i) })),
    facets_text: await times(60, i =>
      core.call('jobs.facets', { filter: { text: words[i % words.length] ?? '' } }),
    ),
    // What changed is read again before the next answer.
    facets_changed: await times(
      60,
      i => core.call('jobs.facets', { filter: filter(i) }),
      i => core.call('jobs.setFavourite', { jobIds: ids.slice(i, i + 3), favourite: i % 2 === 0 }),
    ),
    similar: await times(60, i => core.call('jobs.similar', { jobId: ids[i % ids.length] as JobId })),
  }
}

/** The companies, one of them, and the jobs list while twenty companies with the most jobs are blocked. */
async function companiesAtSize(core: RunningCore): Promise<Record<string, number[]>> {
  const texts = ['sys', 'a', 'labs', 'north', 'zzqq']
  const { rows } = await core.call('companies.list', { limit: 200 })
  const companyIds = rows.slice(0, 20).map(row => row.id)
  const taken = {
    companies: await times(60, i =>
      core.call('companies.list', { sort: i % 2 === 0 ? 'jobs' : 'name', limit: 100 }),
    ),
    company_search: await times(60, i =>
      core.call('companies.list', { text: texts[i % texts.length] ?? '', limit: 100 }),
    ),
    company: await times(60, i =>
      core.call('companies.get', { companyId: rows[i % rows.length]?.id as CompanyId }),
    ),
  }
  await core.call('companies.setBlocked', { companyIds, blocked: true })
  const sorts = ['score', 'newest', 'salary'] as const
  const blocked = await times(90, i =>
    i % 3 === 2
      ? core.call('jobs.counts', {})
      : core.call('jobs.list', { filter: {}, sort: sorts[i % 3] ?? 'score', limit: 100 }),
  )
  await core.call('companies.setBlocked', { companyIds, blocked: false })
  return { ...taken, blocked }
}

/** What walks through all jobs in memory: that grows with them, and may while it is soon done. */
const FROM_MEMORY: ReadonlySet<string> = new Set([
  'filtered',
  'facets',
  'facets_text',
  'facets_changed',
  'similar',
])
const SOON_MS = 5

/** What pages ask for, at each size and against the smallest. */
export async function pages(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  const bySize = new Map<number, Record<string, number[]>>()
  for (const count of sizes) {
    const core = await runCore(await folderWith(count))
    bySize.set(count, await atSize(core))
    await core.stop()
  }
  const smallest = bySize.get(Math.min(...sizes))
  for (const [count, measured] of bySize)
    for (const [name, taken] of Object.entries(measured)) {
      const size = `${count / 1000}k`
      const p95 = percentile(taken, 95)
      if (name === 'search') {
        figures.push(
          atMost(`search.p95.${size}`, p95, 'ms', 50),
          atMost(`search.max.${size}`, Math.max(...taken), 'ms', 500),
        )
        continue
      }
      if (name === 'company_search') {
        figures.push(atMost(`${name}.p95.${size}`, p95, 'ms', 50))
        continue
      }
      figures.push(atMost(`${name}.p95.${size}`, p95, 'ms', 20))
      if (count === 100_000 && smallest && sizes.includes(1000)) {
        // Below half a millisecond the carrier is measured, not the query.
        const growth = percentile(taken, 50) / Math.max(percentile(smallest[name] ?? [], 50), 0.5)
        const soonEnough = FROM_MEMORY.has(name) && percentile(taken, 50) < SOON_MS
        figures.push(
          soonEnough
            ? reading(`${name}.growth_1k_100k`, growth, 'ratio')
            : atMost(`${name}.growth_1k_100k`, growth, 'ratio', 3),
        )
      }
      figures.push(reading(`${name}.median.${size}`, percentile(taken, 50), 'ms'))
    }
  return figures
}
