import { folderWith } from './data.ts'
import { type Figure, reading } from './figures.ts'
import { runCore } from './running-core.ts'

/** Detecting jobs again by patterns: a run over all that lack facts, through the real core. */
export async function detectAgain(sizes: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const count of sizes.filter(size => size <= 10_000)) {
    const core = await runCore(await folderWith(count))
    const mine: { id?: number } = {}
    const ended = core.next('detection.finished', event => event.payload.detectionRunId === mine.id)
    const begun = performance.now()
    const scope = { all: 'missing' as const }
    mine.id = (await core.call('detection.start', { kind: 'patterns', scope })).detectionRunId
    await ended
    const seconds = (performance.now() - begun) / 1_000
    const run = (await core.call('detection.runs', {})).find(({ id }) => id === mine.id)
    await core.stop()
    if (run?.state !== 'succeeded') throw new Error(`Detecting again ended ${run?.state}: ${run?.error}`)
    const size = `${count / 1000}k`
    figures.push(
      reading(`detect_again.rate.${size}`, run.done / seconds, 'jobs/s'),
      reading(`detect_again.jobs.${size}`, run.done, 'jobs'),
    )
  }
  return figures
}
