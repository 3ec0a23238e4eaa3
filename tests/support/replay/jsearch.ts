import { fixtureJson, fixtureList, json, like, queryNumber, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const KEY = 'replay-rapidapi-key'
const [model] = fixtureList('sources/jsearch/page-1.json', 'data')
const pages = [1, 2].map(page => fixtureJson(`sources/jsearch/page-${page}.json`))
const empty = json(like(pages[0], { data: [] }))

/** A search at JSearch with two pages; a page behind the last is empty. */
export const jsearch: Replay = {
  kind: 'jsearch',
  config: {},
  wishes: {
    query: '"berth planner" OR harbour planner',
    country: 'NL',
    locations: ['Rotterdam'],
    dateWindowDays: 7,
  },
  keys: { rapidapi_key: KEY },
  postings: 7,
  unread: 2,
  calls: 3,
  answer(request) {
    if (request.method !== 'GET' || request.url.pathname !== '/search') return null
    const key = request.headers['x-rapidapi-key']
    if (key === undefined || key === '') return { ...json({ message: 'Invalid API key.' }), status: 401 }
    if (key !== KEY) return { ...json({ message: 'You are not subscribed to this API.' }), status: 403 }
    if (!request.url.searchParams.get('query'))
      return { ...json({ status: 'ERROR', error: { message: 'query is required', code: 400 } }), status: 400 }
    const page = pages[queryNumber(request, 'page', 1) - 1]
    return page === undefined ? empty : json(page)
  },
  empty,
  many: count =>
    json({
      status: 'OK',
      data: times(count, at => like(model, { job_id: `many${at}`, job_title: `Berth Planner ${at}` })),
    }),
}
