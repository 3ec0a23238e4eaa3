import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorText, matchExpression, parseCursor, readQuery } from './rules.ts'

describe('reading a query', () => {
  it.each([
    ['python', [], [], 'python'],
    ['python ', ['python'], [], null],
    ['senior dev', ['senior'], [], 'dev'],
    ['"data engineer" spark', ['data engineer'], [], 'spark'],
    ['nurse -night', ['nurse'], ['night'], null],
    ['-"night shift" nurse', [], ['night shift'], 'nurse'],
    ['C++/C#', ['c'], [], 'c'],
    ['node.js ', ['node js'], [], null],
    ['München ', ['münchen'], [], null],
    ['AND OR NOT', ['and', 'or'], [], 'not'],
    ['🙂', [], [], null],
    ['  ', [], [], null],
    ['"unclosed phrase', ['unclosed phrase'], [], null],
  ])('%s', (text, wanted, unwanted, prefix) => {
    expect(readQuery(text)).toEqual({ wanted, unwanted, prefix })
  })

  it('finds nothing to search for when everything is excluded', () => {
    expect(matchExpression(readQuery('-night '))).toBeNull()
  })

  it('makes a valid search of any text', () => {
    const db = new Database(':memory:')
    db.exec("CREATE VIRTUAL TABLE words USING fts5 (title, description, prefix = '2 3')")
    const search = db.prepare('SELECT rowid FROM words WHERE words MATCH ? LIMIT 1')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const match = matchExpression(readQuery(text))
        if (match !== null) expect(() => search.all(match)).not.toThrow()
      }),
      { numRuns: 300 },
    )
    db.close()
  })

  it('keeps ten thousand characters cheap', () => {
    const { wanted } = readQuery('word '.repeat(2000))
    expect(wanted.length).toBeLessThanOrEqual(12)
  })
})

describe('cursors', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(), (value, id) => {
        expect(parseCursor(cursorText([value === 0 ? 0 : value, id]))).toEqual([value === 0 ? 0 : value, id])
      }),
    )
  })
  it.each(['', 'null', '[1]', '["a",2]', '{"a":1}', '[1,2'])('refuses %s', text => {
    expect(parseCursor(text)).toBeUndefined()
  })
})
