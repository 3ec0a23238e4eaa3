import type { MenuItemConstructorOptions } from 'electron'
import type { ScheduleView } from '../../contract/schedule.ts'
import type { Overview } from './overview.ts'

export interface TrayActs {
  open(): void
  openPath(path: string): void
  runAll(): void
  setPaused(paused: boolean): void
  quit(): void
}

/** When something happens next, as people say it: "today 04:00", "tomorrow 04:00", "Monday 04:00". */
export function whenText(at: Date, now: Date): string {
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate())
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000)
  if (days === 0) return `today ${time}`
  if (days === 1) return `tomorrow ${time}`
  if (days > 1 && days < 7) return `${at.toLocaleDateString('en-GB', { weekday: 'long' })} ${time}`
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`
}

/** What stands at the tray icon: "Rolecall", or with the number of unread notifications. */
export function trayTitle(unread: number): string {
  return unread === 0 ? 'Rolecall' : `Rolecall: ${unread} unread`
}

/** The menu of the tray icon. */
export function trayMenu(overview: Overview, now: Date, acts: TrayActs): MenuItemConstructorOptions[] {
  const { unread, activeCampaignIds, settings } = overview
  return [
    { id: 'open', label: 'Open Rolecall', click: acts.open },
    {
      id: 'unread',
      label: unread === 1 ? '1 unread notification' : `${unread} unread notifications`,
      visible: unread > 0,
      click: () => acts.openPath('/'),
    },
    { type: 'separator' },
    { id: 'next-run', label: nextText(overview, now), enabled: false },
    {
      id: 'run-all',
      label: 'Run all campaigns now',
      enabled: activeCampaignIds.length > 0,
      click: acts.runAll,
    },
    {
      id: 'pause',
      label: 'Pause schedule',
      type: 'checkbox',
      checked: settings.schedulePaused,
      click: () => acts.setPaused(!settings.schedulePaused),
    },
    { type: 'separator' },
    { id: 'quit', label: 'Quit Rolecall', click: acts.quit },
  ]
}

const MESSAGES = { briefing: 'morning briefing', summary: 'evening summary' } as const

/** Menus are narrow; a longer name of a campaign is cut. */
const NAME_LENGTH = 32

function nameOf({ kind, campaignName }: NonNullable<ScheduleView['next']>): string {
  if (kind !== 'ingestion') return MESSAGES[kind]
  const name = [...(campaignName ?? 'a campaign')]
  return name.length <= NAME_LENGTH ? name.join('') : `${name.slice(0, NAME_LENGTH - 1).join('')}…`
}

/** "Next: Backend Berlin tomorrow 04:00", "Next: morning briefing today 08:00". */
function nextText({ settings, next }: Overview, now: Date): string {
  if (settings.schedulePaused) return 'Schedule is paused'
  return next === null ? 'Nothing is scheduled' : `Next: ${nameOf(next)} ${whenText(new Date(next.at), now)}`
}
