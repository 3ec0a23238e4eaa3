import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Explanation, FactorState, RANKING_FACTORS } from '../../contract/ranking.ts'
import { packExplanation, unpackExplanation } from './packed.ts'

const points = fc.integer({ min: 0, max: 10_000 }).map(hundredths => hundredths / 100)
const factor = fc.record({
  factor: fc.constantFrom(...RANKING_FACTORS),
  state: fc.constantFrom(...FactorState.options),
  points,
  max: points,
  share: fc.option(
    fc.integer({ min: 0, max: 100 }).map(percent => percent / 100),
    { nil: null },
  ),
  evidence: fc.string(),
})
const explanation: fc.Arbitrary<Explanation> = fc.record({
  score: points,
  known_share: fc.constantFrom(0, 0.5, 1),
  less_sure: fc.boolean(),
  factors: fc.array(factor, { maxLength: 9 }),
  ineligible: fc.constant([]),
})

it('comes back as it was packed', () => {
  fc.assert(
    fc.property(explanation, given => {
      expect(unpackExplanation(packExplanation(given))).toEqual(given)
    }),
  )
})

it('refuses what it did not write', () => {
  expect(() => unpackExplanation('[1,1,true,[["mood","known",1,1,1,"x"]]]')).toThrow()
})
