import type { ComparisonResult, ComparisonSide, Verdict } from '../../contract/feedback.ts'

/** One job of a comparison and what the person said of it; null: nothing. */
export interface JudgedJob {
  round: number
  side: ComparisonSide
  verdict: Verdict | null
}

/**
 * Who won how many rounds and how sure that is. A round counts when both its jobs were judged: the side whose job was
 * liked wins it from one whose job was not. `names` are what the sides are called.
 */
export function resultOf(
  judged: readonly JudgedJob[],
  names: Readonly<Record<ComparisonSide, string>>,
): ComparisonResult {
  const rounds = new Map<number, Partial<Record<ComparisonSide, Verdict>>>()
  for (const { round, side, verdict } of judged)
    if (verdict !== null) rounds.set(round, { ...rounds.get(round), [side]: verdict })
  let winsA = 0
  let winsB = 0
  let ties = 0
  for (const { a, b } of rounds.values()) {
    if (a === undefined || b === undefined) continue
    if (a === b) ties++
    else if (a === 'up') winsA++
    else winsB++
  }
  const chance = signTest(winsA, winsB)
  const leader = winsA === winsB ? null : winsA > winsB ? 'a' : 'b'
  const confidence =
    leader === null || chance >= 0.2 ? 'none' : chance < 0.01 ? 'strong' : chance < 0.05 ? 'likely' : 'weak'
  const sentence = inWords({ winsA, winsB, ties, leader, chance, confidence }, names)
  return { winsA, winsB, ties, leader, chance, confidence, sentence }
}

/**
 * The exact two-sided sign test: the chance that of `one` + `other` throws of a fair coin as many or more fall to one
 * side as did. 1 without any throw.
 */
export function signTest(one: number, other: number): number {
  const throws = one + other
  const most = Math.max(one, other)
  let tail = 0
  // Each binomial coefficient is divided by 2^throws as it grows, so that none overflows.
  for (let heads = most; heads <= throws; heads++) tail += chanceOfHeads(heads, throws)
  return Math.min(1, 2 * tail)
}

function chanceOfHeads(heads: number, throws: number): number {
  let logarithm = -throws * Math.LN2
  for (let index = 1; index <= heads; index++) logarithm += Math.log(throws - heads + index) - Math.log(index)
  return Math.exp(logarithm)
}

function inWords(
  result: Omit<ComparisonResult, 'sentence'>,
  names: Readonly<Record<ComparisonSide, string>>,
): string {
  const { winsA, winsB, ties, leader, chance, confidence } = result
  if (winsA + winsB === 0)
    return ties === 0
      ? 'No round was decided, so nothing can be said.'
      : 'Every decided round was a tie, so nothing can be said.'
  const wins = Math.max(winsA, winsB)
  const count = `${wins} of ${roundsText(winsA + winsB)} that set the two apart`
  if (leader === null) return `Both won ${count}: neither are better by your decisions.`
  const so = `If both were equally good, a result this uneven would come about by chance in ${casesText(chance)}`
  const words = {
    none: 'so it cannot be told which are better',
    weak: 'so these may be better, and more decisions would tell',
    likely: 'so these are likely better',
    strong: 'so these are very likely better',
  }[confidence]
  return `${names[leader]} won ${count}. ${so}, ${words}.`
}

const roundsText = (count: number): string => (count === 1 ? '1 round' : `${count} rounds`)

function casesText(chance: number): string {
  if (chance < 0.01) return 'fewer than 1 in 100 cases'
  const cases = Math.round(chance * 100)
  return cases > 99 ? 'nearly every case' : `${cases} of 100 cases`
}
