import { expect, test } from 'vitest'
import { JobId } from '../../../../main/contract/ids.ts'
import { nextPlace, placeAfter, placeOf } from './board-keys.ts'

test('arrows stay within a column and pass over empty ones', () => {
  const lengths = [2, 0, 5]
  expect(nextPlace('ArrowDown', { column: 0, index: 1 }, lengths)).toEqual({ column: 0, index: 1 })
  expect(nextPlace('k', { column: 0, index: 1 }, lengths)).toEqual({ column: 0, index: 0 })
  expect(nextPlace('ArrowRight', { column: 0, index: 1 }, lengths)).toEqual({ column: 2, index: 1 })
  expect(nextPlace('ArrowLeft', { column: 2, index: 4 }, lengths)).toEqual({ column: 0, index: 1 })
  expect(nextPlace('ArrowRight', { column: 2, index: 4 }, lengths)).toEqual({ column: 2, index: 4 })
  expect(nextPlace('End', { column: 2, index: 0 }, lengths)).toEqual({ column: 2, index: 4 })
  expect(nextPlace('x', { column: 0, index: 0 }, lengths)).toBeNull()
})

test('the place of a card that has gone goes to its successor, or to a column beside', () => {
  expect(placeAfter({ column: 0, index: 1 }, [1, 3])).toEqual({ column: 0, index: 0 })
  expect(placeAfter({ column: 1, index: 2 }, [2, 0, 0])).toEqual({ column: 0, index: 1 })
  expect(placeAfter({ column: 0, index: 0 }, [0, 0])).toBeNull()
})

test('a job is found in its column', () => {
  const columns = [[1], [2, 3]].map(ids => ids.map(id => JobId.parse(id)))
  expect(placeOf(columns, JobId.parse(3))).toEqual({ column: 1, index: 1 })
  expect(placeOf(columns, JobId.parse(9))).toBeNull()
  expect(placeOf(columns, null)).toBeNull()
})
