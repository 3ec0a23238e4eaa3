import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ResumeJob, ResumeSchool } from '../../contract/resumes.ts'
import { readEducation } from './education.ts'
import { readExperience } from './experience.ts'
import type { Line } from './layout.ts'
import { section, written } from './test-support/written.ts'

const CONTEXT = { language: 'en', today: '2026-11-22' } as const

describe('what stands under an entry', () => {
  const [first, second] = readExperience(
    [
      section(
        'experience',
        `
**Staff Nurse** || May 2017 – Present
_Harbour View Hospital_ || Portsmouth, UK
  - Cared for forty patients a day on two wards, with all that
  this means for a team of nine
  - Trained new colleagues
**Healthcare Assistant** || Jan 2014 – Apr 2017
_Oakfield Care Home_ || Southampton, UK
Helped residents with washing and meals, and kept the
books of the kitchen.`,
      ),
    ],
    CONTEXT,
  )

  test('bullets, with their wrapped lines joined', () => {
    expect(first?.value.bullets).toEqual([
      'Cared for forty patients a day on two wards, with all that this means for a team of nine',
      'Trained new colleagues',
    ])
    expect(second?.value.bullets).toEqual([
      'Helped residents with washing and meals, and kept the books of the kitchen.',
    ])
  })

  test('places, and the lines that head it as proof', () => {
    expect(first?.value.place).toBe('Portsmouth, UK')
    expect(first?.spots.map(spot => spot.quote)).toEqual([
      'Staff Nurse May 2017 – Present',
      'Harbour View Hospital Portsmouth, UK',
    ])
  })

  test('a complete entry is surer than one that lacks its company', () => {
    const [lone] = readExperience([section('experience', 'Something, 2019 – 2020')], CONTEXT)
    expect(first?.confidence).toBeGreaterThan(lone?.confidence ?? 1)
  })
})

describe('sections', () => {
  test('only those of work are read', () => {
    const sketch = '**Treasurer** || 2019 – 2020\nChess Club'
    expect(readExperience([section('volunteering', sketch), section('projects', sketch)], CONTEXT)).toEqual(
      [],
    )
    expect(readExperience([section('experience', sketch)], CONTEXT)).toHaveLength(1)
  })

  test('one that goes on after a page has one order of entries', () => {
    const [a, b] = [
      '**Cook** || 2019 – 2020\nBlue Door\n  - Grill',
      '  - Fish\n**Waiter** || 2017 – 2019\nRed Door',
    ]
    const read = readExperience([section('experience', a ?? ''), section('experience', b ?? '')], CONTEXT)
    expect(read.map(job => job.value.bullets)).toEqual([['Grill', 'Fish'], []])
    expect(read.map(job => job.value.company)).toEqual(['Blue Door', 'Red Door'])
  })

  test('days before months as the résumé writes them', () => {
    const [job] = readExperience(
      [section('experience', 'Clerk, Post Office || 03/04/2019 – 25/12/2020')],
      CONTEXT,
    )
    expect(job?.value).toMatchObject({ start: '2019-04', end: '2020-12' })
  })
})

describe('what does not fit on its line', () => {
  const read = (sketch: string) =>
    readExperience([section('experience', sketch)], CONTEXT).map(
      ({ value }) => `${value.company} | ${value.title} | ${value.start}..${value.end}`,
    )

  test('dates in a narrow margin', () => {
    expect(
      read(
        'Mar 2017 to Oct || **Roofer**\n2020 || Slate & Sons, Leeds\nJan 2014 to Feb || **Labourer**\n2017 || Kiln Yard, York',
      ),
    ).toEqual(['Slate & Sons | Roofer | 2017-03..2020-10', 'Kiln Yard | Labourer | 2014-01..2017-02'])
  })

  test('dates in brackets at the end of a line', () => {
    expect(
      read(
        'Roofer, Slate & Sons, Leeds, UK (Mar 2017 – Oct\n2020)\nLabourer, Kiln Yard, York, UK (Jan 2014 –\nFeb 2017)',
      ),
    ).toEqual(['Slate & Sons | Roofer | 2017-03..2020-10', 'Kiln Yard | Labourer | 2014-01..2017-02'])
  })

  test('the name of a house', () => {
    expect(
      read(
        '**Porter** || 2019 – 2020\nSaint Alban General\nHospital, Leeds, UK\n**Cook** || 2017 – 2019\nOld Mill, Leeds, UK',
      ),
    ).toEqual(['Saint Alban General Hospital | Porter | 2019..2020', 'Old Mill | Cook | 2017..2019'])
  })

  test('bullets whose marks were lost stand further in than what heads entries', () => {
    const [job] = readExperience(
      [
        section(
          'experience',
          '**Ward Clerk** – Oakfield || 2019 – 2020\n  Order for forty beds\n  Rota of two wards\n**Porter** – Oakfield || 2017 – 2019\n  Care of the stores',
        ),
      ],
      CONTEXT,
    )
    expect(job?.value).toMatchObject({ company: 'Oakfield', title: 'Ward Clerk' })
    expect(job?.value.bullets.join(' ')).toContain('Order for forty beds')
  })
})

describe('any lines', () => {
  const word = fc.constantFrom(
    'Engineer',
    'GmbH',
    'Berlin',
    '2019',
    '–',
    'present',
    'University',
    'BSc',
    ',',
    '|',
    '(',
    ')',
    'at',
    'Jan',
    '03/2020',
    'led',
    'Led',
    'Client:',
    '•',
    'x',
    '12',
    'é',
    '．',
    '\u200b',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(word, { maxLength: 12 }).map(words => words.join(' ')),
  )
  const line: fc.Arbitrary<Line> = fc
    .record({
      text,
      bold: fc.boolean(),
      bullet: fc.boolean(),
      boxed: fc.boolean(),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      gap: fc.constantFrom(null, 0, 0.5, 2),
      column: fc.constantFrom(0, 1, 2),
      cells: fc.array(text, { maxLength: 3 }),
    })
    .map(({ text: said, bold, bullet, boxed, x, gap, column, cells }) => ({
      text: cells.length > 0 ? cells.join(' ') : said,
      runs: [{ text: said, bold, italic: !bold, link: null }],
      page: 1,
      box: boxed ? { x, y: x, width: 0.3, height: 0.01 } : null,
      size: boxed ? 10 : null,
      column,
      bullet,
      heading: null,
      cells: cells.length > 0 ? cells : [said],
      gap,
    }))

  test('give valid entries or none', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), lines => {
        for (const { value, confidence } of readExperience(
          [{ kind: 'experience', title: null, lines }],
          CONTEXT,
        )) {
          expect(ResumeJob.safeParse(value).success).toBe(true)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        for (const { value } of readEducation([{ kind: 'education', title: null, lines }], CONTEXT))
          expect(ResumeSchool.safeParse(value).success).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('however many: the first hundred positions are read', () => {
    const entry = '**Nurse** || 2010 – 2012\nOakfield Care Home, Leeds\n  - Cared for people\n'
    const lines = written(entry.repeat(3000))
    expect(readExperience([{ kind: 'experience', title: null, lines }], CONTEXT)).toHaveLength(100)
  })

  test('however long and however odd', () => {
    for (const part of [
      '(',
      'a, ',
      '2019 – ',
      ' – ',
      'Jan ',
      "'19 ",
      '| ',
      '12/',
      ' at X',
      'Aa',
      '..',
      'é',
      '[x',
      '1.',
    ]) {
      const long = part.repeat(20_000)
      const lines = written(`${long}\n${long.slice(0, 150)} || 2019 – 2020\n${long.slice(0, 150)}`)
      expect(readExperience([{ kind: 'experience', title: null, lines }], CONTEXT).length).toBeLessThan(5)
      expect(readEducation([{ kind: 'education', title: null, lines }], CONTEXT).length).toBeLessThan(5)
    }
  })
})
