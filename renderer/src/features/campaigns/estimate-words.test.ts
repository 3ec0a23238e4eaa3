import { expect, test } from 'vitest'
import { CampaignDraft } from '../../../../main/contract/shapes.ts'
import { estimateText, wantsSomething } from './estimate-words.ts'

const estimate = (looked: number, known: number, matches: number, hidden = 0) =>
  estimateText({ looked, known, matches, hidden, best: [] }, 70)

test('says how many of which jobs would match, and what the rules hide', () => {
  expect(estimate(2000, 100_000, 214)).toBe(
    'About 214 of the newest 2,000 jobs would match with a score of 70 or more.',
  )
  expect(estimate(1204, 1204, 37, 12)).toBe(
    '37 of the 1,204 known jobs would match with a score of 70 or more. The rules hide 12.',
  )
  expect(estimate(1, 1, 0)).toBe('None of the one known job would match with a score of 70 or more.')
  expect(estimate(0, 0, 0)).toBe('No job is known yet, so nothing can be tried.')
})

test('a draft that only has a name wants nothing yet', () => {
  const draft = (change: object = {}) => CampaignDraft.parse({ name: 'A', ...change })
  expect(wantsSomething(draft({ salary_currency: 'GBP' }))).toBe(false)
  expect(wantsSomething(draft({ query: 'nurse' }))).toBe(true)
  expect(wantsSomething(draft({ rules: { remote_only: true } }))).toBe(true)
  expect(wantsSomething(draft({ seniority: ['lead'] }))).toBe(true)
})
