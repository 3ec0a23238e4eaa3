import { type RolecallError, rolecallError } from '../../../contract/errors.ts'
import type { RunView } from '../../../contract/runs.ts'
import type { CampaignView } from '../../../contract/shapes.ts'
import { campaignNamed } from '../campaigns.ts'
import { command, type Outcome } from '../command.ts'
import type { RunProgress } from '../follow-runs.ts'
import type { Session } from '../session.ts'
import { count } from '../words.ts'

export const run = command({
  name: 'run',
  usage: '[--campaign NAME] [--progress]',
  summary:
    'Collects from the sources of a campaign and ranks; without a name, of all active ones with a source that is switched on. With --json --progress, how far it is comes as JSON lines, at most four a second, and the answer as the last line.',
  options: { campaign: { type: 'string' }, progress: { type: 'boolean', default: false } },
  words: { least: 0, most: 0, what: 'no words' },
  prepare:
    ({ campaign, progress, json }) =>
    async (session, { line }) => {
      const onProgress = progress && json ? (now: RunProgress) => line({ progress: now }) : undefined
      if (campaign !== undefined) return runAll(session, [await campaignNamed(session, campaign)], onProgress)
      const campaigns = (await session.ask('campaigns.list', {})).filter(({ state }) => state === 'active')
      const followed = (await session.ask('sources.list', {})).filter(({ enabled }) => enabled)
      const asked = new Set<number>(followed.map(({ id }) => id))
      const withSources = campaigns.filter(({ sources }) => sources.some(({ id }) => asked.has(id)))
      if (withSources.length > 0) return runAll(session, withSources, onProgress)
      return { json: [], lines: ['No active campaign has a source that is switched on.'] }
    },
})

/** Runs one campaign after the other to its end and says what became of each. */
async function runAll(
  session: Session,
  campaigns: readonly CampaignView[],
  onProgress: ((progress: RunProgress) => void) | undefined,
): Promise<Outcome> {
  const runs = await runEach(session, campaigns, 'collect', onProgress)
  return { json: runs.map(runValue), lines: runs.map(runLine), problems: problemsOf(runs) }
}

/** Runs one campaign after the other to its end, with progress; Ctrl+C ends it between two. */
export async function runEach(
  session: Session,
  campaigns: readonly CampaignView[],
  kind: 'collect' | 'rank',
  onProgress?: (progress: RunProgress) => void,
): Promise<RunView[]> {
  const runs: RunView[] = []
  for (const { id, draft } of campaigns) {
    if (session.interrupted()) break
    const { runId } = await session.ask('runs.start', { campaignId: id, kind })
    const label = `${kind === 'rank' ? 'Ranking for' : 'Running'} ${draft.name}`
    runs.push(await session.follow(runId, label, onProgress))
  }
  return runs
}

/** A run as `--json` shows it. */
export const runValue = ({ campaignName, state, counts, milliseconds, error }: RunView) => ({
  campaign: campaignName,
  state,
  ...counts,
  milliseconds,
  error,
})

/** A failed run is a problem and stops nothing. */
export const problemsOf = (runs: readonly RunView[]): RolecallError[] =>
  runs
    .filter(({ state }) => state === 'failed')
    .map(({ campaignName, kind, error }) =>
      rolecallError(
        kind === 'rank' ? 'internal' : 'source_unreachable',
        `${campaignName}: ${error ?? 'failed'}`,
      ),
    )

/** What a run did, in one line. */
export function runLine({ campaignName, kind, state, counts }: RunView): string {
  if (state !== 'succeeded') return `${campaignName}: ${state}`
  const ranked = count(counts.ranked, 'ranking')
  if (kind === 'rank') return `${campaignName}: ${ranked} changed`
  return `${campaignName}: ${count(counts.jobs, 'new job')}, ${count(counts.postings, 'new posting')}, ${ranked}`
}
