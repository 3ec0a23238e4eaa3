import { type Alarm, createAlarm, type Later, later } from '../platform/alarm.ts'
import { createBackground } from '../platform/background.ts'
import type { CommandContext } from '../platform/context.ts'
import { deliverMails, type MailWay } from './deliver-mails.ts'
import { deliverToSystem, type SystemWay } from './deliver-to-system.ts'
import { nextDelivery } from './delivery-store.ts'

/** Hands waiting notifications to the system and to the mail server, at their time. */
export interface Delivery {
  /** Something new waits, or the clock was set. */
  wake(): void
  settled(): Promise<void>
  /** Ends after the open try, which is broken off where that takes long. */
  stop(): Promise<void>
}

export interface DeliveryTools extends MailWay {
  /** Hands one to the system; null: not from here, what waits is for another shell. */
  show: SystemWay['show'] | null
  later?: Later
}

/** After something unexpected, such as a full disk. */
const AFTER_TROUBLE_MS = 30_000

/**
 * Starts the two ways, which know nothing of each other: a mail server that hangs holds no notification up. The queue is
 * in the database. A try is marked before it is made and settled after it: what is settled is never told again, and what
 * was interrupted in between is tried again, as it may never have arrived.
 */
export function createDelivery(context: CommandContext, tools: DeliveryTools): Delivery {
  const { show } = tools
  const wait = tools.later ?? later
  const stopping = new AbortController()
  const ways = [
    way('email', isStopping => deliverMails(context, tools, isStopping, stopping.signal)),
    ...(show === null
      ? []
      : [way('os', isStopping => deliverToSystem(context, { show, later: wait }, isStopping))]),
  ]

  function way(channel: 'os' | 'email', work: (isStopping: () => boolean) => Promise<void>) {
    const next = () => {
      const at = nextDelivery(context.db, channel, context.clock.now())
      return at === null ? null : Date.parse(at)
    }
    const dueNow = () => {
      const at = next()
      return at !== null && at <= context.clock.millis()
    }
    const background = createBackground(
      dueNow,
      async isStopping => {
        await work(isStopping)
        alarm.set()
      },
      error => {
        context.log.error('Notifications could not be delivered', { channel, reason: String(error) })
        alarm.set(AFTER_TROUBLE_MS)
      },
    )
    const alarm: Alarm = createAlarm(context.clock.millis, next, background.wake, wait)
    return {
      background,
      alarm,
      wake() {
        background.wake()
        alarm.set()
      },
    }
  }

  return {
    wake() {
      for (const each of ways) each.wake()
    },
    async settled() {
      for (const { background } of ways) await background.settled()
    },
    async stop() {
      stopping.abort()
      for (const { alarm } of ways) alarm.stop()
      await Promise.all(ways.map(({ background }) => background.stop()))
    },
  }
}
