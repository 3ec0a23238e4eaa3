import { fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const BOARD = 'greenhouse/board.json'
const [model] = fixtureList(BOARD, 'jobs')

/** A Greenhouse board: everything in one answer. */
export const greenhouse: Replay = {
  kind: 'greenhouse',
  config: { board: 'tidemark' },
  postings: 13,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/v1/boards/tidemark/jobs' ? { body: fixtureText(BOARD) } : null,
  empty: json({ jobs: [], meta: { total: 0 } }),
  many: count =>
    json({
      jobs: times(count, at => like(model, { id: 9_000_000 + at, title: `Backend Engineer ${at}` })),
      meta: { total: count },
    }),
}
