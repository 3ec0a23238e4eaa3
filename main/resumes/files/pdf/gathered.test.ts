import { expect, test } from 'vitest'
import { drawn } from '../../../../tests/support/layout.ts'
import { gathered } from './gathered.ts'

test('years above and below a dash in a margin become the dates of the first line', () => {
  const { lines } = drawn(`
    2019 ⇥ Baker
    – ⇥ Corner Bakery
    2022 ⇥ Bread for three shops
    Apprentice`)
  expect(gathered(lines.map(line => ({ ...line, gap: 0.1 }))).map(line => line.cells)).toEqual([
    ['2019 – 2022', 'Baker'],
    ['Corner Bakery'],
    ['Bread for three shops'],
    ['Apprentice'],
  ])
})

test('what ends the lines beside a heading in the margin stays with them', () => {
  const { lines } = drawn(`
    Education ⇥ Trade School ⇥ 2013 – 2016
    Baking ⇥ Diploma
    Hill School ⇥ 2010 – 2013`)
  const placed = lines.map((line, at) => ({
    ...line,
    gap: 0.1,
    box: { x: at === 0 ? 0.07 : 0.25, y: 0.1 + at * 0.02, width: at === 0 ? 0.83 : 0.65, height: 0.014 },
  }))
  expect(gathered(placed).map(line => line.cells)).toEqual(lines.map(line => line.cells))
})
