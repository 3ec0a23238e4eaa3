import { fixtureList, json, like, queryNumber, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const jobs = fixtureList('sources/themuse/jobs.json', 'results')
const PAGE = 20
const generated = (count: number): unknown[] =>
  times(count, at => like(jobs[0], { id: 19_000_000 + at, name: `Night Baker ${at}` }))
const all = [...jobs, ...generated(28)]

/** The Muse with two pages; a page that is not there holds nothing. */
export const themuse: Replay = {
  kind: 'themuse',
  config: {},
  postings: 37,
  unread: 3,
  calls: 2,
  answer(request) {
    if (request.method !== 'GET' || request.url.pathname !== '/api/public/jobs') return null
    const page = queryNumber(request, 'page', 0)
    const results = all.slice(page * PAGE, (page + 1) * PAGE)
    return json({
      page,
      page_count: Math.ceil(all.length / PAGE),
      items_per_page: PAGE,
      total: all.length,
      results,
    })
  },
  empty: json({ page: 0, page_count: 0, items_per_page: PAGE, total: 0, results: [] }),
  many: count =>
    json({ page: 0, page_count: 1, items_per_page: count, total: count, results: generated(count) }),
}
