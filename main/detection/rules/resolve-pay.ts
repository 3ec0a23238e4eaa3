import type { Evidence, FactName } from '../../contract/facts.ts'
import { evidenceOf } from './finding.ts'
import { type Proofs, STRUCTURED } from './resolve.ts'
import type { Pay, PayFinding } from './salary/types.ts'
import { yearly } from './salary/yearly.ts'

/**
 * Decides between pay of the source's own fields and pay that the text states. The fields win, but for an estimate that
 * a text with plain other pay gives away. What loses is kept as a conflict.
 */
export function resolvePay(hinted: Pay | null, stated: PayFinding | null, proofs: Proofs): Pay | null {
  if (hinted && stated && contradicts(hinted, stated)) {
    noteConflict(hinted, stated, STRUCTURED, proofs)
    const proof = evidenceOf({ ...stated, value: null, note: 'the source gives another amount' })
    return note(stated, proof, proofs)
  }
  if (hinted) {
    if (stated) noteConflict(stated, hinted, evidenceOf({ ...stated, value: null }), proofs)
    return note({ ...hinted, currency: hinted.currency ?? stated?.currency ?? null }, STRUCTURED, proofs)
  }
  return stated && note(stated, evidenceOf({ ...stated, value: null }), proofs)
}

/** A source's estimate is recognised by a text that plainly states other pay for the same period. */
function contradicts(hinted: Pay, stated: PayFinding): boolean {
  if (stated.confidence < 0.8) return false
  const hintLow = yearly(hinted.low ?? hinted.high, hinted.period)
  const hintHigh = yearly(hinted.high ?? hinted.low, hinted.period)
  const low = yearly(stated.low ?? stated.high, stated.period)
  const high = yearly(stated.high ?? stated.low, stated.period)
  if (hintLow === null || hintHigh === null || low === null || high === null) return false
  return high < hintLow * 0.95 || low > hintHigh * 1.05
}

/** Keeps the parts of the losing pay that say something else; the same pay for another period says the same. */
function noteConflict(loser: Pay, winner: Pay, proof: Evidence, { conflicts }: Proofs): void {
  const add = (fact: FactName, value: string | number | null): void => {
    if (value !== null) conflicts.push({ fact, value, evidence: proof })
  }
  const other = differs(loser, winner, 'low') || differs(loser, winner, 'high')
  if (other) {
    if (loser.low !== winner.low) add('salary_low', loser.low)
    if (loser.high !== winner.high) add('salary_high', loser.high)
    if (loser.period !== winner.period) add('salary_period', loser.period)
  }
  if (winner.currency !== null && loser.currency !== winner.currency)
    add('compensation_currency', loser.currency)
}

const SAME = 0.01

function differs(one: Pay, other: Pay, end: 'low' | 'high'): boolean {
  const [a, b] = [yearly(one[end], one.period), yearly(other[end], other.period)]
  if (a === null || b === null) return one[end] !== null && other[end] !== null && one[end] !== other[end]
  return Math.abs(a - b) > Math.max(a, b) * SAME
}

function note({ low, high, currency, period }: Pay, proof: Evidence, { evidence }: Proofs): Pay {
  if (low !== null) evidence.salary_low = proof
  if (high !== null) evidence.salary_high = proof
  if (currency !== null) evidence.compensation_currency = proof
  if (period !== null) evidence.salary_period = proof
  return { low, high, currency, period }
}
