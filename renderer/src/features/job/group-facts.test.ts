import { describe, expect, test } from 'vitest'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { NO_TERMS } from '../../../../main/contract/terms.ts'
import { groupFacts, isLessSure } from './group-facts.ts'
import { fact, view } from './view.fixture.ts'

const line = (of: JobView, key: string) => groupFacts(of).find(one => one.key === key)

describe('the lines of the facts', () => {
  test('say a salary in one sentence, with one proof for parts read in the same words', () => {
    const proof = { quote: '£450–500 per day', where: 'description', start: 12 }
    const salary = line(
      view(
        {
          facts: [
            fact('salary_low', 450, proof),
            fact('salary_high', 500, proof),
            fact('compensation_currency', 'GBP', proof),
            fact('salary_period', 'day', proof),
          ],
          salaryYearLow: 117_000,
          salaryYearHigh: 130_000,
        },
        { salary_low: 450, salary_high: 500, compensation_currency: 'GBP', salary_period: 'day' },
      ),
      'salary',
    )
    expect(salary).toMatchObject({ text: '£450–500 a day', aside: 'about £117,000 to £130,000 a year' })
    expect(salary?.proofs.map(one => one.fact)).toEqual(['Salary from, salary to, currency, salary period'])
  })

  test('show the same words once, also where they tell two things', () => {
    const leeds = { quote: 'Leeds', where: 'location', start: 0 }
    const place = line(
      view({
        facts: [
          fact('office_city', 'Leeds', { ...leeds, confidence: 0.95 }),
          fact('office_province', 'England', { ...leeds, confidence: 0.8, note: 'Leeds is in England.' }),
        ],
      }),
      'place',
    )
    expect(place?.proofs).toMatchObject([{ quote: 'Leeds', confidence: 0.8, note: 'Leeds is in England.' }])
  })

  test('fall back on the words of the pay', () => {
    expect(line(view({ salaryWords: 'competitive' }), 'salary')?.text).toBe('competitive')
  })

  test('are null where the posting is silent', () => {
    const silent = line(view({ facts: [fact('remote_options', null)] }), 'remote')
    expect(silent).toMatchObject({ text: null, proofs: [] })
  })

  test('name countries and closed words as people read them', () => {
    const facts = [fact('office_city', 'Leeds'), fact('office_country', 'GB'), fact('seniority_level', 'mid')]
    expect(line(view({ facts }), 'place')?.text).toBe('Leeds, United Kingdom')
    expect(line(view({ facts }), 'seniority')?.text).toBe('Mid-level')
  })

  test.each([
    [3, 5, '3–5 years'],
    [3, null, '3 years or more'],
    [null, 1, 'up to 1 year'],
    [2, 2, '2 years'],
  ])('say experience from %s to %s as %s', (low, high, text) => {
    expect(line(view({ facts: [fact('years_low', low), fact('years_high', high)] }), 'years')?.text).toBe(
      text,
    )
  })

  test('take education and sponsorship from the terms', () => {
    const proof = {
      origin: 'pattern',
      confidence: 0.9,
      quote: 'BSc required',
      where: 'description',
      start: 4,
    } as const
    const of = view({ terms: { ...NO_TERMS, education: { ...proof, value: 'bachelor' } } })
    expect(line(of, 'education')).toMatchObject({
      text: 'Bachelor’s degree',
      proofs: [{ quote: 'BSc required' }],
    })
    expect(line(of, 'visa')).toMatchObject({ text: null, proofs: [], saidNothing: false })
  })

  test('tell what the person says is not stated from what nobody knows', () => {
    const said = line(view({ facts: [fact('remote_options', null, { origin: 'manual' })] }), 'remote')
    expect(said).toMatchObject({ text: null, saidNothing: true, byHand: ['remote_options'] })
    expect(said?.proofs).toMatchObject([{ origin: 'manual' }])
  })

  test('keep the words of the pay away from what the person says', () => {
    const said = line(
      view({ salaryWords: 'competitive', facts: [fact('salary_low', null, { origin: 'manual' })] }),
      'salary',
    )
    expect(said).toMatchObject({ text: null, saidNothing: true })
  })

  test('say what lost, origin by origin, and how it can be taken', () => {
    const lost = (value: string | number, more = {}) => ({ ...fact('', value), ...more })
    const remote = line(
      view({
        facts: [
          fact('remote_options', 'remote', {
            others: [lost('onsite', { origin: 'structured', quote: 'workplace: on-site' })],
          }),
        ],
      }),
      'remote',
    )
    expect(remote?.others).toMatchObject([
      {
        words: 'The source’s own field says On site',
        proof: { quote: 'workplace: on-site' },
        edits: { remote_options: 'onsite' },
      },
    ])
    const salary = line(
      view({
        facts: [
          fact('salary_low', 70_000, { origin: 'manual', others: [lost(60_000)] }),
          fact('salary_high', 80_000, { origin: 'manual' }),
          fact('compensation_currency', 'EUR'),
          fact('salary_period', 'year'),
        ],
      }),
      'salary',
    )
    expect(salary?.others.map(other => other.words)).toEqual(['The text says €60,000–80,000 a year'])
  })
})

test.each([
  ['pattern', 0.5, true],
  ['pattern', 0.9, false],
  ['manual', 0.1, false],
  ['structured', null, false],
] as const)('%s at %s is less sure: %s', (origin, confidence, less) => {
  expect(isLessSure({ origin, confidence })).toBe(less)
})
