import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestIds } from './best.ts'
import { teamDraft } from './interleave.ts'
import { type JudgedJob, resultOf, signTest } from './result.ts'

const lists = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { maxLength: 60 })

describe('team-draft interleaving', () => {
  it('takes each job once, one of each side a round, each side in the order of its list', () => {
    fc.assert(
      fc.property(lists, lists, fc.nat(30), fc.nat(), (listA, listB, rounds, seed) => {
        const drafted = teamDraft(listA, listB, { rounds, seed })
        expect(new Set(drafted.map(one => one.jobId)).size).toBe(drafted.length)
        expect(drafted.length).toBeLessThanOrEqual(2 * rounds)
        for (const [side, list] of [
          ['a', listA],
          ['b', listB],
        ] as const) {
          const own = drafted.filter(one => one.side === side)
          expect(own.map(one => one.round)).toEqual(own.map((_, round) => round))
          const places = own.map(one => list.indexOf(one.jobId))
          expect(places).not.toContain(-1)
          expect(places).toEqual(places.toSorted((one, other) => one - other))
        }
      }),
    )
  })

  it('gives a side the best of its list that the other has not taken', () => {
    const [first, second] = teamDraft([1, 2, 3], [1, 2, 3], { rounds: 1, seed: 4 })
    expect([first?.jobId, second?.jobId]).toEqual([1, 2])
    expect(first?.side).not.toBe(second?.side)
  })

  it('draws the same for the same seed, and lets either side begin about as often', () => {
    const list = Array.from({ length: 400 }, (_, index) => index)
    const draw = (seed: number) => teamDraft(list, list, { rounds: 200, seed })
    expect(draw(11)).toEqual(draw(11))
    const begun = draw(11).filter((one, place) => place % 2 === 0 && one.side === 'a').length
    expect(begun).toBeGreaterThan(70)
    expect(begun).toBeLessThan(130)
  })
})

describe('the sign test', () => {
  // Tails of the binomial distribution at a half, worked out by hand: 2 × (sum of n over k) / 2^n.
  it.each([
    [0, 0, 1],
    [1, 0, 1],
    [3, 3, 1],
    [5, 0, 2 / 32],
    [6, 1, (2 * (7 + 1)) / 128],
    [8, 2, (2 * (45 + 10 + 1)) / 1024],
  ])('of %i against %i', (one, other, chance) => {
    expect(signTest(one, other)).toBeCloseTo(chance, 12)
  })

  it('is the same for both sides, between 0 and 1, and falls as the result grows uneven', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (one, other) => {
        const chance = signTest(one, other)
        expect(chance).toBe(signTest(other, one))
        expect(chance).toBeGreaterThanOrEqual(0)
        expect(chance).toBeLessThanOrEqual(1)
        if (one >= other && other > 0)
          expect(signTest(one + 1, other - 1)).toBeLessThanOrEqual(chance + 1e-12)
      }),
    )
  })
})

describe('the result of a comparison', () => {
  const names = { a: 'Present weights', b: 'Skills first' }
  const round = (number: number, a: JudgedJob['verdict'], b: JudgedJob['verdict']): JudgedJob[] => [
    { round: number, side: 'a', verdict: a },
    { round: number, side: 'b', verdict: b },
  ]
  const won = (a: number, b: number) =>
    resultOf(
      Array.from({ length: a + b }, (_, index) =>
        round(index, index < a ? 'up' : 'down', index < a ? 'down' : 'up'),
      ).flat(),
      names,
    )

  it('counts rounds of which only one job is liked; rounds that are half decided count for nobody', () => {
    const judged = [
      ...round(0, 'up', 'down'),
      ...round(1, 'down', 'up'),
      ...round(2, 'up', 'up'),
      ...round(3, 'down', 'down'),
      ...round(4, null, 'up'),
      ...round(5, null, null),
    ]
    expect(resultOf(judged, names)).toMatchObject({
      winsA: 1,
      winsB: 1,
      ties: 2,
      leader: null,
      confidence: 'none',
    })
  })

  it.each([
    [0, 0, 'none', 'nothing can be said'],
    [3, 3, 'none', 'neither are better'],
    [4, 2, 'none', 'it cannot be told'],
    [6, 1, 'weak', 'may be better'],
    [1, 8, 'likely', 'Skills first won 8 of 9 rounds'],
    [12, 0, 'strong', 'very likely better'],
  ] as const)('says of %i against %i how sure it is: %s', (a, b, confidence, words) => {
    const result = won(a, b)
    expect(result.confidence).toBe(confidence)
    expect(result.sentence).toContain(words)
  })
})

describe('the best of many', () => {
  it('are those that sorting all of them would give', () => {
    const many = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })),
      {
        maxLength: 300,
      },
    )
    fc.assert(
      fc.property(many, fc.nat(50), (rows, most) => {
        const ids = rows.map(([id]) => id)
        const scores = rows.map(([, score]) => score / 100)
        const sorted = rows
          .toSorted(([oneId, one], [otherId, other]) => other - one || otherId - oneId)
          .map(([id]) => id)
        expect(bestIds(ids, scores, most)).toEqual(sorted.slice(0, most))
      }),
    )
  })
})
