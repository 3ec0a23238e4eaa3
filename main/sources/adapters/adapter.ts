import type { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import type { SourceFamily, SourceField, SourceKeyNeed, SourceLists } from '../../contract/sources.ts'

/** One request that an adapter asks to be made; it never makes one itself. */
export interface SourceRequest {
  url: string
  /** GET unless said. */
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

export interface SourceResponse {
  status: number
  /** The address that answered, after redirects. */
  url: string
  body: Uint8Array
  /** Names in lower case. */
  headers: Record<string, string>
}

/** What the campaign looks for, for sources that search. */
export interface SearchWishes {
  /** The campaign's query as typed; alternatives are separated by OR. */
  query: string
  /** ISO 3166-1 alpha-2. */
  country: string | null
  locations: readonly string[]
  /** True when nothing but remote jobs is wanted. */
  remoteOnly: boolean
  /** Postings older than this many days are of no interest. */
  dateWindowDays: number | null
}

/** What a request or a reading is made for. Keys are not part of it: they are added last (see `authorise`). */
export interface Ask<Config> {
  config: Config
  wishes: SearchWishes
  /** ISO 8601 UTC: when the run began; "3 days ago" is counted from here. */
  now: string
}

/** One posting of a response. */
export interface SourceItem {
  /** The posting's id at its source. */
  sourceKey: string
  /** The item exactly as the source wrote it. */
  raw: string
  /** `application/json` unless said. */
  mediaType?: string
  /**
   * What decides whether anything changed, where `raw` holds words that change by themselves ("posted 3 days ago") or
   * several postings come out of one item. `raw` unless said.
   */
  mark?: string
  posting: ImportedPosting
  /** Where the rest of the posting stands; asked only for what is new or changed, then given to `readDetail`. */
  detail?: SourceRequest
}

/** An item that could not be read: it is kept raw and counted. */
export interface UnreadItem {
  /** Position in the response from 0. */
  index: number
  /** One plain sentence. */
  reason: string
  raw: string
  mediaType?: string
}

export interface SourceError {
  code:
    | 'not_found'
    | 'key_missing'
    | 'key_refused'
    | 'refused'
    | 'busy'
    | 'unavailable'
    | 'not_json'
    | 'changed'
    | 'unexpected'
  /** One plain sentence for people that names the company or the key. */
  message: string
  retryable: boolean
}

export type SourceReading =
  | {
      ok: true
      items: SourceItem[]
      unread: UnreadItem[]
      /** Absent when this was the last page. */
      next?: SourceRequest
      /** True when the source holds more postings than it lists, so that a missing one need not be gone. */
      cut?: boolean
    }
  | { ok: false; error: SourceError }

export type DetailReading = { ok: true; item: SourceItem } | { ok: false; error: SourceError }

/** How fast a source may be asked. */
export interface Pace {
  /** At most so many requests… */
  requests: number
  /** …in so many seconds. */
  seconds: number
  /** Minutes that must lie between two collections; 0 unless the source's terms ask for it. */
  restMinutes?: number
}

/** A source of postings: what it needs from the person, how it is asked, how an answer becomes postings. */
export interface SourceAdapter<Config> {
  kind: string
  label: string
  family: SourceFamily
  /** `all`: every open posting of a company; `recent`: the newest ones; `search`: what fits the campaign. */
  lists: SourceLists
  /** One sentence for the page: what comes from there, and what its terms ask. */
  about: string
  /** Address of the source for people. */
  site: string
  pace: Pace
  /** The config that a person fills in. */
  needs: z.ZodType<Config>
  /** The same for a form. */
  fields: readonly SourceField[]
  /** Keys of the person, each for one host only. */
  keys?: readonly SourceKeyNeed[]
  /** Adds the keys to a request just before it is sent; values by the names in `keys`. */
  authorise?(request: SourceRequest, keys: Readonly<Record<string, string>>): SourceRequest
  /** The config out of a pasted careers address, or null when the address is not of this kind. */
  recognise?(address: URL): unknown
  /** What tells two sources of this kind apart and how the person knows it: the company or board; '' for the one. */
  name(config: Config): string
  firstRequest(ask: Ask<Config>): SourceRequest
  read(response: SourceResponse, ask: Ask<Config>): SourceReading
  /** Completes an item by its detail. `item.raw` becomes both answers. */
  readDetail?(item: SourceItem, response: SourceResponse, ask: Ask<Config>): DetailReading
}
