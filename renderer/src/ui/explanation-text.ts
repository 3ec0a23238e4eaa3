import { FACTOR_LABELS } from '../../../main/contract/labels.ts'
import type { Explanation, FactorExplanation } from '../../../main/contract/ranking.ts'

/** Points with at most one decimal: 12.5, 15. */
function pointsText(points: number): string {
  return (Math.round(points * 10) / 10).toLocaleString('en')
}

/** "12.5 of 15", "not stated" or "no preference": what one factor brought. */
export function factorText(factor: FactorExplanation): string {
  if (factor.state === 'unknown') return 'not stated'
  if (factor.state === 'no_wish') return 'no preference'
  return `${pointsText(factor.points)} of ${pointsText(factor.max)}`
}

function names(factors: readonly FactorExplanation[]): string {
  const words = factors.map(one => FACTOR_LABELS[one.factor].toLowerCase())
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** One or two sentences that say why: what carries the score, what costs it, what the posting does not say. */
export function explanationSentence(explanation: Explanation): string {
  const known = explanation.factors.filter(one => one.state === 'known')
  const strong = known.filter(one => (one.share ?? 0) >= 0.8).sort((a, b) => b.points - a.points)
  const weak = known
    .filter(one => (one.share ?? 0) < 0.4)
    .sort((a, b) => b.max - b.points - (a.max - a.points))
  const silent = explanation.factors.filter(one => one.state === 'unknown')
  const parts = [
    strong.length > 0 ? `Fits by ${names(strong.slice(0, 3))}.` : '',
    weak.length > 0 ? `Loses points by ${names(weak.slice(0, 3))}.` : '',
    silent.length > 0 ? `The posting does not state ${names(silent)}.` : '',
  ].filter(Boolean)
  return parts.join(' ') || 'Nothing could be compared yet.'
}
