import { expect, test } from 'vitest'
import { partsOf } from './columns.ts'
import type { Piece } from './pieces.ts'

function piece(x0: number, y: number, text: string, size = 10): Piece {
  const x1 = x0 + text.length * 4.6
  const word = { text, x0, x1, y, size, bold: false, italic: false, link: null, spaced: true, icon: null }
  return { words: [word], x0, x1, y, size }
}

test('a sidebar is parted from dates in a margin, not the dates from their entries', () => {
  const sidebar = [
    'Kenntnisse',
    'Buchhaltung',
    'Lohnabrechnung',
    'Sprachen',
    'Deutsch',
    'Dänisch',
    'Hobbys',
    'Segeln',
  ]
  const entries = ['03/2019 – heute', '05/2016 – 02/2019', '01/2013 – 04/2016'].flatMap((dates, at) => [
    piece(200, 50 + at * 44, dates),
    piece(300, 50 + at * 44, 'Reederei Hansen'),
    piece(300, 62 + at * 44, 'Buchhalterin, Flensburg'),
  ])
  const parts = partsOf([...sidebar.map((text, at) => piece(40, 47 + at * 17, text)), ...entries])
  const columns = parts.find(part => part.kind === 'columns')
  expect(columns?.kind === 'columns' && columns.left.length).toBe(sidebar.length)
  expect(columns?.kind === 'columns' && columns.right.length).toBe(entries.length)
})

test('dates at the right end of lines stay with them beside a sidebar at the right', () => {
  const rows = ['2019 – 2022', '2016 – 2019', '2013 – 2016'].flatMap((dates, at) => [
    piece(40, 50 + at * 30, 'Reederei Hansen'),
    piece(250, 50 + at * 30, dates),
    piece(40, 62 + at * 30, 'Verantwortlich für die Abrechnung von drei Fährlinien im Norden'),
  ])
  const sidebar = ['Kenntnisse', 'Buchhaltung', 'Lohn', 'Sprachen', 'Deutsch', 'Dänisch'].map((text, at) =>
    piece(360, 53 + at * 15, text),
  )
  const columns = partsOf([...rows, ...sidebar]).find(part => part.kind === 'columns')
  expect(columns?.kind === 'columns' && columns.left.length).toBe(rows.length)
})

test('columns on one grid of lines are parted where both have headings', () => {
  const left = ['CONTACT', '030 123', 'ada@example.org', 'SKILLS', 'Dough', 'Ovens', 'LANGUAGES', 'German']
  const right = ['EXPERIENCE', 'Baker', 'Corner Bakery, 2019', 'Baked bread', 'Apprentice', 'Mill, 2012']
  const parts = partsOf([
    ...left.map((text, at) => piece(40, 50 + at * 14, text)),
    ...right.map((text, at) => piece(200, 50 + at * 14, text)),
  ])
  const columns = parts.find(part => part.kind === 'columns')
  expect(columns?.kind === 'columns' && columns.left.length).toBe(left.length)
})

test('headings at the right end over texts at the left are no column', () => {
  const parts = partsOf(
    ['EMPLOYMENT', 'EDUCATION', 'SKILLS', 'LANGUAGES'].flatMap((heading, at) => [
      piece(440, 50 + at * 40, heading),
      piece(40, 70 + at * 40, 'Corner Bakery, Leeds, 2019 – 2022'),
    ]),
  )
  expect(parts.map(part => part.kind)).toEqual(['rows'])
})

test('entries beside each other under one heading are parted, not what stands above it', () => {
  const tags = ['Dough', 'Ovens', 'Rolls', 'Bread', 'Cakes'].map((text, at) => piece(40 + at * 60, 50, text))
  const left = ['Head Baker', 'Corner Bakery', 'Jan 2022 – Present', 'Bread for three shops']
  const right = ['Baker', 'Mill Foods', 'Aug 2019 – Dec 2021', 'Rolls']
  const parts = partsOf([
    piece(40, 34, 'SKILLS'),
    ...tags,
    piece(40, 66, 'EXPERIENCE'),
    ...left.map((text, at) => piece(40, 82 + at * 12, text)),
    ...right.map((text, at) => piece(220, 82 + at * 12, text)),
  ])
  expect(parts.map(part => part.kind)).toEqual(['rows', 'columns'])
  const [, columns] = parts
  expect(columns?.kind === 'columns' && [columns.left.length, columns.right.length]).toEqual([4, 4])
})
