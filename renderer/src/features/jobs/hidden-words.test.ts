import { expect, test } from 'vitest'
import { CampaignId } from '../../../../main/contract/ids.ts'
import type { EligibilityReason } from '../../../../main/contract/ranking.ts'
import { hiddenReason, isHidden } from './hidden-words.ts'

const [first, second] = [CampaignId.parse(1), CampaignId.parse(2)]
const ranking = (campaignId: CampaignId, ...reasons: [EligibilityReason, string][]) => ({
  campaignId,
  explanation: { ineligible: reasons.map(([rule, reason]) => ({ rule, reason })) },
})

test('is the reason of the campaign whose score is shown', () => {
  const rankings = [ranking(first, ['salary', 'pays too little']), ranking(second, ['remote', 'Is on site.'])]
  expect(hiddenReason(rankings, second)).toBe('Is on site')
  expect(hiddenReason(rankings, null)).toBe('Pays too little')
})

test('counts further reasons, and says nothing where no rule speaks against the job', () => {
  const both = ranking(first, ['salary', 'Pays too little.'], ['remote', 'Is on site.'])
  expect(hiddenReason([ranking(second), both], second)).toBe('Pays too little and 1 more')
  expect(hiddenReason([ranking(second)], second)).toBeNull()
})

test('what the person acted on is not hidden', () => {
  expect(isHidden({ ineligible: true, status: 'waiting' })).toBe(true)
  expect(isHidden({ ineligible: true, status: 'applied' })).toBe(false)
  expect(isHidden({ ineligible: false, status: 'waiting' })).toBe(false)
})
