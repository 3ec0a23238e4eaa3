import { fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const FEED = 'sources/remoteok/api.json'
const [notice, model] = fixtureList(FEED)

/** Remote OK: one answer, the legal notice first. */
export const remoteok: Replay = {
  kind: 'remoteok',
  config: {},
  postings: 9,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/api' ? { body: fixtureText(FEED) } : null,
  empty: json([notice]),
  many: count =>
    json([
      notice,
      ...times(count, at => like(model, { id: String(9_000_000 + at), position: `Loom Engineer ${at}` })),
    ]),
}
