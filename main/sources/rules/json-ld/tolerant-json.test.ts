import { describe, expect, it } from 'vitest'
import { parseTolerant } from './tolerant-json.ts'

const WANTED = { title: 'Deckhand', tags: ['a', 'b'] }

describe('reads what pages write', () => {
  it.each([
    ['plain JSON', '{"title":"Deckhand","tags":["a","b"]}'],
    ['HTML comments around', '<!--\n{"title":"Deckhand","tags":["a","b"]}\n-->'],
    ['CDATA around', '//<![CDATA[\n{"title":"Deckhand","tags":["a","b"]}\n//]]>'],
    ['CDATA in comments', '/*<![CDATA[*/ {"title":"Deckhand","tags":["a","b"]} /*]]>*/'],
    ['a semicolon behind', '{"title":"Deckhand","tags":["a","b"]};'],
    ['commas too many', '{"title":"Deckhand","tags":["a","b",],\n }'],
    ['comments inside', '{/* the job */"title":"Deckhand", // as shown\n"tags":["a","b"]}'],
    [
      'quotes as entities',
      '{&quot;title&quot;:&quot;Deckhand&quot;,&quot;tags&quot;:[&quot;a&quot;,&quot;b&quot;]}',
    ],
    ['a mark of the byte order', '\ufeff{"title":"Deckhand","tags":["a","b"]}'],
  ])('%s', (_what, block) => {
    expect(parseTolerant(block)).toEqual([WANTED])
  })

  it('line breaks and other control characters in strings', () => {
    expect(parseTolerant('{"text":"one\ntwo\tthree\u0007"}')).toEqual([{ text: 'one\ntwo\tthree' }])
  })

  it('backslashes that escape nothing', () => {
    expect(parseTolerant('{"text":"¯\\_(ツ)_/¯ C:\\jobs \\u00e9 \\u12"}')).toEqual([
      { text: '¯\\_(ツ)_/¯ C:\\jobs é \\u12' },
    ])
  })

  it('quotes inside strings, when nothing else helps', () => {
    expect(parseTolerant('{"text":"<a href="https://tidemark.example">the "Tide" team</a>","n":1}')).toEqual([
      { text: '<a href="https://tidemark.example">the "Tide" team</a>', n: 1 },
    ])
  })

  it('several values in one block', () => {
    expect(parseTolerant('{"a":1,}\n{"a":2}')).toEqual([{ a: 1 }, { a: 2 }])
  })
})

it.each(['', 'window.data = {}', '{"title":"cut', '{{{', '[1,2', 'undefined'])('%j holds nothing', block => {
  expect(parseTolerant(block)).toBeNull()
})

it('takes time in proportion to the text', () => {
  const hostile = [`{"a":"${'"'.repeat(200_000)}`, `{${'/*'.repeat(100_000)}`, `{${'"a":1,'.repeat(50_000)}`]
  const before = performance.now()
  for (const block of hostile) parseTolerant(block)
  expect(performance.now() - before).toBeLessThan(3000)
})
