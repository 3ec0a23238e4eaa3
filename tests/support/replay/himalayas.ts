import { fixtureList, json, like, queryNumber, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const jobs = fixtureList('sources/himalayas/feed.json', 'jobs')
const PAGE = 20
const address = (at: number): string => `https://himalayas.app/companies/saltglass/jobs/many-${at}`
const generated = (count: number): unknown[] =>
  times(count, at =>
    like(jobs[0], { title: `Furnace Engineer ${at}`, guid: address(at), applicationLink: address(at) }),
  )
const all = [...jobs, ...generated(PAGE)]

const page = (list: readonly unknown[], from: number, nextCursor?: string) =>
  json({
    offset: from,
    limit: PAGE,
    totalCount: list.length,
    nextCursor,
    jobs: list.slice(from, from + PAGE),
  })

/** Himalayas: a feed of two pages by cursor, and a search by page. */
export const himalayas: Replay = {
  kind: 'himalayas',
  config: {},
  postings: 29,
  unread: 3,
  calls: 2,
  answer(request) {
    const { pathname, searchParams } = request.url
    if (request.method !== 'GET') return null
    if (pathname === '/jobs/api') {
      const from = Number((searchParams.get('cursor') ?? 'after-0').replace('after-', ''))
      return page(all, from, from + PAGE < all.length ? `after-${from + PAGE}` : undefined)
    }
    if (pathname !== '/jobs/api/search') return null
    const words = (searchParams.get('q') ?? '').toLowerCase()
    const found = all.filter(job => String(Object(job).title).toLowerCase().includes(words))
    return page(found, (queryNumber(request, 'page', 1) - 1) * PAGE)
  },
  empty: json({ offset: 0, limit: PAGE, totalCount: 0, nextCursor: null, jobs: [] }),
  many: count => json({ totalCount: count, nextCursor: null, jobs: generated(count) }),
}
