import type { HttpClient, HttpError } from '../platform/http/client.ts'
import type {
  Ask,
  DetailReading,
  SourceError,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
  UnreadItem,
} from './adapters/adapter.ts'
import type { Source } from './adapters/index.ts'

/** Reads one source from its first page to its last; knows no database. */

/** What reading a source needs of the process around it. */
export interface CollectTools {
  http: HttpClient
  /** Reads a response, on a compute thread. */
  read(kind: string, response: SourceResponse, ask: Ask<unknown>): Promise<SourceReading>
  readDetail(
    kind: string,
    item: SourceItem,
    response: SourceResponse,
    ask: Ask<unknown>,
  ): Promise<DetailReading>
  /** A key of the person for the host that it was entered for; null when there is none. */
  secret(kind: string, name: string, host: string): Promise<string | null>
  /** True when the source is replayed by a test server, which stands on another host than the key is for. */
  replayed(kind: string): boolean
}

/** What a server said to recognise an unchanged answer by. */
export interface Validators {
  etag: string | null
  lastModified: string | null
}

export interface SourcePage {
  items: SourceItem[]
  unread: UnreadItem[]
  /** Keys of all that was listed, also where the rest of a posting could not be had. */
  listed: string[]
}

export interface CollectOptions {
  signal: AbortSignal
  /** Of the last whole answer; null: it is asked for in any case. */
  validators: Validators | null
  /** True for an item that is stored in just this form: its detail is not asked again. */
  isKnown(item: SourceItem): boolean
  /** Takes what came, page by page; the next page is asked for when it has settled. */
  onPage(page: SourcePage): Promise<void>
}

export type Collected =
  | {
      ok: true
      /** Every open posting was listed: one that was not is gone. */
      complete: boolean
      /** The server said that nothing changed since last time. */
      notModified: boolean
      /** To hand in next time; null when the answer came in several parts. */
      validators: Validators | null
    }
  | {
      ok: false
      error: SourceError
      /** Milliseconds that the server asked to be left alone. */
      retryAfter?: number
    }

/** A source that answers page after page without end is left here. */
const MOST_PAGES = 200
/** The largest answer, after decompression: ten thousand postings with their texts. */
const MOST_BYTES = 64 * 1024 * 1024
/** Postings whose details are asked before they are handed on, and how many of them at once. */
const DETAILS_IN_A_GROUP = 20
const DETAILS_AT_ONCE = 4
/** After so many failed details in a row the source is left for this time. */
const FAILED_DETAILS = 3

type Answer = { ok: true; response: SourceResponse } | Extract<Collected, { ok: false }>

/** The person's keys for a source, or the sentence that names the missing one. */
async function keysOf(
  source: Source,
  tools: CollectTools,
): Promise<{ ok: true; keys: Record<string, string> } | { ok: false; error: SourceError }> {
  const keys: Record<string, string> = {}
  for (const need of source.keys) {
    const value = await tools.secret(source.kind, need.name, need.host)
    if (value === null) {
      const message = `${source.label} needs your ${need.label}. Enter it under Sources.`
      return { ok: false, error: { code: 'key_missing', message, retryable: false } }
    }
    keys[need.name] = value
  }
  return { ok: true, keys }
}

/** Reads a source to its end. What was handed to `onPage` before an error stays valid. Never rejects by itself. */
export async function collectFrom(
  source: Source,
  ask: Ask<unknown>,
  tools: CollectTools,
  options: CollectOptions,
): Promise<Collected> {
  const found = await keysOf(source, tools)
  if (!found.ok) return found
  const { signal } = options
  const lane = { name: source.kind, requests: source.pace.requests, seconds: source.pace.seconds }

  const send = async (request: SourceRequest, validators: Validators | null): Promise<Answer> => {
    const authorised = source.authorise(request, found.keys)
    const host = new URL(authorised.url).hostname
    // A key goes nowhere but to the host that it was entered for, whatever an answer names as its next page.
    if (source.keys.length > 0 && !tools.replayed(source.kind) && source.keys.every(key => key.host !== host))
      return { ok: false, error: { code: 'unexpected', message: elsewhere(source, host), retryable: false } }
    const result = await tools.http.send({
      ...authorised,
      headers: { ...authorised.headers, ...conditions(validators) },
      maxBytes: MOST_BYTES,
      // Searching by POST changes nothing there, so it may be repeated like any other question.
      retries: 3,
      // Some sources stand at an address that the person typed.
      publicOnly: !tools.replayed(source.kind),
      lane,
      signal,
    })
    if (result.ok) return { ok: true, response: result.response }
    const retryAfter = result.error.retryAfter
    const more = retryAfter === undefined ? {} : { retryAfter }
    if (!result.response) return { ok: false, error: unreachable(source, result.error), ...more }
    const reading = await reads(() => tools.read(source.kind, result.response as SourceResponse, ask), source)
    return { ok: false, error: reading.ok ? unreachable(source, result.error) : reading.error, ...more }
  }

  const withDetails = async (items: SourceItem[], failed: { inARow: number }): Promise<SourcePage> => {
    const page: SourcePage = { items: [], unread: [], listed: keysOfItems(items) }
    for (let at = 0; at < items.length && !signal.aborted; at += DETAILS_AT_ONCE) {
      const some = items.slice(at, at + DETAILS_AT_ONCE)
      const read = await Promise.all(some.map(item => completed(item)))
      for (const [index, one] of read.entries()) {
        const item = some[index]
        if (!item) continue
        failed.inARow = one.ok ? 0 : failed.inARow + 1
        if (one.ok) page.items.push(one.item)
        else page.unread.push({ index: at + index, reason: one.error.message, raw: item.raw })
        if (!one.ok) lastFailure = one
      }
      if (failed.inARow >= FAILED_DETAILS) break
    }
    return page
  }
  let lastFailure: Extract<Collected, { ok: false }> | undefined
  const completed = async (
    item: SourceItem,
  ): Promise<{ ok: true; item: SourceItem } | Extract<Collected, { ok: false }>> => {
    if (!item.detail) return { ok: true, item }
    // What the list says decides whether the rest is asked again; a posting whose rest never came is another thing.
    const mark = `detail\n${item.mark ?? item.raw}`
    const marked = { ...item, mark }
    if (options.isKnown(marked)) return { ok: true, item: marked }
    const answer = await send(item.detail, null)
    if (!answer.ok) return answer
    const read = await reads(() => tools.readDetail(source.kind, item, answer.response, ask), source)
    return read.ok ? { ok: true, item: { ...read.item, mark } } : read
  }

  const asked = new Set<string>()
  const failed = { inARow: 0 }
  let request: SourceRequest | undefined = source.firstRequest(ask)
  let complete = source.lists === 'all'
  let validators: Validators | null = null
  for (let page = 0; request && !signal.aborted; page += 1) {
    const mark = `${request.url}\n${request.body ?? ''}`
    // A next page that was asked before, or far too many of them: what came so far is what there is.
    if (page >= MOST_PAGES || asked.has(mark)) {
      complete = false
      break
    }
    asked.add(mark)
    const answer: Answer = await send(request, page === 0 ? options.validators : null)
    if (signal.aborted) break
    if (!answer.ok) return answer
    const { response } = answer
    if (response.status === 304)
      return { ok: true, complete: true, notModified: true, validators: options.validators }
    const reading: SourceReading = await reads(() => tools.read(source.kind, response, ask), source)
    if (!reading.ok) return reading
    if (reading.cut) complete = false
    validators = page === 0 && !reading.next && !source.hasDetails ? validatorsOf(response) : null
    if (!source.hasDetails)
      await options.onPage({
        items: reading.items,
        unread: reading.unread,
        listed: keysOfItems(reading.items),
      })
    else {
      if (reading.unread.length > 0) await options.onPage({ items: [], unread: reading.unread, listed: [] })
      for (let at = 0; at < reading.items.length && !signal.aborted; at += DETAILS_IN_A_GROUP) {
        const group = await withDetails(reading.items.slice(at, at + DETAILS_IN_A_GROUP), failed)
        await options.onPage(group)
        if (failed.inARow >= FAILED_DETAILS && lastFailure) return lastFailure
      }
    }
    request = reading.next
  }
  return { ok: true, complete: complete && !signal.aborted, notModified: false, validators }
}

const keysOfItems = (items: readonly SourceItem[]): string[] => items.map(item => item.sourceKey)

function conditions(validators: Validators | null): Record<string, string> {
  const { etag, lastModified } = validators ?? { etag: null, lastModified: null }
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  }
}

function validatorsOf({ headers }: SourceResponse): Validators | null {
  const etag = headers.etag ?? null
  const lastModified = headers['last-modified'] ?? null
  return etag === null && lastModified === null ? null : { etag, lastModified }
}

/** Reading that trips over an answer is told as what it is: the answer has a form that this version does not know. */
async function reads<T>(
  read: () => Promise<T | { ok: false; error: SourceError }>,
  { label }: Source,
): Promise<T | { ok: false; error: SourceError }> {
  try {
    return await read()
  } catch {
    const message = `The answer of ${label} could not be read; its form may have changed.`
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
}

function unreachable({ label }: Source, error: HttpError): SourceError {
  const code = error.code === 'http_429' ? 'busy' : 'unavailable'
  return { code, message: `${label} could not be asked. ${error.message}`, retryable: error.retryable }
}

const elsewhere = ({ label }: Source, host: string): string =>
  `${label} leads to another server (${host}), which is not given your key.`
