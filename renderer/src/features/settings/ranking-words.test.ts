import { expect, test } from 'vitest'
import { followersText } from './ranking-words.ts'

test.each([
  [0, 0, 'These weights count for every campaign that you create.'],
  [1, 1, 'These weights count for your campaign.'],
  [3, 3, 'These weights count for all campaigns.'],
  [1, 0, 'Your campaign has weights of its own, so these count for new ones only.'],
  [2, 0, 'All campaigns have weights of their own, so these count for new ones only.'],
  [4, 3, 'These weights count for 3 of 4 campaigns; 1 has weights of its own.'],
  [4, 1, 'These weights count for 1 of 4 campaigns; 3 have weights of their own.'],
])('%i campaigns, %i follow', (campaigns, followers, text) => {
  expect(followersText(campaigns, followers)).toBe(text)
})
