import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLineSplitter } from './pieces.ts'

it('splits lines at every kind of line end, wherever the text is cut', () => {
  const parts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r\n', '\r'), maxLength: 6 }))
  fc.assert(
    fc.property(parts, texts => {
      const splitter = createLineSplitter(1000)
      const lines = [...texts.flatMap(text => splitter.push(text)), ...splitter.end()].map(
        piece => piece.text,
      )
      const whole = texts.join('').split(/\r\n|\r|\n/)
      if (whole.at(-1) === '') whole.pop()
      expect(lines).toEqual(whole)
    }),
  )
})

it('drops a line that is too long, whole or in parts, and says how long it was', () => {
  const splitter = createLineSplitter(10)
  const pieces = [
    ...splitter.push('short\n'),
    ...splitter.push('x'.repeat(8)),
    ...splitter.push('x'.repeat(8)),
    ...splitter.push('\nend'),
  ]
  expect([...pieces, ...splitter.end()]).toEqual([
    { text: 'short', length: 5 },
    { text: null, length: 16 },
    { text: 'end', length: 3 },
  ])
})
