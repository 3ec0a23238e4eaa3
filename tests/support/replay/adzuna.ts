import { fixtureList, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const ID = 'replay-id'
const KEY = 'replay-adzuna-key'
const results = fixtureList('sources/adzuna/results.json', 'results')
const generated = (count: number): unknown[] =>
  times(count, at => like(results[0], { id: String(4_600_000_000 + at), title: `Harbour Planner ${at}` }))
/** One page of 50 and one of what is left. */
const all = [...results, ...generated(50)]

/** A search at Adzuna in the United Kingdom with two pages. */
export const adzuna: Replay = {
  kind: 'adzuna',
  config: { country: 'GB' },
  wishes: { query: 'harbour planner', country: 'GB', locations: ['Edinburgh'], dateWindowDays: 14 },
  keys: { app_id: ID, app_key: KEY },
  postings: 54,
  unread: 3,
  calls: 2,
  answer({ method, url }) {
    const [, country, page] = /^\/v1\/api\/jobs\/([a-z]{2})\/search\/(\d+)$/.exec(url.pathname) ?? []
    if (method !== 'GET' || page === undefined) return null
    if (url.searchParams.get('app_id') !== ID || url.searchParams.get('app_key') !== KEY)
      return { ...json({ exception: 'AUTH_FAIL', display: 'Authorisation failed' }), status: 401 }
    if (country !== 'gb') return { ...json({ exception: 'UNSUPPORTED_COUNTRY' }), status: 400 }
    const size = Number(url.searchParams.get('results_per_page') ?? 10)
    const from = (Number(page) - 1) * size
    return json({ count: all.length, mean: 35120.4, results: all.slice(from, from + size) })
  },
  empty: json({ count: 0, mean: 0, results: [] }),
  many: count => json({ count, mean: 35120.4, results: generated(count) }),
}
