import { z } from 'zod'
import type { Campaign } from '../campaigns/service.ts'
import { type RolecallError, rolecallError } from '../contract/errors.ts'
import { SourceId } from '../contract/ids.ts'
import {
  type SourceTally,
  type StoredSource,
  sourcesOfCampaign,
  sourcesOfRun,
  sourcesReadIn,
} from '../sources/service.ts'
import { collectSource, type SourceOutcome } from './collect-source.ts'
import type { Progress } from './progress.ts'
import type { RunContext } from './stages.ts'
import type { StepWork } from './step-work.ts'
import type { Run } from './store.ts'
import { sourceWords } from './words.ts'

/** What a run that goes on with another one knows: the sources that were read to their end. */
export const CollectInput = z.object({ read: z.array(SourceId).default([]) })

/** Sources that are asked at the same time; their transactions take turns. */
const AT_ONCE = 4
/** How often a source that worked the last time is asked when it cannot be reached. Its client repeats each call besides. */
const MOST_ROUNDS = 2

interface Work {
  context: RunContext
  run: Run
  campaign: Campaign
  progress: Progress
  signal: AbortSignal
}

/**
 * Asks every enabled source of a campaign, several at a time. One that fails is noted at its health and stops nothing;
 * only when all fail, the run has failed. Sources that were read before a crash, or before the run that this one goes on
 * with ended, are not asked again.
 */
export async function runCollect(work: Work, steps: StepWork): Promise<RolecallError | null> {
  const { context, run, campaign, progress, signal } = work
  const sources = sourcesOfCampaign(context.db, campaign.id)
  if (sources.length === 0)
    return rolecallError(
      'source_not_found',
      'This campaign has no source that is switched on. Choose sources for it, or import a file.',
    )
  const earlier = CollectInput.safeParse(run.input).data?.read ?? []
  const read = new Set<number>([...earlier, ...sourcesReadIn(context.db, run.id)])
  // Calls of sources that are asked again are counted anew.
  const kept = sourcesOfRun(context.db, run.id).filter(({ sourceId }) => read.has(sourceId ?? 0))
  progress.counts.api_calls = kept.reduce((sum, { calls }) => sum + calls, 0)
  progress.counts.api_errors = kept.reduce((sum, { errors }) => sum + errors, 0)

  let ended = sources.filter(({ id }) => read.has(id)).length
  if (ended > 0) progress.log('info', 'extract', `${ended} of ${sources.length} sources were read before.`)
  const failures: string[] = []
  const note = (source: StoredSource, outcome: SourceOutcome) => {
    ended += 1
    progress.share = ended / sources.length
    progress.log(outcome.kind === 'failed' ? 'error' : 'info', 'extract', sourceWords(source.label, outcome))
    if (outcome.kind === 'failed') {
      failures.push(named(source, outcome.message))
      progress.remark({ row: null, code: 'source_failed', message: named(source, outcome.message) })
    } else if (outcome.kind === 'waits')
      progress.remark({ row: null, code: 'source_waits', message: outcome.message })
    progress.show()
  }

  let waiting = sources.filter(({ id }) => !read.has(id))
  const tallies = new Map<number, SourceTally>()
  for (let round = 1; waiting.length > 0 && !signal.aborted; round += 1) {
    const again: StoredSource[] = []
    await eachInLanes(waiting, signal, async source => {
      const outcome = await collectSource(work, source, tallies.get(source.id))
      if (signal.aborted) return
      if (outcome.kind === 'failed' && outcome.again && round < MOST_ROUNDS) {
        again.push(source)
        tallies.set(source.id, outcome.tally)
      } else {
        if (outcome.kind === 'failed') outcome.keep()
        note(source, outcome)
      }
    })
    if (again.length === 0 || signal.aborted) break
    const [first, ...others] = again
    const names = others.length === 0 ? `${first?.label}` : `${first?.label} and ${others.length} more`
    await steps.restBefore('extract', round, `${names} could not be reached.`)
    waiting = again
  }
  if (signal.aborted) return null
  return failures.length === sources.length
    ? rolecallError('source_unreachable', failures.join(' '), { retryable: true })
    : null
}

/** Works several at a time; what one throws ends all, once the others have come to a rest. */
async function eachInLanes(
  sources: readonly StoredSource[],
  signal: AbortSignal,
  work: (source: StoredSource) => Promise<void>,
): Promise<void> {
  const waiting = [...sources]
  const thrown: unknown[] = []
  const lane = async () => {
    for (
      let source = waiting.shift();
      source && !signal.aborted && thrown.length === 0;
      source = waiting.shift()
    ) {
      try {
        await work(source)
      } catch (error) {
        thrown.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  if (thrown.length > 0) throw thrown[0]
}

/** The source's name in front, unless the sentence begins with it. */
const named = ({ label }: StoredSource, message: string): string =>
  message.startsWith(label.split(':')[0] ?? label) ? message : `${label}: ${message}`
