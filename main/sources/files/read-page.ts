import { open } from 'node:fs/promises'
import type { ImportedPosting } from '../../contract/imports.ts'
import { bodyText, postingOf } from '../adapters/reading.ts'
import { structuredPostings } from '../rules/json-ld/postings.ts'
import { readPageFacts, siteLabel } from '../rules/page-facts.ts'
import { type PageElement, readTree } from '../rules/page-tree.ts'
import { readReadable } from '../rules/readable.ts'

/** A page to read: its bytes or the file that holds them. */
export type PageInput = ({ path: string } | { bytes: Uint8Array }) & {
  /** The address that answered, after redirects; null for a file. */
  url: string | null
  /** The content type as the server said it, or null. */
  contentType: string | null
}

export type PageReading =
  | {
      ok: true
      /** `json_ld`: structured data of the page, as JSON-LD or microdata; `readable`: its main text. */
      how: 'json_ld' | 'readable'
      /** At least one. `company` is '' where the page does not clearly name it: the person has to. */
      postings: ImportedPosting[]
      /** The page's title. */
      title: string
      /** Where the page came from: the address given, or the one that a saved file names. */
      url: string | null
      /** What the site calls itself, or the name in its address. */
      site: string | null
    }
  | {
      ok: false
      /** One plain sentence. */
      reason: string
    }

/** Pages longer than this are cut, bytes. */
const MAX_BYTES = 10 * 1024 * 1024
/** A shorter description than this is a teaser: the text of the page is better. */
const TEASER = 200

/** Reads the postings of a page. Never throws for bad content; a file that cannot be opened throws. */
export async function readPage(input: PageInput): Promise<PageReading> {
  const bytes = 'bytes' in input ? input.bytes : await readStart(input.path)
  const { url, contentType } = input
  if (contentType !== null && !/html|xml|text\/plain|octet-stream/i.test(contentType))
    return { ok: false, reason: `The address leads to ${kindOf(contentType)}, not to a web page.` }
  const headers = contentType === null ? {} : { 'content-type': contentType }
  const html = bodyText({ body: bytes.subarray(0, MAX_BYTES), headers })
  if (html.trim() === '') return { ok: false, reason: 'The page is empty.' }
  if (!looksLikeHtml(html)) return { ok: false, reason: 'This is not a web page.' }
  return readHtml(html, url)
}

function readHtml(html: string, url: string | null): PageReading {
  const tree = readTree(html)
  const facts = readPageFacts(tree, html, url)
  // The address that the person gave leads there; a canonical one may have lost the posting's number.
  const address = url ?? facts.canonical
  const common = {
    title: facts.ogTitle || facts.title || (facts.headings[0] ?? ''),
    url: address,
    site: facts.siteName || siteLabel(address) || null,
  }
  const { postings } = structuredPostings(tree, address)
  if (postings.length > 0)
    return { ok: true, how: 'json_ld', postings: completed(postings, html, tree, address), ...common }
  const readable = readReadable(html, address, tree)
  if (!readable.ok) return readable
  const { page } = readable
  const posting = postingOf({
    title: page.title,
    company: page.company ?? '',
    location_text: page.location ?? '',
    description: page.text,
    description_html: page.html,
    url: address,
    apply_url: address,
  })
  return { ok: true, how: 'readable', postings: [posting], ...common }
}

/** One posting whose structured data lacks text or company gets them from the page around it. */
function completed(
  postings: ImportedPosting[],
  html: string,
  tree: PageElement,
  url: string | null,
): ImportedPosting[] {
  const [posting] = postings
  if (posting === undefined || postings.length > 1) return postings
  if (posting.description.length >= TEASER && posting.company !== '') return postings
  const readable = readReadable(html, url, tree)
  if (!readable.ok) return postings
  const { page } = readable
  const isTeaser = posting.description.length < TEASER && page.text.length > posting.description.length
  return [
    {
      ...posting,
      company: posting.company || (page.company ?? ''),
      location_text: posting.location_text || (page.location ?? ''),
      ...(isTeaser ? { description: page.text, description_html: page.html } : {}),
    },
  ]
}

const HTML_START =
  /<(?:!doctype\s+html|html|head|body|title|meta|script|div|article|main|section|table|h[1-6]|p)\b[^>]{0,2000}>/i

function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 64 * 1024).trimStart()
  return !/^[[{]/.test(start) && HTML_START.test(start)
}

/**
 * Whether a file is a web page by its first bytes (64 KB are enough), whatever it is called: an HTML document, or a
 * piece of one. JSON and CSV whose texts hold HTML are none.
 */
export function isHtmlFile(head: Uint8Array): boolean {
  const text = bodyText({ body: head.subarray(0, 64 * 1024), headers: {} })
  return /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|article|main|section|table|h[1-6]|p|ul)\b/i.test(
    withoutPrologue(text),
  )
}

/** The text behind comments and an XML declaration. */
function withoutPrologue(text: string): string {
  let rest = text.trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : null
    const at = end === null ? -1 : rest.indexOf(end)
    if (end === null || at === -1) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}

async function readStart(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const bytes = new Uint8Array(Math.min(size, MAX_BYTES))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  } finally {
    await file.close()
  }
}

function kindOf(contentType: string): string {
  if (/pdf/i.test(contentType)) return 'a PDF'
  if (/^image\//i.test(contentType)) return 'an image'
  if (/json/i.test(contentType)) return 'data (JSON)'
  return `a file (${contentType.split(';')[0]?.trim().slice(0, 60)})`
}
