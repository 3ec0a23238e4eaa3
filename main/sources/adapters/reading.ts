import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import { createTextReader } from '../rules/decode.ts'
import { elementTexts } from '../rules/json-elements.ts'
import type { SourceError, SourceItem, SourceResponse, UnreadItem } from './adapter.ts'

/** What reading a response has in common for all adapters. */

const CHARSET = /charset\s*=\s*["']?([\w.:-]+)/i
const XML_ENCODING = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i

/**
 * The text of a body by its byte order mark, the charset that it declares, or UTF-8. What claims to be UTF-8 and is not
 * is read as Windows-1252, the usual truth behind it.
 */
export function bodyText({ body, headers }: Pick<SourceResponse, 'body' | 'headers'>): string {
  const head = new TextDecoder('latin1').decode(body.subarray(0, 1024))
  const declared =
    CHARSET.exec(headers['content-type'] ?? '')?.[1] ??
    XML_ENCODING.exec(head)?.[1] ??
    (/<meta/i.test(head) ? CHARSET.exec(head)?.[1] : undefined)
  if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(declared)) {
    const decoder = decoderFor(declared)
    // A body that is valid UTF-8 beyond ASCII is UTF-8, whatever the header says.
    if (decoder !== null && !isUtf8BeyondAscii(body)) return withoutMark(decoder.decode(body))
  }
  const reader = createTextReader(body.subarray(0, 64 * 1024))
  return reader.push(body) + reader.end()
}

function decoderFor(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset)
  } catch {
    return null
  }
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

function isUtf8BeyondAscii(body: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    return text.length < body.length
  } catch {
    return false
  }
}

/** How an adapter names itself and what was asked in its sentences. */
export interface Naming {
  /** The source, such as "Greenhouse". */
  label: string
  /** What a 404 means: `Lever knows no company named "acme".` */
  notFound: string
  /** The person's key as the page calls it, where one is used. */
  key?: string
}

/** What a status other than 200 means, in words that name the company or the key. */
export function statusError(status: number, { label, notFound, key }: Naming): SourceError {
  if (status === 404 || status === 410) return { code: 'not_found', message: notFound, retryable: false }
  if (status === 429) {
    const message = `${label} asks to slow down. It will be asked again later.`
    return { code: 'busy', message, retryable: true }
  }
  if (status === 401 || status === 403)
    return key === undefined
      ? { code: 'refused', message: `${label} refuses to answer (status ${status}).`, retryable: false }
      : {
          code: 'key_refused',
          message: `${label} does not accept the ${key} (status ${status}). Check it under Sources.`,
          retryable: false,
        }
  if (status >= 500)
    return { code: 'unavailable', message: `${label} has a problem (status ${status}).`, retryable: true }
  return { code: 'unexpected', message: `${label} answered with status ${status}.`, retryable: false }
}

/** The JSON of a response with its text, or an error that says what came instead. */
export function readJson(
  response: SourceResponse,
  naming: Naming,
): { ok: true; text: string; value: unknown } | { ok: false; error: SourceError } {
  if (response.status !== 200) return { ok: false, error: statusError(response.status, naming) }
  const text = bodyText(response)
  try {
    return { ok: true, text, value: JSON.parse(text) }
  } catch {
    const page = /html/i.test(response.headers['content-type'] ?? '') || /^\s*</.test(text)
    const message = page
      ? `${naming.label} answered with a web page instead of data.`
      : `The answer of ${naming.label} is not valid JSON; it may have been cut off.`
    return { ok: false, error: { code: 'not_json', message, retryable: true } }
  }
}

/** One element of a list: its value and its text as it came. */
export interface RawElement {
  value: unknown
  raw: string
}

/** The elements of the list at `path`; an error when there is none, because the source changed its shape. */
export function listAt(
  text: string,
  value: unknown,
  path: readonly string[],
  { label }: Naming,
): { ok: true; elements: RawElement[] } | { ok: false; error: SourceError } {
  let list: unknown = value
  for (const key of path) list = isRecord(list) ? list[key] : undefined
  if (!Array.isArray(list)) {
    const message = `The answer of ${label} holds no list of jobs; its form may have changed.`
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
  const texts = elementTexts(text, path)
  return {
    ok: true,
    elements: list.map((element: unknown, index) => ({
      value: element,
      raw: texts?.[index] ?? JSON.stringify(element),
    })),
  }
}

/** The list at `path` of a JSON response, with the whole value around it, or the error that says what came instead. */
export function readList(
  response: SourceResponse,
  path: readonly string[],
  naming: Naming,
): { ok: true; value: unknown; elements: RawElement[] } | { ok: false; error: SourceError } {
  const json = readJson(response, naming)
  if (!json.ok) return json
  const list = listAt(json.text, json.value, path, naming)
  return list.ok ? { ...list, value: json.value } : list
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Makes items of a list's elements: what the schema takes becomes one item or several (none: it is no posting and not
 * meant to be one), the rest is unread with the reason.
 */
export function readElements<Shape>(
  elements: readonly RawElement[],
  schema: z.ZodType<Shape>,
  toItem: (shape: Shape, raw: string) => SourceItem | readonly SourceItem[],
): { items: SourceItem[]; unread: UnreadItem[] } {
  const items: SourceItem[] = []
  const unread: UnreadItem[] = []
  for (const [index, { value, raw }] of elements.entries()) {
    const shape = schema.safeParse(value)
    if (!shape.success) {
      unread.push({ index, reason: reasonOf(shape.error), raw })
      continue
    }
    const made = toItem(shape.data, raw)
    if (isList(made)) items.push(...made)
    else items.push(made)
  }
  return { items, unread }
}

const isList = (made: SourceItem | readonly SourceItem[]): made is readonly SourceItem[] =>
  Array.isArray(made)

/** Which fields were missing or of another kind. */
export function reasonOf(error: z.ZodError): string {
  const fields = new Set(error.issues.map(issue => issue.path.join('.') || 'the whole posting'))
  return `Missing or unusable: ${[...fields].join(', ')}.`
}

/** A text that may be missing; anything that is no text counts as missing. */
export const optionalText = z.string().nullish().catch(null)
/** A number that may be missing. */
export const optionalNumber = z.number().nullish().catch(null)
/** A flag that may be missing. */
export const optionalFlag = z.boolean().nullish().catch(null)
/** A list of texts that may be missing; elements that are no texts are left out. */
export const optionalTexts = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform(list => (list ?? []).filter(one => typeof one === 'string'))
/** An id as a number or a text; required. */
export const idText = z.union([z.number(), z.string().trim().min(1)]).transform(String)
/** A text that must say something. */
export const requiredText = z.string().trim().min(1)

/** A posting with everything empty that is not given. */
export function postingOf(
  given: Pick<ImportedPosting, 'title' | 'company'> & Partial<ImportedPosting>,
): ImportedPosting {
  return {
    id: null,
    location_text: '',
    description: '',
    description_html: null,
    url: null,
    apply_url: null,
    posted_at: null,
    closed_at: null,
    source: null,
    company_size: null,
    industry: null,
    company_website: null,
    ...given,
  }
}

/** Both answers of a posting as they came, for the raw layer. */
export function withDetail(list: string, detail: string): string {
  return `{"list":${list},"detail":${detail}}`
}

/** The origin to ask: the real one, or its host as a folder of a test server. */
export function originOf(real: string, replay: string | undefined): string {
  return replay === undefined ? real : `${replay}/${new URL(real).host}`
}
