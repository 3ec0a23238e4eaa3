import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ECB_SOURCE, readEcbRates } from './ecb-rates.ts'

const DAILY = readFileSync(
  new URL('../../../tests/fixtures/ecb/daily.xml', import.meta.url),
  'utf8',
).replaceAll('\r\n', '\n')
const TODAY = '2026-03-02'

const reasonOf = (text: string, today = TODAY) => {
  const reading = readEcbRates(text, today)
  return reading.ok ? null : reading.reason
}

it('reads the day and every rate of the bank', () => {
  expect(readEcbRates(DAILY, TODAY)).toEqual({
    ok: true,
    rates: {
      date: '2026-02-27',
      source: ECB_SOURCE,
      per_eur: {
        ...{
          EUR: 1,
          USD: 1.1523,
          JPY: 178.91,
          CZK: 24.187,
          DKK: 7.4676,
          GBP: 0.87905,
          HUF: 383.15,
          PLN: 4.2318,
        },
        ...{ RON: 5.0912, SEK: 10.987, CHF: 0.9312, ISK: 146.4, NOK: 11.7655, TRY: 51.2204, AUD: 1.7712 },
        ...{ BRL: 6.1845, CAD: 1.619, CNY: 8.1977, HKD: 8.9645, IDR: 19284.33, ILS: 3.741, INR: 102.7715 },
        ...{ KRW: 1694.28, MXN: 21.0834, MYR: 4.7721, NZD: 2.0466, PHP: 67.905, SGD: 1.5021, THB: 37.318 },
        ZAR: 19.8743,
      },
    },
  })
})

it.each([
  ['double quotes and Windows lines', DAILY.replaceAll("'", '"').replaceAll('\n', '\r\n')],
  [
    'a mark of byte order, comments and other members',
    `\uFEFF${DAILY.replace('<Cube>', '<!-- <Cube currency="XXX" rate="1"/> --><other/><Cube>')}`,
  ],
  ['another prefix', DAILY.replaceAll('gesmes:', 'g:')],
])('takes %s', (_name, text) => {
  expect(readEcbRates(text, TODAY)).toEqual(readEcbRates(DAILY, TODAY))
})

it.each([
  ['nothing', '', 'not a list'],
  ['words', 'The bank is closed today.', 'not a list'],
  ['JSON', '{"USD": 1.1}', 'not a list'],
  ['a page', `<!DOCTYPE html><html><body>${DAILY}</body></html>`, 'not a list'],
  ['another root', DAILY.replaceAll('gesmes:Envelope', 'rss'), 'not a list'],
  [
    'declared entities',
    DAILY.replace('<gesmes:Envelope', '<!DOCTYPE a [<!ENTITY b "9">]><gesmes:Envelope'),
    'not a list',
  ],
  ['an end in the middle', DAILY.slice(0, 900), 'in the middle'],
  ['a missing end', DAILY.replace('</gesmes:Envelope>', ''), 'in the middle'],
  ['a rate of 0', DAILY.replace("'1.1523'", "'0'"), 'rate of USD'],
  ['a negative rate', DAILY.replace("'1.1523'", "'-1.1523'"), 'rate of USD'],
  ['a rate in words', DAILY.replace("'1.1523'", "'N/A'"), 'rate of USD'],
  ['a rate without end', DAILY.replace("'1.1523'", "'Infinity'"), 'rate of USD'],
  ['a rate with a comma', DAILY.replace("'1.1523'", "'1,1523'"), 'rate of USD'],
  ['a rate as a power', DAILY.replace("'1.1523'", "'1e9'"), 'rate of USD'],
  ['an entity in a rate', DAILY.replace("'1.1523'", "'&b;'"), 'rate of USD'],
  ['no rate', DAILY.replace(" rate='1.1523'", ''), 'rate of USD'],
  ['no currency', DAILY.replace("currency='USD' ", ''), 'names a currency'],
  ['a currency that is none', DAILY.replace("'USD'", "'__proto__'"), 'names a currency'],
  ['a currency twice', DAILY.replace("'JPY'", "'USD'"), 'two rates for USD'],
  ['a rate of the euro', DAILY.replace("'JPY'", "'EUR'"), 'two rates for EUR'],
  ['no day', DAILY.replace("time='2026-02-27'", ''), 'which day'],
  ['a day that is none', DAILY.replace('2026-02-27', '2026-02-30'), 'which day'],
  ['a day in words', DAILY.replace('2026-02-27', 'Friday'), 'which day'],
  ['two days', DAILY.replace('\t</Cube>', "<Cube time='2026-02-26'></Cube></Cube>"), 'which day'],
  ['few currencies', DAILY.replace(/\t\t\t<Cube currency='[B-Z].*\n/g, ''), 'too few'],
  ['10 MB', DAILY + ' '.repeat(10_000_000), 'far longer'],
])('refuses %s in words', (_name, text, words) => {
  expect(reasonOf(text)).toContain(words)
})

it('takes a day up to today and none that is still to come', () => {
  expect(reasonOf(DAILY, '2026-02-27')).toBeNull()
  expect(reasonOf(DAILY, '2026-02-26')).toContain('still to come')
})

it('answers whatever text comes, and no rate that is not a number above 0', () => {
  const piece = fc.constantFrom(
    "<Cube time='2026-02-27'>",
    "<Cube currency='USD' rate='2'/>",
    '</Cube>',
    '<![CDATA[',
    '<!--',
    "'",
    '&',
  )
  const damaged = fc
    .array(fc.tuple(fc.nat(DAILY.length), fc.nat(40), fc.oneof(piece, fc.string({ maxLength: 8 }))), {
      maxLength: 4,
    })
    .map(changes =>
      changes.reduce((text, [at, gone, come]) => text.slice(0, at) + come + text.slice(at + gone), DAILY),
    )
  fc.assert(
    fc.property(damaged, text => {
      const reading = readEcbRates(text, TODAY)
      if (!reading.ok) return reading.reason !== ''
      return Object.values(reading.rates.per_eur).every(rate => Number.isFinite(rate) && rate > 0)
    }),
    { numRuns: 300 },
  )
})
