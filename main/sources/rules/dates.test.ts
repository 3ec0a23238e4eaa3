import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOrderOf, readDate } from './dates.ts'

describe('readDate', () => {
  it.each([
    ['2026-03-12', '2026-03-12T00:00:00.000Z'],
    ['2026-03-12T09:05:00Z', '2026-03-12T09:05:00.000Z'],
    ['2026-08-06T12:50:10-04:00', '2026-08-06T16:50:10.000Z'],
    ['2026-09-18T16:43:22', '2026-09-18T16:43:22.000Z'],
    ['2026-09-11 15:16:33 UTC', '2026-09-11T15:16:33.000Z'],
    ['2026-09-11 15:16:33.120+0200', '2026-09-11T13:16:33.000Z'],
    ['20260312', '2026-03-12T00:00:00.000Z'],
    ['16/01/2026', '2026-01-16T00:00:00.000Z'],
    ['01/16/2026', '2026-01-16T00:00:00.000Z'],
    ['12.03.2026', '2026-03-12T00:00:00.000Z'],
    ['5/5/26', '2026-05-05T00:00:00.000Z'],
    ['1/16/2026 3:30 PM', '2026-01-16T15:30:00.000Z'],
    ['16 Jan 2026', '2026-01-16T00:00:00.000Z'],
    ['January 16, 2026', '2026-01-16T00:00:00.000Z'],
    ['16. März 2026', '2026-03-16T00:00:00.000Z'],
    ['1er août 2026', '2026-08-01T00:00:00.000Z'],
    ['3 de diciembre de 2026', '2026-12-03T00:00:00.000Z'],
    ['Tue, 22 Sep 2026 10:00:00 GMT', '2026-09-22T10:00:00.000Z'],
    [1790208007, '2026-09-24T00:00:07.000Z'],
    [1790208007000, '2026-09-24T00:00:07.000Z'],
    ['1790208007', '2026-09-24T00:00:07.000Z'],
    [46000, '2025-12-09T00:00:00.000Z'],
  ])('reads %s', (written, iso) => {
    expect(readDate(written, null)).toBe(iso)
  })

  it.each([
    '12/03/2026',
    '3 days ago',
    'Posted 30+ Days Ago',
    '31/04/2026',
    '2026-02-30',
    '99/99/2026',
    '',
    'soon',
    '7',
    '0000-00-00',
  ])('leaves %s out', written => {
    expect(readDate(written, null)).toBeNull()
  })

  it.each([null, undefined, true, {}, [], Number.NaN, -5, 0])('leaves %s out', value => {
    expect(readDate(value, 'dmy')).toBeNull()
  })

  it('reads unclear dates by the order of the column', () => {
    expect(readDate('12/03/2026', 'dmy')).toBe('2026-03-12T00:00:00.000Z')
    expect(readDate('12/03/2026', 'mdy')).toBe('2026-12-03T00:00:00.000Z')
  })

  it('gives back every instant that it is given as ISO or as epoch', () => {
    const instants = fc.date({
      min: new Date('1990-01-02'),
      max: new Date('2099-12-30'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, date => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000).toISOString()
        expect(readDate(seconds, null)).toBe(seconds)
        fc.pre(date.getTime() >= 1e11)
        expect(readDate(date.getTime(), null)).toBe(date.toISOString())
      }),
    )
  })
})

describe('dateOrderOf', () => {
  it('knows the order when a sample proves it', () => {
    expect(dateOrderOf(['01/02/2026', '16/01/2026'])).toBe('dmy')
    expect(dateOrderOf(['1/2/26', '1/31/26'])).toBe('mdy')
    expect(dateOrderOf(['01/02/2026', 'yesterday'])).toBeNull()
    expect(dateOrderOf(['13/01/2026', '01/13/2026'])).toBeNull()
  })
})
