import { notify } from '../notifications/service.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { CHECKS } from './all.ts'
import type { Found } from './store.ts'

/**
 * Tells the person of critical checks that have begun to fail, one message however many there are. A check that goes on
 * failing is told of no second time.
 */
export function tellOfFailures(tx: Tx, fresh: readonly Found[], runId: number | null): void {
  const critical = fresh.filter(({ severity }) => severity === 'critical')
  const [first] = critical
  if (!first) return
  const titles = critical.map(({ name }) => CHECKS.find(check => check.name === name)?.title ?? name)
  notify(tx, {
    kind: 'check',
    title:
      critical.length === 1 ? 'A check of your data failed' : `${critical.length} checks of your data failed`,
    body: critical.length === 1 ? `${titles[0]}: ${first.message}` : `${titles.join(', ')}.`,
    target: '/checks',
    campaignId: null,
    runId,
    dedupeKey: `check:${critical.map(({ name }) => name).join('+')}:${tx.now}`,
  })
}
