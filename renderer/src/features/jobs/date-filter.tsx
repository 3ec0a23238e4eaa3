import { TextField } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { dayField, dayStart, foundIn, lastDay, type Span, sinceOf, spanOf } from './filter-dates.ts'
import type { JobsView } from './jobs-view.ts'

const FOUND: readonly { value: Span; label: string }[] = [
  { value: 'any', label: 'Any' },
  { value: 'today', label: 'Today' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: 'custom', label: 'Days' },
]
const POSTED = FOUND.filter(one => one.value !== 'today')

interface FilterProps {
  view: JobsView
  onChange: (view: JobsView) => void
}

/** When a job was found: spans that end now, or days from and to. */
export function FoundFilter({ view, onChange }: FilterProps) {
  const span = spanOf(view.foundSince, view.foundUntil, new Date())
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Found"
        options={FOUND}
        value={span}
        onChange={next => onChange(foundIn(view, next, new Date()))}
      />
      {span === 'custom' ? (
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label="From"
            type="date"
            max={lastDay(view.foundUntil) || undefined}
            value={dayField(view.foundSince)}
            onChange={event => onChange({ ...view, foundSince: dayStart(event.target.value) })}
          />
          <TextField
            label="To"
            type="date"
            min={dayField(view.foundSince) || undefined}
            value={lastDay(view.foundUntil)}
            onChange={event => onChange({ ...view, foundUntil: dayStart(event.target.value, 1) })}
          />
        </div>
      ) : null}
    </div>
  )
}

/** When a posting was published; postings that do not say are left out. */
export function PostedFilter({ view, onChange }: FilterProps) {
  const span = spanOf(view.postedSince, null, new Date())
  return (
    <div className="flex flex-col gap-2">
      <RadioGroup
        label="Posted"
        options={POSTED}
        value={span === 'today' ? 'custom' : span}
        onChange={next =>
          onChange({ ...view, postedSince: sinceOf(next === 'custom' ? 'today' : next, new Date()) })
        }
      />
      {span === 'custom' || span === 'today' ? (
        <TextField
          label="Posted since"
          type="date"
          value={dayField(view.postedSince)}
          onChange={event => onChange({ ...view, postedSince: dayStart(event.target.value) })}
        />
      ) : null}
    </div>
  )
}
