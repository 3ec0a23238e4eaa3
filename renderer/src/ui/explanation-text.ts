import { FACTOR_LABELS } from '../../../main/contract/labels.ts'
import type { Explanation, FactorExplanation, FactorState } from '../../../main/contract/ranking.ts'

/** Points with at most one decimal: 12.5, 15. */
export function pointsText(points: number): string {
  return (Math.round(points * 10) / 10).toLocaleString('en')
}

/** "12.5 of 15", "not stated" or "no preference": what one factor brought. */
export function factorText(factor: Pick<FactorExplanation, 'state' | 'points' | 'max'>): string {
  if (factor.state === 'unknown') return 'not stated'
  if (factor.state === 'no_wish') return 'no preference'
  return `${pointsText(factor.points)} of ${pointsText(factor.max)}`
}

/** What becomes of the weight of a factor that was not compared; '' for one that was. */
const SPREAD: Record<FactorState, string> = {
  known: '',
  unknown: 'Its weight is spread over the others.',
  no_wish: 'Its weight is spread over the others.',
}

/** A text with its first letter as a capital and a full stop at its end; '' stays empty. */
export function asSentence(text: string): string {
  const said = text.trim()
  if (said === '') return ''
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.!?…]$/.test(said) ? '' : '.'}`
}

/** The evidence of a factor as sentences, with what happens to its weight where it was not compared. */
export function evidenceText({ state, evidence }: Pick<FactorExplanation, 'state' | 'evidence'>): string {
  const plain = state === 'unknown' && /^not stated$/i.test(evidence.trim())
  return [plain ? '' : asSentence(evidence), SPREAD[state]].filter(Boolean).join(' ')
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
  return [
    ...(parts.length > 0 ? parts : ['Nothing could be compared yet.']),
    ...explanation.notes.map(asSentence),
  ].join(' ')
}

/** How far the number can be trusted: "Sure: 85% of the weight could be compared." */
export function sureSentence({
  known_share,
  less_sure,
}: Pick<Explanation, 'known_share' | 'less_sure'>): string {
  const percent = Math.round(known_share * 100)
  if (percent === 0) return 'Less sure: nothing that you have a wish for is stated.'
  if (percent === 100 && less_sure) return 'Less sure: the campaign has too few wishes to tell jobs apart.'
  if (percent === 100) return 'Sure: everything that you have a wish for is stated.'
  return less_sure
    ? `Less sure: only ${percent}% of the weight could be compared.`
    : `Sure: ${percent}% of the weight could be compared.`
}
