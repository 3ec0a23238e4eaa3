import { cpSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { writePostings } from '../../fixtures/generate-postings.ts'
import { madeOnce } from './made-once.ts'
import { rolecall } from './shell.ts'

/** How many postings `manyJobs` imports; about 8 % of them join other jobs. */
export const MANY_POSTINGS = 10_000

/** A folder with `MANY_POSTINGS` generated postings, to be copied and not to be opened. */
export interface ManyJobs {
  /** Fills an empty folder with the jobs. Milliseconds, since nothing is imported again. */
  copyTo(dataDir: string): void
}

/** Imports the postings through the terminal shell, once for all workers of a run; `shared` is as in `madeOnce`. */
export async function manyJobs(shared: string): Promise<ManyJobs> {
  const folder = await madeOnce(shared, 'many-jobs', async folder => {
    const file = `${folder}.jsonl`
    await writePostings(file, MANY_POSTINGS)
    await rolecall(folder, 'import', file, '--campaign', 'Backend')
    rmSync(file)
  })
  return { copyTo: dataDir => cpSync(folder, dataDir, { recursive: true, filter: belongsToData }) }
}

/** Backups are as large as the data, and no test reads those of the import. */
const belongsToData = (path: string): boolean => !['backups', 'logs', 'incoming'].includes(basename(path))
