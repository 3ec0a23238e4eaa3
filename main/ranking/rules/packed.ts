import {
  type Explanation,
  type FactorExplanation,
  FactorExplanation as FactorShape,
} from '../../contract/ranking.ts'

/** An explanation as it is stored: JSON without the names that repeat, in the order of the factors; half the size. */

type PackedFactor = [state: string, points: number, max: number, share: number | null, evidence: string]

/** Explanation to text. */
export function packExplanation({ score, known_share, less_sure, factors }: Explanation): string {
  const packed = factors.map(({ factor, state, points, max, share, evidence }): [string, ...PackedFactor] => [
    factor,
    state,
    points,
    max,
    share,
    evidence,
  ])
  return JSON.stringify([score, known_share, less_sure, packed])
}

/** Text to explanation. Throws when it is not one that `packExplanation` wrote. */
export function unpackExplanation(text: string): Explanation {
  const [score, known_share, less_sure, packed] = JSON.parse(text) as [
    number,
    number,
    boolean,
    [string, ...PackedFactor][],
  ]
  const factors = packed.map(
    ([factor, state, points, max, share, evidence]): FactorExplanation =>
      FactorShape.parse({ factor, state, points, max, share, evidence }),
  )
  return { score, known_share, less_sure, factors, ineligible: [] }
}
