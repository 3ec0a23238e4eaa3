import { Pause, Play } from 'lucide-react'
import { useCommands } from '../../app/commands.ts'
import { useSettings } from '../../app/use-settings.ts'
import { setSchedulePaused } from '../schedule/schedule-acts.ts'
import { useRunActs } from './use-run-acts.ts'

/** What can be done to all runs from everywhere; stands once, in the frame. */
export function RunCommands() {
  const acts = useRunActs()
  const { data: settings } = useSettings()
  const paused = settings?.schedulePaused ?? false
  const group = 'Runs'
  useCommands([
    {
      id: 'runs.runAll',
      title: 'Run all campaigns now',
      group,
      icon: Play,
      keywords: 'collect ingestion refresh',
      run: () => void acts.runAll(),
    },
    {
      id: 'schedule.pause',
      title: paused ? 'Resume the schedule' : 'Pause the schedule',
      group,
      icon: paused ? Play : Pause,
      keywords: 'automatic background',
      run: () => void setSchedulePaused(!paused),
    },
  ])
  return null
}
