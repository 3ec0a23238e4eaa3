import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import type { RankingFactor } from '../../../../main/contract/ranking.ts'
import type { FactorDifference } from './compare-rules.ts'

/** A job of a comparison: what it is called in full, and in short once both were named. */
export interface Named {
  full: string
  short: string
}

/** What is said of the other job where one factor speaks for it; the points stand behind. */
const FITS_BETTER: Record<RankingFactor, string> = {
  location: 'fits your locations better',
  salary: 'fits your salary better',
  skills: 'fits your skills better',
  title: 'fits the title you search better',
  company_size: 'fits the company size you want better',
  seniority: 'fits the seniority you want better',
  remote: 'fits your wish for remote or on site better',
  employment_type: 'fits the employment type you want better',
  recency: 'was posted more recently',
}

interface Job {
  title: string
  company: string
  location: string
}

/** What tells two jobs apart in the fewest words; two that cannot be told apart are the first and the second. */
export function namesOf(first: Job, second: Job): [Named, Named] {
  const full = (job: Job) => `${job.title} at ${job.company}`
  const differs = (key: keyof Job) => first[key] !== second[key] && first[key] !== '' && second[key] !== ''
  if (differs('title'))
    return [
      { full: full(first), short: first.title },
      { full: full(second), short: second.title },
    ]
  if (differs('company'))
    return [
      { full: full(first), short: first.company },
      { full: full(second), short: second.company },
    ]
  if (differs('location'))
    return [
      { full: `${full(first)} in ${first.location}`, short: `the one in ${first.location}` },
      { full: `${full(second)} in ${second.location}`, short: `the one in ${second.location}` },
    ]
  return [
    { full: 'the first job', short: 'the first' },
    { full: 'the second job', short: 'the second' },
  ]
}

const pointsWord = (points: number) => (points === 1 ? '1 point' : `${points} points`)

/** "+9", "−3", "+0.4": whole points from half a point on, tenths below. */
export function signedPoints(points: number): string {
  const size = Math.abs(points)
  const text = String(size < 1 ? Math.round(size * 10) / 10 : Math.round(size))
  return `${points < 0 ? '−' : '+'}${text}`
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** Reasons that are named: the fewest that make up most of it, and no more than three. */
function decisive(ahead: readonly FactorDifference[], sign: 1 | -1): FactorDifference[] {
  const all = ahead.reduce((sum, one) => sum + one.difference * sign, 0)
  const chosen: FactorDifference[] = []
  let said = 0
  for (const one of ahead) {
    if (chosen.length === 3 || said >= all * 0.7) break
    chosen.push(one)
    said += one.difference * sign
  }
  return chosen
}

/** Below this many points a factor speaks for nobody. */
const COUNTS = 0.5

/**
 * The one sentence that says what decides between two jobs: who stands higher by how much, by which factors, and
 * what speaks for the other one. Scores are 0–100.
 */
export function decidingSentence(
  names: readonly [Named, Named],
  scores: readonly [number, number],
  differences: readonly FactorDifference[],
): string {
  const points = Math.round(scores[0]) - Math.round(scores[1])
  const sign = points < 0 ? -1 : 1
  const [high, low] = points < 0 ? [names[1], names[0]] : names
  const bySize = [...differences].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
  const ahead = bySize.filter(one => one.difference * sign >= COUNTS)
  const behind = bySize.filter(one => one.difference * sign <= -COUNTS)
  if (points === 0) return levelSentence(high, low, Math.round(scores[0]), ahead, behind)

  const reasons = decisive(ahead, sign)
  const because =
    reasons.length === 0
      ? 'by many small differences'
      : `${reasons.length < ahead.length ? 'mostly because of' : 'because of'} ${listed(reasons, sign)}`
  return begun(
    `${high.full} stands ${pointsWord(Math.abs(points))} above ${low.full} ${because}${though(behind, low, sign)}.`,
  )
}

function levelSentence(
  one: Named,
  other: Named,
  score: number,
  ahead: readonly FactorDifference[],
  behind: readonly FactorDifference[],
): string {
  const strengths = [
    { job: one, of: decisive(ahead, 1), sign: 1 as const },
    { job: other, of: decisive(behind, -1), sign: -1 as const },
  ].filter(strength => strength.of.length > 0)
  const words = strengths.map(({ job, of, sign }) => `${job.short} is ahead on ${listed(of, sign)}`)
  const level = `${one.full} and ${other.full} stand level at ${pointsWord(score)}`
  return begun(
    words.length === 0 ? `${level}; no factor tells them apart.` : `${level}: ${words.join('; ')}.`,
  )
}

/** ", though B fits your skills better (−3)"; what B does not state is not said to fit. */
function though(behind: readonly FactorDifference[], low: Named, sign: 1 | -1): string {
  const [first, second] = behind
  if (!first) return ''
  return second || sidesOf(first).ahead.state !== 'known'
    ? `, though ${low.short} is ahead on ${listed(second ? [first, second] : [first], sign)}`
    : `, though ${low.short} ${FITS_BETTER[first.factor]} (${pointsOf(first, sign)})`
}

const sidesOf = ({ first, second, difference }: FactorDifference) =>
  difference > 0 ? { ahead: first, behind: second } : { ahead: second, behind: first }

/**
 * "+3, not stated by the other". A factor that one job does not state counts with that job's average: its silence is
 * neither a fault nor a merit, and whose it is stands beside the points.
 */
function pointsOf(one: FactorDifference, sign: 1 | -1): string {
  const { ahead, behind } = sidesOf(one)
  const silent =
    ahead.state !== 'known'
      ? ', which it does not state'
      : behind.state !== 'known'
        ? ', not stated by the other'
        : ''
  return `${signedPoints(one.difference * sign)}${silent}`
}

/** Factors by the names that they have in the table, each with its points. */
const listed = (reasons: readonly FactorDifference[], sign: 1 | -1): string =>
  joined(reasons.map(one => `${FACTOR_LABELS[one.factor].toLowerCase()} (${pointsOf(one, sign)})`))

const begun = (sentence: string): string => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
