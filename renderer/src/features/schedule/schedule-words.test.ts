import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CampaignId } from '../../../../main/contract/ids.ts'
import type { ScheduleEntry } from '../../../../main/contract/schedule.ts'
import { atText, modeOf, nextLine, noRunWords, slotText, valueIn } from './schedule-words.ts'

const now = new Date(2026, 10, 21, 18, 30)
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()

const entry = (more: Partial<ScheduleEntry>): ScheduleEntry => ({
  kind: 'ingestion',
  campaignId: CampaignId.parse(1),
  campaignName: 'Backend Berlin',
  schedule: '04:00',
  standard: true,
  words: 'every day at 04:00',
  nextAt: at(22, 4),
  resting: null,
  last: null,
  ...more,
})

test('moments are said as people say them', () => {
  expect(atText(at(21, 20), now)).toBe('today at 20:00')
  expect(atText(at(22, 4), now)).toBe('tomorrow at 04:00')
  expect(atText(at(24, 4), now)).toBe('Tuesday, 24 November at 04:00')
  expect(slotText('2026-11-20T04:00', now)).toBe('Yesterday 04:00')
  expect(slotText('2026-11-10T04:00', now)).toBe('Tue, 10 Nov 04:00')
})

test('the next line names what comes first, and how many come with it', () => {
  const next = {
    kind: 'ingestion',
    campaignId: CampaignId.parse(1),
    campaignName: 'Backend Berlin',
    at: at(22, 4),
  } as const
  expect(nextLine({ next: null, entries: [] }, now)).toBeNull()
  expect(nextLine({ next, entries: [entry({})] }, now)).toBe('Backend Berlin, tomorrow at 04:00')
  const other = entry({ campaignId: CampaignId.parse(2), campaignName: 'Rust' })
  expect(nextLine({ next, entries: [entry({}), other] }, now)).toBe(
    'Backend Berlin and 1 more campaign, tomorrow at 04:00',
  )
  const summary = { kind: 'summary', campaignId: null, campaignName: null, at: at(21, 20) } as const
  expect(nextLine({ next: summary, entries: [] }, now)).toBe('evening summary, today at 20:00')
})

test('a campaign that does not run by itself says why', () => {
  const campaign = { state: 'active' as const, draft: { schedule: 'standard' as const }, sources: [{}] }
  expect(noRunWords({ ...campaign, state: 'paused' })).toBe('paused')
  expect(noRunWords({ ...campaign, draft: { schedule: null } })).toBe('by hand')
  expect(noRunWords({ ...campaign, sources: [] })).toBe('without source')
  expect(noRunWords(campaign)).toBe('not planned')
})

test('a way of choosing takes over what it can of the value before', () => {
  expect(valueIn('expression', '04:30', '04:00')).toBe('30 4 * * *')
  expect(valueIn('time', '30 4 * * *', '04:00')).toBe('04:30')
  expect(valueIn('time', '0 4 * * 1-5', '05:00')).toBe('05:00')
  expect(valueIn('time', null, '05:00')).toBe('05:00')
  expect(valueIn('off', '04:00', '04:00')).toBeNull()
  expect(valueIn('standard', '04:00', '04:00')).toBe('standard')
})

test('a time of day goes to an expression and back without a loss', () => {
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
      const time = `${two(hour)}:${two(minute)}`
      const expression = valueIn('expression', time, '00:00')
      expect(modeOf(expression)).toBe('expression')
      expect(valueIn('time', expression, '00:00')).toBe(time)
    }),
  )
})
