import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snippetOf } from './snippet.ts'
import { readWords } from './words.ts'

const nothing = { title: '', company: '', place: '', description: '' }
/** The snippet as text, hits in square brackets. */
function shown(texts: Partial<typeof nothing>, search: string): string | null {
  const snippet = snippetOf({ ...nothing, ...texts }, readWords(search).wanted)
  if (!snippet) return null
  return `${snippet.where}: ${snippet.pieces.map(piece => (piece.hit ? `[${piece.text}]` : piece.text)).join('')}`
}

describe('where a search word stands', () => {
  it.each([
    [
      { title: 'Senior Data Engineer', description: 'An engineer' },
      'engineer ',
      'title: Senior Data [Engineer]',
    ],
    [{ title: 'Nurse', company: 'Engineer Ltd' }, 'engineer ', 'company: [Engineer] Ltd'],
    [{ title: 'Nurse', place: 'Zürich' }, 'zurich ', 'place: [Zürich]'],
    [{ title: 'Nurse', place: 'Zu\u0308rich' }, 'nothing ', null],
    [{ title: 'ENGINEERING' }, 'eng', 'title: [ENG]INEERING'],
    [{ title: 'Engineering' }, 'engineer ', null],
    [{ title: 'Reengineering, engineer' }, 'engineer ', 'title: Reengineering, [engineer]'],
    [{ title: 'Node.js developer' }, '"node js"', 'title: [Node.js] developer'],
    [{ title: 'C++ and more' }, 'c++ more ', 'title: [C]++ and [more]'],
    [{ title: 'Baker', company: 'York Ltd' }, 'title:york baker ', 'title: [Baker]'],
    [{ title: 'York Baker', company: 'York Ltd' }, 'company:york ', 'company: [York] Ltd'],
    [{ description: 'דרוש מהנדס תוכנה בתל אביב' }, 'מהנדס ', 'description: דרוש [מהנדס] תוכנה בתל אביב'],
    [{ title: 'İstanbul’da mühendis' }, 'istanbul ', 'title: [İstanbul]’da mühendis'],
    [{ title: 'data data engineer' }, '"data engineer" data ', 'title: [data] [data engineer]'],
  ])('%j, %s', (texts, search, expected) => {
    expect(shown(texts, search)).toBe(expected)
  })

  it('cuts a long text at words, with the hit in sight and white space as one space', () => {
    const description = `${'First we say much. '.repeat(30)}You know\n\n  Python well. ${'And more follows. '.repeat(30)}`
    const text = shown({ description }, 'python ') ?? ''
    expect(text).toMatch(/^description: …\S.* You know \[Python\] well\. .*\S…$/)
    expect(text.length).toBeLessThan(180)
  })

  it('shows the text as it is, whatever is searched in whatever', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'Ä', 'b', ' ', '-', '🙂', 'ß', 'İ', '\n'),
      maxLength: 400,
    })
    fc.assert(
      fc.property(letters, letters, (description, search) => {
        const snippet = snippetOf({ ...nothing, description }, readWords(search).wanted)
        if (!snippet) return
        expect(snippet.pieces.some(piece => piece.hit)).toBe(true)
        const text = snippet.pieces.map(piece => piece.text).join('')
        expect(description.replace(/\s+/g, ' ')).toContain(text.replace(/^…/, '').replace(/…$/, ''))
      }),
    )
  })
})
