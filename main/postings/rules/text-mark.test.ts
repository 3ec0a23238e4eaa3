import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containment, namesItsTitle, runsOf, similarity, textMark } from './text-mark.ts'

const words = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `word${at + from}`)
const mark = (text: string | string[]): Uint8Array => {
  const made = textMark(typeof text === 'string' ? text : text.join(' '))
  if (!made) throw new Error('no mark')
  return made
}

describe('the mark of a text', () => {
  it('is the same whatever the case, the spaces and the punctuation', () => {
    const plain = mark('you lift, carry and stack: all day long')
    expect(mark('You LIFT – carry\n\n• and stack; (all day) long!')).toEqual(plain)
  })

  it('is none for fewer than three words', () => {
    expect(textMark('')).toBeNull()
    expect(textMark('two words')).toBeNull()
    expect(runsOf(mark('three small words'))).toBe(1)
  })

  it.each([0, 0.5, 0.8, 0.95])('estimates that %d of the runs are equal', share => {
    const common = words(2000 * share)
    const a = mark([...common, ...words(1000 * (1 - share), 10_000)])
    const b = mark([...common, ...words(1000 * (1 - share), 20_000)])
    const real = (2000 * share) / (2000 * share + 2000 * (1 - share))
    expect(Math.abs(similarity(a, b) - real)).toBeLessThan(0.12)
  })

  it('tells a beginning from another text', () => {
    const whole = mark(words(400))
    expect(containment(mark(words(120)), whole)).toBeGreaterThan(0.8)
    expect(containment(mark(words(120, 5000)), whole)).toBeLessThan(0.2)
  })

  it('knows whether the text speaks of its title', () => {
    const of = (names: string[]) =>
      namesItsTitle(textMark('An engineer for cranes is wanted', names) ?? new Uint8Array())
    expect(of(['engineer', 'crane'])).toBe(true)
    expect(of(['engineer', 'ship'])).toBe(true)
    expect(of(['cook'])).toBe(false)
    expect(of([])).toBe(false)
  })

  it('is equal to itself and as like in either order, for any text', () => {
    const text = fc.array(fc.constantFrom('a', 'bb', 'über', '漢字', '42', '-', '…'), {
      minLength: 9,
      maxLength: 80,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [textMark(a.join(' ')), textMark(b.join(' '))]
        if (!x || !y) return
        expect(similarity(x, x)).toBe(1)
        expect(containment(x, x)).toBeCloseTo(1)
        expect(similarity(x, y)).toBe(similarity(y, x))
      }),
    )
  })
})
