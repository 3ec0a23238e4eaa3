import { bodyObject, fixtureJson, fixtureList, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const jobs = fixtureList('sources/workday/jobs.json', 'jobPostings')
const details: Record<string, unknown> = Object(fixtureJson('sources/workday/details.json'))
const SITE = '/orrery.wd3.myworkdayjobs.com/wday/cxs/orrery/Careers'
const PAGE = 3

/** A careers site with three pages, of which only the first says how many postings there are. */
export const workday: Replay = {
  kind: 'workday',
  config: { address: 'https://orrery.wd3.myworkdayjobs.com/Careers', company: 'Orrery' },
  postings: 5,
  unread: 3,
  calls: 8,
  answer(request) {
    const { pathname } = request.url
    if (request.method === 'POST' && pathname === `${SITE}/jobs`) {
      const offset = Number(bodyObject(request).offset ?? 0)
      const total = offset === 0 ? jobs.length : 0
      return json({ total, jobPostings: jobs.slice(offset, offset + PAGE) })
    }
    const path = pathname.replace(SITE, '')
    const detail = details[path.startsWith('/job/Many/') ? '/job/La-Palma/Dome-Painter' : path]
    return request.method !== 'GET' || detail === undefined ? null : json(detail)
  },
  empty: json({ total: 0, jobPostings: [] }),
  many: count =>
    json({
      total: count,
      jobPostings: times(count, at =>
        like(jobs[0], { title: `Lens Grinder ${at}`, externalPath: `/job/Many/Lens-Grinder_JR9${at}` }),
      ),
    }),
}
