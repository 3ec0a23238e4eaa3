import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatePosting } from '../fixtures/generate-postings.ts'
import { folderWith, freshFolder } from './data.ts'
import { atMost, type Figure, percentile } from './figures.ts'
import { runCore } from './running-core.ts'

/** From the call of a command to its event at the page, and from an import to the notification. */
export async function live(): Promise<Figure[]> {
  const core = await runCore(await folderWith(10_000))
  const { rows } = await core.call('jobs.list', { filter: {}, limit: 50 })
  const taken: number[] = []
  for (const { id } of rows)
    for (const favourite of [true, false]) {
      const arrived = core.next('job.favourite_changed', event => event.payload.jobId === id)
      const begun = performance.now()
      await Promise.all([core.call('jobs.setFavourite', { jobIds: [id], favourite }), arrived])
      taken.push(performance.now() - begun)
    }
  const file = join(freshFolder('live'), 'one.jsonl')
  const posting = {
    ...generatePosting(1, 77),
    id: `live-${Date.now()}`,
    title: 'Backend Engineer',
    company: `Live ${Date.now()}`,
    location_text: 'London, UK',
  }
  writeFileSync(file, JSON.stringify(posting))
  const campaigns = await core.call('campaigns.list', {})
  const bench = campaigns.find(each => each.draft.name === 'Bench')
  if (bench)
    await core.call('campaigns.update', {
      campaignId: bench.id,
      draft: { ...bench.draft, alert_threshold: 0 },
    })
  const begun = performance.now()
  await core.importFile(file, 'Bench')
  while (core.notified.length === 0 && performance.now() - begun < 10_000)
    await new Promise(resolve => setImmediate(resolve))
  const notified = (core.notified.at(-1)?.at ?? Number.POSITIVE_INFINITY) - begun
  if (bench) await core.call('campaigns.update', { campaignId: bench.id, draft: bench.draft })
  await core.stop()
  return [
    atMost('live.command_to_event_p95', percentile(taken, 95), 'ms', 100),
    atMost('live.import_to_notification', notified, 'ms', 1000),
  ]
}
