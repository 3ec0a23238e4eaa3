import { expect, test } from 'vitest'
import { activeAfter, nextRow } from './list-keys.ts'

test('moves by line, page and end, and stays inside', () => {
  expect(nextRow('j', 0, 10, 4)).toBe(1)
  expect(nextRow('ArrowUp', 0, 10, 4)).toBe(0)
  expect(nextRow('PageDown', 2, 10, 4)).toBe(6)
  expect(nextRow('PageDown', 8, 10, 4)).toBe(9)
  expect(nextRow('End', 0, 10, 4)).toBe(9)
  expect(nextRow('Home', 7, 10, 4)).toBe(0)
  expect(nextRow('x', 3, 10, 4)).toBeNull()
  expect(nextRow('j', 0, 0, 4)).toBeNull()
})

test('the active row follows its key; a removed row hands over to its successor', () => {
  expect(activeAfter(['new', 'a', 'b'], 'b', 1)).toBe(2)
  expect(activeAfter(['a', 'c'], 'b', 1)).toBe(1)
  expect(activeAfter(['a'], 'b', 1)).toBe(0)
  expect(activeAfter([], 'b', 1)).toBe(0)
})
