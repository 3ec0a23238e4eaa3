import { readFileSync } from 'node:fs'
import type { Ask, SearchWishes, SourceItem, SourceReading, SourceResponse, UnreadItem } from './adapter.ts'

/** What the tests of adapters have in common. */

/** The ask of a campaign without wishes, with those given. */
export function askFor(wishes: Partial<SearchWishes> = {}): Ask<Record<string, never>> {
  return {
    config: {},
    wishes: { query: '', country: null, locations: [], remoteOnly: false, dateWindowDays: null, ...wishes },
    now: '2026-11-05T00:00:00.000Z',
  }
}

/** An answer of status 200 to `url` unless said. */
export function answerTo(url: string, body: string | Uint8Array, status = 200): SourceResponse {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return { status, url, headers: {}, body: bytes }
}

/** A file under tests/fixtures/sources. */
export function sourceFixture(path: string): string {
  return readFileSync(new URL(`../../../tests/fixtures/sources/${path}`, import.meta.url), 'utf8')
}

export interface Page {
  items: SourceItem[]
  unread: UnreadItem[]
  next: string | undefined
  cut: boolean
  /** The posting of an item by its key. */
  posting(key: string): SourceItem['posting']
}

/** A reading that went well. */
export function pageOf(reading: SourceReading): Page {
  if (!reading.ok) throw new Error(reading.error.message)
  const { items, unread, next, cut } = reading
  return {
    ...{ items, unread, next: next?.url, cut: cut ?? false },
    posting(key) {
      const item = items.find(one => one.sourceKey === key)
      if (item === undefined) throw new Error(`no posting ${key} among ${items.map(one => one.sourceKey)}`)
      return item.posting
    },
  }
}
