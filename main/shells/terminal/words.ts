import type { FactorExplanation } from '../../contract/ranking.ts'
import type { JobRow } from '../../contract/shapes.ts'

const WHOLE = new Intl.NumberFormat('en-GB')

/** A number for people: 1,234. */
export const whole = (number: number): string => WHOLE.format(number)

/** `1 job`, `2 jobs`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${whole(number)} ${number === 1 ? one : many}`

/** The salary as the posting states it; empty when it states none. */
export function salaryText(row: JobRow): string {
  const { salary_low: low, salary_high: high, compensation_currency: currency, salary_period: period } = row
  const ends = [...new Set([low, high].filter(end => end !== null))].map(whole)
  if (ends.length === 0) return ''
  return [currency, ends.join('–'), period ? `a ${period}` : ''].filter(Boolean).join(' ')
}

/** Why a job has its score, in one line: the factors that were compared, the strongest first. */
export function whyText(factors: readonly FactorExplanation[]): string {
  const known = factors.filter(factor => factor.state === 'known')
  if (known.length > 0)
    return known
      .toSorted((a, b) => b.points - a.points)
      .map(
        ({ factor, points, max }) =>
          `${factor.replaceAll('_', ' ')} ${Math.round(points)}/${Math.round(max)}`,
      )
      .join(', ')
  return factors.every(factor => factor.state === 'no_wish')
    ? 'nothing to compare: the campaign has no wishes yet'
    : 'nothing to compare: the posting does not say what the campaign asks for'
}
