import type { OrderingEffect } from '../../contract/feedback.ts'
import type { RankingWeights } from '../../contract/ranking.ts'
import { scoreOf } from '../../ranking/rules/shares.ts'
import { type Decision, inOrder } from './decision.ts'
import { learnWeights } from './learner.ts'

/** The last decisions that an effect is measured on, at most. */
export const LAST_DECISIONS = 50

/** Of all pairs of a liked and a disliked job: how many there are, and of how many the liked one scores higher. */
export function countOrdered(
  decisions: readonly Decision[],
  weights: RankingWeights,
): { pairs: number; rightly: number } {
  const scores = (verdict: Decision['verdict']) =>
    decisions.filter(one => one.verdict === verdict).map(one => scoreOf(one.shares, weights).score)
  const liked = scores('up')
  const disliked = scores('down')
  let rightly = 0
  for (const up of liked) for (const down of disliked) if (up > down) rightly++
  return { pairs: liked.length * disliked.length, rightly }
}

/**
 * What learning would have done for the last decisions (50, or the later half of fewer): weights are learned from the
 * earlier decisions only, so that the effect is not measured on what was learned from.
 */
export function heldOutEffect(decisions: readonly Decision[], present: RankingWeights): OrderingEffect {
  const ordered = inOrder(decisions)
  const held = Math.min(LAST_DECISIONS, Math.floor(ordered.length / 2))
  const earlier = ordered.slice(0, ordered.length - held)
  const last = ordered.slice(ordered.length - held)
  const before = countOrdered(last, present)
  const after = countOrdered(last, learnWeights(earlier, present))
  return {
    decisions: last.length,
    learnedFrom: earlier.length,
    pairs: before.pairs,
    before: before.rightly,
    after: after.rightly,
  }
}
