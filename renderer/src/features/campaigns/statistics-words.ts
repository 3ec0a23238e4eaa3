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

/** How the runs that bring jobs go: how many, how many of them well, what one brings, and how good its jobs are. */
export function runFigures(
  { total, succeeded, averageNew }: CampaignStatistics['runs'],
  averageScore: number | null,
): [string, string][] {
  const fresh =
    averageNew === null ? null : averageNew < 10 ? Math.round(averageNew * 10) / 10 : Math.round(averageNew)
  return [
    ['Runs', number(total)],
    ['Success rate', total === 0 ? '–' : `${Math.floor((100 * succeeded) / total)} %`],
    ['New jobs a run', fresh === null ? '–' : number(fresh)],
    ['Average score', averageScore === null ? '–' : String(Math.round(averageScore))],
  ]
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
