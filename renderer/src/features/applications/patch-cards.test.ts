import { expect, test } from 'vitest'
import { JobId } from '../../../../main/contract/ids.ts'
import { card } from './card.fixture.ts'
import {
  type CardPages,
  countMove,
  flatCards,
  movedCard,
  putFirst,
  replaceCard,
  takeOut,
} from './patch-cards.ts'

const pages = (...ids: number[][]): CardPages => ({
  pages: ids.map(page => ({ cards: page.map(id => card(id)), cursor: null })),
  pageParams: ids.map(() => null),
})
const idsOf = (data: CardPages) => data.pages.map(page => page.cards.map(one => Number(one.job.id)))

test('a card leaves its column and stands first in the other', () => {
  const data = pages([1, 2], [3])
  expect(idsOf(takeOut(data, JobId.parse(3)))).toEqual([[1, 2], []])
  expect(takeOut(data, JobId.parse(9))).toBe(data)
  expect(idsOf(putFirst(data, card(3)))).toEqual([[3, 1, 2], []])
  expect(idsOf(putFirst(pages([]), card(7)))).toEqual([[7]])
})

test('a moved card waits for no answer any more', () => {
  const moved = movedCard({ ...card(1), staleDays: 20 }, 'interview', '2026-11-21T10:00:00.000Z')
  expect(moved).toMatchObject({
    job: { status: 'interview' },
    movedAt: '2026-11-21T10:00:00.000Z',
    staleDays: null,
  })
  const [first] = flatCards(replaceCard(pages([2, 1]), moved).pages.toReversed())
  expect(first?.job.id).toBe(2)
})

test('a card that two pages hold is shown once', () => {
  expect(flatCards(pages([1, 2], [2, 3]).pages).map(one => Number(one.job.id))).toEqual([1, 2, 3])
})

test('counts follow a move, and a job that waits again is counted nowhere', () => {
  const counts = { columns: [{ status: 'applied' as const, n: 1 }], stale: 0, followUps: 0 }
  expect(countMove(counts, 'applied', 'offer').columns).toEqual([
    { status: 'applied', n: 0 },
    { status: 'offer', n: 1 },
  ])
  expect(countMove(counts, 'applied', 'waiting').columns).toEqual([{ status: 'applied', n: 0 }])
})
