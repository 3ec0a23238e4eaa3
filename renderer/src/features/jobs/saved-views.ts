import type { PresetShortcut, PresetView } from '../../../../main/contract/presets.ts'
import { filterOf, type JobsView, jobsQuery, viewOf } from './jobs-view.ts'

/** Saved views against the one that is shown. */

export const SHORTCUTS: readonly PresetShortcut[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** The view that a saved one shows. */
export const savedView = (preset: Pick<PresetView, 'filter' | 'sort' | 'reversed'>): JobsView =>
  viewOf(preset.filter, preset.sort, preset.reversed)

/** True where a saved view shows the same jobs in the same order. */
export function isShown(preset: Pick<PresetView, 'filter' | 'sort' | 'reversed'>, view: JobsView): boolean {
  const now = viewOf(filterOf(view), view.sort, view.reversed)
  return jobsQuery(savedView(preset)) === jobsQuery(now)
}

/** The first digit that opens no saved view yet; null when all are taken. */
export function freeShortcut(presets: readonly Pick<PresetView, 'shortcut'>[]): PresetShortcut | null {
  return SHORTCUTS.find(one => !presets.some(preset => preset.shortcut === one)) ?? null
}
