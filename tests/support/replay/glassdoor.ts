import { fixtureList, json } from './fixture.ts'
import type { ReplayedAnswer, ReplayedRequest } from './replay.ts'

/** The key that the replayed company search takes. */
export const GLASSDOOR_KEY = 'replay-glassdoor-key'

const companies = fixtureList('sources/glassdoor/companies.json')

/** The answer of the company search; null: 404. It brings no postings, so it is none of the replays. */
export function answerGlassdoor({ method, url, headers }: ReplayedRequest): ReplayedAnswer | null {
  if (method !== 'GET' || url.pathname !== '/realtime-glassdoor-data/company-search') return null
  if (headers['x-api-key'] !== GLASSDOOR_KEY)
    return { ...json({ message: 'Invalid or missing API key.' }), status: 403 }
  const query = url.searchParams.get('query') ?? ''
  if (query === '')
    return { ...json({ status: 'ERROR', error: { message: 'query is required', code: 400 } }), status: 400 }
  const [word = ''] = query.toLowerCase().split(/\s+/)
  const found = companies.filter(company => String(Object(company).name).toLowerCase().includes(word))
  return json({
    status: 'OK',
    request_id: '00000000-0000-4000-8000-000000000001',
    parameters: {
      query,
      domain: url.searchParams.get('domain'),
      limit: Number(url.searchParams.get('limit')),
    },
    data: found,
  })
}
