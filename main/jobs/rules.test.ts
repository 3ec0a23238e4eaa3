import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorText, parseCursor } from './rules.ts'

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
