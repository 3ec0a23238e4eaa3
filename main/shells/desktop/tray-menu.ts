import type { MenuItemConstructorOptions } from 'electron'
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
  const { unread, nextRunAt, activeCampaignIds, settings } = overview
  return [
    { id: 'open', label: 'Open Rolecall', click: acts.open },
    {
      id: 'unread',
      label: unread === 1 ? '1 unread notification' : `${unread} unread notifications`,
      visible: unread > 0,
      click: () => acts.openPath('/'),
    },
    { type: 'separator' },
    { id: 'next-run', label: nextRunText(overview, now), enabled: false },
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

  function nextRunText(of: Overview, at: Date): string {
    if (of.settings.schedulePaused) return 'Schedule is paused'
    return nextRunAt === null ? 'No run is scheduled' : `Next run: ${whenText(new Date(nextRunAt), at)}`
  }
}
