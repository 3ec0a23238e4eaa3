import type { Campaign } from '../campaigns/service.ts'
import { type RolecallError, rolecallError } from '../contract/errors.ts'
import { type StoredSource, sourcesOfCampaign } from '../sources/service.ts'
import { collectSource, type SourceOutcome } from './collect-source.ts'
import type { Progress } from './progress.ts'
import { finish, type RunContext } from './stages.ts'
import type { Run } from './store.ts'

/** Sources that are asked at the same time; their transactions take turns. */
const AT_ONCE = 4

/**
 * Asks every enabled source of a campaign, several at a time. One that fails is noted at its health and stops nothing;
 * only when all fail, the run has failed.
 */
export async function runCollect(
  context: RunContext,
  run: Run,
  campaign: Campaign,
  progress: Progress,
  signal: AbortSignal,
): Promise<RolecallError | null> {
  const sources = sourcesOfCampaign(context.db, campaign.id)
  if (sources.length === 0)
    return rolecallError(
      'source_not_found',
      'This campaign has no source that is switched on. Choose sources for it, or import a file.',
    )
  // Calls are counted anew when a run is taken up again.
  progress.counts.api_calls = 0
  progress.counts.api_errors = 0
  const work = { context, run, campaign, progress, signal }
  const waiting = [...sources]
  const failures: string[] = []
  let ended = 0
  const note = (source: StoredSource, outcome: SourceOutcome) => {
    ended += 1
    progress.share = ended / sources.length
    if (outcome.kind === 'failed') {
      failures.push(named(source, outcome.message))
      progress.remark({ row: null, code: 'source_failed', message: named(source, outcome.message) })
    } else if (outcome.kind === 'waits')
      progress.remark({ row: null, code: 'source_waits', message: outcome.message })
    progress.show()
  }
  /** Takes one source after the other until none is left. */
  const lane = async () => {
    for (let source = waiting.shift(); source && !signal.aborted; source = waiting.shift()) {
      const outcome = await collectSource(work, source)
      if (signal.aborted) return
      note(source, outcome)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  if (signal.aborted) return null
  finish(context, run, progress)
  return failures.length === sources.length
    ? rolecallError('source_unreachable', failures.join(' '), { retryable: true })
    : null
}

/** The source's name in front, unless the sentence begins with it. */
const named = ({ label }: StoredSource, message: string): string =>
  message.startsWith(label.split(':')[0] ?? label) ? message : `${label}: ${message}`
