import type { Core } from '../../app/core.ts'
import { Refusal, rolecallError } from '../../contract/errors.ts'
import type { Signal, StoredEvent } from '../../contract/events.ts'
import type { PushFrame } from '../../contract/frames.ts'
import type { CampaignId, RunId } from '../../contract/ids.ts'

/** How far a run is; told at most four times a second. */
export type RunProgress = Signal<'run.progress'>['payload']

/** Sees every run of the core from its queueing to its end. */
export interface RunWatch {
  /** Resolves with the run's last state. Rejects when the core is lost for good. */
  finished(runId: RunId, onProgress?: (progress: RunProgress) => void): Promise<string>
  /** Runs of a campaign that were queued since and have not ended; a command's runs are known with its answer. */
  open(campaignId: CampaignId): RunId[]
  stop(): void
}

/** Listens from now on; resolves when every later event is sure to be seen. */
export async function watchRuns(core: Pick<Core, 'subscribe'>): Promise<RunWatch> {
  const ended = new Map<RunId, string>()
  const queued = new Map<CampaignId, RunId[]>()
  const waiting = new Set<(frame: PushFrame) => void>()
  let lost: Refusal | undefined

  /** Resolves with the first answer that `look` gives to a frame. */
  const until = <T>(look: (frame: PushFrame) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      if (lost) return reject(lost)
      const take = (frame: PushFrame) => {
        const found = look(frame)
        if (found === undefined && !lost) return
        waiting.delete(take)
        if (found !== undefined) resolve(found)
        else reject(lost)
      }
      waiting.add(take)
    })

  const keep = ({ type, payload }: StoredEvent) => {
    if (type === 'run.finished') ended.set(payload.runId, payload.state)
    if (type === 'run.queued')
      queued.set(payload.campaignId, [...(queued.get(payload.campaignId) ?? []), payload.runId])
  }
  const hello = until(frame => (frame.kind === 'hello' ? true : undefined))
  const stop = core.subscribe(null, frame => {
    if (frame.kind === 'event') keep(frame.event)
    if (
      frame.kind === 'signal' &&
      frame.signal.type === 'core.state' &&
      frame.signal.payload.state === 'failed'
    )
      lost = new Refusal(rolecallError('backend_gone', frame.signal.payload.message))
    for (const take of [...waiting]) take(frame)
  })
  await hello
  return {
    finished: async (runId, onProgress) =>
      ended.get(runId) ??
      until(frame => {
        if (
          frame.kind === 'signal' &&
          frame.signal.type === 'run.progress' &&
          frame.signal.payload.runId === runId
        )
          onProgress?.(frame.signal.payload)
        return ended.get(runId)
      }),
    open: campaignId => (queued.get(campaignId) ?? []).filter(runId => !ended.has(runId)),
    stop,
  }
}
