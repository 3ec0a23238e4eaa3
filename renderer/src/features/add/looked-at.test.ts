import { expect, test } from 'vitest'
import { lookedAtCampaign } from './looked-at.ts'

test.each([
  ['/jobs', '?campaign=3', 3],
  ['/jobs/12', '?q=rust&campaign=3', 3],
  ['/campaigns/4', '', 4],
  ['/campaigns/4/edit', '', 4],
  ['/campaigns/new', '', null],
  ['/jobs', '', null],
  ['/jobs', '?campaign=x', null],
  ['/settings', '?campaign=3', null],
])('%s%s is campaign %s', (pathname, search, campaign) => {
  expect(lookedAtCampaign(pathname, search)).toBe(campaign)
})
