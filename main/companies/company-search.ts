import type { CompanySize } from '../contract/values.ts'
import type { HttpRequest, HttpResponse } from '../platform/http/client.ts'

/** What a company is looked up by. */
export interface WantedCompany {
  name: string
  /** Its own site, such as "acme.com"; null when unknown. */
  domain: string | null
}

/** What a company source says of a company. */
export interface FoundCompany {
  website: string | null
  industry: string | null
  size_range: CompanySize | null
  headquarters: string | null
  founded: number | null
  /** 0–5. */
  rating: number | null
  review_count: number | null
  /** 0–5 by topic. */
  ratings: Record<string, number> | null
  /** The page about it, for people. */
  url: string | null
}

export type SearchReading =
  | { ok: true; found: FoundCompany | null }
  /** One plain sentence; `key`: the key was refused. */
  | { ok: false; reason: 'key' | 'busy' | 'failed'; message: string }

/** A source of company facts: which key it needs, how it is asked, what its answer says. */
export interface CompanySearch {
  kind: string
  label: string
  /** The one host that the key is for. */
  host: string
  key: string
  pace: { requests: number; seconds: number }
  request(company: WantedCompany, key: string): HttpRequest
  /** Reads an answer of any status. Never throws. */
  read(response: HttpResponse, company: WantedCompany): SearchReading
}
