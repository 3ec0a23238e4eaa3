import { describe, expect, test } from 'vitest'
import { DEFAULT_JOB_COLUMNS, JOB_COLUMNS } from '../../../../main/contract/shapes.ts'
import { COLUMNS, fittingColumns, gridOf, moved, sortWord, withTitle } from './columns.ts'

describe('columns that fit', () => {
  test('are all in a wide list, and fewer from the end in a narrower one', () => {
    expect(fittingColumns(JOB_COLUMNS, 200)).toEqual(JOB_COLUMNS)
    const widths = [100, 70, 50, 40, 20, 0]
    const counts = widths.map(width => fittingColumns(DEFAULT_JOB_COLUMNS, width).length)
    expect(counts).toEqual([...counts].sort((a, b) => b - a))
    expect(fittingColumns(DEFAULT_JOB_COLUMNS, 50)).toEqual(DEFAULT_JOB_COLUMNS.slice(0, counts[2]))
    expect(counts.at(-1)).toBe(0)
  })

  test('hold all usual ones at the width of a common window', () => {
    expect(fittingColumns(DEFAULT_JOB_COLUMNS, 62)).toEqual(DEFAULT_JOB_COLUMNS)
  })
})

test('the title stands behind the marks that come first', () => {
  expect(withTitle(['score', 'match', 'company'])).toEqual(['score', 'match', 'title', 'company'])
  expect(withTitle(['company', 'score'])).toEqual(['title', 'company', 'score'])
  expect(withTitle(['score'])).toEqual(['score', 'title'])
  expect(withTitle([])).toEqual(['title'])
  expect(gridOf(['score', 'title'])).toBe('3.5rem minmax(0, 3fr)')
})

test('an entry moves by places and stops at the ends', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b'])
  expect(moved(['a'], 5, 0)).toEqual(['a'])
})

test('a head says which way it sorts', () => {
  expect(sortWord('score', 'score', false)).toBe('descending')
  expect(sortWord('score', 'score', true)).toBe('ascending')
  expect(sortWord('title', 'title', false)).toBe('ascending')
  expect(sortWord('company', 'score', false)).toBe('none')
  expect(sortWord('location', 'score', false)).toBe('none')
})

test('every order that a head asks for belongs to one column', () => {
  const sorts = Object.values(COLUMNS).flatMap(column => column.sort ?? [])
  expect(new Set(sorts).size).toBe(sorts.length)
})
