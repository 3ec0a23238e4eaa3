import { TextField } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'

/** When a campaign runs by itself: each day at a local time, or never. */
export function ScheduleField({
  value,
  onChange,
  error,
}: {
  value: string | null
  onChange: (value: string | null) => void
  error: string | undefined
}) {
  return (
    <div className="flex flex-wrap items-start gap-4">
      <RadioGroup
        label="Collect"
        options={[
          { value: 'daily', label: 'Every day' },
          { value: 'hand', label: 'Only by hand' },
        ]}
        value={value === null ? 'hand' : 'daily'}
        onChange={choice => onChange(choice === 'hand' ? null : '04:00')}
      />
      {value === null ? null : (
        <TextField
          label="At (local time)"
          type="time"
          className="w-36"
          value={value}
          error={error}
          hint="If the computer sleeps then, it runs once after waking."
          onChange={event => onChange(event.target.value)}
        />
      )}
    </div>
  )
}
