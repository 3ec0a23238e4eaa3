import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Piece } from './pieces.ts'
import { createRecordSplitter, parseRecord } from './split-csv.ts'

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

function split(text: string, delimiter: string, cuts: number[], limit = 1e6): Piece[] {
  const splitter = createRecordSplitter(limit, delimiter)
  const places = [...new Set(cuts.map(cut => Math.floor(cut * text.length)))].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let from = 0
  for (const place of [...places, text.length]) {
    pieces.push(...splitter.push(text.slice(from, place)))
    from = place
  }
  return [...pieces, ...splitter.end()]
}

const records = (text: string, delimiter = ','): string[][] =>
  split(text, delimiter, []).map(piece => parseRecord(piece.text ?? '', delimiter))

describe('reading CSV', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', "'", '\\'),
    maxLength: 8,
  })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })

  it('gives back any cells that were written in quotes, wherever the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        cuts,
        (rows, delimiter, end, at) => {
          const text = rows.map(cells => cells.map(quote).join(delimiter)).join(end)
          const read = split(text, delimiter, at).map(piece => parseRecord(piece.text ?? '', delimiter))
          expect(read).toEqual(rows)
        },
      ),
    )
  })

  it('reads well-formed tables as csv-parse does', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.'), minLength: 1, maxLength: 5 })
    const mixed = fc.array(fc.array(fc.oneof(plain, cell.map(quote)), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(mixed, rows => {
        const text = rows.map(cells => cells.join(',')).join('\n')
        expect(records(text)).toEqual(parse(text, { record_delimiter: '\n' }))
      }),
    )
  })

  it('keeps stray quotation marks inside a cell', () => {
    expect(records('"Senior "Lead" Engineer",Acme\n6" pipes,"a""b" \n')).toEqual([
      ['Senior "Lead" Engineer', 'Acme'],
      ['6" pipes', 'a"b'],
    ])
  })

  it('opens a quoted cell after a space', () => {
    expect(records('Nurse, "Leeds, UK", x')).toEqual([['Nurse', 'Leeds, UK', 'x']])
  })

  it('keeps empty cells and blank records', () => {
    expect(records('a,,b,\n\n,')).toEqual([['a', '', 'b', ''], [''], ['', '']])
  })

  it('gives up only the line in which a quotation mark never closes', () => {
    const pieces = split('a,b\n1,"open\n2,fine\n3,fine', ',', [])
    expect(pieces.map(piece => [piece.text, piece.flaw])).toEqual([
      ['a,b', undefined],
      ['1,"open', 'unclosed_quote'],
      ['2,fine', undefined],
      ['3,fine', undefined],
    ])
  })

  it('drops a record that is too long and goes on behind it', () => {
    const pieces = split(`a,b\n1,"${'x\n'.repeat(100)}"\n2,c`, ',', [0.2, 0.5], 50)
    expect(pieces.map(piece => piece.text)).toEqual(['a,b', null, '2,c'])
  })

  it('stays linear when every line opens a quotation mark', () => {
    const text = 'x,"y\n'.repeat(50_001)
    const begin = performance.now()
    const read = split(text, ',', [])
    expect(read.length).toBeGreaterThan(1)
    expect(performance.now() - begin).toBeLessThan(3000)
  })
})
