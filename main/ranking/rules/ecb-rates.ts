import { Parser } from 'htmlparser2'
import type { ExchangeRates } from './rates.ts'

/** Where the European Central Bank puts the reference rates of the last working day. */
export const ECB_DAILY = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'

export const ECB_SOURCE = 'European Central Bank'

/** UTF-16 units; the real answer has less than 2,000. */
const LONGEST = 200_000
/** The bank lists some thirty; an answer with fewer than this is cut off or something else. */
const FEWEST = 10
const NUMBER = /^\d{1,9}(?:\.\d{1,9})?$/

export type EcbReading = { ok: true; rates: ExchangeRates } | { ok: false; reason: string }

/**
 * Reads the daily rates of the European Central Bank (`<Cube time='2025-10-01'><Cube currency='USD' rate='1.1'/>…`).
 * All of it or nothing: an answer with one rate that is no positive number, a currency twice, markup that does not
 * end, declarations of entities, or a day that is none or lies after `today` (YYYY-MM-DD) is refused with the reason
 * in words.
 */
export function readEcbRates(text: string, today: string): EcbReading {
  if (text.length > LONGEST) return refused('It is far longer than a list of rates.')
  const per_eur: Record<string, number> = { EUR: 1 }
  const days: string[] = []
  let problem: string | null = null
  let root: string | null = null
  let ended = false
  const fault = (reason: string) => {
    problem ??= reason
  }
  const takeRate = (currency: string, rate: string) => {
    const value = NUMBER.test(rate) ? Number(rate) : 0
    if (!/^[A-Z]{3}$/.test(currency)) fault('It names a currency that is none.')
    else if (Object.hasOwn(per_eur, currency)) fault(`It has two rates for ${currency}.`)
    else if (value <= 0) fault(`Its rate of ${currency} is not a number above 0.`)
    else per_eur[currency] = value
  }
  const parser = new Parser(
    {
      onopentag(name, { time, currency, rate }) {
        if (root === null) {
          root = name
          if (!/^(?:[\w.-]+:)?Envelope$/.test(name)) fault(NO_LIST)
        }
        if (localName(name) !== 'Cube') return
        if (time !== undefined) days.push(time)
        else if (currency !== undefined || rate !== undefined) takeRate(currency ?? '', rate ?? '')
      },
      onclosetag(name, implied) {
        if (name === root) ended = !implied
      },
      onprocessinginstruction(name) {
        // A DOCTYPE may declare entities; a list of rates needs none.
        if (name.startsWith('!')) fault(NO_LIST)
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  parser.end(text.replace(/^\uFEFF/, ''))
  const [day = ''] = days
  if (root === null || problem === NO_LIST) return refused(NO_LIST)
  if (!ended) return refused('It ends in the middle.')
  if (problem !== null) return refused(problem)
  if (days.length !== 1 || !isDay(day)) return refused('It does not say which day it is of.')
  if (day > today)
    return refused(`It is of ${day}, a day that is still to come by the clock of this computer.`)
  if (Object.keys(per_eur).length < FEWEST) return refused('It has too few currencies.')
  return { ok: true, rates: { date: day, source: ECB_SOURCE, per_eur } }
}

const NO_LIST = 'It is not a list of exchange rates.'

const refused = (reason: string): EcbReading => ({ ok: false, reason })

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A day of the calendar, YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
