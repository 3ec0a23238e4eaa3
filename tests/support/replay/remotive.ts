import { fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const FEED = 'sources/remotive/remote-jobs.json'
const [model] = fixtureList(FEED, 'jobs')

/** Remotive: the whole feed in one answer. */
export const remotive: Replay = {
  kind: 'remotive',
  config: {},
  postings: 10,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/api/remote-jobs' ? { body: fixtureText(FEED) } : null,
  empty: json({ 'job-count': 0, jobs: [] }),
  many: count =>
    json({ jobs: times(count, at => like(model, { id: 9_000_000 + at, title: `Map Engineer ${at}` })) }),
}
