import { bodyObject, fixtureJson, fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const jobs = fixtureList('sources/workable/jobs.json', 'results')
const details: Record<string, unknown> = Object(fixtureJson('sources/workable/details.json'))
const HOST = '/apply.workable.com'
const PAGE = 3

/** An account with three pages of version 3 and a call for each text, and a widget that need not be asked. */
export const workable: Replay = {
  kind: 'workable',
  config: { account: 'saltpan', company: 'Saltpan Works' },
  postings: 4,
  unread: 2,
  calls: 7,
  answer(request) {
    const { pathname } = request.url
    if (request.method === 'POST' && pathname === `${HOST}/api/v3/accounts/saltpan/jobs`) {
      const { token } = bodyObject(request)
      const from = typeof token === 'string' ? Number(token.replace('after-', '')) : 0
      const until = from + PAGE
      const more = until < jobs.length ? { nextPage: `after-${until}` } : {}
      return json({ total: jobs.length, results: jobs.slice(from, until), ...more })
    }
    if (request.method === 'GET' && pathname === `${HOST}/api/v1/widget/accounts/saltpan`)
      return { body: fixtureText('sources/workable/widget.json') }
    const code = pathname.replace(`${HOST}/api/v2/accounts/saltpan/jobs/`, '')
    const detail = details[code.startsWith('MANY') ? '5A17BA0003' : code]
    return request.method !== 'GET' || detail === undefined ? null : json(detail)
  },
  empty: json({ total: 0, results: [] }),
  many: count =>
    json({
      total: count,
      results: times(count, at => like(jobs[0], { shortcode: `MANY${at}`, title: `Salt Chemist ${at}` })),
    }),
}
