import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchExpression, readWords, type SearchTerm, tiersOf } from './words.ts'

/** A term as its words with what is special about it: "title:data engineer*". */
const short = ({ tokens, scope, prefix, exact }: SearchTerm): string =>
  `${scope === 'any' ? '' : `${scope}:`}${exact ? '=' : ''}${tokens.join(' ')}${prefix ? '*' : ''}`

describe('reading a search', () => {
  it.each([
    ['python', ['python*'], []],
    ['python ', ['python'], []],
    ['senior dev', ['senior', 'dev*'], []],
    ['"data engineer" spark', ['=data engineer', 'spark*'], []],
    ['nurse -night', ['nurse'], ['night']],
    ['-"night shift" nurse', ['nurse*'], ['=night shift']],
    ['C++/C#', ['c c*'], []],
    ['node.js ', ['node js'], []],
    ['München ', ['münchen'], []],
    ['AND OR NOT', ['and', 'or', 'not*'], []],
    ['🙂', [], []],
    ['  ', [], []],
    ['- "" ""', [], []],
    ['"unclosed phrase', ['=unclosed phrase'], []],
    ['company:acme', ['company:acme*'], []],
    ['COMPANY:"Acme Ltd" baker', ['company:=acme ltd', 'baker*'], []],
    ['title:"data engineer" place:york ', ['title:=data engineer', 'place:york'], []],
    ['location:leeds ', ['place:leeds'], []],
    ['skill:go ', ['go'], []],
    ['nurse -company:acme', ['nurse'], ['company:acme']],
    ['company: acme ', ['company', 'acme'], []],
    ['company:"" acme ', ['acme'], []],
    ['colour:red ', ['colour red'], []],
    ['https://example.org/x ', ['https example org x'], []],
    ['מהנדס תוכנה ', ['מהנדס', 'תוכנה'], []],
    ['مهندس ', ['مهندس'], []],
    ['constructor:x ', ['constructor x'], []],
  ])('%s', (text, wanted, unwanted) => {
    const words = readWords(text)
    expect(words.wanted.map(short)).toEqual(wanted)
    expect(words.unwanted.map(short)).toEqual(unwanted)
  })

  it('finds nothing to search for when everything is excluded', () => {
    expect(matchExpression(readWords('-night '), 'all')).toBeNull()
  })

  it('looks for the beginnings of one or two letters in no description', () => {
    expect(tiersOf(readWords('te'))).toEqual(['head', 'place'])
    expect(tiersOf(readWords('tea'))).toEqual(['head', 'place', 'all'])
    expect(tiersOf(readWords('company:te'))).toEqual(['all'])
  })

  it('keeps ten thousand characters cheap', () => {
    expect(readWords('word '.repeat(2000)).wanted.length).toBeLessThanOrEqual(12)
    expect(readWords('a.'.repeat(5000)).wanted[0]?.tokens.length).toBeLessThanOrEqual(12)
  })

  it('makes a valid search of any text', () => {
    const db = new Database(':memory:')
    db.exec("CREATE VIRTUAL TABLE words USING fts5 (title, company, place, description, prefix = '2 3')")
    const search = db.prepare('SELECT rowid FROM words WHERE words MATCH ? LIMIT 1')
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '"',
        '-',
        '*',
        '(',
        'NEAR(',
        'company:',
        'title:"',
        '^',
        ' OR ',
        '{a}',
        '🙂',
        'ى',
        '\0',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const words = readWords(pieces.join(''))
        for (const tier of ['head', 'place', 'all'] as const) {
          const match = matchExpression(words, tier)
          if (match !== null) expect(() => search.all(match)).not.toThrow()
        }
      }),
      { numRuns: 150 },
    )
    db.close()
  })
})
