import { describe, expect, test } from 'vitest'
import { createDetector } from '../detect.ts'

const detect = createDetector({ places: null, skills: null })

type Expected = [low: number | null, high: number | null, currency: string | null, period: string | null]

function payOf(text: string, country: string): Expected {
  const { facts } = detect({
    title: '',
    company: '',
    location_text: '',
    description: `A small team with much to do.\n\n${text}\n\nWrite to us.`,
    board_country: country,
  })
  return [facts.salary_low, facts.salary_high, facts.compensation_currency, facts.salary_period]
}

const NOTHING: Expected = [null, null, null, null]

describe('what comes on top of pay does not hide it', () => {
  const cases: [string, string, Expected][] = [
    ['£31k plus tips', 'GB', [31_000, 31_000, 'GBP', 'year']],
    ['£36,000 plus overtime', 'GB', [36_000, 36_000, 'GBP', 'year']],
    ['£90k - £105k plus growth shares. 27 days off', 'GB', [90_000, 105_000, 'GBP', 'year']],
    ['£15.20 per hour plus holiday pay', 'GB', [15.2, 15.2, 'GBP', 'hour']],
    ['£720 per week guaranteed (4 days), nights away at £25 each', 'GB', [720, 720, 'GBP', 'week']],
    ['£610 a week, paid on Thursdays', 'GB', [610, 610, 'GBP', 'week']],
    ['£540pw', 'GB', [540, 540, 'GBP', 'week']],
    ['A basic of £24,500 with uncapped commission', 'GB', [24_500, 24_500, 'GBP', 'year']],
    ['Negotiable around £64k for the right person', 'GB', [64_000, 64_000, 'GBP', 'year']],
    ['To £48k with van', 'GB', [null, 48_000, 'GBP', 'year']],
    ['$61,000 to start', 'US', [61_000, 61_000, 'USD', 'year']],
    ['$2,100 weekly guaranteed', 'US', [2_100, 2_100, 'USD', 'week']],
    ['from 52.000 € plus 13th salary', 'DE', [52_000, null, 'EUR', 'year']],
    ['Rs 22000 to 26000 per month in hand', 'IN', [22_000, 26_000, 'INR', 'month']],
    ['Salary: 5 - 9 L.P.A', 'IN', [500_000, 900_000, 'INR', 'year']],
    ['Willow House Care Home\n£12.60 - £13.05 per hour', 'GB', [12.6, 13.05, 'GBP', 'hour']],
  ]
  test.each(cases)('%s', (text, country, expected) => {
    expect(payOf(text, country)).toEqual(expected)
  })
})

describe('the same pay told twice counts once', () => {
  const cases: [string, Expected][] = [
    ['£25,350 (£13 per hour)', [25_350, 25_350, 'GBP', 'year']],
    ['£13.50 per hour (£26,325 a year)', [13.5, 13.5, 'GBP', 'hour']],
    ['£22,000-£24,000 FTE (actual £13,200-£14,400)', [22_000, 24_000, 'GBP', 'year']],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text, 'GB')).toEqual(expected)
  })
})

describe('ages and counts beside pay are no pay', () => {
  const cases: [string, Expected][] = [
    ['Pay: £12.30 per hour (age 21+), £10.10 per hour (18-20)', [10.1, 12.3, 'GBP', 'hour']],
    ['Hourly rate: £11.70 (18-20), £12.45 (21 and over)', [11.7, 12.45, 'GBP', 'hour']],
    ['Has led people in a B2B software company of 30-80', NOTHING],
    ['Recommend a colleague and earn £300', NOTHING],
    ['On-call pay of £5 per hour', NOTHING],
    ['The power bill is £14k a month', NOTHING],
    ['The plan covers £1,400 per year of glasses', NOTHING],
  ]
  test.each(cases)('%s', (text, expected) => {
    expect(payOf(text, 'GB')).toEqual(expected)
  })
})

describe('steps, tenths of a cent and waiting pay', () => {
  const cases: [string, string, Expected][] = [
    ['Hourly rate: Step 2 $17.80 - Step 6 $21.15', 'US', [17.8, 21.15, 'USD', 'hour']],
    ['Hiring rate: $22.750', 'US', [22.75, 22.75, 'USD', 'hour']],
    ['Wage $18.105 - $23.662 per hour', 'US', [18.105, 23.662, 'USD', 'hour']],
    ['Wage $48.000 - $53.500 per year', 'US', [48_000, 53_500, 'USD', 'year']],
    [
      'We pay 58 cpm, average earnings $78,000 a year, detention $25 per hour',
      'US',
      [78_000, 78_000, 'USD', 'year'],
    ],
    ['$31.0462 - $38.9917/hour', 'US', [31.0462, 38.9917, 'USD', 'hour']],
    ['Salary: P21,000 - P25,500 per month', 'PH', [21_000, 25_500, 'PHP', 'month']],
    ['See p 12,340 of the pay book', 'PH', NOTHING],
    ['Salary: NJC SCP 9-14 (£26,400 - £28,600)', 'GB', [26_400, 28_600, 'GBP', 'year']],
    ['Salary: Band 4, points 12 to 17', 'GB', NOTHING],
    ['Pay range: 15.20 - 17.80 per hour', 'GB', [15.2, 17.8, 'GBP', 'hour']],
    ['£51,000 - £56,000 pa. A charity with income of £2.6m', 'GB', [51_000, 56_000, 'GBP', 'year']],
    ['Pay: $135 full day, $70 half day', 'US', [70, 135, 'USD', 'day']],
    ['13,10 € + Trinkgeld', 'DE', [13.1, 13.1, 'EUR', 'hour']],
    ['£12.95 per hour, sleep-ins £62.40', 'GB', [12.95, 12.95, 'GBP', 'hour']],
    ['Gehalt: 2.900 € bis 3.300 € monatlich', 'DE', [2_900, 3_300, 'EUR', 'month']],
  ]
  test.each(cases)('%s', (text, country, expected) => {
    expect(payOf(text, country)).toEqual(expected)
  })
})
