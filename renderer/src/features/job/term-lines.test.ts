import { expect, test } from 'vitest'
import { NO_TERMS } from '../../../../main/contract/terms.ts'
import { termLines } from './term-lines.ts'

const proof = {
  origin: 'pattern',
  confidence: 0.8,
  quote: 'some words',
  where: 'description',
  start: 0,
} as const

test('terms are lines of words, each with its proof, and those that are not stated are left out', () => {
  const terms = {
    ...NO_TERMS,
    languages: [
      { ...proof, value: { language: 'de', level: 'fluent', required: true } as const },
      { ...proof, value: { language: 'nl', level: null, required: false } },
    ],
    remote_from: [
      { ...proof, value: 'AT' },
      { ...proof, value: 'emea' },
    ],
    offices: [
      { ...proof, value: { city: 'Leeds', province: 'England', country: 'GB' } },
      { ...proof, value: { city: null, province: 'Bavaria', country: 'DE' } },
    ],
  }
  const lines = termLines({ terms })
  expect(lines.map(line => [line.label, line.words.map(word => word.text)])).toEqual([
    ['Languages', ['German (fluent)', 'Dutch (a plus)']],
    ['Remote from', ['Austria', 'Europe, Middle East and Africa']],
    ['Offices', ['Leeds, United Kingdom', 'Bavaria, Germany']],
  ])
  expect(lines[0]?.words[0]?.proof).toMatchObject({ fact: 'Language', quote: 'some words' })
})
