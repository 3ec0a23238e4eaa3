import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RANKING_FACTORS } from '../../../../main/contract/ranking.ts'
import { explanationOf } from './compare.fixture.ts'
import { factorDifferences } from './compare-rules.ts'

const shares = fc.dictionary(
  fc.constantFrom(...RANKING_FACTORS),
  fc.double({ min: 0, max: 1, noNaN: true }),
  {
    noNullPrototype: true,
  },
)
const byFactor = (rows: ReturnType<typeof factorDifferences>) =>
  Object.fromEntries(rows.filter(row => row.difference !== 0).map(row => [row.factor, row.difference]))

describe('the differences of two scores', () => {
  test('add up to the difference of the scores, to a tenth', () => {
    fc.assert(
      fc.property(shares, shares, (one, other) => {
        const [first, second] = [explanationOf(one), explanationOf(other)]
        // A job of which nothing is known stands at 0, and no factor can say why.
        fc.pre(first.known_share > 0 && second.known_share > 0)
        const sum = factorDifferences(first, second).reduce((total, row) => total + row.difference, 0)
        expect(sum).toBeCloseTo(Math.round((first.score - second.score) * 10) / 10, 6)
      }),
    )
  })

  test('are the same the other way round, with the other sign', () => {
    const [first, second] = [
      explanationOf({ salary: 1, title: 0.5, skills: 0.2 }),
      explanationOf({ title: 1, skills: 0.6 }),
    ]
    const there = byFactor(factorDifferences(first, second))
    const back = byFactor(factorDifferences(second, first))
    expect(Object.keys(there)).toEqual(Object.keys(back))
    for (const [factor, points] of Object.entries(there)) expect(back[factor]).toBeCloseTo(-points, 6)
  })

  test('a factor that both fulfil makes none, also when one of them states less beside it', () => {
    const first = explanationOf({ title: 1, salary: 0.4 })
    const second = explanationOf({ title: 1 })
    const rows = factorDifferences(first, second)
    // Spread over fewer factors, the full title of the second brings more points than that of the first.
    expect(rows.find(row => row.factor === 'title')?.difference).toBe(0)
    expect(byFactor(rows)).toEqual({ salary: -30 })
  })

  test('what one job does not state counts as its own average, so that silence is no fault', () => {
    const first = explanationOf({ title: 0.8, skills: 0.8, salary: 0.8 })
    const second = explanationOf({ title: 0.8, skills: 0.8 })
    expect(byFactor(factorDifferences(first, second))).toEqual({})
  })

  test('nothing to compare gives no points', () => {
    const rows = factorDifferences(explanationOf({}), explanationOf({}))
    expect(rows).toHaveLength(RANKING_FACTORS.length)
    expect(byFactor(rows)).toEqual({})
  })
})
