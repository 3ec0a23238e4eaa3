import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Piece, Splitter } from './pieces.ts'
import { createEnvelopeSplitter, createListSplitter, jsonDepth, nestsDeeper } from './split-json.ts'

/** Pushes the text cut at the given fractions of its length. */
function pushInParts(splitter: Splitter, text: string, cuts: number[]): Piece[] {
  const places = [...new Set(cuts.map(cut => Math.floor(cut * text.length)))].sort((a, b) => a - b)
  const pieces: Piece[] = []
  let from = 0
  for (const place of [...places, text.length]) {
    pieces.push(...splitter.push(text.slice(from, place)))
    from = place
  }
  return [...pieces, ...splitter.end()]
}

const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
const values = (pieces: Piece[]): unknown[] => pieces.map(piece => JSON.parse(piece.text ?? ''))

describe('createListSplitter', () => {
  it('gives the elements of any list, wherever the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2, '\t'), cuts, (list, indent, at) => {
        const text = JSON.stringify(list, null, indent)
        const pieces = pushInParts(createListSplitter(1e6, 1000), text, at)
        expect(values(pieces)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('gives the elements of objects that stand one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), cuts, (list, at) => {
        const text = list.map(value => JSON.stringify(value, null, 1)).join('\n')
        const pieces = pushInParts(createListSplitter(1e6, 1000, true), text, at)
        expect(values(pieces)).toEqual(list.map(value => JSON.parse(JSON.stringify(value))))
      }),
    )
  })

  it('drops an element that is too long and keeps the others', () => {
    const text = JSON.stringify([{ a: 1 }, { b: 'x'.repeat(500) }, { c: '"]}' }])
    const pieces = pushInParts(createListSplitter(100, 10), text, [0.3, 0.6])
    expect(pieces.map(piece => piece.text)).toEqual(['{"a":1}', null, '{"c":"\\"]}"}'])
    expect(pieces[1]?.length).toBe(508)
  })

  it('flags elements that nest too deeply', () => {
    const pieces = pushInParts(createListSplitter(1e6, 3), '[[[[1]]], [[[[1]]]], {"a":[]}]', [])
    expect(pieces.map(piece => piece.flaw)).toEqual([undefined, 'too_deep', undefined])
  })

  it('flags the element in which the text ends, also when it ends between two', () => {
    expect(pushInParts(createListSplitter(100, 9), '[{"a":1},{"b":', [])[1]?.flaw).toBe('cut_off')
    expect(pushInParts(createListSplitter(100, 9), '[{"a":1},', [])[1]?.flaw).toBe('cut_off')
    expect(pushInParts(createListSplitter(100, 9), '[{"a":1}]\n', [])).toHaveLength(1)
  })
})

describe('createEnvelopeSplitter', () => {
  const judge = (key: string, first: string | null) =>
    first === null ? 'undecided' : key === 'jobs' ? 'yes' : 'no'

  it('finds the list wherever it lies in the object and wherever the text is cut', () => {
    const before = fc.dictionary(
      fc.string().filter(key => key !== 'jobs' && key !== '__proto__'),
      fc.jsonValue({ maxDepth: 1 }),
    )
    const jobs = fc.array(fc.dictionary(fc.constantFrom('a', 'b]', 'c"'), fc.jsonValue()), { minLength: 1 })
    fc.assert(
      fc.property(before, jobs, fc.boolean(), cuts, (other, list, nested, at) => {
        const object = nested ? { ...other, data: { jobs: list } } : { ...other, jobs: list, after: [1] }
        const text = JSON.stringify(object)
        const splitter = createEnvelopeSplitter(1e6, 1000, judge)
        expect(values(pushInParts(splitter, text, at))).toEqual(JSON.parse(JSON.stringify(list)))
        expect(splitter.foundList()).toBe(true)
      }),
    )
  })

  it('gives the whole object when there is no list of postings', () => {
    const splitter = createEnvelopeSplitter(1e6, 10, judge)
    const text = '{"title":"Nurse","tags":[{"a":1}],"x":["jobs"]}'
    expect(pushInParts(splitter, text, [0.5])).toEqual([])
    expect(splitter.foundList()).toBe(false)
    expect(splitter.whole()).toEqual({ text, length: text.length })
  })
})

describe('jsonDepth', () => {
  it('counts brackets outside strings', () => {
    expect(jsonDepth('{"a":[1,{"b":"[[[[\\"[["}]}', 100)).toBe(3)
    expect(jsonDepth('"\\\\"', 100)).toBe(0)
    expect(jsonDepth('7', 100)).toBe(0)
  })

  it('agrees with the nesting of any value', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(jsonDepth(JSON.stringify(value), 1000)).toBe(depthOf(value))
      }),
    )
  })

  it('answers whether a limit is passed as counting does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 6 }), (value, limit) => {
        const text = JSON.stringify(value)
        expect(nestsDeeper(text, limit)).toBe(jsonDepth(text, 1000) > limit)
      }),
    )
  })

  it('stops counting past enough', () => {
    expect(jsonDepth('['.repeat(1_000_000), 64)).toBe(65)
  })
})
