import { freshFolder, postingsFile } from './data.ts'
import { atMost, type Figure, reading } from './figures.ts'
import { runCore } from './running-core.ts'

const POSTINGS = 1_000

/**
 * A campaign gets 1,000 new postings: from the end of its ranking to the notification at the pages, and to the call of
 * the system.
 */
export async function notify(): Promise<Figure[]> {
  const core = await runCore(freshFolder('notify'))
  let ranked = 0
  let created = Number.POSITIVE_INFINITY
  core.core.subscribe(null, frame => {
    if (frame.kind !== 'event') return
    const { event } = frame
    // The last word of the ranking counts: it may be said again.
    if (event.type === 'run.step_changed' && event.payload.step === 'rank') ranked = performance.now()
    if (event.type === 'notification.created') created = Math.min(created, performance.now())
  })
  const { campaignId } = await core.call('campaigns.create', {
    name: 'Notify',
    query: 'engineer',
    schedule: null,
    alert_threshold: 0,
  })
  const { milliseconds } = await core.importFile(await postingsFile(POSTINGS), 'Notify')
  const begun = performance.now()
  while (core.notified.length === 0 && performance.now() - begun < 10_000)
    await new Promise(resolve => setImmediate(resolve))
  const shown = core.notified[0]?.at ?? Number.POSITIVE_INFINITY
  const { rows } = await core.call('notifications.list', { kinds: ['match'] })
  if (rows.length !== 1 || rows[0]?.campaignId !== campaignId)
    throw new Error(`One notification of matches was expected, not ${rows.length}`)
  await core.stop()
  return [
    reading('notify.import_of_1000', milliseconds, 'ms'),
    atMost('notify.ranked_to_created', created - ranked, 'ms', 1_000),
    atMost('notify.ranked_to_system', shown - ranked, 'ms', 1_000),
  ]
}
