import type { SearchWishes } from '../../../main/sources/adapters/adapter.ts'

/** A request as a replayed source sees it; the path begins behind the source's base address. */
export interface ReplayedRequest {
  method: string
  /** Path and query, such as `/v1/boards/tidemark/jobs?content=true`. */
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
}

export interface ReplayedAnswer {
  /** 200 unless said. */
  status?: number
  /** `application/json` unless said. */
  type?: string
  body: string | Uint8Array
}

/** A source that is answered from fixtures of our own making, in the real shape. */
export interface Replay {
  kind: string
  /** A config under which the fixtures stand. */
  config: Record<string, unknown>
  wishes?: Partial<SearchWishes>
  /** Keys that the source asks for; another value is answered as the real one would. */
  keys?: Record<string, string>
  /** How many postings all pages hold that can be read, and how many that cannot. */
  postings: number
  unread: number
  /** How many requests a whole reading takes, details included. */
  calls: number
  /** The answer of the real source; null: 404. */
  answer(request: ReplayedRequest): ReplayedAnswer | null
  /** The answer of a source that has no postings. */
  empty: ReplayedAnswer
  /** `count` postings in the answer's real shape on one page, for measuring and for large answers. */
  many(count: number): ReplayedAnswer
}
