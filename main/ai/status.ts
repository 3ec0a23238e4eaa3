import type { AiStatus } from '../contract/ai.ts'
import type { Settings } from '../contract/shapes.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import { localDate, nextLocalTime } from '../platform/schedule.ts'
import { readSettings } from '../settings/service.ts'
import { type AiAddress, readAddress } from './address.ts'
import { dollars, microDollars, type Prices } from './rules/money.ts'
import { type Caps, lastCalls, readEndpoint, readRest, spendingOf, sumsOf } from './store.ts'
import type { Standing } from './types.ts'

const CALLS_SHOWN = 20
const WHERE = 'in Settings, under Language model'

/** The caps of the settings in micro-dollars. */
export const capsOf = (settings: Settings): Caps => ({
  day: microDollars(settings.aiCapDay),
  month: microDollars(settings.aiCapMonth),
})

/** The prices of the settings; null when they are not entered, but what runs on this computer is free then. */
export function pricesOf({ aiPriceIn, aiPriceOut }: Settings, { loopback }: AiAddress): Prices | null {
  if (loopback) return { in: aiPriceIn ?? 0, out: aiPriceOut ?? 0 }
  return aiPriceIn === null || aiPriceOut === null ? null : { in: aiPriceIn, out: aiPriceOut }
}

/** When the local day or month that `now` lies in ends, ISO 8601 UTC. */
export function endOf(period: 'day' | 'month', now: number): string {
  const date = new Date(now)
  if (period === 'day') return nextLocalTime('00:00', date).toISOString()
  return new Date(date.getFullYear(), date.getMonth() + 1, 1).toISOString()
}

/** What to say when a cap leaves no room. */
export function capMessage(period: 'day' | 'month', { aiCapDay, aiCapMonth }: Settings): string {
  const [cap, name] = period === 'day' ? [aiCapDay, 'today'] : [aiCapMonth, 'this month']
  return `What may be spent on the language model ${name} ($${cap}) is used up, or leaves no room for a question. It goes on when the ${period} is over, or when you raise the limit ${WHERE}.`
}

interface StandingOptions {
  /** Passes over being switched off, a refused key and a rest, for what the person asks by hand. */
  byHand?: boolean
}

/** Whether the model can be asked now, by what is stored. */
export function standingOf(db: Db, clock: Clock, { byHand = false }: StandingOptions = {}): Standing {
  const settings = readSettings(db)
  const rest = readRest(db)
  const now = clock.millis()
  const say = (state: Standing['state'], message: string, waitUntil: string | null = null): Standing => ({
    state,
    message,
    waitUntil,
  })
  if (!settings.aiEnabled && !byHand)
    return say('off', `The language model is switched off. Switch it on ${WHERE}.`)
  const read = readAddress(settings.aiBaseUrl)
  if (!read.ok) return say('bad_address', read.message)
  const { address } = read
  if (settings.aiModel === '') return say('no_model', `No model is chosen. Choose one ${WHERE}.`)
  if (rest.key_host !== address.host && !address.loopback)
    return say(
      'no_key',
      `There is no key for ${address.host}. Enter it ${WHERE}; a key for another address is never sent there.`,
    )
  const prices = pricesOf(settings, address)
  if (prices === null)
    return say('no_price', `Enter what the model costs ${WHERE}, so that your limits can be kept.`)
  const about = rest.base_url === address.baseUrl && !byHand
  if (about && rest.stopped !== null) return say('key_refused', rest.stopped)
  if (about && rest.wait_until !== null && rest.wait_until > clock.now())
    return say('resting', rest.wait_reason ?? 'The endpoint asks for a pause.', rest.wait_until)
  if (prices.in <= 0 && prices.out <= 0) return say('ready', '')
  const today = localDate(new Date(now))
  const used = spendingOf(db, today)
  const caps = capsOf(settings)
  const refused = rest.refused_on === null || byHand ? 0 : (rest.refused_cost ?? 0)
  const needMonth = rest.refused_on?.slice(0, 7) === today.slice(0, 7) ? refused : 0
  const needDay = rest.refused_on === today ? refused : 0
  if (used.month + Math.max(1, needMonth) > caps.month)
    return say('cap_month', capMessage('month', settings), endOf('month', now))
  if (used.day + Math.max(1, needDay) > caps.day)
    return say('cap_day', capMessage('day', settings), endOf('day', now))
  return say('ready', '')
}

/** All that the page of the language model shows. */
export function viewStatus(db: Db, clock: Clock): AiStatus {
  const settings = readSettings(db)
  const { day, month } = sumsOf(db, localDate(new Date(clock.millis())))
  const read = readAddress(settings.aiBaseUrl)
  return {
    ...standingOf(db, clock),
    spentDay: dollars(day.spent + day.reserved),
    spentMonth: dollars(month.spent + month.reserved),
    callsDay: day.calls,
    tokensDay: day.tokens_in + day.tokens_out,
    tokensMonth: month.tokens_in + month.tokens_out,
    rung: read.ok ? readEndpoint(db, read.address.baseUrl, settings.aiModel).rung : null,
    calls: lastCalls(db, CALLS_SHOWN).map(call => ({
      id: call.id,
      at: call.at,
      purpose: call.purpose,
      model: call.model,
      state: call.state,
      cost: dollars(call.state === 'open' ? call.reserved : call.cost),
      tokensIn: call.tokens_in,
      tokensOut: call.tokens_out,
      milliseconds: call.milliseconds,
      message: call.message,
    })),
  }
}
