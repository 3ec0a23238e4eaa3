import type { CampaignDraft, CampaignEstimate } from '../../../../main/contract/shapes.ts'
import { idleFactors } from './weights-math.ts'

const number = (n: number): string => n.toLocaleString('en')

/**
 * What an estimate says in a sentence: "About 214 of the newest 2,000 jobs would match." Not "about" where every known
 * job was looked at. `threshold`: the score from which a job counts as a match.
 */
export function estimateText(
  { looked, known, matches, hidden }: CampaignEstimate,
  threshold: number,
): string {
  if (looked === 0) return 'No job is known yet, so nothing can be tried.'
  const all = looked >= known
  const of = all
    ? known === 1
      ? 'the one known job'
      : `the ${number(known)} known jobs`
    : `the newest ${number(looked)} jobs`
  const many = matches === 0 ? 'None' : `${all ? '' : 'About '}${number(matches)}`
  const found = `${many} of ${of} would match with a score of ${threshold} or more.`
  if (hidden === 0) return found
  return `${found} The rules hide ${number(hidden)}.`
}

/** False while a draft says nothing of the jobs it wants: every job would do, and there is nothing to estimate. */
export function wantsSomething(draft: CampaignDraft): boolean {
  const { rules } = draft
  const ruled = Object.values(rules).some(rule =>
    Array.isArray(rule) ? rule.length > 0 : rule !== null && rule !== false,
  )
  // The posting's date is a factor of every campaign.
  const factors = [
    'location',
    'salary',
    'skills',
    'title',
    'company_size',
    'seniority',
    'remote',
    'employment_type',
  ] as const
  const idle = idleFactors(draft)
  return ruled || factors.some(factor => !idle.has(factor))
}
