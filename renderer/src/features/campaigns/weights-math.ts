import {
  RANKING_FACTORS,
  type RankingFactor,
  type RankingWeights,
} from '../../../../main/contract/ranking.ts'

/** The sum that the default weights have; any other counts as well, in proportion. */
export const WHOLE = 100

/** The largest weight of a slider at rest. Nobody needs half of everything twice, and small steps stay easy to hit. */
const USUAL_MOST = 50

/** The sum of all weights, two decimals. */
export function sumOf(weights: RankingWeights): number {
  return Math.round(RANKING_FACTORS.reduce((sum, factor) => sum + weights[factor], 0) * 100) / 100
}

/** Where the sliders end: 50, or 100 once a weight is above that. */
export function mostOf(weights: RankingWeights): number {
  return RANKING_FACTORS.some(factor => weights[factor] > USUAL_MOST) ? WHOLE : USUAL_MOST
}

/**
 * Each weight as a part of the sum in percent, one decimal; null when all weights are 0. Each is rounded by itself, so
 * that equal points are equal percents; together they may miss 100 by a few tenths.
 */
export function percentsOf(weights: RankingWeights): RankingWeights | null {
  const sum = RANKING_FACTORS.reduce((total, factor) => total + weights[factor], 0)
  if (sum <= 0) return null
  const percents = RANKING_FACTORS.map(factor => [factor, Math.round((weights[factor] / sum) * 1000) / 10])
  return Object.fromEntries(percents) as RankingWeights
}

/** Whether two sets of weights give every factor the same points. */
export function sameWeights(a: RankingWeights, b: RankingWeights): boolean {
  return RANKING_FACTORS.every(factor => a[factor] === b[factor])
}

/** Points as people read them: 15, 12.5. */
export function pointsText(points: number): string {
  return points.toLocaleString('en', { maximumFractionDigits: 1 })
}

/** What a sum means for the scores, to stand behind "Sum 110". */
export function sumWords(sum: number): string {
  if (sum === 0) return 'all are 0, so the default weights count'
  if (sum === WHOLE) return 'each counts as its part of the whole'
  return `each counts as its part of ${pointsText(sum)}`
}

/** What a screen reader says of a slider: "15 points, 14 % of the sum". */
export function sliderText(points: number, percent: number | undefined): string {
  const said = `${pointsText(points)} ${points === 1 ? 'point' : 'points'}`
  return percent === undefined ? said : `${said}, ${percent} % of the sum`
}

/** What of a campaign decides whether a factor has anything to compare with. */
export interface Wishes {
  query?: string | undefined
  country?: string | null | undefined
  locations?: readonly string[] | undefined
  remote_preference?: readonly string[] | undefined
  seniority?: readonly string[] | undefined
  employment_types?: readonly string[] | undefined
  company_sizes?: readonly string[] | undefined
  skills?: readonly string[] | undefined
  salary_min?: number | null | undefined
  salary_max?: number | null | undefined
}

const none = (list: readonly string[] | undefined) => (list?.length ?? 0) === 0

/** The factors for which a campaign has no wish: their weights go to the others, so moving them changes nothing. */
export function idleFactors(wishes: Wishes): ReadonlySet<RankingFactor> {
  const idle: Partial<Record<RankingFactor, boolean>> = {
    location: none(wishes.locations) && !wishes.country,
    salary: (wishes.salary_min ?? null) === null && (wishes.salary_max ?? null) === null,
    skills: none(wishes.skills),
    title: (wishes.query ?? '').trim() === '',
    company_size: none(wishes.company_sizes),
    seniority: none(wishes.seniority),
    remote: none(wishes.remote_preference),
    employment_type: none(wishes.employment_types),
  }
  return new Set(RANKING_FACTORS.filter(factor => idle[factor]))
}
