import { expect, test } from 'vitest'
import { withWholeCells } from './cells.ts'
import type { Piece } from './pieces.ts'

const LETTER = 5

/** Rows 12 points apart; each piece as [left edge, text], bold in asterisks. */
function rowsOf(...rows: [number, string][][]): Piece[][] {
  return rows.map((row, at) =>
    row.map(([x, said]) => {
      const bold = said.startsWith('*')
      let left = x
      const words = said
        .replaceAll('*', '')
        .split(' ')
        .map(text => {
          const x0 = left
          left += (text.length + 0.5) * LETTER
          const x1 = x0 + text.length * LETTER
          return {
            text,
            x0,
            x1,
            y: at * 12,
            size: 10,
            bold,
            italic: false,
            link: null,
            spaced: true,
            icon: null,
          }
        })
      return { words, x0: x, x1: left - 0.5 * LETTER, y: at * 12, size: 10 }
    }),
  )
}

const texts = (rows: Piece[][]): string[] =>
  withWholeCells(rows).map(row => row.map(piece => piece.words.map(word => word.text).join(' ')).join(' | '))

test('a long title and the dates beside it, both over two lines, become one row', () => {
  const rows = rowsOf(
    [
      [40, 'Assistant Curator, Harbour Museum'],
      [220, 'October 2018 – April'],
    ],
    [
      [40, '(Ghent)'],
      [220, '2020'],
    ],
    [[40, 'Catalogued the maps of the coast and their makers']],
  )
  expect(texts(rows)).toEqual([
    'Assistant Curator, Harbour Museum (Ghent) | October 2018 – April 2020',
    'Catalogued the maps of the coast and their makers',
  ])
})

test('dates in a margin go on below, and the company beside them stays a line of its own', () => {
  const rows = rowsOf(
    [
      [40, '02/2017 –'],
      [120, '*Night porter'],
    ],
    [
      [40, 'heute'],
      [120, 'Hotel Seeblick, Konstanz'],
    ],
  )
  expect(texts(rows)).toEqual(['02/2017 – heute | Night porter', 'Hotel Seeblick, Konstanz'])
})

test('the cells of a table that run over several lines are read one by one', () => {
  const rows = rowsOf(
    [
      [40, '05.2015 a'],
      [120, 'Cocinera'],
      [200, 'Taberna'],
    ],
    [
      [40, '11.2016'],
      [200, 'El Faro,'],
    ],
    [[200, 'Cádiz']],
    [[40, 'Menús para grupos de hasta cien']],
  )
  expect(texts(rows).slice(0, 1)).toEqual(['05.2015 a 11.2016 | Cocinera | Taberna El Faro, Cádiz'])
})

test('rows that are whole stay apart', () => {
  const rows = rowsOf(
    [
      [40, '*Redwood Traders'],
      [240, 'Oslo'],
    ],
    [
      [40, 'Buyer'],
      [240, '2012 – 2015'],
    ],
    [
      [40, '*Pine Mill'],
      [240, 'Bergen'],
    ],
    [
      [40, 'Clerk'],
      [240, '2010 – 2012'],
    ],
  )
  expect(texts(rows)).toHaveLength(4)
})
