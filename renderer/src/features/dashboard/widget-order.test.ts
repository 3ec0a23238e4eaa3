import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DASHBOARD_WIDGETS } from '../../../../main/contract/shapes.ts'
import { columnsFor, fullOrder, isPlain, movedTo, PLAIN_ORDER, spansOf, withShown } from './widget-order.ts'

const names = (order: readonly { widget: string }[]) => order.map(one => one.widget)

test('what the settings do not name follows in the order of the app', () => {
  expect(isPlain(fullOrder([]))).toBe(true)
  const order = fullOrder([
    { widget: 'runs', shown: true },
    { widget: 'best', shown: false },
  ])
  expect(names(order).slice(0, 4)).toEqual(['runs', 'best', 'numbers', 'reminders'])
  expect(order).toHaveLength(DASHBOARD_WIDGETS.length)
  expect(isPlain(order)).toBe(false)
})

test('a widget moves to a place, and the others keep their order', () => {
  expect(names(movedTo(PLAIN_ORDER, 'best', 0)).slice(0, 3)).toEqual(['best', 'numbers', 'reminders'])
  expect(names(movedTo(PLAIN_ORDER, 'numbers', 2)).slice(0, 3)).toEqual(['best', 'reminders', 'numbers'])
  expect(names(movedTo(PLAIN_ORDER, 'numbers', 99)).at(-1)).toBe('numbers')
  fc.assert(
    fc.property(fc.constantFrom(...DASHBOARD_WIDGETS), fc.integer({ min: -3, max: 14 }), (widget, at) => {
      const order = movedTo(PLAIN_ORDER, widget, at)
      expect(names(order).toSorted()).toEqual(names(PLAIN_ORDER).toSorted())
      const rest = (all: readonly { widget: string }[]) => names(all).filter(name => name !== widget)
      expect(rest(order)).toEqual(rest(PLAIN_ORDER))
    }),
  )
})

test('a hidden widget keeps its place', () => {
  const order = withShown(PLAIN_ORDER, 'best', false)
  expect(names(order)).toEqual(names(PLAIN_ORDER))
  expect(order.filter(one => !one.shown)).toEqual([{ widget: 'best', shown: false }])
})

test('every row is full, whatever the order and the number of columns', () => {
  const some = fc.shuffledSubarray([...DASHBOARD_WIDGETS])
  fc.assert(
    fc.property(some, fc.integer({ min: 1, max: 5 }), (widgets, columns) => {
      let used = 0
      for (const span of spansOf(widgets, columns)) {
        expect(span).toBeGreaterThan(0)
        expect(used + span).toBeLessThanOrEqual(columns)
        used = (used + span) % columns
      }
      expect(used).toBe(0)
    }),
  )
})

test('the room decides the number of columns', () => {
  expect([20, 50, 76, 110, 220].map(columnsFor)).toEqual([1, 2, 3, 4, 5])
})
