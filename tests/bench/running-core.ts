import { type Core, startCore } from '../../main/app/core.ts'
import type { Contract } from '../../main/contract/api.ts'
import type { InputOf, OutputOf, ProcedureAt, ProcedureName } from '../../main/contract/define.ts'
import type { EventType, StoredEvent } from '../../main/contract/events.ts'
import type { RunId } from '../../main/contract/ids.ts'
import { adoptFile } from '../../main/imports/service.ts'

type Name = ProcedureName<Contract>

/** The real core with all its threads, as a bench uses it. */
export interface RunningCore {
  core: Core
  call<N extends Name>(
    name: N,
    input: InputOf<ProcedureAt<Contract, N>>,
  ): Promise<OutputOf<ProcedureAt<Contract, N>>>
  /** The next event of a type that fits; ask before what causes it. */
  next<T extends EventType>(type: T, fits?: (event: StoredEvent<T>) => boolean): Promise<StoredEvent<T>>
  /** Imports a file for a campaign; answers its run when it has ended, and the milliseconds from asking. */
  importFile(
    path: string,
    campaign: string,
  ): Promise<{ counts: Record<string, number>; milliseconds: number }>
  notified: { at: number }[]
  stop(): Promise<void>
}

/** Starts the core on a data folder. */
export async function runCore(dataDir: string): Promise<RunningCore> {
  const notified: { at: number }[] = []
  const started = await startCore({
    dataDir,
    version: 'bench',
    shell: {
      answer: async frame => ({ id: frame.id, ok: true, value: {} }),
      notify: async () => {
        notified.push({ at: performance.now() })
        return { state: 'shown', message: null }
      },
      log: entry => {
        if (entry.level === 'error') console.error(entry.thread, entry.message, entry.details)
      },
    },
  })
  if (!started.ok) throw new Error(started.error.message)
  const { core } = started
  const listeners = new Set<(event: StoredEvent) => void>()
  core.subscribe(null, frame => {
    if (frame.kind === 'event') for (const listener of listeners) listener(frame.event)
  })
  const running: RunningCore = {
    core,
    notified,
    async call(name, input) {
      const answer = await core.call({ id: 1, procedure: name, input })
      if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
      return answer.value as never
    },
    next(type, fits = () => true) {
      return new Promise(resolve => {
        const listener = (event: StoredEvent) => {
          if (event.type !== type || !fits(event as never)) return
          listeners.delete(listener)
          resolve(event as never)
        }
        listeners.add(listener)
      })
    },
    async importFile(path, campaign) {
      const known = (await running.call('campaigns.list', {})).find(each => each.draft.name === campaign)
      const campaignId =
        known?.id ?? (await running.call('campaigns.create', { ...WISHES, name: campaign })).campaignId
      const uploadId = adoptFile(dataDir, path)
      const begun = performance.now()
      const mine: { id?: RunId } = {}
      const ended = running.next('run.finished', event => event.payload.runId === mine.id)
      mine.id = (await running.call('imports.start', { uploadId, campaignId })).runId
      await ended
      const milliseconds = performance.now() - begun
      const { run } = await running.call('runs.get', { runId: mine.id })
      if (run.state !== 'succeeded') throw new Error(`The import ended ${run.state}: ${run.error}`)
      return { counts: run.counts, milliseconds }
    },
    stop: () => core.stop(),
  }
  return running
}

const WISHES = {
  query: 'backend engineer OR software developer',
  country: 'GB',
  locations: ['London'],
  remote_preference: ['remote' as const, 'hybrid' as const],
  seniority: ['mid' as const, 'senior' as const],
  employment_types: ['full-time' as const],
  skills: ['Python', 'PostgreSQL', 'AWS', 'Docker', 'Kubernetes'],
  salary_min: 60000,
  salary_max: 95000,
  salary_currency: 'GBP',
  schedule: null,
}
