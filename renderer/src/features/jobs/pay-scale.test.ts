import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountAt, edgeAt, payFilter } from './pay-scale.ts'

const SCALE = {
  currency: 'EUR',
  low: 20_000,
  high: 140_000,
  buckets: Array.from({ length: 24 }, (_, index) => index),
  stated: 276,
  unstated: 100,
}

describe('the scale of pay', () => {
  test('has round amounts at its edges, and no limit at its ends', () => {
    expect([0, 1, 12, 23, 24].map(edge => amountAt(SCALE, edge))).toEqual([
      null,
      25_000,
      80_000,
      135_000,
      null,
    ])
  })

  test('finds the edge of each of its amounts again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 23 }),
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 2_000, max: 900_000 }),
        (edge, low, span) => {
          const scale = { ...SCALE, low, high: low + span }
          const amount = amountAt(scale, edge)
          // Rounding moves an amount by less than half of a bucket when buckets are wide.
          fc.pre(span / 24 >= 2_000)
          expect(edgeAt(scale, amount, 0)).toBe(edge)
        },
      ),
    )
  })

  test('holds amounts beyond its ends, and open ones', () => {
    expect(edgeAt(SCALE, 900_000, 24)).toBe(24)
    expect(edgeAt(SCALE, 5, 0)).toBe(0)
    expect(edgeAt(SCALE, null, 24)).toBe(24)
    expect(edgeAt({ ...SCALE, high: SCALE.low }, 20_000, 24)).toBe(24)
  })
})

test('a filter of pay puts turned ends right, and is none without ends', () => {
  expect(payFilter(null, null, 'EUR', true)).toBeNull()
  expect(payFilter(90_000, 60_000, 'EUR', false)).toEqual({
    low: 60_000,
    high: 90_000,
    currency: 'EUR',
    unstated: false,
  })
  expect(payFilter(90_000, null, 'USD', true)?.high).toBeNull()
})
