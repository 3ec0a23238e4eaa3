import { describe, expect, it } from 'vitest'
import type { ReviewItem, Spot } from '../../../../../main/contract/resumes.ts'
import { firstPlace, outlinesOf, pageMarks, textPieces } from './source-marks.ts'

const spot = (quote: string, change: Partial<Spot> = {}): Spot => ({
  page: 1,
  box: { x: 0.1, y: 0.2, width: 0.5, height: 0.02 },
  quote,
  ...change,
})
const item = (id: string, ...spots: Spot[]): ReviewItem => ({
  id,
  field: 'skills',
  before: null,
  after: id,
  confidence: 1,
  spots,
  editable: true,
  parts: [],
  origin: 'pattern',
})

it('marks each place once, and small ones on top of large ones', () => {
  const line = { x: 0.1, y: 0.1, width: 0.8, height: 0.3 }
  const marks = pageMarks([
    item('a', spot('Python, Go')),
    item('b', spot('Python, Go')),
    item('c', spot('all', { box: line }), spot('no place', { box: null })),
  ])
  expect(marks.map(({ items }) => items)).toEqual([['c'], ['a', 'b']])
})

it('puts one box around lines under each other, and others around what lies apart', () => {
  const line = (y: number, change: Partial<Spot> = {}) =>
    spot('x', { box: { x: 0.1, y, width: 0.5, height: 0.02 }, ...change })
  const outlines = outlinesOf(
    item('a', line(0.1), line(0.125), line(0.5), line(0.1, { page: 2 }), spot('y', { box: null })),
  )
  expect(outlines.map(({ page, box }) => [page, box.y, Math.round(box.height * 1000)])).toEqual([
    [1, 0.1, 45],
    [1, 0.5, 20],
    [2, 0.1, 20],
  ])
})

it('finds where a thing begins', () => {
  const box = (y: number) => ({ x: 0, y, width: 1, height: 0.1 })
  const two = item(
    'a',
    spot('x', { page: 2, box: box(0.1) }),
    spot('y', { box: box(0.7) }),
    spot('z', { box: box(0.4) }),
  )
  expect(firstPlace(two)).toEqual({ page: 1, y: 0.4 })
  expect(firstPlace(item('b'))).toBeNull()
})

describe('a text', () => {
  const pieces = (text: string, ...items: ReviewItem[]) =>
    textPieces(text, 1, items).map(({ text: words, items: ids }) => `${words}|${ids.join('+')}`)
  it('is cut where things stand, and is whole when put together', () => {
    const text = 'Robin Hale\nSkills: Python, Go\nLeeds'
    const cut = textPieces(text, 1, [
      item('n', spot('Robin Hale')),
      item('s', spot('Python, Go')),
      item('x', spot('Rust')),
    ])
    expect(cut.map(({ items }) => items.join())).toEqual(['n', '', 's', ''])
    expect(cut.map(piece => piece.text).join('')).toBe(text)
  })
  it('lets things of one place share it, and takes what lies inside with it', () => {
    expect(pieces('Python, Go', item('a', spot('Python, Go')), item('b', spot('Go')))).toEqual([
      'Python, Go|a+b',
    ])
  })
  it('looks on its own page only', () => {
    expect(pieces('Python', item('a', spot('Python', { page: 2 })))).toEqual(['Python|'])
  })
})
