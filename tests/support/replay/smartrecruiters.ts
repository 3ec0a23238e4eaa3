import { fixtureJson, fixtureList, json, like, queryNumber, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const postings = fixtureList('sources/smartrecruiters/postings.json', 'content')
const details: Record<string, unknown> = Object(fixtureJson('sources/smartrecruiters/details.json'))
const PATH = '/api.smartrecruiters.com/v1/companies/BrambleAndSons/postings'
/** The server gives fewer than it is asked for. */
const PAGE = 3

const page = (content: readonly unknown[], offset: number, total: number) =>
  json({ offset, limit: PAGE, totalFound: total, content })

/** A company with three pages; the fifth posting's text is gone when it is asked for. */
export const smartrecruiters: Replay = {
  kind: 'smartrecruiters',
  config: { company: 'BrambleAndSons' },
  postings: 4,
  unread: 3,
  calls: 8,
  answer(request) {
    const { pathname } = request.url
    if (request.method !== 'GET' || !pathname.startsWith(PATH)) return null
    if (pathname === PATH) {
      const offset = queryNumber(request, 'offset', 0)
      return page(postings.slice(offset, offset + PAGE), offset, postings.length)
    }
    const id = pathname.slice(PATH.length + 1)
    const detail = details[id.startsWith('many') ? '743999100000002' : id]
    return detail === undefined ? null : json(detail)
  },
  empty: page([], 0, 0),
  many: count =>
    page(
      times(count, at => like(postings[1], { id: `many${at}`, name: `Jam Taster ${at}` })),
      0,
      count,
    ),
}
