import { expect, test } from 'vitest'
import type { CampaignStatistics } from '../../../../main/contract/shapes.ts'
import { runFigures, scoreClass, scoresSentence, statusSentence } from './statistics-words.ts'

const scores = (counts: number[], averageScore: number | null) =>
  scoresSentence({ scores: counts, averageScore } as CampaignStatistics)

test('scores: how many, how good, where most are', () => {
  expect(scores([0, 0, 0, 4, 20, 1180, 3, 1, 0, 0], 54.4)).toBe(
    '1,208 jobs ranked, 54 of 100 on average. Most are between 50 and 59 (1,180).',
  )
  expect(scores([0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 92)).toBe('1 job ranked, 92 of 100 on average.')
  expect(scores(Array(10).fill(0), null)).toBe('No job is ranked for this campaign yet.')
  expect([0, 4, 9].map(scoreClass)).toEqual(['0–9', '40–49', '90–100'])
})

test('runs: how often they go well, what they bring, and how good it is', () => {
  const figures = (total: number, succeeded: number, averageNew: number | null, score: number | null) =>
    runFigures({ total, succeeded, averageNew, last: [] }, score).map(([, value]) => value)
  expect(figures(0, 0, null, null)).toEqual(['0', '–', '–', '–'])
  expect(figures(12, 11, 24.26, 54.4)).toEqual(['12', '91 %', '24', '54'])
  expect(figures(2, 2, 1.25, 80)).toEqual(['2', '100 %', '1.3', '80'])
  // Never rounded up to a whole success.
  expect(figures(1000, 999, 3, 80)[1]).toBe('99 %')
})

test('statuses: what waits, what was sent, what is hidden', () => {
  const byStatus = {
    waiting: 40,
    approved: 2,
    preparing_to_apply: 0,
    applied: 3,
    interview: 1,
    offer: 0,
    accepted: 0,
    rejected: 4,
    archived: 0,
  }
  expect(statusSentence({ byStatus, hidden: 12 } as CampaignStatistics)).toBe(
    'Of 50 jobs: 40 wait, 4 applied for, 12 hidden by its rules.',
  )
})
