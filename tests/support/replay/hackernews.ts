import { fixtureJson, fixtureList, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const hits = fixtureList('sources/hackernews/threads.json', 'hits')
const newest = fixtureJson('sources/hackernews/thread.json')
const before = fixtureJson('sources/hackernews/thread-before.json')
const [comment] = fixtureList('sources/hackernews/thread.json', 'children')

/** Whatever the clock of a test says, the newest thread is young and the one before it is not. */
const YOUNG = { created_at: '2090-01-01T00:00:00.000Z', created_at_i: 3_786_912_000 }
const OLD = { created_at: '2000-01-01T00:00:00.000Z', created_at_i: 946_684_800 }

/** The search of Hacker News with two threads: looked up, read, looked up before, read. */
export const hackernews: Replay = {
  kind: 'hackernews',
  config: {},
  postings: 10,
  unread: 2,
  calls: 4,
  answer({ method, url }) {
    if (method !== 'GET') return null
    if (url.pathname === '/api/v1/items/48000001') return json(like(newest, YOUNG))
    if (url.pathname === '/api/v1/items/47000001') return json(like(before, OLD))
    if (url.pathname !== '/api/v1/search_by_date') return null
    const limit = Number(
      /^created_at_i<(\d+)$/.exec(url.searchParams.get('numericFilters') ?? '')?.[1] ?? Infinity,
    )
    const dated = hits.map(hit => like(hit, Object(hit).objectID === '47000001' ? OLD : YOUNG))
    return json({ hits: dated.filter(hit => Number(hit.created_at_i) < limit), page: 0, nbPages: 1 })
  },
  empty: json({ hits: [], nbHits: 0, page: 0, nbPages: 0 }),
  many: count =>
    json(
      like(newest, {
        ...OLD,
        children: times(count, at =>
          like(comment, {
            id: 90_000_000 + at,
            text: `Fogbank | Tide Engineer ${at} | Remote<p>We like fog.`,
          }),
        ),
      }),
    ),
}
