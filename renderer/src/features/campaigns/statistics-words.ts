import type { CampaignStatistics } from '../../../../main/contract/shapes.ts'

const number = (n: number): string => n.toLocaleString('en')
const jobs = (n: number): string => `${number(n)} ${n === 1 ? 'job' : 'jobs'}`

/** "0–9" … "90–100": the classes of scores, by their place. */
export const scoreClass = (index: number): string =>
  index === 9 ? '90–100' : `${index * 10}–${index * 10 + 9}`

/** What the chart of scores says in a sentence: how many, how good, and where most of them are. */
export function scoresSentence({ scores, averageScore }: CampaignStatistics): string {
  const all = scores.reduce((sum, n) => sum + n, 0)
  if (all === 0 || averageScore === null) return 'No job is ranked for this campaign yet.'
  const most = scores.indexOf(Math.max(...scores))
  const where =
    all === 1
      ? ''
      : ` Most are between ${most * 10} and ${most === 9 ? 100 : most * 10 + 9} (${number(scores[most] ?? 0)}).`
  return `${jobs(all)} ranked, ${Math.round(averageScore)} of 100 on average.${where}`
}

/** How the runs that bring jobs go, in a sentence. */
export function runsSentence({ total, succeeded, averageNew }: CampaignStatistics['runs']): string {
  if (total === 0) return 'Nothing was collected or imported yet.'
  const runs = total === 1 ? 'The one run' : `${number(succeeded)} of ${number(total)} runs`
  const ended = total === 1 && succeeded === 0 ? 'has not succeeded' : 'succeeded'
  if (averageNew === null) return `${runs} ${ended}.`
  const fresh = averageNew < 10 ? Math.round(averageNew * 10) / 10 : Math.round(averageNew)
  return `${runs} ${ended}; a run brings ${number(fresh)} new ${fresh === 1 ? 'job' : 'jobs'} on average.`
}

/** How far the jobs are, in a sentence: how many wait, were decided and were sent. */
export function statusSentence({ byStatus, hidden }: CampaignStatistics): string {
  const all = Object.values(byStatus).reduce((sum, n) => sum + n, 0)
  if (all === 0) return 'No job is ranked for this campaign yet.'
  const sent = byStatus.applied + byStatus.interview + byStatus.offer + byStatus.accepted
  const parts = [`${number(byStatus.waiting)} wait`, `${number(sent)} applied for`]
  if (hidden > 0) parts.push(`${number(hidden)} hidden by its rules`)
  return `Of ${jobs(all)}: ${parts.join(', ')}.`
}
