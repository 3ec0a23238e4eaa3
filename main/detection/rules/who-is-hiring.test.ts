import { describe, expect, test } from 'vitest'
import { createDetector } from './detect.ts'

const detect = createDetector({ places: null, skills: null })

const NOTHING = [null, null, null, null]

function factsOf(description: string, board_country: string | null = null) {
  return detect({ title: '', company: '', location_text: '', description, board_country }).facts
}

describe('levels in first lines that leave the noun out', () => {
  test.each([
    ['Kelp Labs | Senior Android | Remote\n\nHello there.', 'senior'],
    ['Kelp Labs | Frontend (Junior) | Remote\n\nHello there.', 'junior'],
    ['Kelp Labs | Principal Security | Remote\n\nHello there.', 'principal'],
    ['Kelp Labs | Android | Remote\n\nYou work with senior people.', null],
  ])('%s', (text, level) => {
    expect(factsOf(text).seniority_level).toBe(level)
  })
})

describe('short words on the kind of employment', () => {
  test.each([
    ['Kelp Labs | Android | Remote | 20-24k PLN B2B\n\nHello there.', 'contract'],
    ['Kelp Labs sells B2B software to shops.', null],
    ['Pay as agreed, 35 hours per week, contract until end of June.', 'contract'],
    ['You take the contract to the customer.', null],
    ['$31-$36/hr. 1099. Start now.', 'contract'],
    ['Pay weekly. Contractor. Own tools.', 'contract'],
    ['You answer to the main contractor.', null],
    ['Start: soon\nContract: 9+ months\nPlace: tbd', 'contract'],
    ['IR35: Outside\nStart: soon', 'contract'],
    ['Contract: 9 customers\nPlace: tbd', null],
    ['Cardiff. Permanent. Free fruit.', 'full-time'],
    ['A permanent home for lost socks.', null],
  ])('%s', (text, type) => {
    expect(factsOf(text).job_type).toBe(type)
  })
})

describe('pay in short', () => {
  test.each([
    ['Kelp Labs | Android | 18L - 26L + stock\n\nHello there.', [1_800_000, 2_600_000, 'INR', 'year']],
    ['Budget: 9 LPA for the right person', [900_000, 900_000, 'INR', 'year']],
    ['The marketing budget: 9 lakhs in total', NOTHING],
    ['Total target cash compensation is $140,000 including bonus.', [140_000, 140_000, 'USD', 'year']],
    ['Kelp Labs | Android | 4,500 USDC/month\n\nHello there.', [4_500, 4_500, 'USD', 'month']],
    ['Perm, hybrid, £38,500', [38_500, 38_500, 'GBP', 'year']],
    ['£38,500, 27 days off, free parking', [38_500, 38_500, 'GBP', 'year']],
    ['Prizes of the day: a car, £38,500, a trip', NOTHING],
    ['Since the fair of last spring and the big storm of the year before, £38,500, all gone', NOTHING],
    ['£31k/£36k', [31_000, 36_000, 'GBP', 'year']],
    ['The firm offers between £31k & £36k', [31_000, 36_000, 'GBP', 'year']],
    ['Up to 5200 EUR + VAT per month', [null, 5_200, 'EUR', 'month']],
    ['Max rate: 48/hr', [null, 48, null, 'hour']],
    ['Budget: $30-$36/hr', [30, 36, 'USD', 'hour']],
    ['Ad budget: $30,000-$36,000', NOTHING],
    ['A bug bounty paying $400 - $4,000', NOTHING],
    ['Have a $900/yr language budget and a $60/mo train pass.', NOTHING],
    ['Losses of $40,000 - $60,000 a year are made good.', NOTHING],
    ['A welcome bonus of $4,000 including taxes.', NOTHING],
  ])('%s', (text, pay) => {
    const { salary_low, salary_high, compensation_currency, salary_period } = factsOf(text)
    expect([salary_low, salary_high, compensation_currency, salary_period]).toEqual(pay)
  })
})
