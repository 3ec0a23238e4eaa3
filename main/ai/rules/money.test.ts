import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bookedCost, costOf, dollars, microDollars, readUsage } from './money.ts'

describe('costOf', () => {
  it.each([
    [0, 0, 0.15, 0.6, 0],
    [1, 0, 0.15, 0.6, 1],
    [20, 0, 0.15, 0, 3],
    [1_000_000, 1_000_000, 2.5, 10, 12_500_000],
    [3, 0, 1 / 3, 0, 1],
    [1, 1, 0, 0, 0],
    [1_000_000, 0, 0.000001, 0, 1],
    [10_000_000, 10_000_000, 100_000, 100_000, 2_000_000_000_000],
  ])(
    '%d in and %d out at $%d and $%d a million: %d micro-dollars',
    (tokensIn, tokensOut, priceIn, priceOut, cost) => {
      expect(costOf(tokensIn, tokensOut, { in: priceIn, out: priceOut })).toBe(cost)
    },
  )

  it('is never less than the exact cost, by less than a micro-dollar more, and grows with the tokens', () => {
    const price = fc.integer({ min: 0, max: 100_000_000 }).map(n => n / 1000)
    const tokens = fc.nat(10_000_000)
    fc.assert(
      fc.property(tokens, tokens, price, price, (tokensIn, tokensOut, priceIn, priceOut) => {
        const prices = { in: priceIn, out: priceOut }
        const cost = costOf(tokensIn, tokensOut, prices)
        const exact = tokensIn * priceIn + tokensOut * priceOut
        expect(Number.isSafeInteger(cost)).toBe(true)
        expect(cost).toBeGreaterThanOrEqual(exact - 0.01)
        expect(cost).toBeLessThan(exact + 1.01)
        expect(costOf(tokensIn + 1, tokensOut, prices)).toBeGreaterThanOrEqual(cost)
      }),
    )
  })
})

it.each([
  [0, 0],
  [0.5, 500_000],
  [0.29, 290_000],
  [0.57, 570_000],
  [1.1, 1_100_000],
  [0.0000019, 1],
  [100_000, 100_000_000_000],
])('$%d is %d micro-dollars', (amount, micros) => {
  expect(microDollars(amount)).toBe(micros)
  expect(dollars(micros)).toBeLessThanOrEqual(amount)
})

it('what is read of a usage is never negative, never without bound', () => {
  const anything = fc.oneof(fc.double(), fc.integer(), fc.constant(undefined), fc.string(), fc.constant(null))
  const usage = fc.oneof(
    fc.record({ prompt_tokens: anything, completion_tokens: anything, total_tokens: anything }),
    fc.anything(),
  )
  fc.assert(
    fc.property(
      usage,
      fc.nat(5000),
      fc.nat(5000),
      fc.nat(2_000_000),
      (said, bytesIn, tokensOut, bytesOut) => {
        const read = readUsage(said, { bytesIn, tokensOut }, bytesOut)
        for (const tokens of [read.tokensIn, read.tokensOut]) {
          expect(Number.isInteger(tokens)).toBe(true)
          expect(tokens).toBeGreaterThanOrEqual(0)
          expect(tokens).toBeLessThanOrEqual(10_000_000)
        }
      },
    ),
  )
})

it.each([
  [50, 100, 1000, 50],
  [100, 100, 0, 100],
  [150, 100, 1000, 150],
  [150, 100, 20, 120],
  [1e14, 100, 20, 120],
  [150, 100, -30, 100],
])('a cost of %d with %d reserved and room for %d is booked as %d', (cost, reserved, room, booked) => {
  expect(bookedCost(cost, reserved, room)).toBe(booked)
})
