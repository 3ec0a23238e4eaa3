import { describe, expect, it } from 'vitest'
import type { ReviewItem } from '../../../../../main/contract/resumes.ts'
import { atFirst, faultAt, faultsOf, reviewGroups, takenItems } from './review-items.ts'

const item = (change: Partial<ReviewItem>): ReviewItem => ({
  id: 'name:1',
  field: 'name',
  before: null,
  after: 'Robin Hale',
  confidence: 0.9,
  spots: [],
  editable: true,
  parts: [],
  origin: 'pattern',
  ...change,
})

describe('what is chosen at first', () => {
  it.each([
    [{}, 'take'],
    [{ confidence: 0.6 }, 'take'],
    [{ confidence: 0.59 }, 'open'],
    [{ before: 'Sam' }, 'open'],
  ] as const)('of %j is %s', (change, state) => {
    expect(atFirst(item(change)).state).toBe(state)
  })
})

it('saves what is taken, with the words of the person', () => {
  const items = [
    item({}),
    item({ id: 'b', before: 'x' }),
    item({ id: 'c' }),
    item({ id: 'd', confidence: 0.1 }),
  ]
  expect(
    takenItems(items, {
      b: { state: 'take', edit: { text: 'mine' } },
      c: { state: 'refuse' },
      gone: { state: 'take' },
    }),
  ).toEqual([{ id: 'name:1' }, { id: 'b', text: 'mine' }])
})

it('groups things under headings and leaves out empty ones', () => {
  const groups = reviewGroups([
    item({ id: 's', field: 'skills' }),
    item({}),
    item({ id: 'e', field: 'experience' }),
  ])
  expect(groups.map(({ title, items }) => [title, items.length])).toEqual([
    ['About you', 1],
    ['Positions', 1],
    ['Skills', 1],
  ])
})

describe('what a person writes', () => {
  const position = item({ field: 'experience' })
  it.each([
    [
      position,
      { parts: { title: 'Lead', company: '', start: '2019-03', end: 'present', bullets: 'a\n\nb' } },
      {},
    ],
    [position, { parts: { title: '', company: ' ' } }, { company: expect.stringMatching(/who it was for/) }],
    [
      position,
      { parts: { title: 'Lead', start: 'March', end: '2020-13' } },
      { start: expect.stringMatching(/2021-04/), end: expect.stringMatching(/2021-04/) },
    ],
    [item({ field: 'email' }), { text: 'robin' }, { text: expect.stringMatching(/name@example/) }],
    [item({}), { text: '  ' }, { text: expect.stringMatching(/leave it out/) }],
    [item({ field: 'skills' }), { text: 'Go' }, {}],
  ])('is checked at its field: %#', (of, edit, faults) => {
    expect(faultsOf(of, edit)).toEqual(faults)
  })
  it.each([
    ['take.1.parts.start', { id: 'b', part: 'start' }],
    ['take.0.text', { id: 'a', part: 'text' }],
    ['take.7.text', null],
    ['versionId', null],
    [undefined, null],
  ])('that is refused as %s is found', (field, found) => {
    expect(faultAt(field, [{ id: 'a' }, { id: 'b' }])).toEqual(found)
  })
})
