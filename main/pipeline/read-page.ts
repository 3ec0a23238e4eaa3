import type { IncompletePosting } from '../contract/by-hand.ts'
import { Refusal, refuse } from '../contract/errors.ts'
import type { ImportedPosting } from '../contract/imports.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import type { PageInput, PageReading } from '../sources/service.ts'
import { refuseCancelled } from './fetch-page.ts'

/** Reading a page in the parser process, and what has to be known before it can be stored. */

export type PageQuestion = PageInput & {
  /** Names the company where the page does not. */
  company: string | null
}

type Read = Extract<PageReading, { ok: true }> & { notes: string[] }

/** Postings of one page that are taken; a longer list is a board, not a page. */
const MOST = 50

/**
 * The postings of a page. Refuses `page_without_posting` with the reason, and `posting_incomplete` with an
 * `IncompletePosting` when the company is not known.
 */
export async function readPageApart(
  parser: ParserProcess,
  { company, ...input }: PageQuestion,
  signal: AbortSignal | null,
): Promise<Read> {
  const answer = await untilAborted(parser.run({ ...input, kind: 'page' }), signal)
  if (signal) refuseCancelled(signal)
  if (!answer?.ok) {
    if (!answer) return refuse('cancelled', 'Reading the page was cancelled.')
    throw new Refusal(answer.error)
  }
  // The parser process answers a page with what readPage answers.
  const reading = answer.value as PageReading
  if (!reading.ok) return refuse('page_without_posting', reading.reason)
  const postings = reading.postings.slice(0, MOST).map(posting => named(posting, company))
  const unnamed = postings.find(posting => posting.company === '')
  if (unnamed) {
    const details: IncompletePosting = {
      title: unnamed.title,
      location: unnamed.location_text,
      site: reading.site,
      url: reading.url,
    }
    refuse('posting_incomplete', `The page does not say which company "${unnamed.title}" is at.`, {
      field: 'company',
      details,
    })
  }
  return { ...reading, postings, notes: notesOn(reading, postings) }
}

const named = (posting: ImportedPosting, company: string | null): ImportedPosting =>
  posting.company === '' && company !== null && company !== '' ? { ...posting, company } : posting

function notesOn(
  reading: Extract<PageReading, { ok: true }>,
  postings: readonly ImportedPosting[],
): string[] {
  const notes: string[] = []
  if (reading.postings.length > MOST)
    notes.push(`The page lists ${reading.postings.length} postings; the first ${MOST} were taken.`)
  if (reading.how === 'readable')
    notes.push('The page has no structured data, so title, company and text were read from its words.')
  const now = Date.now()
  if (postings.some(({ closed_at }) => closed_at !== null && Date.parse(closed_at) < now))
    notes.push(postings.length === 1 ? 'The posting says that it has closed.' : 'Some postings have closed.')
  return notes
}

/** Whatever comes first: the answer, or null when the person calls it off. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal | null): Promise<T | null> {
  if (!signal) return work
  return Promise.race([
    work,
    new Promise<null>(resolve => {
      if (signal.aborted) resolve(null)
      else signal.addEventListener('abort', () => resolve(null), { once: true })
    }),
  ])
}
