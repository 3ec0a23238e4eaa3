import type { Settings } from '../../../../main/contract/shapes.ts'
import { announce } from '../../app/announce.tsx'
import { queryClient } from '../../app/core.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { toast } from '../../ui/toast-store.ts'

/** Pauses everything that begins by itself, or lets it go on; the message offers the way back. */
export async function setSchedulePaused(paused: boolean): Promise<void> {
  await updateSettings({ schedulePaused: paused })
  const now = queryClient.getQueryData<Settings>(['settings', 'get', {}])
  if (now?.schedulePaused !== paused) return
  toast(paused ? 'The schedule is paused' : 'The schedule goes on', {
    description: paused ? 'Nothing begins by itself until you resume it.' : undefined,
    onUndo: () => updateSettings({ schedulePaused: !paused }),
  })
  announce(paused ? 'The schedule is paused' : 'The schedule goes on')
}

/** The settings that hold a time. */
export type TimeSetting = 'scheduleIngestion' | 'scheduleBriefing' | 'scheduleSummary'

/** Saves one of the times of the settings, with the way back; `null`: off. */
export async function saveTime(
  setting: TimeSetting,
  value: string | null,
  before: string | null,
): Promise<void> {
  await updateSettings({ [setting]: value })
  const now = queryClient.getQueryData<Settings>(['settings', 'get', {}])
  if (now?.[setting] !== value) return
  toast(value === null ? 'Switched off' : 'The time is saved', {
    onUndo: () => updateSettings({ [setting]: before }),
  })
}
