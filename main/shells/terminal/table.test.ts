import { expect, it } from 'vitest'
import { printable, table } from './table.ts'

it('stands in columns as wide as they need, numbers at the right', () => {
  const rows = [
    { name: 'Beans', jobs: 1 },
    { name: 'A company with a long name', jobs: 12_000 },
  ]
  const lines = table(rows, [
    { head: 'Company', of: row => row.name, most: 12 },
    { head: 'Jobs', of: row => String(row.jobs), right: true },
    { head: '', of: () => '' },
  ])
  expect(lines).toEqual(['Company        Jobs', 'Beans             1', 'A company w…  12000'])
})

it('is nothing for no rows', () => {
  expect(table([], [{ head: 'Company', of: () => '' }])).toEqual([])
})

it.each([
  ['red\u001b[31m text', 'red [31m text'],
  ['two\r\nlines\tand a tab', 'two lines and a tab'],
  ['right\u202Eto left', 'right to left'],
  ['bell\u0007\u009b', 'bell'],
  ['Zürich – 東京', 'Zürich – 東京'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})
