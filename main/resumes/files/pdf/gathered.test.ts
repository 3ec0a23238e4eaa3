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
