import { FACTOR_LABELS, REMOTE_LABELS, SALARY_PERIOD_SUFFIXES } from '../../contract/labels.ts'
import type { FactorExplanation } from '../../contract/ranking.ts'
import type { JobRow } from '../../contract/shapes.ts'
import { money } from '../../ranking/rules/salary.ts'

/** What speaks for a job, in one sentence: the factors that won most, at most three. Empty: nothing was compared. */
export function whyWords(factors: readonly FactorExplanation[]): string {
  const won = factors
    .filter(({ state, share }) => state === 'known' && share !== null && share >= 0.5)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3)
  return won
    .map(({ factor, evidence }, index) => {
      const label = FACTOR_LABELS[factor]
      return `${index === 0 ? label : label.charAt(0).toLowerCase() + label.slice(1)}: ${evidence}`
    })
    .join('; ')
}

type Paid = Pick<JobRow, 'salary_low' | 'salary_high' | 'compensation_currency' | 'salary_period'>

/** "£60,000–£75,000 a year"; empty when the posting states none. */
export function payWords({ salary_low, salary_high, compensation_currency, salary_period }: Paid): string {
  const ends = [...new Set([salary_low, salary_high].filter(end => end !== null))]
  if (ends.length === 0) return ''
  const amount = ends.map(end => money(end, compensation_currency ?? '').trim()).join('–')
  return salary_period === null ? amount : `${amount} ${SALARY_PERIOD_SUFFIXES[salary_period]}`
}

/** "London, UK · Hybrid"; what is not stated is left out. */
export const placeWords = ({
  location,
  remote_options,
}: Pick<JobRow, 'location' | 'remote_options'>): string =>
  [location, remote_options === null ? '' : REMOTE_LABELS[remote_options]].filter(Boolean).join(' · ')
