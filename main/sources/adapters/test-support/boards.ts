import type { Ask, SourceItem, SourceReading, SourceResponse } from '../adapter.ts'

/** What the adapters of company boards are given in their tests. */

/** A question for `config` without wishes, asked on 1 November 2026. */
export const askFor = <Config>(config: Config): Ask<Config> => ({
  config,
  wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null },
  now: '2026-11-01T09:30:00.000Z',
})

/** An answer of `url` with JSON. */
export const answerOf = (url: string, body: string | Uint8Array, status = 200): SourceResponse => ({
  status,
  url,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})

/** The item whose key ends so. */
export function itemOf(reading: SourceReading, end: string): SourceItem {
  const item = reading.ok ? reading.items.find(one => one.sourceKey.endsWith(end)) : undefined
  if (item === undefined) throw new Error(`no posting ${end}`)
  return item
}
