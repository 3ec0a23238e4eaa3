import { NotificationId } from '../contract/ids.ts'
import type { Later } from '../platform/alarm.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { OsNotification, OsOutcome } from '../platform/threads/protocol.ts'
import { readSettings } from '../settings/service.ts'
import {
  beginAttempt,
  dueDeliveries,
  lastShownRun,
  postpone,
  settle,
  shownRuns,
  type Waiting,
} from './delivery-store.ts'
import { quietUntil } from './quiet.ts'
import { type OsPlan, type OsShow, planOs } from './rules/digest.ts'
import { pauseAfter } from './rules/retry.ts'

export interface SystemWay {
  show(notification: OsNotification): Promise<OsOutcome>
  later: Later
}

/** What is stored within such a moment, as the campaigns of one run are, is told together. */
const GATHER_MS = 250
/** Between two notifications of runs: what ends in the meantime is told together. */
const RUNS_APART_MS = 60_000
const SWITCHED_OFF = 'The notifications of the system were switched off for this kind.'

/** Shows what is due until nothing more is. */
export async function deliverToSystem(
  context: CommandContext,
  way: SystemWay,
  stopping: () => boolean,
): Promise<void> {
  await new Promise<void>(resolve => way.later(resolve, GATHER_MS))
  for (let more = true; more && !stopping(); ) {
    const due = dueDeliveries(context.db, 'os', context.clock.now())
    if (due.length === 0) return
    const plan = context.unit(tx => prepare(tx, due, context))
    for (const show of plan.show) {
      if (stopping()) return
      await showOne(context, way, show, new Map(due.map(one => [one.id, one.attempts])))
    }
    // One that failed, and everything held, is due later.
    more = plan.show.length > 0 || plan.skip.length > 0
  }
}

/** Decides what becomes of each, and stores all that needs no answer of the system. */
function prepare(tx: Tx, due: readonly Waiting[], { clock }: CommandContext): OsPlan {
  const settings = readSettings(tx.db)
  const off = due.filter(({ kind }) => !settings.notify[kind].os)
  const wanted = due.filter(item => !off.includes(item))
  const plan = planOs(wanted, {
    now: clock.now(),
    quietUntil: quietUntil(settings, clock),
    runsHeldUntil: runsHeldUntil(tx.db, clock.millis()),
    shownRuns: shownRuns(
      tx.db,
      wanted.flatMap(({ runId }) => (runId === null ? [] : [runId])),
    ),
  })
  if (off.length > 0) plan.skip.push({ ids: off.map(({ id }) => id), reason: SWITCHED_OFF })
  for (const { ids, reason } of plan.skip) settle(tx.db, ids, 'os', 'skipped', reason, tx.now)
  for (const { ids, until } of plan.hold) postpone(tx.db, ids, 'os', until, null)
  return plan
}

function runsHeldUntil(db: Db, millis: number): string | null {
  const last = lastShownRun(db)
  const passed = last === null ? RUNS_APART_MS : millis - Date.parse(last)
  // In the future: the clock was set back.
  if (passed < 0 || passed >= RUNS_APART_MS) return null
  return new Date(millis - passed + RUNS_APART_MS).toISOString()
}

async function showOne(
  context: CommandContext,
  way: SystemWay,
  { ids, notificationId, title, body, target }: OsShow,
  attempts: ReadonlyMap<number, number>,
): Promise<void> {
  context.unit(tx => beginAttempt(tx.db, ids, 'os', null, tx.now))
  const outcome = await way.show({ notificationId, ids, title, body, target })
  context.unit(tx => {
    if (outcome.state === 'shown') settle(tx.db, ids, 'os', 'delivered', null, tx.now)
    else if (outcome.state === 'none') settle(tx.db, ids, 'os', 'skipped', outcome.message, tx.now)
    else if (outcome.state === 'denied') settle(tx.db, ids, 'os', 'failed', outcome.message, tx.now)
    for (const id of ids) {
      const told = { notificationId: NotificationId.parse(id), channel: 'os' as const }
      if (outcome.state === 'shown') tx.emit('notification.delivered', told)
      if (outcome.state === 'denied') tx.emit('notification.failed', { ...told, final: true })
      if (outcome.state === 'failed') {
        const pause = pauseAfter((attempts.get(id) ?? 0) + 1)
        if (pause === null) settle(tx.db, [id], 'os', 'failed', outcome.message, tx.now)
        else
          postpone(tx.db, [id], 'os', new Date(context.clock.millis() + pause).toISOString(), outcome.message)
        tx.emit('notification.failed', { ...told, final: pause === null })
      }
    }
  })
}
