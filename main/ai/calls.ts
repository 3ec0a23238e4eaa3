import type { Settings } from '../contract/shapes.ts'
import type { CommandContext } from '../platform/context.ts'
import { localDate } from '../platform/schedule.ts'
import { readSettings } from '../settings/service.ts'
import { costOf, dollars, type Usage } from './rules/money.ts'
import { capMessage, capsOf, endOf } from './status.ts'
import { countAsSpent, reserve, saveRest, settle } from './store.ts'

/** The books of calls: each is reserved before it is sent and settled after, each in a transaction of its own. */

export interface OpenCall {
  id: number
  prices: { in: number; out: number }
  /** ms since 1970. */
  begun: number
}

export interface Calls {
  /** Holds the worst cost back, in micro-dollars; refused when a cap leaves no room for it. */
  begin(call: {
    purpose: string
    model: string
    worst: number
    prices: OpenCall['prices']
  }): { ok: true; call: OpenCall } | { ok: false; message: string; waitUntil: string | null }
  /** Books what was used, at the prices of its beginning; answers micro-dollars. */
  settle(call: OpenCall, usage: Usage, failure: string | null): number
  /** Nothing was billed. */
  free(call: OpenCall, failure: string): number
  /** Nobody knows what was billed: all that was held back counts as spent. */
  unknown(call: OpenCall, failure: string): number
}

const LONGEST_PURPOSE = 200
/** A question that may cost more than this part of a cap says little of the others: a tenth. */
const ORDINARY = 10

const tooDear = (worst: number, cap: number): string =>
  `This question may cost up to $${dollars(worst)}, more than the limit of $${dollars(cap)} in Settings, under Language model.`

/** Keeps the books of all calls. */
export function createCalls(context: CommandContext): Calls {
  const caps = () => capsOf(readSettings(context.db))
  const took = (call: OpenCall) => Math.max(0, context.clock.millis() - call.begun)
  const end = (call: OpenCall, usage: Usage, cost: number, failure: string | null) =>
    context.unit(tx => {
      tx.emit('ai.changed', {})
      const state = failure === null ? ('done' as const) : ('failed' as const)
      const ending = { state, cost, ...usage, milliseconds: took(call), message: failure }
      return settle(tx.db, call.id, ending, caps())
    })
  return {
    begin({ purpose, model, worst, prices }) {
      const begun = context.clock.millis()
      const day = localDate(new Date(begun))
      return context.unit(tx => {
        tx.emit('ai.changed', {})
        const settings: Settings = readSettings(tx.db)
        const call = { at: tx.now, day, purpose: purpose.slice(0, LONGEST_PURPOSE), model, worst }
        const reserved = reserve(tx.db, call, capsOf(settings))
        if (reserved.ok) return { ok: true, call: { id: reserved.id, prices, begun } }
        const { cap } = reserved
        const most = capsOf(settings)[cap]
        if (worst > most) return { ok: false, message: tooDear(worst, most), waitUntil: null }
        // A limit that an ordinary question does not fit under any more is used up for all.
        if (worst * ORDINARY <= most) saveRest(tx.db, { refused_on: day, refused_cost: worst })
        return { ok: false, message: capMessage(cap, settings), waitUntil: endOf(cap, begun) }
      })
    },
    settle: (call, usage, failure) =>
      end(call, usage, costOf(usage.tokensIn, usage.tokensOut, call.prices), failure),
    free: (call, failure) => end(call, { tokensIn: 0, tokensOut: 0 }, 0, failure),
    unknown: (call, failure) =>
      context.unit(tx => {
        tx.emit('ai.changed', {})
        return countAsSpent(tx.db, call.id, took(call), failure)
      }),
  }
}
