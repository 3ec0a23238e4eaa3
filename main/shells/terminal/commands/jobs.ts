import { refuse } from '../../../contract/errors.ts'
import { JobStatus } from '../../../contract/values.ts'
import { campaignNamed } from '../campaigns.ts'
import { command, listed, wholeNumber } from '../command.ts'
import { rankedJobValue } from '../job-value.ts'
import { topJobs, topLines } from '../top-jobs.ts'

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
      const explained = await topJobs(session, { campaignId, statuses }, limit)
      return {
        json: explained.map(({ row, explanation }) => rankedJobValue(row, explanation)),
        lines: explained.length === 0 ? [nothing(campaign)] : topLines(explained),
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

const nothing = (campaign: string | undefined) =>
  campaign === undefined
    ? 'There are no jobs yet. Import a file: rolecall import FILE'
    : `There are no jobs for "${campaign}" yet. Import a file: rolecall import FILE --campaign "${campaign}"`
