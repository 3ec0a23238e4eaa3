import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANY_JOB, JobFilter } from '../../contract/job-filter.ts'
import { JOB_STATUSES, JOB_TYPES, REMOTE_OPTIONS, SENIORITY_LEVELS } from '../../contract/values.ts'
import { type ReadHelp, readFilterText, type WriteHelp, writeFilterText } from './filter-text.ts'

/** Everything has an id up to 900; the first have names, some of them awkward. */
const NAMES = ['Ardent Systems Ltd', 'Bread, Sons & "Co"', 'München', 'a:b', '@applied', 'is:open']
const help: ReadHelp & WriteHelp = {
  now: '2026-11-21T12:00:30.000Z',
  dayOf: instant => instant.slice(0, 10),
  startOfDay: day => (Number.isNaN(Date.parse(day)) ? null : `${day}T00:00:00.000Z`),
  currency: 'GBP',
  find(_, name) {
    const id = /^#(\d+)$/.exec(name)?.[1]
    if (id !== undefined) return Number(id) <= 900 ? [Number(id)] : []
    const at = NAMES.indexOf(name)
    return at < 0 ? [] : [at + 1]
  },
  nameOf: (_, id) => NAMES[id - 1] ?? `#${id}`,
}
const read = (text: string) => readFilterText(text, help)
/** The parts of a filter that narrow something. */
const parts = (text: string) => {
  const { filter } = read(text)
  const plain: Record<string, unknown> = { ...ANY_JOB }
  return Object.fromEntries(
    Object.entries(filter).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(plain[name])),
  )
}

describe('reading a filter', () => {
  it.each([
    ['', {}],
    ['data engineer', { text: 'data engineer' }],
    ['data engineer ', { text: 'data engineer ' }],
    ['@applied', { statuses: ['applied'] }],
    ['@Interview @offer nurse', { statuses: ['interview', 'offer'], text: 'nurse' }],
    ['@nobody nurse', { text: '@nobody nurse' }],
    ['remote:yes', { remote: ['remote'] }],
    ['REMOTE:Hybrid,unstated', { remote: ['hybrid', 'unstated'] }],
    ['remote:banana', { text: 'remote:banana' }],
    ['remote:', { text: 'remote:' }],
    ['-remote:yes nurse', { text: '-remote:yes nurse' }],
    ['type:fulltime type:contract', { jobTypes: ['full-time', 'contract'] }],
    ['level:senior,lead', { levels: ['senior', 'lead'] }],
    ['country:GB', { countries: ['GB'] }],
    ['country:uk,germany,"United States"', { countries: ['GB', 'DE', 'US'] }],
    ['city:"New York",leeds', { cities: ['New York', 'leeds'] }],
    ['city:"Washington, DC"', { cities: ['Washington, DC'] }],
    ['salary:>80000eur', { salary: { low: 80_000, high: null, currency: 'EUR', unstated: false } }],
    ['salary:80k-100k usd', { salary: { low: 80_000, high: 100_000, currency: 'USD', unstated: false } }],
    ['salary:80-100k', { salary: { low: 80_000, high: 100_000, currency: 'GBP', unstated: false } }],
    ['salary:<£60,000', { salary: { low: null, high: 60_000, currency: 'GBP', unstated: false } }],
    [
      'salary:$1.5m nurse',
      { salary: { low: 1_500_000, high: null, currency: 'USD', unstated: false }, text: 'nurse' },
    ],
    [
      'salary:90k the',
      { salary: { low: 90_000, high: null, currency: 'GBP', unstated: false }, text: 'the' },
    ],
    ['salary:>80.000eur,unstated', { salary: { low: 80_000, high: null, currency: 'EUR', unstated: true } }],
    ['salary:lots', { text: 'salary:lots' }],
    ['salary:99999999999', { text: 'salary:99999999999' }],
    ['found:7d', { foundSince: '2026-11-14T12:00:00.000Z' }],
    ['found:>2026-10-01', { foundSince: '2026-10-01T00:00:00.000Z' }],
    ['found:<2026-10-01', { foundUntil: '2026-10-01T00:00:00.000Z' }],
    ['found:2026-10-01', { foundSince: '2026-10-01T00:00:00.000Z', foundUntil: '2026-10-02T00:00:00.000Z' }],
    ['found:today', { foundSince: '2026-11-21T00:00:00.000Z', foundUntil: '2026-11-22T00:00:00.000Z' }],
    ['found:soon', { text: 'found:soon' }],
    ['found:>2026-13-45', { text: 'found:>2026-13-45' }],
    ['posted:30d', { postedSince: '2026-10-22T12:00:00.000Z' }],
    ['posted:<2026-10-01', { text: 'posted:<2026-10-01' }],
    ['is:favourite is:unread,open,hidden', { favourite: true, unread: true, open: true, ineligible: true }],
    ['is:nice', { text: 'is:nice' }],
    ['score:>70 match:60', { minScore: 70, minMatch: 60 }],
    ['score:>170', { text: 'score:>170' }],
    ['at:"Ardent Systems Ltd"', { companyIds: [1] }],
    ['only:#7 source:#8 foundby:#9,#10', { companyId: 7, sourceIds: [8], foundBy: [9, 10] }],
    ['company:acme title:"data engineer"', { text: 'company:acme title:"data engineer"' }],
    ['nurse company:acme remote:yes ', { text: 'nurse company:acme ', remote: ['remote'] }],
    ['text:"remote:yes"', { text: 'remote:yes' }],
    ['constructor:x __proto__:y', { text: 'constructor:x __proto__:y' }],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it('tells what names nothing known', () => {
    expect(read('campaign:Nothing nurse source:"no one"')).toEqual({
      filter: { ...ANY_JOB, text: 'nurse' },
      ignored: ['campaign:Nothing', 'source:"no one"'],
    })
  })

  it('never fails, whatever is written', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        'salary:',
        '>80k',
        'usd',
        'city:"',
        '""',
        'found:',
        '9999y',
        '@',
        'at:#',
        'is:',
        ',',
        ' ',
        'score:',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
        expect(JobFilter.safeParse(read(pieces.join('')).filter).success).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
  it.each([
    '"'.repeat(10_000),
    'city:'.repeat(2_000),
    'at:#1,'.repeat(1_600),
    '-'.repeat(10_000),
    'city:"a'.repeat(1_400),
  ])('takes ten thousand characters (%#)', text => {
    expect(JobFilter.safeParse(read(text).filter).success).toBe(true)
  })
})

const ids = (max: number) => fc.uniqueArray(fc.integer({ min: 1, max }), { maxLength: 5 })
const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 4 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(date => date.toISOString())
const awkward = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom('remote:yes', '@applied', '"', ' ', '-', 'text:', 'usd', 'company:a', '\n', ',', 'x'),
      {
        maxLength: 8,
      },
    )
    .map(pieces => pieces.join('')),
)
const yearly = maybe(fc.integer({ min: 0, max: 1_000_000_000 }))
const filters = fc.record({
  campaignId: maybe(fc.integer({ min: 1, max: 900 })),
  statuses: some(JOB_STATUSES),
  favourite: fc.boolean(),
  ineligible: fc.boolean(),
  companyId: maybe(fc.integer({ min: 1, max: 900 })),
  text: awkward,
  foundSince: maybe(instant),
  foundUntil: maybe(instant),
  postedSince: maybe(instant),
  companyIds: ids(900),
  sourceIds: ids(900),
  foundBy: ids(900),
  remote: some([...REMOTE_OPTIONS, 'unstated']),
  jobTypes: some([...JOB_TYPES, 'unstated']),
  levels: some([...SENIORITY_LEVELS, 'unstated']),
  countries: some(['GB', 'DE', 'US', 'FR', 'unstated']),
  cities: fc.uniqueArray(
    awkward.map(city => city.trim()).filter(city => city !== ''),
    { maxLength: 3 },
  ),
  salary: maybe(
    fc.record({
      low: yearly,
      high: yearly,
      currency: fc.constantFrom('EUR', 'USD', 'GBP', 'XQZ'),
      unstated: fc.boolean(),
    }),
  ),
  minScore: maybe(fc.integer({ min: 0, max: 100 })),
  minMatch: maybe(fc.integer({ min: 0, max: 100 })),
  unread: fc.boolean(),
  open: fc.boolean(),
})

describe('writing a filter', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(filters, input => {
        const filter = JobFilter.parse(input)
        expect(read(writeFilterText(filter, help))).toEqual({ filter, ignored: [] })
      }),
      { numRuns: 300 },
    )
  })
  it('is short and to be read by people', () => {
    const { filter } = read(
      '@applied remote:yes salary:>100kusd at:"Ardent Systems Ltd" is:open data engineer',
    )
    expect(writeFilterText(filter, help)).toBe(
      '@applied at:"Ardent Systems Ltd" remote:remote salary:>100000USD is:open data engineer',
    )
  })
})
