import { z } from 'zod'
import type { Db } from '../platform/db/connection.ts'
import { type ExchangeRates, mergedRates, SHIPPED_RATES } from './rules/rates.ts'

/** The SQL of exchange rates. One row holds those that were fetched; without it the shipped ones count. */

const Data = z.object({
  per_eur: z.record(z.string(), z.number()),
  older: z.record(z.string(), z.string()),
})

interface FetchedRates {
  rates: ExchangeRates
  /** ISO 8601 instant. */
  fetchedAt: string
}

/** The rates that were fetched last; null: none, or they cannot be read any more. */
export function fetchedRates(db: Db): FetchedRates | null {
  const row = db
    .sql<{ day: string; source: string; data: string; fetched_at: string }>(
      'SELECT day, source, data, fetched_at FROM exchange_rates WHERE id = 1',
    )
    .first()
  if (!row) return null
  try {
    const data = Data.parse(JSON.parse(row.data))
    return { rates: { date: row.day, source: row.source, ...data }, fetchedAt: row.fetched_at }
  } catch {
    return null
  }
}

/** The rates that count now: of each currency the newest of those that were fetched and those that are shipped. */
export function currentRates(db: Db): ExchangeRates {
  const fetched = fetchedRates(db)
  return fetched ? mergedRates(fetched.rates, SHIPPED_RATES) : SHIPPED_RATES
}

/** Keeps fetched rates; expects an open transaction. Currencies that only earlier ones name are kept with their day. */
export function saveRates(db: Db, rates: ExchangeRates, at: string): void {
  const before = fetchedRates(db)
  const { date, source, per_eur, older = {} } = before ? mergedRates(rates, before.rates) : rates
  db.sql(
    `INSERT INTO exchange_rates (id, day, source, data, fetched_at) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET day = excluded.day, source = excluded.source, data = excluded.data,
       fetched_at = excluded.fetched_at`,
  ).run(date, source, JSON.stringify({ per_eur, older }), at)
}
