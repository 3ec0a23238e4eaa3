import { listCampaigns, type RankAgain } from '../campaigns/service.ts'
import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { RatesRefreshed, RatesView } from '../contract/rates.ts'
import type { CommandContext } from '../platform/context.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { HttpClient, HttpError } from '../platform/http/client.ts'
import { currentRates, fetchedRates, saveRates } from './rates-store.ts'
import { ECB_DAILY, ECB_SOURCE, readEcbRates } from './rules/ecb-rates.ts'
import { type ExchangeRates, rateDate } from './rules/rates.ts'

/** Fetches exchange rates when the person asks for it, never by itself. */
export interface Rates {
  /** Asks the European Central Bank; a second caller gets the answer to the first one's question. */
  refresh(): Promise<RatesRefreshed>
  /** Ends a refresh that is under way; it refuses `cancelled`. Answers whether there was one. */
  cancel(): boolean
  stop(): Promise<void>
}

export interface RatesTools {
  newHttp(): HttpClient
  rankAgain: RankAgain
  /** Milliseconds for one attempt. */
  patience?: number
}

const MOST_BYTES = 1024 * 1024
const PATIENCE_MS = 15_000

export function createRates(context: CommandContext, tools: RatesTools): Rates {
  let underWay: { done: Promise<RatesRefreshed>; stop: AbortController } | null = null

  const fetchRates = async (signal: AbortSignal): Promise<RatesRefreshed> => {
    const http = tools.newHttp()
    const result = await http
      .send({
        url: ECB_DAILY,
        publicOnly: true,
        headers: { accept: 'application/xml, text/xml' },
        maxBytes: MOST_BYTES,
        retries: 1,
        total: tools.patience ?? PATIENCE_MS,
        signal,
      })
      .finally(() => http.close())
    if (signal.aborted) refuse('cancelled', 'Stopped. The rates are as they were.')
    if (!result.ok)
      refuse(codeOf(result.error), `${ECB_SOURCE}: ${result.error.message}`, {
        retryable: result.error.retryable,
      })
    const today = context.clock.now().slice(0, 10)
    const reading = readEcbRates(new TextDecoder().decode(result.response.body), today)
    if (!reading.ok) refuse('source_changed', `The bank's answer cannot be used. ${reading.reason}`)
    return context.unit(tx => keep(tx, reading.rates, tools.rankAgain))
  }

  return {
    refresh() {
      if (underWay) return underWay.done
      const stop = new AbortController()
      const done = fetchRates(stop.signal).finally(() => {
        underWay = null
      })
      underWay = { done, stop }
      return done
    },
    cancel() {
      underWay?.stop.abort()
      return underWay !== null
    },
    async stop() {
      underWay?.stop.abort()
      await underWay?.done.catch(() => {})
    },
  }
}

function keep(tx: Tx, rates: ExchangeRates, rankAgain: RankAgain): RatesRefreshed {
  const before = currentRates(tx.db)
  if (rates.date < before.date)
    refuse(
      'source_changed',
      `The bank's answer is of ${rates.date}, older than the rates of ${before.date} that are here.`,
      { retryable: true },
    )
  saveRates(tx.db, rates, tx.now)
  const after = currentRates(tx.db)
  const changed = !sameRates(before, after)
  if (changed) rankForSalaries(tx, rankAgain)
  tx.emit('rates.changed', { day: after.date })
  return { day: after.date, changed }
}

const sameRates = (a: ExchangeRates, b: ExchangeRates): boolean =>
  a.date === b.date &&
  Object.keys(a.per_eur).length === Object.keys(b.per_eur).length &&
  Object.entries(a.per_eur).every(([currency, rate]) => b.per_eur[currency] === rate)

/** Ranks again for every campaign that says something of pay, so that no score is of two rates. */
function rankForSalaries(tx: Tx, rankAgain: RankAgain): void {
  for (const { id, draft } of listCampaigns(tx.db)) {
    const amounts = [draft.salary_min, draft.salary_max, draft.rules.minimum_salary]
    if (amounts.some(amount => amount !== null)) rankAgain(tx, id)
  }
}

/** The code under which a failed request is answered. */
function codeOf({ code }: HttpError): ErrorCode {
  if (code === 'http_429') return 'source_limited'
  if (code === 'http_401' || code === 'http_403') return 'source_refused'
  return code === 'too_large' ? 'source_changed' : 'source_unreachable'
}

/** The rates that count now, as pages show them. */
function viewRates(db: Db): RatesView {
  const current = currentRates(db)
  const fetched = fetchedRates(db)
  return {
    day: current.date,
    source: current.source,
    shipped: fetched === null || fetched.rates.date < current.date,
    fetchedAt: fetched?.fetchedAt ?? null,
    rates: Object.entries(current.per_eur)
      .filter(([currency]) => currency !== 'EUR')
      .map(([currency, perEuro]) => ({ currency, perEuro, day: rateDate(currency, currency, current) }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}

export const ratesQueries = {
  'rates.get': ({ db }) => viewRates(db),
} satisfies Partial<Queries>

export const ratesCommands = (rates: Rates) =>
  ({
    'rates.refresh': () => rates.refresh(),
    'rates.cancelRefresh': () => ({ cancelled: rates.cancel() }),
  }) satisfies Partial<Commands>
