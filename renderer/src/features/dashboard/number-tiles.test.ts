import { expect, test } from 'vitest'
import { CampaignId } from '../../../../main/contract/ids.ts'
import { CampaignDraft, type CampaignView, type DashboardView } from '../../../../main/contract/shapes.ts'
import { readJobsView } from '../jobs/jobs-view.ts'
import { numberTiles } from './number-tiles.ts'

const today = '2026-11-21T00:00:00.000Z'
const since = '2026-10-23T00:00:00.000Z'
const view = {
  newToday: 12,
  newMatchesToday: 1000,
  activeCampaigns: 2,
  campaigns: 3,
  found: 1208,
  applied: 7,
  favourites: 1,
  averageFit: 61.6,
  inRange: { found: 300, approved: 0, rejected: 0, applied: 0, interview: 0, offer: 0 },
  followUps: 2,
  stale: 0,
} as DashboardView
const campaign: CampaignView = {
  id: CampaignId.parse(4),
  draft: CampaignDraft.parse({ name: 'Backend', alert_threshold: 75 }),
  state: 'paused',
  createdAt: today,
  found: 0,
  matches: 0,
  bestScore: null,
  sources: [],
  lastRun: null,
  nextRunAt: null,
}
const tiles = (of: CampaignView | null) =>
  new Map(
    numberTiles(view, { campaign: of, range: '30', today, since }).map(tile => [
      tile.label,
      { ...tile, jobs: readJobsView(new URL(tile.to, 'http://a.example').searchParams) },
    ]),
  )

test('every number leads to the list that it counts', () => {
  const all = tiles(null)
  expect(all.get('New today')).toMatchObject({
    value: '12',
    note: '300 in 30 days',
    jobs: { foundSince: today, statuses: [] },
  })
  expect(all.get('New matches')).toMatchObject({
    value: '1,000+',
    jobs: { statuses: ['waiting'], foundSince: today, sort: 'score' },
  })
  expect(all.get('Campaigns')).toMatchObject({ value: '2', note: 'active of 3', to: '/campaigns' })
  expect(all.get('Applied')).toMatchObject({ value: '7', note: 'of 1,208 found' })
  expect(all.get('Average fit')).toMatchObject({ value: '62', jobs: { foundSince: since } })
  expect(all.get('Favourites')).toMatchObject({ note: 'job kept', jobs: { favourite: true } })
  expect(all.get('Follow-ups due')?.to).toBe('/applications/follow-ups')
})

test('the numbers of one campaign lead to its jobs', () => {
  const one = tiles(campaign)
  expect(one.get('New today')?.jobs.foundBy).toEqual([4])
  expect(one.get('New matches')?.jobs).toMatchObject({ campaignId: 4, minScore: 75, statuses: ['waiting'] })
  expect(one.get('Campaign')).toMatchObject({ value: 'Paused', to: '/campaigns/4' })
  expect(one.get('Favourites')?.jobs).toMatchObject({ favourite: true, foundBy: [4] })
})
