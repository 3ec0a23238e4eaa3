import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileNameOf, titleOfFile } from './names.ts'
import { HIT_BEGINS, HIT_ENDS, hitsOf, matchOf, piecesOf, searchable } from './search.ts'

/** Letters of all kinds, with signs that mean something to a search or a file system, and halves of characters. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.constantFrom(...'"*^:(){}-+/\\<>|?. \u0000\u0001\u202e\ud800\udc00'),
  ),
})

describe('a search in documents', () => {
  const db = new Database(':memory:')
  db.exec(
    `CREATE VIRTUAL TABLE words USING fts5 (title, text, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
  )
  const count = db.prepare<[string], number>('SELECT count(*) FROM words WHERE words MATCH ?').pluck()
  const found = (text: string): number => {
    const match = matchOf(text)
    return match === null ? 0 : (count.get(match) ?? 0)
  }

  it('is a valid one whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('NEAR(', 'a OR', '"', '{title}:', 'x^2 -y')), text => {
        expect(() => found(text)).not.toThrow()
      }),
    )
  })

  it('finds every word of a text by its beginning', () => {
    db.prepare('INSERT INTO words (title, text) VALUES (?, ?)').run(
      'Lebenslauf',
      'Größe, naïve C# façade; 東京',
    )
    for (const text of ['leb', 'GRO', 'naiv', 'facade größe', 'C#', '東京'])
      expect([text, found(text)]).toEqual([text, 1])
    expect(found('leb nothing')).toBe(0)
  })

  it('is shown in pieces that are the whole text again', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).map(searchable)
    fc.assert(
      fc.property(fc.array(fc.record({ text: word, hit: fc.boolean() })), parts => {
        const marked = parts
          .map(({ text, hit }) => (hit && text !== '' ? `${HIT_BEGINS}${text}${HIT_ENDS}` : text))
          .join('')
        const pieces = piecesOf(marked)
        const hits = parts.filter(({ text, hit }) => hit && text !== '')
        if (hits.length === 0) {
          expect(pieces).toBeNull()
          return
        }
        expect(pieces?.map(({ text }) => text).join('')).toBe(parts.map(({ text }) => text).join(''))
        expect(pieces?.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(hits.map(({ text }) => text))
      }),
    )
  })
})

describe('names', () => {
  it('of documents come from their files', () => {
    expect(['Jane_Doe-CV (final).pdf', '.pdf', 'CV', 'a.b.docx', '\u202Egnp.txt'].map(titleOfFile)).toEqual([
      'Jane Doe-CV (final)',
      'Untitled',
      'CV',
      'a.b',
      'gnp',
    ])
  })

  it('of files are taken by every system', () => {
    fc.assert(
      fc.property(anyText, title => {
        const name = fileNameOf(title, '.md')
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.md$/u)
        expect(name).not.toMatch(/^[.\s]/)
      }),
    )
  })
})

describe('places that are marked', () => {
  const marked = (text: string, find: string, most = 1_000) =>
    hitsOf(text, find, most).map(({ start, end }) => text.slice(start, end))

  it('are whole words that begin like one that is searched for, whatever their case and accents', () => {
    const text = 'Größe, naïve façade; C# and SQL. Sequel, mysql, NAIVETY'
    expect(marked(text, 'grosse')).toEqual([])
    expect(marked(text, 'GRÖ')).toEqual(['Größe'])
    expect(marked(text, 'naïv')).toEqual(['naïve', 'NAIVETY'])
    expect(marked(text, 'sql façade')).toEqual(['façade', 'SQL'])
    expect(marked(text, ' ,; ')).toEqual([])
    expect(marked('a a a a', 'a', 3)).toEqual(['a', 'a', 'a'])
  })

  it('are those that the search index finds', () => {
    const db = new Database(':memory:')
    db.exec(
      `CREATE VIRTUAL TABLE words USING fts5 (text, prefix = '2 3', tokenize = "unicode61 remove_diacritics 2")`,
    )
    const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (1, ?)')
    const find = db
      .prepare<[string], string>(
        `SELECT highlight(words, 0, '${HIT_BEGINS}', '${HIT_ENDS}') FROM words WHERE words MATCH ?`,
      )
      .pluck()
    const word = fc.string({ unit: fc.constantFrom(...'abAB12éÉößñиИж'), minLength: 1, maxLength: 3 })
    const text = fc.array(fc.oneof(word, fc.constantFrom(', ', '-', '/', '. ')), { maxLength: 12 })
    fc.assert(
      fc.property(text, word, (parts, asked) => {
        const written = parts.join(' ')
        db.exec('DELETE FROM words')
        insert.run(written)
        const byIndex = (piecesOf(find.get(matchOf(asked) ?? '') ?? '') ?? []).filter(({ hit }) => hit)
        // Words beside each other are one mark of the index where it says so, each for itself here.
        const words = byIndex.flatMap(({ text: piece }) => piece.match(/[\p{L}\p{N}]+/gu) ?? [])
        expect(marked(written, asked)).toEqual(words)
      }),
    )
    db.close()
  })
})
