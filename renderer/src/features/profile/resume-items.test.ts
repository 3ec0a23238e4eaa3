import { expect, test } from 'vitest'
import type { ResumeItem } from '../../../../main/contract/profile.ts'
import { fitting, groupsOf, takenAtFirst, textOfFile } from './resume-items.ts'

const item = (id: string, field: ResumeItem['field'], before: string | null): ResumeItem => ({
  id,
  field,
  before,
  after: id,
})
const proposal = {
  items: [
    item('name', 'name', 'Sam'),
    item('skills:go', 'skills', null),
    item('skills:sql', 'skills', 'SQL'),
    item('headline', 'headline', null),
  ],
  same: 0,
  remarks: [],
}

test('items stand by field, those that replace something apart from those that add', () => {
  expect(
    groupsOf(proposal).map(({ label, replaced, added }) => [label, replaced.length, added.length]),
  ).toEqual([
    ['Name', 1, 0],
    ['Skills', 1, 1],
    ['What you do', 0, 1],
  ])
})

test('at first only what is new is taken', () => {
  expect([...takenAtFirst(proposal)]).toEqual(['skills:go', 'headline'])
})

test.each([
  [new File([], 'a.json'), /empty/],
  [new File([new Uint8Array(3_000_000)], 'b.json'), /3 MB/],
  [new File([new Uint8Array([0xff, 0xfe, 0])], 'c.pdf'), /no text/],
  [new File(['x'.repeat(600_000)], 'd.json'), /longer/],
])('a file %# that cannot be a resume is refused before it is sent', async (file, words) => {
  expect(await textOfFile(file)).toEqual({ problem: expect.stringMatching(words) })
})

test.each([
  ['UTF-8', [0xef, 0xbb, 0xbf, 0x7b, 0x7d]],
  ['UTF-16, low byte first', [0xff, 0xfe, 0x7b, 0, 0x7d, 0]],
  ['UTF-16, high byte first', [0xfe, 0xff, 0, 0x7b, 0, 0x7d]],
])('a file in %s is read by its byte order mark', async (_, bytes) => {
  expect(await textOfFile(new File([new Uint8Array(bytes)], 'a.json'))).toEqual({ text: '{}' })
})

test('a text is measured by its letters and by its bytes', () => {
  expect(fitting('{}')).toEqual({ text: '{}' })
  expect(fitting('界'.repeat(450_000))).toEqual({ problem: expect.stringMatching(/longer/) })
})
