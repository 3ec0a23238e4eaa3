import { describe, expect, it } from 'vitest'
import { CampaignId } from '../../contract/ids.ts'
import { Settings } from '../../contract/shapes.ts'
import type { Overview } from './overview.ts'
import { trayMenu, trayTitle, whenText } from './tray-menu.ts'

const now = new Date(2026, 2, 4, 12, 0)
const acts = { open() {}, openPath() {}, runAll() {}, setPaused() {}, quit() {} }
const overview = (change: Partial<Overview>): Overview => ({
  unread: 0,
  settings: Settings.parse({}),
  next: null,
  activeCampaignIds: [],
  ...change,
})
const entry = (change: Partial<Overview>, id: string) =>
  trayMenu(overview(change), now, acts).find(one => one.id === id)

describe('whenText', () => {
  it.each([
    [new Date(2026, 2, 4, 20, 0), 'today 20:00'],
    [new Date(2026, 2, 5, 4, 0), 'tomorrow 04:00'],
    [new Date(2026, 2, 9, 4, 0), 'Monday 04:00'],
    [new Date(2026, 2, 14, 4, 5), '14 Mar 04:05'],
  ])('%s is %s', (at, text) => {
    expect(whenText(at, now)).toBe(text)
  })
})

describe('trayMenu', () => {
  it('says what comes next', () => {
    const at = new Date(2026, 2, 5, 4, 0).toISOString()
    const next = {
      kind: 'ingestion',
      campaignId: CampaignId.parse(1),
      campaignName: 'Backend Berlin',
      at,
    } as const
    const label = (change: Partial<Overview>) => entry(change, 'next-run')?.label
    expect(label({ next })).toBe('Next: Backend Berlin tomorrow 04:00')
    expect(label({ next: { ...next, campaignName: 'x'.repeat(80) } })).toBe(
      `Next: ${'x'.repeat(31)}… tomorrow 04:00`,
    )
    const message = { campaignId: null, campaignName: null, at: new Date(2026, 2, 4, 20, 0).toISOString() }
    expect(label({ next: { ...message, kind: 'summary' } })).toBe('Next: evening summary today 20:00')
    expect(label({ next: { ...message, kind: 'briefing' } })).toBe('Next: morning briefing today 20:00')
    expect(label({})).toBe('Nothing is scheduled')
    const settings = Settings.parse({ schedulePaused: true })
    expect(label({ next, settings })).toBe('Schedule is paused')
    expect(entry({ settings }, 'pause')?.checked).toBe(true)
  })

  it('offers only what can be done', () => {
    expect(entry({}, 'run-all')?.enabled).toBe(false)
    expect(entry({ activeCampaignIds: [CampaignId.parse(1)] }, 'run-all')?.enabled).toBe(true)
    expect(entry({}, 'unread')?.visible).toBe(false)
    expect(entry({ unread: 1 }, 'unread')).toMatchObject({ visible: true, label: '1 unread notification' })
  })
})

it('counts at the icon', () => {
  expect(trayTitle(0)).toBe('Rolecall')
  expect(trayTitle(3)).toBe('Rolecall: 3 unread')
})
