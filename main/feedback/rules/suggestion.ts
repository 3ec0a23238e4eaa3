import {
  type OrderingEffect,
  REASONS,
  type WeightChange,
  type WeightsSuggestion,
} from '../../contract/feedback.ts'
import { RANKING_FACTORS, type RankingFactor, type RankingWeights } from '../../contract/ranking.ts'
import { UNKNOWN } from '../../ranking/rules/factor.ts'
import { readShares } from '../../ranking/rules/shares.ts'
import type { Decision } from './decision.ts'
import { learnWeights } from './learner.ts'
import { heldOutEffect } from './ordering.ts'
import { wholePercent } from './percent.ts'

/** Fewer decisions than these say too little of nine weights. */
const FEWEST = 16
const FEWEST_OF_A_KIND = 4
/** Fewer pairs than these cannot show an effect. */
const FEWEST_PAIRS = 12
/** After an answer, so many new decisions bring the next suggestion. */
const NEW_AFTER_ANSWER = 10
/** Of 100 pairs, so many more must be ordered rightly to be worth a change: less comes about by chance as well. */
const WORTH_POINTS = 3
/** One-sided 5 % of the normal distribution. */
const SURE = 1.645
/** Weights that change by less than this are not spoken of in the sentence, which names the most changed ones. */
const WORTH_SAYING = 2
const MOST_SAID = 3

export interface SuggestionInput {
  /** What can be learned from, in any order. */
  decisions: readonly Decision[]
  present: RankingWeights
  /** When the person last accepted or refused a suggestion, ISO 8601; null: never. */
  answeredAt: string | null
}

/** What the decisions suggest; the same answer for the same decisions in whatever order. */
export function suggest(input: SuggestionInput): Omit<WeightsSuggestion, 'last'> {
  const { decisions } = input
  const present = wholePercent(input.present)
  const liked = decisions.filter(one => one.verdict === 'up').length
  const empty = {
    decisions: decisions.length,
    liked,
    more: 0,
    present,
    weights: null,
    changes: [],
    effect: null,
  }
  const wait = (state: 'too_few' | 'answered', more: number, sentence: string) =>
    ({ ...empty, state, more, sentence }) as const

  const lack = lacking(liked, decisions.length - liked)
  if (lack) return wait('too_few', lack.more, lack.sentence)
  const { answeredAt } = input
  if (answeredAt !== null) {
    const fresh = decisions.filter(one => one.at > answeredAt).length
    if (fresh < NEW_AFTER_ANSWER) {
      const more = NEW_AFTER_ANSWER - fresh
      return wait('answered', more, `The next suggestion can come after ${decisionsText(more)} more.`)
    }
  }
  const effect = heldOutEffect(decisions, input.present)
  if (effect.pairs < FEWEST_PAIRS) {
    const kind = liked <= decisions.length - liked ? 'liked' : 'disliked'
    return wait(
      'too_few',
      1,
      `Your last ${effect.decisions} decisions hold too few ${kind} jobs to see whether other weights would order them better.`,
    )
  }
  const weights = learnWeights(decisions, input.present)
  const changes = changesBetween(present, weights, decisions)
  const gained = ((effect.after - effect.before) / effect.pairs) * 100
  const spoken = changes.filter(({ from, to }) => Math.abs(to - from) >= WORTH_SAYING)
  if (gained < WORTH_POINTS || !ordersBetterThanChance(effect) || spoken.length === 0)
    return {
      ...empty,
      state: 'agrees',
      effect,
      sentence: 'Your decisions agree with the present weights: other weights would not order them better.',
    }
  return {
    ...empty,
    state: 'suggested',
    effect,
    weights,
    changes,
    sentence: inWords(spoken.slice(0, MOST_SAID)),
  }
}

/**
 * Whether weights order held-out decisions better than a coin would, with 5 % error: the one-sided test of Mann and
 * Whitney (1947) by the normal approximation of their U. U is the number of pairs that are ordered rightly; of m liked
 * and n disliked jobs, U / mn has under chance the mean 1/2 and the standard deviation sqrt((m + n + 1) / 12mn).
 * That the new weights do better than the present ones is no proof of a taste: verdicts at random can disagree
 * with the present weights and agree with none.
 */
function ordersBetterThanChance({ decisions, pairs, after }: OrderingEffect): boolean {
  return after / pairs - 0.5 >= SURE * Math.sqrt((decisions + 1) / (12 * pairs))
}

const decisionsText = (count: number): string => (count === 1 ? '1 decision' : `${count} decisions`)

/** What is missing for a suggestion at all; null: enough. */
function lacking(liked: number, disliked: number): { more: number; sentence: string } | null {
  const up = Math.max(FEWEST_OF_A_KIND - liked, 0)
  const down = Math.max(FEWEST_OF_A_KIND - disliked, 0)
  const more = Math.max(FEWEST - liked - disliked, up + down)
  if (more === 0) return null
  const kinds = [up > 0 ? `${up} liked` : '', down > 0 ? `${down} disliked` : ''].filter(Boolean)
  const among = kinds.length > 0 ? `, among them at least ${kinds.join(' and ')}` : ''
  return { more, sentence: `${decisionsText(more)} more${among}, and your decisions can suggest weights.` }
}

function changesBetween(
  present: RankingWeights,
  weights: RankingWeights,
  decisions: readonly Decision[],
): WeightChange[] {
  const liked = averageShares(decisions.filter(one => one.verdict === 'up'))
  const disliked = averageShares(decisions.filter(one => one.verdict === 'down'))
  return RANKING_FACTORS.flatMap((factor, index) => {
    const [from, to] = [present[factor], weights[factor]]
    if (from === to) return []
    const named = decisions.filter(one =>
      one.reasons.some(reason => REASONS[reason].factor === factor),
    ).length
    return [{ factor, from, to, evidence: evidenceOf(liked[index] ?? null, disliked[index] ?? null, named) }]
  }).toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from))
}

/** For each factor, to how many percent the jobs meet it on average; null where no job says. */
function averageShares(decisions: readonly Decision[]): (number | null)[] {
  const sums = RANKING_FACTORS.map(() => ({ sum: 0, count: 0 }))
  for (const { shares } of decisions) {
    for (const [index, share] of readShares(shares).entries()) {
      const of = sums[index]
      if (!of || share >= UNKNOWN) continue
      of.sum += share
      of.count++
    }
  }
  return sums.map(({ sum, count }) => (count === 0 ? null : Math.round(sum / count / 10)))
}

/** What the decisions show of a factor: how far liked and disliked jobs meet it, and the reasons that speak of it. */
function evidenceOf(liked: number | null, disliked: number | null, named: number): string {
  const met =
    liked === null || disliked === null
      ? 'Seldom stated in the jobs you decided on.'
      : `Jobs you liked meet it to ${liked}% on average, the others to ${disliked}%.`
  if (named === 0) return met
  return `${met} ${named === 1 ? 'One of your reasons speaks' : `${named} of your reasons speak`} of it.`
}

/** "Your decisions suggest that skills and salary count more, and title less." */
function inWords(changes: readonly WeightChange[]): string {
  const names = (chosen: readonly WeightChange[]) => listed(chosen.map(({ factor }) => IN_SENTENCE[factor]))
  const more = changes.filter(({ from, to }) => to > from)
  const less = changes.filter(({ from, to }) => to < from)
  const parts = [
    more.length > 0 ? `${names(more)} should count more` : '',
    less.length > 0 ? `${names(less)} ${more.length > 0 ? 'less' : 'should count less'}` : '',
  ].filter(Boolean)
  return `Your decisions suggest that ${parts.join(', and ')}.`
}

/** The factors as they stand in a sentence. */
const IN_SENTENCE: Readonly<Record<RankingFactor, string>> = {
  location: 'location',
  salary: 'salary',
  skills: 'skills',
  title: 'title',
  company_size: 'company size',
  seniority: 'seniority',
  remote: 'remote work',
  employment_type: 'employment type',
  recency: 'posting date',
}

/** "a", "a and b", "a, b and c". */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
