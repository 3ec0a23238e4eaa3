import type { QualityPart, SourceState } from '../../contract/sources.ts'

/** How a source is, out of what was counted: pure decisions, no clock. */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Failures in a row from which on a source is left alone for a while (the usual threshold of a circuit breaker). */
const BREAKS_AFTER = 3
const FIRST_PAUSE = 15 * MINUTE
/** A longer time than this is not waited, whatever a server asks. */
const LONGEST_PAUSE = DAY

/**
 * Until when a source that failed `inARow` times is left alone, and at whose wish; null: it may be asked again at once.
 * The pause doubles with every further failure, from a quarter of an hour up to a day. `now` in ms since 1970.
 */
export function pauseAfterFailure(
  inARow: number,
  retryAfter: number | undefined,
  now: number,
): { until: string; by: 'server' | 'breaker' } | null {
  if (retryAfter !== undefined && retryAfter > 0)
    return { until: new Date(now + Math.min(retryAfter, LONGEST_PAUSE)).toISOString(), by: 'server' }
  if (inARow < BREAKS_AFTER) return null
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (inARow - BREAKS_AFTER))
  return { until: new Date(now + pause).toISOString(), by: 'breaker' }
}

/** What decides whether a source is asked in a run. */
export interface Readiness {
  pausedUntil: string | null
  pausedBy: 'server' | 'breaker' | null
  lastAskedAt: string | null
  /** Minutes that its terms want between two collections. */
  restMinutes: number
}

/**
 * Why a source is not asked now: `paused` (with the time), `resting` (it was asked lately and nothing can be new); null:
 * it is asked. A run that the person started asks even a source that failed often, but never one that asked for peace.
 */
export function reasonToWait(
  readiness: Readiness,
  byPerson: boolean,
  now: string,
): { kind: 'paused' | 'resting'; until: string } | null {
  const { pausedUntil, pausedBy, lastAskedAt, restMinutes } = readiness
  if (isPaused(pausedUntil, now) && !(byPerson && pausedBy === 'breaker'))
    return { kind: 'paused', until: pausedUntil }
  if (lastAskedAt !== null && restMinutes > 0) {
    const until = new Date(Date.parse(lastAskedAt) + restMinutes * MINUTE).toISOString()
    // A clock that was set back must not silence a source for years.
    if (until > now && lastAskedAt <= now) return { kind: 'resting', until }
  }
  return null
}

/** A pause that ends later than any pause can was written by a clock that was ahead. */
function isPaused(until: string | null, now: string): until is string {
  return until !== null && until > now && Date.parse(until) - Date.parse(now) <= LONGEST_PAUSE
}

export interface HealthFacts {
  enabled: boolean
  lastSuccessAt: string | null
  lastErrorAt: string | null
  lastError: string | null
  failuresInARow: number
  pausedUntil: string | null
  /** Postings of the last success. */
  lastPostings: number | null
}

/** The state of a source at `now` (ISO 8601 UTC). */
export function stateOf(facts: HealthFacts, now: string): SourceState {
  if (!facts.enabled) return 'off'
  if (isPaused(facts.pausedUntil, now)) return 'resting'
  if (facts.failuresInARow > 0) return 'failing'
  return facts.lastSuccessAt === null ? 'new' : 'ok'
}

/** The same in one plain sentence; times are added by the page. */
export function healthWords(facts: HealthFacts, now: string): string {
  const n = facts.failuresInARow
  switch (stateOf(facts, now)) {
    case 'off':
      return 'Switched off.'
    case 'new':
      return 'Not asked yet.'
    case 'resting':
      return `Left alone for a while${n > 1 ? ` after ${n} failures in a row` : ''}. ${facts.lastError ?? ''}`.trim()
    case 'failing':
      return `${n > 1 ? `The last ${n} tries` : 'The last try'} failed. ${facts.lastError ?? ''}`.trim()
    case 'ok':
      return facts.lastPostings === 0
        ? 'Answers, with no postings at present.'
        : `Answers, with ${count(facts.lastPostings ?? 0)} last time.`
  }
}

const count = (n: number): string => (n === 1 ? '1 posting' : `${n.toLocaleString('en')} postings`)

/** Sums over the last runs of a source. */
export interface QualitySums {
  runs: number
  failed: number
  /** Postings that were new or changed, of which the others are parts. */
  fresh: number
  merged: number
  unread: number
  withText: number
  withPlace: number
  withDate: number
  withUrl: number
}

/**
 * 0–100: how much of a posting the source gives (text 40, place 20, address 15, date 10) and how reliable it is (runs
 * that succeeded 10, postings that could be read 5). Null before the first posting.
 */
export function qualityOf(sums: QualitySums): number | null {
  const parts = qualityParts(sums)
  return parts.length === 0 ? null : Math.round(parts.reduce((total, part) => total + part.points, 0))
}

/** The points that the quality is the sum of; none before the first posting. */
export function qualityParts(sums: QualitySums): QualityPart[] {
  if (sums.runs === 0 || sums.fresh + sums.unread === 0) return []
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(1, part / whole))
  return [
    { label: 'Postings with their text', points: 40 * share(sums.withText, sums.fresh), most: 40 },
    { label: 'With a place', points: 20 * share(sums.withPlace, sums.fresh), most: 20 },
    { label: 'With an address', points: 15 * share(sums.withUrl, sums.fresh), most: 15 },
    { label: 'With a date', points: 10 * share(sums.withDate, sums.fresh), most: 10 },
    { label: 'Runs that it answered', points: 10 * (1 - share(sums.failed, sums.runs)), most: 10 },
    {
      label: 'Postings that could be read',
      points: 5 * (1 - share(sums.unread, sums.fresh + sums.unread)),
      most: 5,
    },
  ]
}

/** A listing with fewer postings than this may lose them all at once without being suspicious. */
const FEW = 10
/** More than this share gone at once is more likely a fault of the source than the truth. */
const SUDDEN = 0.8

/** An outage seldom lasts longer; another campaign that asks a minute later sees the same one. */
const BELIEVED_AFTER = 6 * 60 * MINUTE

/**
 * Whether the postings that a complete listing lacks have closed. One that suddenly lacks nearly everything is believed
 * only when it still says the same some hours after `shrunkAt`, when it first did.
 */
export function believesMissing(
  open: number,
  missing: number,
  shrunkAt: string | null,
  now: string,
): boolean {
  if (open < FEW || missing / open <= SUDDEN) return true
  return shrunkAt !== null && Date.parse(now) - Date.parse(shrunkAt) >= BELIEVED_AFTER
}
