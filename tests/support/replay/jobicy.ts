import { fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const FEED = 'sources/jobicy/remote-jobs.json'
const [model] = fixtureList(FEED, 'jobs')

/** Jobicy: the newest hundred in one answer. */
export const jobicy: Replay = {
  kind: 'jobicy',
  config: {},
  postings: 9,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/api/v2/remote-jobs' ? { body: fixtureText(FEED) } : null,
  empty: json({ jobCount: 0, jobs: [], success: true }),
  many: count =>
    json({ jobs: times(count, at => like(model, { id: 9_000_000 + at, jobTitle: `Moth Engineer ${at}` })) }),
}
