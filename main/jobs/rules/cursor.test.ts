import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cursorText, placeOf } from './cursor.ts'
import { foldName } from './job-columns.ts'

const values = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => (value === 0 ? 0 : value)),
  fc.string({ unit: 'binary', maxLength: 300 }).map(foldName),
  fc.constant(null),
)

describe('cursors', () => {
  it('come back as they were, and are short enough to be sent', () => {
    fc.assert(
      fc.property(values, fc.nat(), (value, id) => {
        const text = cursorText({ value, id })
        expect(text.length).toBeLessThanOrEqual(400)
        expect(placeOf(text)).toEqual({ value, id })
      }),
    )
  })

  it.each(['', 'null', '[1]', '[true,2]', '["a",2.5]', '{"a":1}', '[1,2'])('refuse %s', text => {
    expect(placeOf(text)).toBeNull()
  })
})
