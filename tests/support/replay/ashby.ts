import { fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const BOARD = 'sources/ashby/board.json'
const [model] = fixtureList(BOARD, 'jobs')

/** An Ashby board: everything in one answer; one of its postings is not listed. */
export const ashby: Replay = {
  kind: 'ashby',
  config: { board: 'Northwick Ice' },
  postings: 5,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/api.ashbyhq.com/posting-api/job-board/Northwick%20Ice'
      ? { body: fixtureText(BOARD) }
      : null,
  empty: json({ apiVersion: '1', jobs: [] }),
  many: count =>
    json({
      apiVersion: '1',
      jobs: times(count, at =>
        like(model, { id: `00000000-0000-4000-8000-${at}`, title: `Glaciologist ${at}` }),
      ),
    }),
}
