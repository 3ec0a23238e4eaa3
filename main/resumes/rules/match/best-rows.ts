import type { JobColumns } from '../../../jobs/rules/job-columns.ts'
import { skillsOf } from '../../../jobs/rules/job-columns.ts'
import { languageKey } from '../../../profile/rules/human-languages.ts'
import type { Vocabulary } from '../../../skill-gap/rules/vocabulary.ts'
import type { PreparedResume } from './prepared.ts'
import { addWord, asksLittle, reachable, type WordSum, wordShare } from './score.ts'
import type { State } from './standing.ts'

/**
 * Finds the rows that a résumé may fit best, without reading the jobs: their words and titles lie in memory, and tell how
 * much each can reach at most.
 */

/** How a résumé stands before every skill that jobs ask for, by the places of a vocabulary. */
export interface SkillStates {
  vocabulary: Vocabulary
  /** Null: a language that people speak, which is no word. */
  states: readonly (State | null)[]
}

/** Looks every skill up once. */
export function skillStates(prepared: PreparedResume, vocabulary: Vocabulary): SkillStates {
  return {
    vocabulary,
    states: vocabulary.names.map(name => (languageKey(name) === null ? prepared.standing(name).state : null)),
  }
}

/** The words of one job, summed up and counted. */
export interface RowWords extends WordSum {
  covered: number
  missing: number
}

/** Sums up the words of rows. A word that stands in a row twice counts once, as required when one is. */
export function rowWords(
  columns: JobColumns,
  { vocabulary, states }: SkillStates,
): (row: number) => RowWords {
  const { placeOf, kinds, size } = vocabulary
  /** By place: the row that named it last. */
  const namedBy = new Int32Array(size).fill(-1)
  const { skills } = columns
  return row => {
    const sum: RowWords = { all: 0, won: 0, firm: 0, covered: 0, missing: 0 }
    if (skills === null) return sum
    const required = skills.required[row] ?? 0
    for (const [nth, skill] of skillsOf(skills, row).entries()) {
      const place = placeOf[skill] ?? -1
      const state = states[place]
      if (!state || namedBy[place] === row) continue
      namedBy[place] = row
      const soft = kinds[place] === 'soft'
      addWord(sum, state, nth < required, soft)
      if (state === 'covered') sum.covered += 1
      else if (state === 'missing' && !soft) sum.missing += 1
    }
    // The next call may be for the same row.
    for (const skill of skillsOf(skills, row)) namedBy[placeOf[skill] ?? 0] = -1
    return sum
  }
}

/** Rows with the most that they can reach, in thousandths of a point. */
export interface Candidates {
  /** With enough words to go by. */
  sure: number[]
  /** With few or no words. */
  unsure: number[]
  /** The share of a row's words; -1: it has none. By row. */
  shares: Int16Array
}

/** Sorts the shown rows into those with words and those without; the newest first. */
export function candidates(
  columns: JobColumns,
  words: (row: number) => RowWords,
  isShown: (row: number) => boolean,
): Candidates {
  const shares = new Int16Array(columns.rows).fill(-1)
  const found: Candidates = { sure: [], unsure: [], shares }
  for (let row = columns.rows - 1; row >= 0; row--) {
    if (!isShown(row)) continue
    const sum = words(row)
    const share = wordShare(sum)
    if (share !== null) shares[row] = share
    const kind = share === null || asksLittle(sum) ? found.unsure : found.sure
    kind.push(row)
  }
  return found
}

/** Names in the columns are cut to so many letters: a longer title is not known from them. */
const CUT = 60

/** The share of a row's title, by its name in the columns; null: it is not known. */
export function rowTitles(
  columns: JobColumns,
  shareOf: (title: string) => number | null,
): (row: number) => number | null {
  const { titles } = columns
  if (titles === null) return () => null
  const known = new Map<number, number | null>()
  return row => {
    const number = titles.of[row] ?? 0
    const before = known.get(number)
    if (before !== undefined) return before
    const title = titles.names.values[number] ?? ''
    const share = title.length >= CUT ? null : shareOf(title)
    known.set(number, share)
    return share
  }
}

/** Those of some rows that can reach more than a score, the most promising first. */
export function promising(
  rows: readonly number[],
  { shares }: Pick<Candidates, 'shares'>,
  title: (row: number) => number | null,
  above: number,
): { row: number; reach: number }[] {
  const kept: { row: number; reach: number }[] = []
  for (const row of rows) {
    const share = shares[row] ?? -1
    const words = share < 0 ? 1000 : share
    if (reachable(words, null) <= above) continue
    const reach = reachable(words, title(row))
    if (reach > above) kept.push({ row, reach })
  }
  return kept.sort((a, b) => b.reach - a.reach || b.row - a.row)
}

/** The rows with the highest shares of words, the newest of equal ones first; at most `limit`. */
export function richest(
  rows: readonly number[],
  { shares }: Pick<Candidates, 'shares'>,
  limit: number,
): number[] {
  if (rows.length <= limit) return [...rows]
  const counts = new Int32Array(1002)
  for (const row of rows) counts[(shares[row] ?? -1) + 1] = (counts[(shares[row] ?? -1) + 1] ?? 0) + 1
  let least = 1001
  for (let taken = 0; least > 0; least--) {
    taken += counts[least] ?? 0
    if (taken >= limit) break
  }
  return rows
    .filter(row => (shares[row] ?? -1) + 1 >= least)
    .sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0) || b - a)
    .slice(0, limit)
}
