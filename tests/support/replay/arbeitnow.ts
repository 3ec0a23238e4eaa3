import { fixtureList, fixtureText, json, like, queryNumber, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const FIRST = 'sources/arbeitnow/page-1.json'
const SECOND = 'sources/arbeitnow/page-2.json'
const [model] = fixtureList(FIRST, 'data')

/** Arbeitnow with two pages. */
export const arbeitnow: Replay = {
  kind: 'arbeitnow',
  config: {},
  postings: 9,
  unread: 3,
  calls: 2,
  answer(request) {
    if (request.method !== 'GET' || request.url.pathname !== '/api/job-board-api') return null
    const page = queryNumber(request, 'page', 1)
    if (page > 2) return this.empty
    return { body: fixtureText(page === 1 ? FIRST : SECOND) }
  },
  empty: json({ data: [], links: { next: null } }),
  many: count =>
    json({
      data: times(count, at => like(model, { slug: `many-${at}`, title: `Uhrmacher ${at}` })),
      links: { next: null },
    }),
}
