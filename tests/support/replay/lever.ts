import { fixtureList, json, like, queryNumber, times } from './fixture.ts'
import type { Replay } from './replay.ts'

const site = fixtureList('sources/lever/postings.json')
const generated = (count: number): unknown[] =>
  times(count, at =>
    like(site[0], { id: `00000000-2222-4a01-9c01-${at}`, text: `Typesetting Engineer ${at}` }),
  )
/** One page of 100 and one of what is left. */
const all = [...site, ...generated(100)]

/** A Lever site with two pages. */
export const lever: Replay = {
  kind: 'lever',
  config: { site: 'quillfeather', region: 'eu' },
  postings: 106,
  unread: 3,
  calls: 2,
  answer(request) {
    if (request.method !== 'GET' || request.url.pathname !== '/api.eu.lever.co/v0/postings/quillfeather')
      return null
    const skip = queryNumber(request, 'skip', 0)
    return json(all.slice(skip, skip + queryNumber(request, 'limit', all.length)))
  },
  empty: json([]),
  many: count => json(generated(count)),
}
