import type { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'

/** One request that an adapter asks to be made; it never makes one itself. */
export interface SourceRequest {
  url: string
  headers?: Record<string, string>
}

export interface SourceResponse {
  status: number
  /** The address that answered, after redirects. */
  url: string
  body: Uint8Array
  /** Names in lower case. */
  headers: Record<string, string>
}

/** One posting of a response. */
export interface SourceItem {
  /** The posting's id at its source. */
  sourceKey: string
  /** The item as the source wrote it: JSON text. */
  raw: string
  posting: ImportedPosting
}

export interface SourceError {
  code: 'not_found' | 'refused' | 'busy' | 'unavailable' | 'not_json' | 'unexpected'
  /** One plain sentence for people. */
  message: string
  retryable: boolean
}

export type SourceReading =
  | {
      ok: true
      items: SourceItem[]
      /** Items that could not be read: position in the response from 0, and why. */
      unread: { index: number; reason: string }[]
      /** Absent when this was the last page. */
      next?: SourceRequest
    }
  | { ok: false; error: SourceError }

/** A source of postings: what it needs from the person, how it is asked, how an answer becomes postings. */
export interface SourceAdapter<Config> {
  kind: string
  label: string
  /** The config that a person fills in. */
  needs: z.ZodType<Config>
  firstRequest(config: Config): SourceRequest
  read(response: SourceResponse, config: Config): SourceReading
}
