import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { writePostings } from '../../fixtures/generate-postings.ts'
import { rolecall } from './shell.ts'

/** How many postings `manyJobs` imports; about 8 % of them join other jobs. */
export const MANY_POSTINGS = 10_000

/** A folder with `MANY_POSTINGS` generated postings, to be copied and not to be opened. */
export interface ManyJobs {
  /** Fills an empty folder with the jobs. Milliseconds, since nothing is imported again. */
  copyTo(dataDir: string): void
}

/**
 * Imports the postings through the terminal shell, once for all workers of a run: the first one that asks makes the
 * folder below `shared` (which Playwright empties at the start of a run), the others wait for it. Fails for all when
 * the one that makes it failed or was ended.
 */
export async function manyJobs(shared: string): Promise<ManyJobs> {
  const folder = join(shared, 'many-jobs')
  const ready = `${folder}.ready`
  mkdirSync(shared, { recursive: true })
  if (isFirst(folder)) {
    writeFileSync(`${folder}.maker`, String(process.pid))
    const file = join(shared, 'many-jobs.jsonl')
    await writePostings(file, MANY_POSTINGS)
    await rolecall(folder, 'import', file, '--campaign', 'Backend')
    rmSync(file)
    writeFileSync(ready, '')
  }
  while (!existsSync(ready)) {
    await wait(100)
    if (!isUnderWay(`${folder}.maker`) && !existsSync(ready))
      throw new Error('The postings were not imported')
  }
  return { copyTo: dataDir => cpSync(folder, dataDir, { recursive: true, filter: belongsToData }) }
}

/** Whether the worker that makes the folder still lives. */
function isUnderWay(file: string): boolean {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0)
    return true
  } catch {
    return false
  }
}

/** Of all who try to make the folder, one succeeds. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Backups are as large as the data, and no test reads those of the import. */
const belongsToData = (path: string): boolean => !['backups', 'logs', 'incoming'].includes(basename(path))
