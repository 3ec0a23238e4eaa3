import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceAllowed, trigramsOf, wordDistance } from './distance.ts'

describe('how far two words are apart', () => {
  it.each([
    ['engineer', 'engineer', 0],
    ['enginer', 'engineer', 1],
    ['engineeer', 'engineer', 1],
    ['enginoer', 'engineer', 1],
    ['enigneer', 'engineer', 1],
    ['enigner', 'engineer', 2],
    ['', 'ab', 2],
    ['züri', 'zuri', 1],
    ['🙂a', '🙂b', 1],
  ])('%s and %s', (a, b, far) => {
    expect(wordDistance(a, b, 5)).toBe(far)
  })

  it('is the same both ways, nothing only for equal words, and never more than asked for by much', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(9), (a, b, most) => {
        const far = wordDistance(a, b, most)
        expect(wordDistance(b, a, most)).toBe(far)
        expect(far === 0).toBe(a === b)
        expect(far).toBe(Math.min(wordDistance(a, b, 20), most + 1))
      }),
    )
  })

  it.each([
    ['cat', 0],
    ['java', 1],
    ['enginer', 1],
    ['enginere', 2],
  ])('%s may differ by %i', (word, letters) => {
    expect(distanceAllowed(word)).toBe(letters)
  })

  it('takes a word apart with its ends', () => {
    expect(trigramsOf('java')).toEqual([' ja', 'jav', 'ava', 'va '])
  })
})
