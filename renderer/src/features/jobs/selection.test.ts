import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingSelected, selectOne, selectRange } from './selection.ts'

const ORDER = [1, 2, 3, 4, 5, 6, 7, 8]
const sorted = (ids: ReadonlySet<number>) => [...ids].sort((a, b) => a - b)

test('a range grows from the row that was touched last, and shrinks again', () => {
  const one = selectOne(nothingSelected<number>(), 3, true)
  const grown = selectRange(one, ORDER, 3, 6)
  expect(sorted(grown.ids)).toEqual([3, 4, 5, 6])
  expect(sorted(selectRange(grown, ORDER, 6, 4).ids)).toEqual([3, 4])
  expect(sorted(selectRange(grown, ORDER, 6, 1).ids)).toEqual([1, 2, 3])
})

test('a range begins at the given row where nothing is selected', () => {
  expect(sorted(selectRange(nothingSelected<number>(), ORDER, 5, 6).ids)).toEqual([5, 6])
})

test('a second range leaves the first, and what is not loaded stays', () => {
  let now = selectRange(nothingSelected<number>(), ORDER, 1, 2)
  now = selectOne(now, 900, true)
  now = selectOne(now, 5, true)
  now = selectRange(now, ORDER, 5, 7)
  expect(sorted(now.ids)).toEqual([1, 2, 5, 6, 7, 900])
})

test('a range always holds both of its ends', () => {
  const id = fc.constantFrom(...ORDER)
  const step = fc.record({ range: fc.boolean(), id, on: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step), id, id, (steps, from, to) => {
      let now = nothingSelected<number>()
      for (const { range, id: at, on } of steps)
        now = range ? selectRange(now, ORDER, at, at) : selectOne(now, at, on)
      const anchor = now.ids.size > 0 && now.anchor !== null ? now.anchor : from
      const next = selectRange(now, ORDER, from, to)
      expect(next.ids.has(to)).toBe(true)
      expect(next.ids.has(anchor)).toBe(true)
    }),
  )
})

test('one row goes in and out', () => {
  const one = selectOne(nothingSelected<number>(), 3, true)
  expect(sorted(one.ids)).toEqual([3])
  expect(sorted(selectOne(one, 3, false).ids)).toEqual([])
})
