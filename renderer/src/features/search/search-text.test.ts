import { describe, expect, it } from 'vitest'
import { withSearch } from './last-searches.ts'
import { appliedText, commandRank, countText, holdsScopes, searchOf } from './search-text.ts'

describe('the search of a suggestion', () => {
  it.each([
    ['title', 'Data Engineer', 'data eng', 'title:"Data Engineer"'],
    ['title', 'Senior Data Engineer', 'eng data', 'title:"Senior Data Engineer"'],
    ['place', 'London', 'nurse lon', 'nurse place:"London"'],
    ['place', 'Zürich', 'zur', 'place:"Zürich"'],
    ['skill', 'C++', 'c', 'skill:"C++"'],
    ['place', 'London', 'company:acme nurse lon', 'company:acme nurse place:"London"'],
    ['title', 'The "best" job', 'the', 'title:"The  best  job"'],
  ] as const)('%s %s after %s', (kind, text, typed, expected) => {
    expect(searchOf({ kind, text }, typed)).toBe(expected)
  })
})

it.each([
  ['remote:yes', true],
  ['nurse @applied', true],
  ['nurse -company:acme', true],
  ['nurse', false],
  ['c++ @', false],
  ['12:30', false],
])('%s holds scopes: %s', (text, expected) => {
  expect(holdsScopes(text)).toBe(expected)
})

it('says how often and when somebody applied', () => {
  const now = new Date(2026, 10, 21)
  const jobId = 1 as never
  const at = (year: number) => new Date(year, 2, 3, 12).toISOString()
  expect(appliedText(null, now)).toBeNull()
  expect(appliedText({ n: 1, lastAt: at(2026), jobId }, now)).toBe('applied on 3 March')
  expect(appliedText({ n: 2, lastAt: at(2026), jobId }, now)).toBe('applied 2×, last on 3 March')
  expect(appliedText({ n: 2, lastAt: at(2025), jobId }, now)).toBe('applied 2×, last on 3 March 2025')
})

it('counts up to what is counted', () => {
  expect([countText(7, 500), countText(500, 500), countText(1234, 5000)]).toEqual(['7', '500+', '1,234'])
})

describe('commands by words', () => {
  const command = { title: 'Use the dark theme', group: 'View', keywords: 'colour light' }
  it.each([
    ['dark', true],
    ['THEME dark', true],
    ['view dark', true],
    ['col', true],
    ['ark', false],
    ['dark mode', false],
    ['', false],
  ])('%s', (typed, found) => {
    expect(commandRank(command, typed) > 0).toBe(found)
  })
  it('puts what begins so first', () => {
    const other = { title: 'Go to dark places', group: 'Go to' }
    expect(commandRank(command, 'use')).toBeGreaterThan(commandRank({ ...other, keywords: 'use' }, 'use'))
  })
})

it('remembers each search once, the newest first, and few', () => {
  expect(withSearch(['b', 'A'], 'a')).toEqual(['a', 'b'])
  expect(withSearch(['1', '2', '3', '4', '5', '6'], '7')).toHaveLength(6)
})
