import { refuse } from '../../../contract/errors.ts'
import { type CampaignId, JobId } from '../../../contract/ids.ts'
import type { Explanation } from '../../../contract/ranking.ts'
import type { JobRow } from '../../../contract/shapes.ts'
import { JobStatus } from '../../../contract/values.ts'
import { campaignNamed } from '../campaigns.ts'
import { command, listed, wholeNumber } from '../command.ts'
import { rankedJobValue } from '../job-value.ts'
import type { Session } from '../session.ts'
import { table } from '../table.ts'
import { salaryText, whyText } from '../words.ts'

const PAGE = 200

export const jobs = command({
  name: 'jobs',
  usage: '[--campaign NAME] [--limit N] [--status STATUS]…',
  summary: 'The ranked jobs, each with its explanation. By itself 20, without rejected and archived ones.',
  options: {
    campaign: { type: 'string' },
    limit: { type: 'string' },
    status: { type: 'string', multiple: true },
  },
  words: { least: 0, most: 0, what: 'no words' },
  prepare(values) {
    const limit = wholeNumber(values.limit, '--limit', 100_000) ?? 20
    const statuses = listed(values.status).map(statusOf)
    const { campaign } = values
    return async session => {
      const campaignId = campaign === undefined ? null : (await campaignNamed(session, campaign)).id
      const rows = await firstRows(session, { campaignId, statuses }, limit)
      const explained = await Promise.all(
        rows.map(async row => ({ row, explanation: await explanationOf(session, row, campaignId) })),
      )
      return {
        json: explained.map(({ row, explanation }) => rankedJobValue(row, explanation)),
        lines: explained.length === 0 ? [nothing(campaign)] : linesOf(explained),
      }
    }
  },
})

function statusOf(text: string): JobStatus {
  const parsed = JobStatus.safeParse(text)
  if (parsed.success) return parsed.data
  return refuse('bad_input', `--status takes one of ${JobStatus.options.join(', ')}, not "${text}".`, {
    field: '--status',
  })
}

async function firstRows(
  { ask }: Session,
  filter: { campaignId: CampaignId | null; statuses: JobStatus[] },
  limit: number,
): Promise<JobRow[]> {
  const rows: JobRow[] = []
  let cursor: string | null = null
  while (rows.length < limit) {
    const page: { rows: JobRow[]; cursor: string | null } = await ask('jobs.list', {
      filter,
      sort: 'score',
      cursor,
      limit: Math.min(PAGE, limit - rows.length),
    })
    rows.push(...page.rows)
    cursor = page.cursor
    if (cursor === null) break
  }
  return rows
}

async function explanationOf(
  { ask }: Session,
  row: JobRow,
  campaignId: CampaignId | null,
): Promise<Explanation | null> {
  const wanted = campaignId ?? row.campaignId
  if (wanted === null) return null
  const { rankings } = await ask('jobs.get', { jobId: JobId.parse(row.id), campaignId: wanted })
  return rankings.find(ranking => ranking.campaignId === wanted)?.explanation ?? null
}

const nothing = (campaign: string | undefined) =>
  campaign === undefined
    ? 'There are no jobs yet. Import a file: rolecall import FILE'
    : `There are no jobs for "${campaign}" yet. Import a file: rolecall import FILE --campaign "${campaign}"`

/** Each row of the table with its explanation below it. */
function linesOf(explained: readonly { row: JobRow; explanation: Explanation | null }[]): string[] {
  const [head = '', ...lines] = table(explained, [
    { head: 'Score', of: ({ row }) => (row.score === null ? '–' : row.score.toFixed(1)), right: true },
    { head: 'Title', of: ({ row }) => row.title, most: 46 },
    { head: 'Company', of: ({ row }) => row.company, most: 26 },
    { head: 'Place', of: ({ row }) => row.location, most: 26 },
    { head: 'Pay', of: ({ row }) => salaryText(row), most: 30 },
    { head: 'Status', of: ({ row }) => row.status.replaceAll('_', ' ') },
  ])
  const why = explained.map(({ explanation }) =>
    explanation ? `       ${whyText(explanation.factors)}` : '',
  )
  return [head, ...lines.flatMap((line, index) => [line, ...(why[index] ? [why[index]] : [])])]
}
