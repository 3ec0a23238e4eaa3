import { TextField } from '../../../ui/field.tsx'

interface TimeFieldProps {
  label: string
  hideLabel?: boolean
  hint?: string
  error?: string | undefined
  /** As the field writes it; '' for none. */
  value: string
  onChange: (value: string) => void
  className?: string
}

/** A local date and time, as `toField` and `fromField` write it. */
export function MomentField({ onChange, ...rest }: TimeFieldProps) {
  return (
    <TextField
      {...rest}
      type="datetime-local"
      max="9999-12-31T23:59"
      onChange={event => onChange(event.target.value)}
    />
  )
}

/** A calendar day, YYYY-MM-DD. */
export function DayField({ onChange, ...rest }: TimeFieldProps) {
  return <TextField {...rest} type="date" max="9999-12-31" onChange={event => onChange(event.target.value)} />
}
