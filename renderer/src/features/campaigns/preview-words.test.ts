import { expect, test } from 'vitest'
import { hiddenText, moveOf, moveText, orderText } from './preview-words.ts'

test.each([
  [1, 1, ''],
  [5, 2, 'up 3 places, from 5'],
  [1, 2, 'down 1 place, from 1'],
  [1400, 3, 'up 1,397 places, from 1,400'],
  [null, 4, 'hidden until now'],
])('from %s to %s: “%s”', (before, place, text) => {
  expect(moveText(moveOf({ before }, place))).toBe(text)
})

const order = (...places: (number | null)[]) => orderText(places.map(before => ({ before })))

test('the order in one sentence', () => {
  expect(order(1, 2, 3)).toBe('The order is as it is now.')
  expect(order(2, 1, 3)).toBe('Two of the top three move.')
  expect(order(1, 2, 9)).toBe('One of the top three moves, one comes in from below.')
  expect(order(null, 1, 7)).toBe('Three of the top three move, two come in from below.')
  expect(order()).toBe('The order is as it is now.')
})

test('how many jobs the rules hide', () => {
  expect(hiddenText({ ineligible: 0, total: 0 })).toMatch(/no waiting jobs/)
  expect(hiddenText({ ineligible: 0, total: 1 })).toBe(
    'Hides none of the one job that waits in this campaign.',
  )
  expect(hiddenText({ ineligible: 12, total: 2140 })).toBe(
    'Hides 12 of the 2,140 jobs that wait in this campaign.',
  )
  expect(hiddenText({ ineligible: 3, total: 3 })).toBe('Hides all of the 3 jobs that wait in this campaign.')
  expect(hiddenText({ ineligible: 12, total: 10_000 }, 64_000)).toBe(
    'Hides 12 of the newest 10,000 of 64,000 jobs that wait in this campaign.',
  )
})
