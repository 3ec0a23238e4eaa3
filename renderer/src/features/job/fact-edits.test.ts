import { describe, expect, test } from 'vitest'
import { draftOf, editsOf, nothingStated, saysTheSame, withEdits } from './fact-edits.ts'
import { fact, view } from './view.fixture.ts'

const draft = draftOf({
  salary_low: 60_000,
  salary_high: 75_000,
  compensation_currency: 'EUR',
  salary_period: 'year',
})

describe('a typed salary', () => {
  test('is said as a whole', () => {
    expect(editsOf('salary', { ...draft, high: 80_000 })).toEqual({
      edits: { salary_low: 60_000, salary_high: 80_000, compensation_currency: 'EUR', salary_period: 'year' },
    })
  })

  test('whose highest amount is below the lowest is refused at the highest', () => {
    expect(editsOf('salary', { ...draft, high: 6_000 })).toMatchObject({
      problem: { field: 'salary_high', message: 'This is below the lowest amount, 60,000.' },
    })
  })

  test('without amounts is not stated, whatever currency was left', () => {
    expect(editsOf('salary', { ...draft, low: null, high: null })).toEqual({
      edits: nothingStated(['salary_low', 'salary_high', 'compensation_currency', 'salary_period']),
    })
  })
})

test('an empty place is not stated, and its country is a code', () => {
  expect(editsOf('place', { ...draft, city: '  Leeds ', country: 'GB' })).toEqual({
    edits: { office_city: 'Leeds', office_province: null, office_country: 'GB' },
  })
})

test('years that end before they begin are refused', () => {
  expect(editsOf('years', { ...draft, yearsLow: 5, yearsHigh: 3 })).toMatchObject({
    problem: { field: 'years_high' },
  })
})

test('what says the same as before is known', () => {
  expect(saysTheSame({ office_city: 'Leeds', office_country: null }, { office_city: 'Leeds' })).toBe(true)
  expect(saysTheSame({ office_city: null }, { office_city: 'Leeds' })).toBe(false)
})

test('a job shows the person’s word before the core has answered', () => {
  const before = view({
    facts: [fact('remote_options', 'onsite', { quote: 'on site' }), fact('job_type', null)],
  })
  const after = withEdits(before, { remote_options: 'remote', education: 'master', skills: [] })
  expect(after.job.remote_options).toBe('remote')
  expect(after.facts[0]).toMatchObject({ value: 'remote', origin: 'manual', quote: null })
  expect(after.facts[1]).toEqual(before.facts[1])
  expect(after.terms.education).toMatchObject({ value: 'master', origin: 'manual' })
  expect(after.skillsOrigin).toBe('manual')
})
