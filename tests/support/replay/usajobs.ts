import { fixtureJson, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const EMAIL = 'ada@example.org'
const KEY = 'replay-usajobs-key'
const found = Object(fixtureJson('sources/usajobs/search.json')).SearchResult.SearchResultItems
const answerOf = (items: readonly unknown[]) =>
  json({
    LanguageCode: 'EN',
    SearchParameters: {},
    SearchResult: {
      SearchResultCount: items.length,
      SearchResultCountAll: items.length,
      SearchResultItems: items,
      UserArea: { NumberOfPages: '1' },
    },
  })

/** Two searches at USAJOBS, one for each alternative of the query; the second finds nothing. */
export const usajobs: Replay = {
  kind: 'usajobs',
  config: {},
  wishes: { query: 'harbor planning OR submarine poetry', country: 'US', locations: ['Norfolk, Virginia'] },
  keys: { email: EMAIL, authorization_key: KEY },
  postings: 7,
  unread: 2,
  calls: 2,
  answer({ method, url, headers }) {
    if (method !== 'GET' || url.pathname.toLowerCase() !== '/api/search') return null
    if (headers['authorization-key'] !== KEY || headers['user-agent'] !== EMAIL)
      return { status: 401, type: 'text/plain', body: 'Unauthorized' }
    return answerOf(url.searchParams.get('Keyword') === 'submarine poetry' ? [] : found)
  },
  empty: answerOf([]),
  many: count => answerOf(times(count, at => like(found[0], { MatchedObjectId: String(830_000_000 + at) }))),
}
