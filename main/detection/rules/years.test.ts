import { describe, expect, test } from 'vitest'
import { readText } from './text.ts'
import { detectYears } from './years.ts'

describe('years of experience', () => {
  const cases: [string, number | null, number | null][] = [
    ['5+ years of experience in Python', 5, null],
    ['3-5 years of experience', 3, 5],
    ['3 to 5 years of professional experience', 3, 5],
    ['At least 3 years experience as a developer', 3, null],
    ['Minimum of 2 years of relevant experience', 2, null],
    ['five years of experience', 5, null],
    ['Five (5) years of experience', 5, null],
    ["5+ years' experience as Python developer", 5, null],
    ['10+ yrs experience', 10, null],
    ['Experience: 5-10 Yrs', 5, 10],
    ['Experience required: 3 years', 3, null],
    ['5 years of Python experience, 2 years of AWS experience', 2, 5],
    ['Mindestens 3 Jahre Berufserfahrung', 3, null],
    ['mehrjährige Erfahrung', null, null],
    ["3 ans d'expérience en développement", 3, null],
    ['3 años de experiencia', 3, null],
    ['3 jaar ervaring met Java', 3, null],
    ['2 anni di esperienza', 2, null],
    ['With 95 years of experience and over 150 locations', null, null],
    ['Our company has 20 years of experience', null, null],
    ['We were founded 12 years ago', null, null],
    ['You must be 18 years old', null, null],
    ['a 2 year contract', null, null],
    ['over the last 5 years we have grown', null, null],
    ['a 4 year degree', null, null],
    ['1 year of paid leave', null, null],
    ['', null, null],
  ]
  test.each(cases)('%s', (text, low, high) => {
    const years = detectYears(readText('description', text))
    expect([years?.low ?? null, years?.high ?? null]).toEqual([low, high])
  })
})
