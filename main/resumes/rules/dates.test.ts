import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates } from './dates.ts'

const CONTEXT = { today: '2026-11-22', monthFirst: false }

/** How dates are printed, and what they say; `NONE` for numbers that are no dates. */
const PRINTED: [text: string, dates: string][] = [
  ['Jan 2019 – Present', '2019-01..present'],
  ['January 2019 - March 2020', '2019-01..2020-03'],
  ['Mär. 2018 – heute', '2018-03..present'],
  ['03/2020 – 05/2021', '2020-03..2021-05'],
  ['03/2020-05/2021', '2020-03..2021-05'],
  ['3.2020 - 5.2021', '2020-03..2021-05'],
  ['2020-03 – 2021-05', '2020-03..2021-05'],
  ['01.03.2020 – 31.12.2021', '2020-03..2021-12'],
  ["Mar '19 – Jun '20", '2019-03..2020-06'],
  ['Mar 19 - Jun 20', '2019-03..2020-06'],
  ['Summer 2019', '2019..2019'],
  ['WS 2019/20', '2019..2019'],
  ['2019/20', '2019..2020'],
  ['2019–20', '2019..2020'],
  ['2016/2018', '2016..2018'],
  ['seit 04/2020', '2020-04..present'],
  ['mai 2018–…', '2018-05..present'],
  ['2018 - ... Baker', '2018..present'],
  ["Mar '19 – Till date", '2019-03..present'],
  ['03/2019 – bis dato', '2019-03..present'],
  ['Since May 2018', '2018-05..present'],
  ['depuis septembre 2019', '2019-09..present'],
  ['Desde enero de 2020', '2020-01..present'],
  ['enero de 2018 – diciembre de 2020', '2018-01..2020-12'],
  ["déc. 2015 à aujourd'hui", '2015-12..present'],
  ['De mars 2015 à août 2017', '2015-03..2017-08'],
  ['sept. 2014 – juin 2016', '2014-09..2016-06'],
  ['ene. 2020 - actualidad', '2020-01..present'],
  ['febrero 2012 a la actualidad', '2012-02..present'],
  ['von 2012 bis 2015', '2012..2015'],
  ['Juli 2012 bis Dezember 2015', '2012-07..2015-12'],
  ['04/2012 bis heute', '2012-04..present'],
  ['2018 –', '2018..present'],
  ['2020 - present', '2020..present'],
  ['(2012-2014)', '2012..2014'],
  ['Jan – Mar 2020', '2020-01..2020-03'],
  ['05–08/2019', '2019-05..2019-08'],
  ['June to August 2019', '2019-06..2019-08'],
  ['Nov – Feb 2020', '2019-11..2020-02'],
  ['May 2024 (expected)', '2024-05..2024-05'],
  ['Expected May 2027', '2027-05..2027-05'],
  ['Class of 2019', '2019..2019'],
  ['Graduated: June 2014', '2014-06..2014-06'],
  ['Sept 3, 2019 – Oct 12, 2020', '2019-09..2020-10'],
  ['3 September 2019 to 12 October 2020', '2019-09..2020-10'],
  ['1. März 2019 - 30. April 2020', '2019-03..2020-04'],
  ['1er janvier 2020 - 3 avril 2021', '2020-01..2021-04'],
  ['12/15/2019 - 01/20/2020', '2019-12..2020-01'],
  ['03/19 – 12/20', '2019-03..2020-12'],
  ['03/19 - present', '2019-03..present'],
  ['2019 March – 2020 April', '2019-03..2020-04'],
  ['Jan. 2018–Dec. 2019', '2018-01..2019-12'],
  ['Sept.2018-Nov.2019', '2018-09..2019-11'],
  ['2018 2020', '2018..2020'],
  ['Jan 2018   Mar 2020', '2018-01..2020-03'],
  ["'18 – '20", '2018..2020'],
  ['Q3 2019 – Q1 2020', '2019..2020'],
  ['01.2017–03.2019', '2017-01..2019-03'],
  ['01. 2017 – 03. 2019', '2017-01..2019-03'],
  ['OCT 2019 -- PRESENT', '2019-10..present'],
  ['octobre 2014 à ce jour', '2014-10..present'],
  ['del 2014 al 2016', '2014..2016'],
  ['Oct. 2014 until now', '2014-10..present'],
  ['Anfang 2014 - Ende 2016', '2014..2016'],
  ['bis 2016', '..2016'],
  ['May 2019 – Ongoing', '2019-05..present'],
  ["d'octobre 2014 à mai 2015", '2014-10..2015-05'],
  ['Mai 2019 - bis heute', '2019-05..present'],
  ['2011-2012', '2011..2012'],
  ['1998 to date', '1998..present'],
  ['10/2019 – 2021', '2019-10..2021'],
  ['septiembre 2019 - la actualidad', '2019-09..present'],
  ['2015 - Jun 2018', '2015..2018-06'],
  ['07/2016 →', '2016-07..present'],
  ['July, 2016 – August, 2018', '2016-07..2018-08'],
  ['August 2019 – September 2019 (2 Monate)', '2019-08..2019-09'],
  ['$2019 saved', 'NONE'],
  ['1,2019 users', 'NONE'],
  ['2000+ users', 'NONE'],
  ['served 2019€', 'NONE'],
  ['12 people', 'NONE'],
  ['0170 2345 678', 'NONE'],
  ['May help', 'NONE'],
  ['Room 12/20 b', 'NONE'],
  ['ISO 9001:2015', '2015..2015'],
  ['Level 2 – 3', 'NONE'],
  ['24/7', 'NONE'],
  ['Windows 10', 'NONE'],
  ['Winter 2019 – Spring 2020', '2019..2020'],
  ['2020-01-15 - 2021-02-03', '2020-01..2021-02'],
  ['15/01/2020 – 03/02/2021', '2020-01..2021-02'],
]

const said = (text: string, monthFirst = false): string => {
  const [first] = findDates(text, { ...CONTEXT, monthFirst })
  return first ? `${first.start}..${first.end}` : 'NONE'
}

describe('dates of résumés', () => {
  test.each(PRINTED)('%s', (text, dates) => {
    expect(said(text)).toBe(dates)
  })

  test('days and months in the order that is asked for, where both are possible', () => {
    expect(said('03/04/2020 - 05/06/2021')).toBe('2020-04..2021-06')
    expect(said('03/04/2020 - 05/06/2021', true)).toBe('2020-03..2021-05')
    expect(said('25/04/2020', true)).toBe('2020-04..2020-04')
  })

  test('the span holds the words of the dates and leaves the others', () => {
    const text = 'Nurse, Jan 2019 – Present (expected), Leeds'
    const [dates] = findDates(text, CONTEXT)
    expect(text.slice(dates?.from, dates?.to)).toBe('Jan 2019 – Present (expected)')
  })

  test('a dash at the end is open and may go on', () => {
    expect(findDates('Mar 2019 –', CONTEXT)[0]).toMatchObject({ end: 'present', dangling: true })
    expect(findDates('Mar 2019', CONTEXT)[0]).toMatchObject({ single: true, dangling: false })
  })

  test('two dates of one line are two', () => {
    expect(findDates('Analyst 2012 – 2014, Lead 2014 – 2018', CONTEXT).map(found => found.end)).toEqual([
      '2014',
      '2018',
    ])
  })

  test('any text: spans in order and within it, dates in their form', () => {
    const words = [
      '2019',
      '03',
      '/',
      '-',
      ' – ',
      'Jan',
      ' ',
      '.',
      'bis',
      'to',
      "'",
      '19',
      'présent',
      'heute',
      '(',
      ')',
      'x',
      ',',
    ]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...words)).map(parts => parts.join('')),
        ),
        text => {
          let past = 0
          for (const found of findDates(text, CONTEXT)) {
            expect(found.from).toBeGreaterThanOrEqual(past)
            expect(found.to).toBeLessThanOrEqual(text.length)
            past = found.to
            for (const date of [found.start, found.end])
              expect(date).toMatch(/^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|present|)$/)
          }
        },
      ),
    )
  })
})
