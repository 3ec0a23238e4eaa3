import { expect, test } from 'vitest'
import { loadDetector, loadLabelled, scoreDetection } from './lib/detection-score.ts'

/** Slightly below what the rules reach, so that a fall is seen. */
const FLOOR: Record<string, number> = {
  salary_low: 0.98,
  salary_high: 0.98,
  compensation_currency: 0.98,
  salary_period: 0.98,
  office_city: 0.97,
  office_province: 0.97,
  office_country: 0.97,
  remote_options: 0.98,
  job_type: 0.98,
  seniority_level: 0.98,
}

const labelled = loadLabelled()
if (labelled === null) console.log('skipped: no labelled postings in ../shared/data/postings')

test.skipIf(labelled === null)('the labelled postings are read as well as before', () => {
  const score = scoreDetection(loadDetector(), labelled ?? [])
  console.log(
    `detection: ${score.allRight} of ${score.postings} all right, pay ${score.payRight} of ${score.paid}; ` +
      score.facts.map(({ fact, accuracy }) => `${fact} ${accuracy.toFixed(3)}`).join(', '),
  )
  for (const { fact, accuracy } of score.facts)
    expect(accuracy, fact).toBeGreaterThanOrEqual(FLOOR[fact] ?? 1)
  expect(score.payRight).toBeGreaterThanOrEqual(105)
  expect(score.allRight).toBeGreaterThanOrEqual(210)
})
