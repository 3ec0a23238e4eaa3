import type { ResumeJobMatch } from '../../../contract/resumes.ts'
import { thousandths } from '../../../ranking/rules/factor.ts'
import { largestRemainders } from '../../../ranking/rules/points.ts'
import type { State } from './standing.ts'

/** The score of a résumé for a job, made of shares in whole thousandths. */

export type PartName = ResumeJobMatch['parts'][number]['name']
export const PART_NAMES = [
  'keywords',
  'title',
  'experience',
  'place',
  'languages',
] as const satisfies PartName[]

/** What the parts are worth; together 100. */
const WEIGHTS: Readonly<Record<PartName, number>> = {
  keywords: 50,
  title: 20,
  experience: 15,
  place: 10,
  languages: 5,
}

/** By part, in whole thousandths; null: it could not be compared. */
export type Shares = Readonly<Record<PartName, number | null>>

const REQUIRED = 2
const PLUS = 1
/** What a word is worth by how the résumé says it. */
const WORTH: Readonly<Record<State, number>> = { covered: 1, weak: 0.5, related: 0.25, missing: 0 }
/** From so many points of asked words on (three required ones) the share is trusted fully. */
const ENOUGH = 6
/** A posting that names fewer tells less: its share is drawn towards a half, at most by this part. */
const DRAWN = 0.4
/** Fewer points of asked words than these (two required ones) are little to go by. */
const FEW = 4
/** Of the weight, so much unknown makes a score less sure. */
const MUCH_UNKNOWN = 30

/** Adds up the words of one posting. */
export interface WordSum {
  all: number
  won: number
  /** Of `all`, what counts whether the résumé says it or not. */
  firm: number
}

/** Counts one word in. Soft skills count only where the résumé says them. */
export function addWord(sum: WordSum, state: State, required: boolean, soft: boolean): void {
  if (soft && (state === 'missing' || state === 'related')) return
  const weight = required ? REQUIRED : PLUS
  sum.all += weight
  sum.won += weight * WORTH[state]
  if (!soft) sum.firm += weight
}

/** The share of the words; null when the posting asks for nothing but soft skills, or for nothing. */
export function wordShare({ all, won, firm }: WordSum): number | null {
  if (firm === 0) return null
  const trust = 1 - DRAWN + DRAWN * Math.min(1, all / ENOUGH)
  return thousandths(0.5 + (won / all - 0.5) * trust)
}

/** True when a posting asks for so little that a score says little. */
export const asksLittle = ({ firm }: WordSum): boolean => firm < FEW

export interface Scored {
  /** 0–100, whole. */
  score: number
  /** The same in thousandths of a point, for the order. */
  exact: number
  lessSure: boolean
  parts: { name: PartName; points: number; most: number }[]
}

const MOST = new Map<number, readonly number[]>()

/** What each part can win where some are known: whole points, together 100, by the bits of the known ones. */
function mostOf(known: number): readonly number[] {
  const before = MOST.get(known)
  if (before) return before
  const weights = PART_NAMES.map((name, index) => ((known >> index) & 1 ? WEIGHTS[name] : 0))
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const most =
    sum === 0
      ? weights
      : largestRemainders(
          weights.map(weight => (weight / sum) * 100),
          100,
        )
  MOST.set(known, most)
  return most
}

/**
 * The score by its shares. The weight of unknown parts is spread over the known ones in proportion. Less sure: the words
 * are unknown or few, or much of the rest is unknown; a posting that asks for no language leaves nothing open there.
 */
export function scored(shares: Shares, words: WordSum): Scored {
  let known = 0
  let unknown = 0
  for (const [index, name] of PART_NAMES.entries())
    if (shares[name] !== null) known |= 1 << index
    else if (name !== 'languages') unknown += WEIGHTS[name]
  const most = mostOf(known)
  let exact = 0
  for (const [index, name] of PART_NAMES.entries()) exact += (most[index] ?? 0) * (shares[name] ?? 0)
  const score = Math.round(exact / 1000)
  const points = largestRemainders(
    PART_NAMES.map((name, index) => ((most[index] ?? 0) * (shares[name] ?? 0)) / 1000),
    score,
  )
  return {
    score,
    exact,
    lessSure: shares.keywords === null || asksLittle(words) || unknown >= MUCH_UNKNOWN,
    parts: PART_NAMES.map((name, index) => ({ name, points: points[index] ?? 0, most: most[index] ?? 0 })),
  }
}

/**
 * The most that a job can reach, in thousandths of a point, by the share of its words and, where it is known, that of its
 * title. A point more than that, since whole maxima are rounded.
 */
export const reachable = (words: number, title: number | null): number =>
  WEIGHTS.keywords * words + WEIGHTS.title * (title ?? 1000) + 1000 * (101 - WEIGHTS.keywords - WEIGHTS.title)
