import { describe, expect, test } from 'vitest'
import type { SkillDemand, SkillGap } from '../../../../main/contract/skill-gap.ts'
import {
  coverageText,
  demandSentence,
  learnSentence,
  opensText,
  shareText,
  trendText,
  triedSentence,
} from './skill-gap-words.ts'

const skill = (name: string, more: Partial<SkillDemand> = {}): SkillDemand => ({
  ...{ name, kind: 'technical', jobs: 10, required: 8, monthly: [], have: false, tried: false },
  ...{ opens: 0, opensNext: 0, ...more },
})
const gap = (more: Partial<SkillGap> = {}): SkillGap => ({
  ...{ jobs: 60, asking: 50, requiring: 40, asked: 3, profile: 1, openFrom: 60, campaign: null },
  ...{ before: { coverage: 40, open: 4 }, after: { coverage: 40, open: 4 }, months: [] },
  ...{ skills: [], learn: [], tried: [], unknown: [], unasked: [], ...more },
})

test.each([
  [0, 0, '0 %'],
  [0, 9, '0 %'],
  [1, 3, '33 %'],
  [1, 1000, 'under 1 %'],
  [9, 9, '100 %'],
])('%i of %i is %s', (part, cases, text) => expect(shareText(part, cases)).toBe(text))

test('coverage is a dash where nothing is required', () => {
  expect(coverageText(null)).toBe('–')
  expect(coverageText(66.7)).toBe('67 %')
})

describe('what the chart says', () => {
  test.each([
    [[], 'These jobs name no skill of this kind.'],
    [
      [skill('SQL', { jobs: 21, have: true }), skill('Rust')],
      'SQL is asked for most, by 42 % of 50 jobs. You have 1 of the 2 most asked skills; Rust is the most asked that you lack, in 20 %.',
    ],
    [
      [skill('SQL')],
      'SQL is asked for most, by 20 % of 50 jobs. It is not in your profile. You have 0 of the 1 most asked skills.',
    ],
    [
      [skill('SQL', { have: true })],
      'SQL is asked for most, by 20 % of 50 jobs. You have 1 of the 1 most asked skills.',
    ],
  ])('case %#', (skills, sentence) => expect(demandSentence(gap({ skills }))).toBe(sentence))
})

describe('what to learn', () => {
  test.each([
    [gap({ requiring: 0 }), /None of these jobs requires/],
    [gap(), /at least 60 % .* All of these jobs are open to you/],
    [gap({ learn: [skill('SQL')] }), /No single skill opens one more/],
    [gap({ learn: [skill('SQL', { opens: 2 })], openFrom: 80 }), /at least 80 % .* for that skill alone/],
  ])('case %#', (view, words) => expect(learnSentence(view)).toMatch(words))
  test.each([
    [skill('SQL', { opens: 1, opensNext: 1 }), true, 'opens 1 job'],
    [skill('SQL', { opens: 2, opensNext: 5 }), true, 'opens 2 jobs, 5 after those you try'],
    [skill('SQL', { opens: 2, opensNext: 5 }), false, 'opens 2 jobs'],
    [skill('SQL', { opens: 2, tried: true }), true, 'opens 2 jobs'],
    [skill('SQL'), true, 'opens none alone'],
  ])('opened jobs, case %#', (row, others, text) => expect(opensText(row, others)).toBe(text))
})

test('trying is said with before and after', () => {
  const after = { coverage: 55.5, open: 9 }
  expect(triedSentence(gap({ after, tried: [skill('SQL'), skill('Go')] }))).toBe(
    'With SQL, Go: coverage 40 % to 56 %, 5 jobs more open.',
  )
  expect(triedSentence(gap())).toBe('')
})

test('a trend is told from the first to the last month with jobs', () => {
  const months = [0, 10, 0, 20, 0].map((jobs, index) => ({ month: `2026-0${index + 1}`, jobs }))
  expect(trendText([0, 1, 0, 10, 0], months)).toBe('February 2026 10 %, April 2026 50 %')
  expect(trendText([0, 1], months.slice(0, 2))).toBe('')
})
