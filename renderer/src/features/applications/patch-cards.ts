import type { InfiniteData } from '@tanstack/react-query'
import type { ApplicationCard } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'

/** One answer of a column or of the list. */
export interface CardPage {
  cards: ApplicationCard[]
  cursor: string | null
}
export type CardPages = InfiniteData<CardPage, string | null>

/** The heads of the board. */
export interface BoardCounts {
  columns: { status: JobStatus; n: number }[]
  stale: number
  followUps: number
}

/** A card as it is right after a move, before the core has answered. */
export function movedCard(card: ApplicationCard, to: JobStatus, at: string): ApplicationCard {
  return { ...card, job: { ...card.job, status: to }, movedAt: at, staleDays: null }
}

/** The pages without the card of a job; untouched pages stay the same objects. */
export function takeOut(data: CardPages, jobId: JobId): CardPages {
  const has = (page: CardPage) => page.cards.some(card => card.job.id === jobId)
  if (!data.pages.some(has)) return data
  return {
    ...data,
    pages: data.pages.map(page =>
      has(page) ? { ...page, cards: page.cards.filter(card => card.job.id !== jobId) } : page,
    ),
  }
}

/** The pages with a card at their beginning, where what moved last stands. */
export function putFirst(data: CardPages, card: ApplicationCard): CardPages {
  const [first, ...rest] = takeOut(data, card.job.id).pages
  return first ? { ...data, pages: [{ ...first, cards: [card, ...first.cards] }, ...rest] } : data
}

/** The pages with another card in the place of a job's. */
export function replaceCard(data: CardPages, card: ApplicationCard): CardPages {
  const has = (page: CardPage) => page.cards.some(one => one.job.id === card.job.id)
  if (!data.pages.some(has)) return data
  return {
    ...data,
    pages: data.pages.map(page =>
      has(page) ? { ...page, cards: page.cards.map(one => (one.job.id === card.job.id ? card : one)) } : page,
    ),
  }
}

/** The counts after one application went from a column to another. */
export function countMove(counts: BoardCounts, from: JobStatus, to: JobStatus): BoardCounts {
  const known = new Map(counts.columns.map(({ status, n }) => [status, n]))
  known.set(from, Math.max(0, (known.get(from) ?? 0) - 1))
  if (to !== 'waiting') known.set(to, (known.get(to) ?? 0) + 1)
  return { ...counts, columns: [...known].map(([status, n]) => ({ status, n })) }
}

/** The cards of all pages, each job once: a page that was fetched while cards moved can repeat one. */
export function flatCards(pages: readonly CardPage[]): ApplicationCard[] {
  return [...new Map(pages.flatMap(page => page.cards).map(card => [card.job.id, card])).values()]
}
