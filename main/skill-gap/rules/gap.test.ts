import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skillCode } from '../../ranking/rules/skill-codes.ts'
import { readAsked } from './asked.ts'
import { type GapInput, skillGapOf } from './gap.ts'
import { createVocabulary } from './vocabulary.ts'

interface Job {
  id?: number
  required?: string[]
  plus?: string[]
}

/** The gap of jobs that are written by names. */
function gap(jobs: readonly Job[], more: Partial<GapInput> = {}) {
  const names = [...new Set(jobs.flatMap(({ required = [], plus = [] }) => [...required, ...plus]))].sort()
  const vocabulary = createVocabulary(
    names.map((name, index) => ({ id: index + 1, name, kind: 'technical' })),
    'any',
  )
  const codes = (list: string[] = []) => list.map(name => skillCode(names.indexOf(name) + 1)).join('')
  const text = jobs
    .map((job, index) => `${job.id ?? index + 1} ${codes(job.required)} ${codes(job.plus)}`)
    .join(';')
  return skillGapOf({
    asked: readAsked(new TextEncoder().encode(text), jobs.length, vocabulary.placeOf, vocabulary.size),
    vocabulary,
    profile: [],
    tried: [],
    openFrom: 60,
    months: [],
    limit: 100,
    ...more,
  })
}
const named = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)

describe('demand', () => {
  it('counts jobs and those that require a skill, the most asked first', () => {
    const { skills, asking, requiring, asked } = gap([
      { required: ['SQL', 'Rust'] },
      { required: ['SQL'], plus: ['Rust'] },
      { plus: ['SQL'] },
      {},
    ])
    expect(skills).toMatchObject([
      { name: 'SQL', jobs: 3, required: 2 },
      { name: 'Rust', jobs: 2, required: 1 },
    ])
    expect({ asking, requiring, asked }).toEqual({ asking: 3, requiring: 2, asked: 2 })
  })
  it('answers only so many skills', () => {
    const { skills, asked } = gap([{ required: ['a', 'b', 'c'] }], { limit: 2 })
    expect(named(skills)).toEqual(['a', 'b'])
    expect(asked).toBe(3)
  })
  it('counts by month of finding; what is older is in no month', () => {
    const months = [
      { month: '2026-01', firstId: 10 },
      { month: '2026-02', firstId: 20 },
      { month: '2026-03', firstId: Number.MAX_SAFE_INTEGER },
    ]
    const { skills, months: counted } = gap(
      [
        { id: 9, required: ['SQL'] },
        { id: 10, required: ['SQL'] },
        { id: 19, plus: ['SQL', 'Rust'] },
        { id: 20, required: ['Rust'] },
      ],
      { months },
    )
    expect(counted).toEqual([
      { month: '2026-01', jobs: 2 },
      { month: '2026-02', jobs: 1 },
      { month: '2026-03', jobs: 0 },
    ])
    expect(skills).toMatchObject([
      { name: 'SQL', monthly: [2, 0, 0] },
      { name: 'Rust', monthly: [1, 1, 0] },
    ])
  })
})

describe('coverage and open jobs', () => {
  it('is the mean over the jobs that require something; a plus is not needed', () => {
    const { before } = gap(
      [{ required: ['SQL', 'Rust'], plus: ['Go'] }, { required: ['SQL'] }, { plus: ['Go'] }],
      {
        profile: ['sql'],
      },
    )
    expect(before).toEqual({ coverage: 75, open: 1 })
  })
  it.each([
    [60, ['a', 'b', 'c'], 1],
    [60, ['a', 'b'], 0],
    [40, ['a', 'b'], 1],
    [100, ['a', 'b', 'c', 'd'], 0],
    [100, ['a', 'b', 'c', 'd', 'e'], 1],
    [1, [], 0],
  ])('a job of five is open from %i %% with %j: %i', (openFrom, profile, open) => {
    expect(gap([{ required: ['a', 'b', 'c', 'd', 'e'] }], { profile, openFrom }).before.open).toBe(open)
  })
  it('is unknown where no job requires anything', () => {
    expect(gap([{ plus: ['SQL'] }], { profile: ['SQL'] }).before).toEqual({ coverage: null, open: 0 })
    expect(gap([]).before).toEqual({ coverage: null, open: 0 })
  })
})

describe('what to learn', () => {
  const jobs = [
    { required: ['SQL', 'Rust'] },
    { required: ['SQL', 'Rust'] },
    { required: ['Go', 'SQL', 'Rust', 'Perl', 'Ada'] },
    { required: ['Go'] },
    { required: ['SQL'] },
  ]
  it('is what opens most jobs by itself, never what the profile names', () => {
    const { learn, before } = gap(jobs, { profile: ['SQL'] })
    expect(before.open).toBe(1)
    expect(learn).toMatchObject([
      { name: 'Rust', opens: 2 },
      { name: 'Go', opens: 1 },
      { name: 'Ada', opens: 0 },
      { name: 'Perl', opens: 0 },
    ])
  })
  it('names five at most', () => {
    expect(gap([{ required: [...'abcdefgh'] }]).learn).toHaveLength(5)
  })
  it('leaves out what only open jobs require', () => {
    expect(gap([{ required: ['a', 'b', 'c'] }], { profile: ['a', 'b'] }).learn).toEqual([])
  })
})

describe('trying skills', () => {
  const jobs = [{ required: ['SQL', 'Rust'] }, { required: ['SQL', 'Rust', 'Go'] }, { required: ['Go'] }]
  it('shows before and after, and what one more would open besides', () => {
    const { before, after, tried, skills, learn } = gap(jobs, { profile: ['sql'], tried: ['RUST'] })
    expect(before).toEqual({ coverage: 27.8, open: 0 })
    expect(after).toEqual({ coverage: 55.6, open: 2 })
    expect(tried).toMatchObject([{ name: 'Rust', tried: true, have: false, opens: 2, opensNext: 0 }])
    expect(skills.find(({ name }) => name === 'Go')).toMatchObject({ tried: false, opens: 2, opensNext: 1 })
    expect(named(learn)).toEqual(['Go', 'Rust'])
  })
  it('changes nothing for what the profile names, and says what no job asks for', () => {
    const { before, after, tried, unknown } = gap(jobs, {
      profile: ['SQL'],
      tried: ['sql', 'Juggling', 'Juggling'],
    })
    expect(after).toEqual(before)
    expect(tried).toEqual([])
    expect(unknown).toEqual(['Juggling'])
  })
  it('names skills of the profile that no job asks for', () => {
    expect(gap(jobs, { profile: ['Juggling', 'sql', 'Go', ''] }).unasked).toEqual(['Juggling', ''])
  })
})

describe('whatever the jobs are', () => {
  const some = fc.subarray([...'abcdefghijkl'])
  const jobs = fc.array(fc.record({ required: some, plus: some }), { maxLength: 40 })
  const openFrom = fc.integer({ min: 1, max: 100 })
  const check = (property: fc.IRawProperty<unknown>) => fc.assert(property, { numRuns: 200 })

  it('bounds hold, and trying never takes away', () => {
    check(
      fc.property(jobs, some, some, openFrom, (asked, profile, tried, from) => {
        const view = gap(asked, { profile, tried, openFrom: from })
        const { before, after, requiring, asking, skills, learn } = view
        for (const { coverage, open } of [before, after]) {
          expect(open).toBeLessThanOrEqual(requiring)
          expect(coverage ?? 0).toBeGreaterThanOrEqual(0)
          expect(coverage ?? 0).toBeLessThanOrEqual(100)
        }
        expect(after.open).toBeGreaterThanOrEqual(before.open)
        expect(after.coverage ?? 0).toBeGreaterThanOrEqual(before.coverage ?? 0)
        for (const skill of skills) {
          expect(skill.required).toBeLessThanOrEqual(skill.jobs)
          expect(skill.jobs).toBeLessThanOrEqual(asking)
          if (skill.have) expect(skill.opens).toBe(0)
        }
        for (const { have } of learn) expect(have).toBe(false)
      }),
    )
  })
  it('each number of opened jobs is what knowing the skill opens', () => {
    check(
      fc.property(jobs, some, openFrom, (asked, profile, from) => {
        const { before, learn } = gap(asked, { profile, openFrom: from })
        for (const { name, opens } of learn) {
          const knowing = gap(asked, { profile: [...profile, name], openFrom: from })
          expect(knowing.before.open - before.open).toBe(opens)
        }
      }),
    )
  })
  it('the order of the jobs changes nothing', () => {
    check(
      fc.property(jobs, some, some, openFrom, (asked, profile, tried, from) => {
        const given = { profile, tried, openFrom: from }
        expect(JSON.stringify(gap(asked.toReversed(), given))).toBe(JSON.stringify(gap(asked, given)))
      }),
    )
  })
})
