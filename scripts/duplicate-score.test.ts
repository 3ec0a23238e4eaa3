import { describe, expect, it } from 'vitest'
import { duplicatePreparer, loadPairs, scorePairs } from './lib/duplicate-score.ts'

const pairs = loadPairs()
if (pairs === null) console.log('The labelled pairs are not beside this checkout: their test is skipped.')

describe.skipIf(pairs === null)('labelled pairs', () => {
  it.each([
    ['as they came', false, 0.95],
    ['without their addresses', true, 0.65],
  ])('%s are joined with hardly a wrong one', (_, hideUrl, least) => {
    const sure = (pairs ?? []).filter(({ ambiguous }) => !ambiguous)
    const { precision, recall } = scorePairs(sure, duplicatePreparer(), hideUrl)
    expect(precision).toBeGreaterThanOrEqual(0.995)
    expect(recall).toBeGreaterThanOrEqual(least)
  })
})
