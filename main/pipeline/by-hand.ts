import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Added, LARGEST_PAGE, PastedFacts } from '../contract/by-hand.ts'
import { Refusal, refuse } from '../contract/errors.ts'
import { discardUpload, sealUpload, uploadPath } from '../imports/service.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { HttpResponse } from '../platform/http/client.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import { canonicalUrl } from '../postings/rules/normalise.ts'
import { sourceKey } from '../sources/rules/source-key.ts'
import { postingOf, type SourceTools } from '../sources/service.ts'
import { fetchPage, refuseCancelled, webAddress } from './fetch-page.ts'
import { type PageQuestion, readPageApart } from './read-page.ts'
import { createRobots } from './robots.ts'
import { type HandBatch, type HandPosting, storeByHand } from './store-by-hand.ts'
import type { Compute } from './tasks.ts'

/** Postings by the person's hand: an address, a page, a file, a text. */

export interface ByHandTools {
  compute: Compute
  parser: ParserProcess
  newCollector: SourceTools['newCollector']
}

/** What the parser process answers to a text: what it says of itself, and the text tidied. */
const ReadText = PastedFacts.extend({ description: z.string(), description_html: z.string().nullable() })

/** A fetched page is kept for the answer to "which company?", so that its site is not asked twice. */
const KEPT_MS = 5 * 60_000

/** The `postings.*` commands by which the person brings postings. */
export function byHandCommands({ compute, parser, newCollector }: ByHandTools) {
  /** Requests that can be cancelled. */
  const underWay = new Map<string, AbortController>()
  const robots = createRobots()
  let kept: { url: string; at: number; response: HttpResponse } | null = null

  const fetched = async (url: string, now: number, signal: AbortSignal): Promise<HttpResponse> => {
    if (kept?.url === url && now - kept.at < KEPT_MS) return kept.response
    const collector = newCollector()
    try {
      return await fetchPage(collector.http, robots, { url, now }, signal)
    } finally {
      await collector.close()
    }
  }

  /** Reads a page in the parser process and stores its postings. */
  const addPage = async (
    context: CommandContext,
    page: PageQuestion,
    goal: Pick<HandBatch, 'kind' | 'campaignId'>,
    signal: AbortSignal | null = null,
  ): Promise<Added> => {
    const reading = await readPageApart(parser, page, signal)
    const payload = 'bytes' in page ? page.bytes : await readFile(page.path)
    const postings = handPostings(reading.postings, reading.url, payload)
    const { jobs, undo } = await storeByHand(context, compute, { ...goal, postings }, signal)
    return { jobs, how: reading.how, notes: [...reading.notes, ...mergeNotes(jobs)], undo }
  }

  const readText = async (text: string) => {
    const answer = await parser.run({ kind: 'text', text })
    if (!answer.ok) throw new Refusal(answer.error)
    return ReadText.parse(answer.value)
  }

  return {
    'postings.addUrl': async (context, { url: typed, campaignId, company, requestId }) => {
      const url = webAddress(typed)
      const now = context.clock.millis()
      const stop = new AbortController()
      underWay.set(requestId, stop)
      try {
        const response = await fetched(url, now, stop.signal)
        refuseCancelled(stop.signal)
        const contentType = response.headers['content-type'] ?? null
        const page = { bytes: response.body, url: response.url, contentType, company }
        try {
          const added = await addPage(context, page, { kind: 'page', campaignId }, stop.signal)
          kept = null
          return added
        } catch (error) {
          const incomplete = error instanceof Refusal && error.error.code === 'posting_incomplete'
          kept = incomplete ? { url, at: now, response } : null
          throw error
        }
      } finally {
        underWay.delete(requestId)
      }
    },
    'postings.cancelAdd': (_context, { requestId }) => {
      const stop = underWay.get(requestId)
      stop?.abort()
      return { cancelled: stop !== undefined }
    },
    'postings.addPage': (context, { html, url, campaignId, company }) => {
      // A single-page site shows its postings at routes, and nothing is fetched here.
      const address = url === null ? null : webAddress(url, 'keep_route')
      const contentType = 'text/html; charset=utf-8'
      const page = { bytes: new TextEncoder().encode(html), url: address, contentType, company }
      return addPage(context, page, { kind: 'clip', campaignId })
    },
    'postings.addFile': async (context, { uploadId, campaignId, company }) => {
      const { size } = sealUpload(context.dataDir, uploadId)
      if (size > LARGEST_PAGE)
        refuse('page_too_large', 'This page is larger than 10 MB. Paste the text of the posting instead.')
      const path = uploadPath(context.dataDir, uploadId)
      const page = { path, url: null, contentType: null, company }
      const added = await addPage(context, page, { kind: 'file', campaignId })
      discardUpload(context.dataDir, uploadId)
      return added
    },
    'postings.readText': (_context, { text }) => readText(text),
    'postings.addText': async (context, { text, title, company, location, url, campaignId }) => {
      const { description, description_html } = await readText(text)
      const posting = postingOf({
        title,
        company,
        location_text: location,
        description,
        description_html,
        url,
        apply_url: url,
      })
      const item: HandPosting = {
        sourceKey: keyOf(posting.url) ?? sourceKey(posting),
        byAddress: posting.url !== null,
        posting,
        payload: text,
        mediaType: 'text/plain',
      }
      const batch = { kind: 'text' as const, campaignId, postings: [item] }
      const { jobs, undo } = await storeByHand(context, compute, batch)
      return { jobs, how: 'text' as const, notes: mergeNotes(jobs), undo }
    },
  } satisfies Partial<Commands>
}

/** One address for the ways of writing it; null for none and for the home page of a site. */
const keyOf = (url: string | null): string | null => canonicalUrl(url)

/** The postings of one page, each with its key: the page's address, and behind it what tells several apart. */
function handPostings(
  postings: readonly HandPosting['posting'][],
  url: string | null,
  payload: Uint8Array,
): HandPosting[] {
  const page = keyOf(url)
  return postings.map((posting, index) => {
    const own = sourceKey(posting)
    const only = postings.length === 1
    return {
      sourceKey: page === null ? own : only ? page : `${page}#${own}`,
      byAddress: posting.id === null || (only && page !== null),
      posting: { ...posting, url: posting.url ?? url, apply_url: posting.apply_url ?? posting.url ?? url },
      // The page is kept once, with its first posting.
      payload: index === 0 ? payload : JSON.stringify(posting),
      mediaType: index === 0 ? 'text/html' : 'application/json',
    }
  })
}

/** What one cannot see from the jobs at once: how many of several were known. */
function mergeNotes(jobs: Added['jobs']): string[] {
  const known = jobs.filter(job => job.known).length
  return known === 0 || jobs.length === 1 ? [] : [`${known} of ${jobs.length} jobs were known already.`]
}
