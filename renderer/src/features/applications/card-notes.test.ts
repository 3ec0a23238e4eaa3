import { expect, test } from 'vitest'
import { card } from './card.fixture.ts'
import { cardName, cardNotes } from './card-notes.ts'

const now = new Date(2026, 10, 21, 15, 0)
const at = (day: number, hour = 12) => new Date(2026, 10, day, hour).toISOString()

test('a card says what presses first, and marks what is soon, late or has waited', () => {
  const notes = cardNotes(
    {
      ...card(1, { status: 'interview' }),
      staleDays: 16,
      offerDeadline: '2026-11-20',
      interviewAt: at(25, 14),
      nextStep: 'Send the portfolio',
      nextStepAt: at(22),
    },
    now,
  )
  expect(notes).toEqual([
    { kind: 'deadline', text: 'Deadline was yesterday', tone: 'bad' },
    { kind: 'interview', text: 'Interview Wed, 25 Nov, 14:00', tone: 'plain' },
    { kind: 'stale', text: 'No answer for 16 days', tone: 'warn' },
    { kind: 'next', text: 'Send the portfolio, tomorrow', tone: 'plain' },
  ])
})

test('an old deadline is not told once the offer is accepted', () => {
  expect(cardNotes({ ...card(1, { status: 'accepted' }), offerDeadline: '2026-11-01' }, now)).toEqual([])
})

test('a card is named by its title first, with how long it has been where it is', () => {
  expect(cardName({ ...card(1), movedAt: at(15), response: { kind: 'rejection', at: at(15) } }, now)).toBe(
    'Job 1, Acme, Applied for 6 days, answer: Rejection',
  )
  expect(cardName({ ...card(1, { score: 73.6 }), movedAt: at(21) }, now)).toBe(
    'Job 1, Acme, Applied since today, score 74',
  )
})
