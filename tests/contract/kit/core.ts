import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Core, startCore } from '../../../main/app/core.ts'
import type { LogLine } from '../../../main/platform/log.ts'
import { answerShell } from '../../../main/shells/browser/shell-procedures.ts'

/** The real core with all its threads, on a folder of its own. */
export interface TestCore {
  core: Core
  dataDir: string
  /** What its threads have said so far. */
  logged: LogLine[]
  /** Stops it and removes the folder. */
  close(): Promise<void>
}

/** Starts a core in a temporary folder. Throws when it does not start. */
export async function openTestCore(): Promise<TestCore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rolecall-contract-'))
  const logged: LogLine[] = []
  const started = await startCore({
    dataDir,
    version: 'test',
    computeThreads: 1,
    schedule: false,
    shell: { answer: answerShell(dataDir), log: line => logged.push(line) },
  })
  if (!started.ok) throw new Error(started.error.message)
  const { core } = started
  return {
    core,
    dataDir,
    logged,
    async close() {
      await core.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
