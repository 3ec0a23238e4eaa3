import type { RunView } from '../../../contract/runs.ts'
import type { CampaignView } from '../../../contract/shapes.ts'
import { campaignNamed } from '../campaigns.ts'
import { command, wholeNumber } from '../command.ts'
import { rankedJobValue } from '../job-value.ts'
import type { Session } from '../session.ts'
import { printable } from '../table.ts'
import { type ExplainedJob, topJobs, topLines } from '../top-jobs.ts'
import { problemsOf, runEach, runLine, runValue } from './run.ts'

export const rank = command({
  name: 'rank',
  usage: '[--campaign NAME] [--limit N]',
  summary:
    'Ranks all known jobs again for a campaign, or for all active ones; then its best jobs, by itself 10, each with its explanation.',
  options: { campaign: { type: 'string' }, limit: { type: 'string' } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare(values) {
    const limit = wholeNumber(values.limit, '--limit', 100_000) ?? 10
    return async (session, { remark }) => {
      const campaigns = await chosen(session, values.campaign)
      if (campaigns.length === 0) return { json: [], lines: ['There are no active campaigns.'] }
      const ranked: Ranked[] = []
      for (const run of await runEach(session, campaigns, 'rank')) {
        remark(runLine(run))
        const filter = { campaignId: run.campaignId, statuses: [] }
        ranked.push({ run, jobs: run.state === 'succeeded' ? await topJobs(session, filter, limit) : [] })
      }
      return {
        json: ranked.map(({ run, jobs }) => ({
          ...runValue(run),
          jobs: jobs.map(({ row, explanation }) => rankedJobValue(row, explanation)),
        })),
        lines: limit === 0 ? [] : linesOf(ranked),
        problems: problemsOf(ranked.map(({ run }) => run)),
      }
    }
  },
})

interface Ranked {
  run: RunView
  jobs: ExplainedJob[]
}

async function chosen(session: Session, name: string | undefined): Promise<CampaignView[]> {
  if (name !== undefined) return [await campaignNamed(session, name)]
  return (await session.ask('campaigns.list', {})).filter(({ state }) => state === 'active')
}

/** The tables of the campaigns, each under its name where there are several. */
function linesOf(ranked: readonly Ranked[]): string[] {
  const done = ranked.filter(({ run }) => run.state === 'succeeded')
  return done.flatMap(({ run, jobs }, index) => [
    ...(index > 0 ? [''] : []),
    ...(ranked.length > 1 ? [printable(run.campaignName)] : []),
    ...(jobs.length > 0 ? topLines(jobs) : ['No jobs to show.']),
  ])
}
