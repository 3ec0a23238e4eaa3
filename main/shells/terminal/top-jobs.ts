import { type CampaignId, JobId } from '../../contract/ids.ts'
import type { Explanation } from '../../contract/ranking.ts'
import type { JobRow } from '../../contract/shapes.ts'
import type { JobStatus } from '../../contract/values.ts'
import type { Session } from './session.ts'
import { table } from './table.ts'
import { salaryText, whyText } from './words.ts'

/** A job of a list with why it has its score; null when it is not ranked. */
export interface ExplainedJob {
  row: JobRow
  explanation: Explanation | null
}

const PAGE = 200

/** The best jobs of a campaign, or of all, each with its explanation. */
export async function topJobs(
  { ask }: Session,
  filter: { campaignId: CampaignId | null; statuses: JobStatus[] },
  limit: number,
): Promise<ExplainedJob[]> {
  const jobs: ExplainedJob[] = []
  let cursor: string | null = null
  while (jobs.length < limit) {
    const page: { rows: JobRow[]; cursor: string | null } = await ask('jobs.list', {
      filter,
      sort: 'score',
      cursor,
      limit: Math.min(PAGE, limit - jobs.length),
    })
    const explained = page.rows.map(async row => ({
      row,
      explanation: await explanationOf(ask, row, filter.campaignId),
    }))
    jobs.push(...(await Promise.all(explained)))
    cursor = page.cursor
    if (cursor === null) break
  }
  return jobs
}

async function explanationOf(
  ask: Session['ask'],
  row: JobRow,
  campaignId: CampaignId | null,
): Promise<Explanation | null> {
  const wanted = campaignId ?? row.campaignId
  if (wanted === null) return null
  const { rankings } = await ask('jobs.get', { jobId: JobId.parse(row.id), campaignId: wanted })
  return rankings.find(ranking => ranking.campaignId === wanted)?.explanation ?? null
}

/** A table of jobs, each row with its reasons below it. */
export function topLines(explained: readonly ExplainedJob[]): string[] {
  const [head = '', ...lines] = table(explained, [
    { head: 'Score', of: ({ row }) => (row.score === null ? '–' : row.score.toFixed(1)), right: true },
    { head: 'Known', of: ({ explanation }) => knownText(explanation) },
    { head: 'Title', of: ({ row }) => row.title, most: 46 },
    { head: 'Company', of: ({ row }) => row.company, most: 26 },
    { head: 'Place', of: ({ row }) => row.location, most: 26 },
    { head: 'Pay', of: ({ row }) => salaryText(row), most: 30 },
    { head: 'Status', of: ({ row }) => row.status.replaceAll('_', ' ') },
  ])
  const why = explained.map(({ explanation }) => (explanation ? `       ${reasonText(explanation)}` : ''))
  return [head, ...lines.flatMap((line, index) => [line, ...(why[index] ? [why[index]] : [])])]
}

/** How much of the weight could be compared; few known facts make a score less sure. */
function knownText(explanation: Explanation | null): string {
  if (explanation === null) return ''
  return `${Math.round(explanation.known_share * 100)} %${explanation.less_sure ? ', less sure' : ''}`
}

function reasonText({ factors, ineligible }: Explanation): string {
  const out = ineligible.map(({ reason }) => `not eligible: ${reason}; `).join('')
  return `${out}${whyText(factors)}`
}
