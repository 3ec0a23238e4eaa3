import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCountry } from './countries.ts'
import {
  readAmount,
  readCompanySize,
  readCurrency,
  readJobType,
  readPeriod,
  readRemote,
  readSeniority,
  readUrl,
} from './values.ts'

describe('readAmount', () => {
  it.each([
    [45000, 45000],
    ['45000', 45000],
    ['£45,000', 45000],
    ['45.000 EUR', 45000],
    ['45 000 €', 45000],
    ["CHF 120'000", 120000],
    ['45k', 45000],
    ['$52.5K', 52500],
    ['1,20,000', 120000],
    ['12.5 LPA', 1250000],
    ['$50.50', 50.5],
    ['50,5', 50.5],
    ['1.234.567,89', 1234567.89],
    ['115000.00', 115000],
    ['€450 per day', 450],
  ])('reads %s', (written, amount) => {
    expect(readAmount(written)).toBe(amount)
  })

  it.each([0, -1, '0', '0.00', '', 'competitive', '45k - 60k', 'N/A', null, Number.NaN, {}])(
    'leaves %s out',
    value => {
      expect(readAmount(value)).toBeNull()
    },
  )

  it('gives back every whole amount in the usual notations', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9_999_999 }), amount => {
        const grouped = amount.toLocaleString('en-US')
        expect(readAmount(grouped)).toBe(amount)
        expect(readAmount(grouped.replaceAll(',', '.'))).toBe(amount)
        expect(readAmount(`${amount}.00`)).toBe(amount)
        expect(readAmount(`€ ${grouped.replaceAll(',', ' ')}`)).toBe(amount)
      }),
    )
  })
})

describe('readJobType', () => {
  it.each([
    [['Full Time'], 'full-time'],
    [['FULLTIME'], 'full-time'],
    [['fullTime'], 'full-time'],
    [['full_time', 'permanent'], 'full-time'],
    [['permanent'], 'full-time'],
    [['Permanent contract'], 'full-time'],
    [['part_time', 'permanent'], 'part-time'],
    [['full_time', 'contract'], 'contract'],
    [['CONTRACTOR'], 'contract'],
    [['Freelance'], 'contract'],
    [['fulltime_permanent'], 'full-time'],
    [['INTERN'], 'internship'],
    [['Praktikum'], 'internship'],
    [['Temporary'], 'temporary'],
    [['Fixed-term'], 'temporary'],
    [['befristet', 'Vollzeit'], 'temporary'],
    [['Unbefristet'], 'full-time'],
    [['Teilzeit'], 'part-time'],
    [['OTHER'], null],
    [['external'], null],
    [[], null],
  ])('reads %j as %s', (written, type) => {
    expect(readJobType(written)).toBe(type)
  })
})

describe('readRemote', () => {
  it.each([
    ['Remote', 'remote', 'remote'],
    ['fully remote', 'type', 'remote'],
    ['TELECOMMUTE', 'jobLocationType', 'remote'],
    [true, 'isRemote', 'remote'],
    [true, 'hybrid', 'hybrid'],
    [true, 'on_site', 'onsite'],
    ['yes', 'remote', 'remote'],
    ['1', 'remote_allowed', 'remote'],
    ['on-site', 'workplaceType', 'onsite'],
    ['On_Site', 'workplace', 'onsite'],
    ['Hybrid', 'workplaceType', 'hybrid'],
    ['2 days remote (hybrid)', 'remote', 'hybrid'],
    [false, 'remote', null],
    ['no', 'remote', null],
    ['unspecified', 'workplaceType', null],
    ['Remote or on-site', 'x', null],
    ['Not remote', 'x', null],
  ])('reads %s in a column %s as %s', (value, column, option) => {
    expect(readRemote(value, column)).toBe(option)
  })
})

describe('readSeniority', () => {
  it.each([
    ['Senior', 'senior'],
    ['senior_manager', 'manager'],
    ['Mid-level', 'mid'],
    ['mid_level', 'mid'],
    ['Entry level', 'junior'],
    ['Internship', 'intern'],
    ['Director', 'director'],
    ['Staff', 'principal'],
    ['Mid-Senior level', null],
    ['Not Applicable', null],
    ['Any', null],
    ['5 years', null],
  ])('reads %s as %s', (written, level) => {
    expect(readSeniority(written)).toBe(level)
  })
})

describe('readPeriod', () => {
  it.each([
    ['YEAR', 'year'],
    ['annually', 'year'],
    ['per-year-salary', 'year'],
    ['PA', 'year'],
    ['HOUR', 'hour'],
    ['per hour', 'hour'],
    ['daily', 'day'],
    ['weekly', 'week'],
    ['month', 'month'],
    ['Monat', 'month'],
    ['bi-weekly', null],
    ['', null],
  ])('reads %s as %s', (written, period) => {
    expect(readPeriod(written)).toBe(period)
  })
})

it.each([
  ['gbp', 'GBP'],
  ['£45,000', 'GBP'],
  ['45.000 EUR', 'EUR'],
  ['US$ 20', 'USD'],
  ['CA$90k', 'CAD'],
  ['A$120k', 'AUD'],
  ['₹12 LPA', 'INR'],
  ['$90k', null],
  ['', null],
])('currency of %s is %s', (written, code) => {
  expect(readCurrency(written)).toBe(code)
})

it.each([
  ['51-200 employees', '51-200'],
  ['51 to 200 Employees', '51-200'],
  ['1,001-5,000', '1001-5000'],
  ['10,000+', '10001+'],
  ['10001+', '10001+'],
  ['5k-10k', null],
  ['350', '201-500'],
  [7, '1-10'],
  ['1 to 50', null],
  ['Series B', null],
])('company size of %s is %s', (written, size) => {
  expect(readCompanySize(written)).toBe(size)
})

it.each([
  ['GB', 'GB'],
  ['uk', 'GB'],
  ['United Kingdom', 'GB'],
  ['Deutschland', 'DE'],
  ['España', 'ES'],
  ['fr', 'FR'],
  ['USA', 'US'],
  ['United States of America', 'US'],
  ['India', 'IN'],
  ['European Union', null],
  ['Anywhere', null],
  ['ZZ', null],
])('country of %s is %s', (written, code) => {
  expect(readCountry(written)).toBe(code)
})

it.each([
  ['https://example.com/jobs/1?x=2', 'https://example.com/jobs/1?x=2'],
  ['www.example.com/jobs', 'https://www.example.com/jobs'],
  ['example.com', 'https://example.com'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['see below', null],
  ['', null],
])('address of %s is %s', (written, url) => {
  expect(readUrl(written)).toBe(url)
})
