import type { ReadPosting } from '../read-posting.ts'
import { type Candidate, findCandidates } from './candidates.ts'
import { ownOnes } from './choose.ts'
import { currencyOf } from './currency.ts'
import type { PayFinding } from './types.ts'

/**
 * Pay stated by a posting, or null. Base pay comes before on-target earnings and total compensation; several
 * ranges of one kind (grades, places) give the lowest low and the highest high, with a note. `country` (ISO
 * alpha-2) says whose dollars or crowns are meant.
 */
export function detectSalary(posting: ReadPosting, country: string | null): PayFinding | null {
  const candidates = [
    ...findCandidates(posting.title, country),
    ...findCandidates(posting.description, country),
  ].filter((candidate, index, all) => !restates(candidate, all[index - 1]))
  const base = candidates.filter(candidate => !candidate.total)
  return combine(base.length > 0 ? base : candidates, posting, country)
}

/** "£24,570 (£12.60 per hour)", "£21,000 FTE (actual £12,600)": the same pay for another period or share. */
function restates(candidate: Candidate, previous: Candidate | undefined): boolean {
  if (!previous || previous.text !== candidate.text) return false
  const between = candidate.text.lower.slice(previous.end, candidate.start)
  if (between.length > 30 || !/^[^\d\n(]*\([^\d\n(]*$/.test(between)) return false
  return previous.period !== candidate.period || /\((?:actual|equivalent|equal|pro[- ]rata)/.test(between)
}

function combine(candidates: Candidate[], posting: ReadPosting, country: string | null): PayFinding | null {
  let chosen: Candidate | null = null
  for (const candidate of candidates) {
    if (chosen === null || weight(candidate, country) > weight(chosen, country)) chosen = candidate
  }
  if (chosen === null) return null
  const like = chosen
  const all = candidates.filter(other => other === like || isAlike(other, like))
  const alike = all.length > 1 ? ownOnes(all, posting) : all
  if (!alike.includes(chosen)) chosen = alike[0] ?? chosen
  const lows = alike.map(other => other.low).filter(low => low !== null)
  const highs = alike.map(other => other.high).filter(high => high !== null)
  const low = lows.length > 0 ? Math.min(...lows) : null
  let high = highs.length > 0 ? Math.max(...highs) : null
  if (low !== null && high !== null && low > high) high = low
  const period = chosen.period ?? alike.find(other => other.period !== null)?.period ?? null
  const ranges = new Set(alike.map(other => `${other.low}-${other.high}`)).size
  return {
    low,
    high,
    currency: chosen.currency,
    period,
    text: chosen.text,
    span: { start: chosen.start, end: chosen.end },
    confidence: Math.min(0.97, 0.5 + chosen.score * 0.055),
    periodStated: chosen.periodStated,
    ...noteOf(ranges, alike.length < all.length, chosen.total),
  }
}

/** Of pay in several currencies, that of the posting's own country comes first. */
function weight({ score, currency }: Candidate, country: string | null): number {
  return currency !== null && currency === currencyOf(country) ? score + 1 : score
}

function noteOf(ranges: number, picked: boolean, total: boolean): { note?: string } {
  const notes: string[] = []
  if (ranges > 1) notes.push(`widest of ${ranges} statements of pay`)
  if (picked) notes.push("the pay for the posting's own place or level")
  if (total) notes.push('total pay, not base pay')
  return notes.length > 0 ? { note: notes.join('; ') } : {}
}

/** Whether another candidate states the same kind of pay, so that both belong to one span. */
function isAlike(other: Candidate, best: Candidate): boolean {
  if (other.total !== best.total || other.score < best.score - 3.5) return false
  if (other.currency !== best.currency) return false
  if (other.period !== best.period && other.period !== null && best.period !== null) return false
  const least = best.low ?? best.high ?? 0
  const most = best.high ?? best.low ?? 0
  const low = other.low ?? other.high ?? 0
  const high = other.high ?? other.low ?? 0
  return low >= least / 3 && high <= most * 3
}
