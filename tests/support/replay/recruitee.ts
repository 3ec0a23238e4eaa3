import { fixtureList, fixtureText, json, like, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const OFFERS = 'sources/recruitee/offers.json'
const [model] = fixtureList(OFFERS, 'offers')

/** A careers site: everything in one answer; one of its offers is closed. */
export const recruitee: Replay = {
  kind: 'recruitee',
  config: { site: 'hazelbrug.recruitee.com' },
  postings: 5,
  unread: 3,
  calls: 1,
  answer: ({ method, url }) =>
    method === 'GET' && url.pathname === '/hazelbrug.recruitee.com/api/offers/'
      ? { body: fixtureText(OFFERS) }
      : null,
  empty: json({ offers: [] }),
  many: count =>
    json({
      offers: times(count, at => like(model, { id: 9_000_000 + at, title: `Bridge Inspector ${at}` })),
    }),
}
