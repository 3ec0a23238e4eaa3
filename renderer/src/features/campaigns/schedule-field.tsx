import type { CampaignSchedule } from '../../../../main/contract/schedule.ts'
import { useSettings } from '../../app/use-settings.ts'
import { TimesField } from '../schedule/times-field.tsx'

/** When a campaign runs by itself: as the schedule says for all, at times of its own, or never. */
export function ScheduleField({
  value,
  onChange,
  error,
}: {
  value: CampaignSchedule
  onChange: (value: CampaignSchedule) => void
  error: string | undefined
}) {
  const { data: settings } = useSettings()
  return (
    <TimesField
      label="Runs by itself"
      value={value}
      onChange={onChange}
      off="Only by hand"
      standard={settings ? settings.scheduleIngestion : '04:00'}
      usual={settings?.scheduleIngestion ?? '04:00'}
      error={error}
    />
  )
}
