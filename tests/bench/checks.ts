import { cpSync, rmSync } from 'node:fs'
import { folderWith, freshFolder, postingsFile } from './data.ts'
import { atMost, type Figure, reading } from './figures.ts'
import { runCore } from './running-core.ts'

/** Limits in milliseconds. A full check is made in the background, in pieces; nobody waits for it. */
const AFTER_RUN_MS = 200
const FULL_MS_PER_JOB = 0.3
const SMALL_RUN = 50
/** Postings that no other bench has imported. */
const SEED = 77

/** Checks of the data: all of it, and what a small run touched. */
export async function checks(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes) {
    const folder = freshFolder(`checks-${count}`)
    cpSync(await folderWith(count), folder, { recursive: true })
    const core = await runCore(folder)
    const size = `${count / 1000}k`
    try {
      const asked = performance.now()
      const finished = core.next('checks.finished', ({ payload }) => payload.runId === null)
      await core.call('checks.run', {})
      const { failing } = (await finished).payload
      const full = performance.now() - asked
      const after = core.next('checks.finished', ({ payload }) => payload.runId !== null)
      await core.importFile(await postingsFile(SMALL_RUN, SEED), 'Checked')
      const { runId } = (await after).payload
      const results = runId === null ? [] : (await core.call('runs.get', { runId })).checks
      const took = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
      figures.push(
        atMost(`checks.full.${size}`, full, 'ms', Math.max(2_000, count * FULL_MS_PER_JOB)),
        atMost(`checks.after_run.${size}`, took, 'ms', AFTER_RUN_MS),
        reading(`checks.failing.${size}`, failing.length, 'checks'),
      )
    } finally {
      await core.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return figures
}
