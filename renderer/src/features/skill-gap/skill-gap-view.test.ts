import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CampaignId } from '../../../../main/contract/ids.ts'
import { SkillGapQuestion } from '../../../../main/contract/skill-gap.ts'
import {
  OPEN_FROM_CHOICES,
  PLAIN_VIEW,
  readSkillGapView,
  type SkillGapView,
  skillGapQuery,
  withTried,
} from './skill-gap-view.ts'

const read = (query: string) => readSkillGapView(new URLSearchParams(query))
const jobs = fc.oneof(
  fc.record({
    over: fc.constantFrom('all', 'campaign', 'favourites', 'applied'),
    campaignId: fc.constant(null),
  }),
  fc.record({
    over: fc.constant('campaign'),
    campaignId: fc.integer({ min: 1, max: 9999 }).map(id => CampaignId.parse(id)),
  }),
)
const views = fc
  .tuple(
    jobs,
    fc.record({
      kind: fc.constantFrom('technical', 'soft', 'any'),
      openFrom: fc.constantFrom(...OPEN_FROM_CHOICES),
      putAway: fc.boolean(),
      tried: fc.uniqueArray(fc.constantFrom('SQL', 'C++', 'C#', 'R & D', 'a=b', 'Ünïx'), { maxLength: 5 }),
    }),
  )
  .map(([chosen, more]) => ({ ...chosen, ...more }) as SkillGapView)

test('the view comes back from its address as it was written', () => {
  fc.assert(
    fc.property(views, view => {
      expect(read(skillGapQuery(view))).toEqual(view)
    }),
  )
  expect(skillGapQuery(PLAIN_VIEW)).toBe('?jobs=campaign')
})

test('what cannot be read counts as absent, and whatever an address says can be asked', () => {
  expect(read('jobs=none&kind=none&from=12&campaign=x&try=&try=%20')).toEqual(PLAIN_VIEW)
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ maxLength: 200 }), { maxLength: 90 }), (text, tried) => {
      const params = new URLSearchParams(text)
      for (const name of tried) params.append('try', name)
      expect(SkillGapQuestion.safeParse(readSkillGapView(params)).success).toBe(true)
    }),
  )
})

test('a skill is tried once, and not more than can be asked', () => {
  const once = withTried(PLAIN_VIEW, 'SQL', true)
  expect(withTried(once, 'SQL', true).tried).toEqual(['SQL'])
  expect(withTried(once, 'SQL', false).tried).toEqual([])
  const full = { ...PLAIN_VIEW, tried: Array.from({ length: 50 }, (_, index) => `S${index}`) }
  expect(withTried(full, 'SQL', true)).toBe(full)
})
