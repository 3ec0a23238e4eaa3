import { type Core, startCore } from '../../../main/app/core.ts'
import type { Contract } from '../../../main/contract/api.ts'
import type { InputOf, OutputOf, ProcedureAt, ProcedureName } from '../../../main/contract/define.ts'
import type { PushFrame } from '../../../main/contract/frames.ts'

type Name = ProcedureName<Contract>

/** The real core with all its threads, and how a test speaks to it. */
export interface OpenCore {
  core: Core
  /** Every frame that a page would have got. */
  frames: PushFrame[]
  /** Calls a procedure; an error answer throws its value. */
  call<N extends Name>(
    name: N,
    input: InputOf<ProcedureAt<Contract, N>>,
  ): Promise<OutputOf<ProcedureAt<Contract, N>>>
  /** Hands a file over and queues its import; answers the run. */
  importText(name: string, text: string, campaignId: number): Promise<number>
  /** Resolves when `wanted` holds; looked at with every frame. */
  until(wanted: () => boolean | Promise<boolean>): Promise<void>
  /** Resolves when no run waits or is under way. */
  idle(): Promise<void>
  /** Resolves when no run of detection waits or is under way. */
  detected(): Promise<void>
}

const PIECE = 384 * 1024

export interface OpenCoreOptions {
  dataDir: string
  onFrame?(frame: PushFrame): void
  log?(text: string): void
  sourceBaseUrls?: Record<string, string>
  lingerMs?: number
  readers?: number
}

/** Starts the core on a folder. Throws the error of a start that fails. */
export async function openCore({
  dataDir,
  onFrame,
  log,
  sourceBaseUrls,
  lingerMs,
  readers,
}: OpenCoreOptions): Promise<OpenCore> {
  const started = await startCore({
    dataDir,
    version: '0.1.0',
    computeThreads: 1,
    ...(sourceBaseUrls ? { sourceBaseUrls } : {}),
    ...(readers === undefined ? {} : { readers }),
    ...(lingerMs === undefined ? {} : { lingerMs }),
    shell: {
      answer: frame => Promise.resolve({ id: frame.id, ok: true, value: {} }),
      log: line => log?.(JSON.stringify(line)),
    },
  })
  if (!started.ok) throw Object.assign(new Error(started.error.message), started.error)
  const { core } = started
  const frames: PushFrame[] = []
  const waiting = new Set<() => void>()
  core.subscribe(null, frame => {
    frames.push(frame)
    onFrame?.(frame)
    for (const look of waiting) look()
  })
  let lastId = 0
  const open: OpenCore = {
    core,
    frames,
    async call(name, input) {
      lastId += 1
      const answer = await core.call({ id: lastId, procedure: name, input })
      if (!answer.ok) throw Object.assign(new Error(answer.error.message), answer.error)
      // The backend has answered this very name.
      return answer.value as never
    },
    async importText(name, text, campaignId) {
      const data = Buffer.from(text)
      const { uploadId } = await open.call('uploads.begin', { name, size: data.length })
      for (let offset = 0; offset < data.length; offset += PIECE)
        await open.call('uploads.append', {
          uploadId,
          offset,
          data: data.subarray(offset, offset + PIECE).toString('base64'),
        })
      const { runId } = await open.call('imports.start', { uploadId, campaignId: campaignId as never })
      return runId
    },
    until(wanted) {
      return new Promise((resolve, reject) => {
        let looking = false
        let again = false
        const look = async () => {
          again = looking
          if (looking) return
          looking = true
          try {
            do {
              again = false
              if (await wanted()) {
                waiting.delete(look)
                resolve()
              }
            } while (again)
          } catch (error) {
            waiting.delete(look)
            reject(error)
          }
          looking = false
        }
        waiting.add(look)
        look()
      })
    },
    idle: () =>
      open.until(async () => {
        const runs = await open.call('runs.list', { limit: 200 })
        return runs.every(run => run.state !== 'queued' && run.state !== 'running')
      }),
    detected: () =>
      open.until(async () => {
        const runs = await open.call('detection.runs', {})
        return runs.every(run => run.state !== 'queued' && run.state !== 'running')
      }),
  }
  return open
}
