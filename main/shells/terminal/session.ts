import { type Core, startCore } from '../../app/core.ts'
import { startErrorText } from '../../app/start-error.ts'
import { Refusal, refuse, rolecallError } from '../../contract/errors.ts'
import type { RunId } from '../../contract/ids.ts'
import type { RunView } from '../../contract/runs.ts'
import { databaseFault } from '../../platform/db/errors.ts'
import { acquireLock, type HeldLock } from '../../platform/files/lock.ts'
import { openLogFile } from '../../platform/files/log-file.ts'
import { replayAddresses } from '../../platform/http/replay-addresses.ts'
import { appVersion } from '../../platform/version.ts'
import { type Ask, createAsk } from './ask.ts'
import { type RunProgress, type RunWatch, watchRuns } from './follow-runs.ts'
import type { ProgressLine } from './progress-line.ts'

/** What a command works with: the core in this process, spoken to as a page speaks to it. */
export interface Session {
  readonly dataDir: string
  readonly ask: Ask
  readonly runs: RunWatch
  /** True after Ctrl+C: a command that does several things stops between them. */
  readonly interrupted: () => boolean
  /** Waits for an answer; Ctrl+C calls `cancel`, which has to end it. */
  cancellable<T>(answer: Promise<T>, cancel: () => void): Promise<T>
  /** Follows a run to its end, with progress; Ctrl+C cancels it. Answers it as it ended. */
  follow(runId: RunId, label: string, onProgress?: (progress: RunProgress) => void): Promise<RunView>
  close(): Promise<void>
}

interface SessionOptions {
  dataDir: string
  /** The command's name, told to a Rolecall that is started meanwhile. */
  command: string
  progress: ProgressLine
}

async function lockFolder(dataDir: string): Promise<HeldLock> {
  try {
    const lock = await acquireLock(dataDir)
    if (lock.ok) return lock
  } catch (error) {
    const fault = databaseFault(error)
    if (!fault) throw error
    refuse(fault.code, startErrorText(rolecallError(fault.code, fault.message), dataDir))
  }
  return refuse(
    'already_running',
    `Another Rolecall has this folder open: ${dataDir}. Close it first, or name another folder with --data-dir.`,
  )
}

/** Opens a data folder for one command. Throws a refusal with the reason when it cannot be opened. */
export async function openSession({ dataDir, command, progress }: SessionOptions): Promise<Session> {
  const lock = await lockFolder(dataDir)
  lock.announce(() => `terminal:${command}`)
  const log = openLogFile(dataDir)
  const letGo = async () => {
    await log.close()
    lock.release()
  }
  const sourceBaseUrls = replayAddresses()
  const started = await startCore({
    dataDir,
    version: appVersion,
    schedule: false,
    readers: 1,
    ...(sourceBaseUrls ? { sourceBaseUrls } : {}),
    shell: {
      answer: ({ id }) =>
        Promise.resolve({ id, ok: false, error: rolecallError('unsupported', 'The terminal has no pages.') }),
      log: log.write,
    },
  })
  if (!started.ok) {
    await letGo()
    const { error } = started
    throw new Refusal({ ...error, message: startErrorText(error, dataDir) })
  }
  return attach(started.core, dataDir, progress, letGo)
}

async function attach(
  core: Core,
  dataDir: string,
  progress: ProgressLine,
  letGo: () => Promise<void>,
): Promise<Session> {
  const ask = createAsk(core)
  const runs = await watchRuns(core)
  let interrupted = false
  let cancel = () => {}
  const onInterrupt = () => {
    interrupted = true
    cancel()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onInterrupt)
  return {
    dataDir,
    ask,
    runs,
    interrupted: () => interrupted,
    async cancellable(answer, stop) {
      cancel = stop
      if (interrupted) cancel()
      return answer.finally(() => {
        cancel = () => {}
      })
    },
    async follow(runId, label, onProgress) {
      // A run that has ended already refuses to be cancelled, which is as good.
      cancel = () => void ask('runs.cancel', { runId }).catch(() => {})
      if (interrupted) cancel()
      await runs.finished(runId, now => {
        progress.show(label, now.share, now.done, now.total)
        onProgress?.(now)
      })
      cancel = () => {}
      progress.clear()
      const { run } = await ask('runs.get', { runId })
      return run
    },
    async close() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onInterrupt)
      runs.stop()
      await core.stop()
      await letGo()
    },
  }
}
