import clsx from 'clsx'
import { useState } from 'react'
import type { CampaignSchedule } from '../../../../main/contract/schedule.ts'

import { TextField } from '../../ui/field.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { useSaidWhenQuiet } from '../campaigns/use-said-when-quiet.ts'
import { modeOf, shortAtText, type TimeMode, valueIn } from './schedule-words.ts'
import { useSchedulePreview } from './use-schedule-preview.ts'

/**
 * When something comes by itself: at a time of the day, by an expression, or not at all; for a campaign also as the
 * settings say. What it means is said below while it is typed.
 */
export function TimesField({
  label,
  value,
  onChange,
  off,
  standard,
  usual,
  error,
}: {
  label: string
  value: CampaignSchedule
  onChange: (value: CampaignSchedule) => void
  /** The words for never: "Off", "Only by hand". */
  off: string
  /** The time of the settings that can be followed, null where it is off; left out where there is none to follow. */
  standard?: string | null | undefined
  /** The time that a new choice begins with. */
  usual: string
  error?: string | undefined
}) {
  const [chosen, setChosen] = useState<{ mode: TimeMode; for: CampaignSchedule } | null>(null)
  // The mode that was pressed holds while its own value stands; a value from elsewhere brings its own mode.
  const mode = chosen !== null && chosen.for === value ? chosen.mode : modeOf(value)
  const choose = (next: TimeMode) => {
    const into = valueIn(next, value, usual)
    setChosen({ mode: next, for: into })
    onChange(into)
  }
  const type = (text: string) => {
    setChosen({ mode, for: text })
    onChange(text)
  }
  const own = mode === 'time' || mode === 'expression' ? (value ?? '') : null
  const meant = mode === 'standard' ? (standard ?? null) : own
  const { preview, isOld } = useSchedulePreview(meant)
  const problem = own === null ? undefined : (preview?.problem ?? undefined)
  const message = isOld ? problem : (problem ?? error)
  const words = preview && !preview.problem && !isOld ? preview.words : ''
  useSaidWhenQuiet(isOld ? '' : (message ?? words))
  return (
    <div className="flex flex-col gap-3">
      <RadioGroup
        label={label}
        options={[
          ...(standard === undefined
            ? []
            : [
                {
                  value: 'standard' as const,
                  label: `As in the schedule (${standard === null ? 'off' : standard})`,
                },
              ]),
          { value: 'time' as const, label: standard === undefined ? 'Every day' : 'At a time of its own' },
          { value: 'expression' as const, label: 'By an expression' },
          { value: 'off' as const, label: off },
        ]}
        value={mode}
        onChange={choose}
      />
      {mode === 'time' ? (
        <TextField
          label="Every day at"
          type="time"
          className="w-36"
          value={own ?? ''}
          error={message}
          onChange={event => type(event.target.value)}
        />
      ) : null}
      {mode === 'expression' ? (
        <TextField
          label="Expression"
          className="max-w-sm"
          spellCheck={false}
          value={own ?? ''}
          error={message}
          hint="Minute, hour, day of the month, month, day of the week: 0 4 * * 1-5 is 04:00 from Monday to Friday."
          onChange={event => type(event.target.value)}
        />
      ) : null}
      {mode === 'off' || meant === null ? null : (
        <Preview
          words={problem ? '' : (preview?.words ?? '')}
          next={problem ? [] : (preview?.next ?? [])}
          isOld={isOld}
        />
      )}
    </div>
  )
}

/** What the times mean, and when that is next; keeps its place while another answer comes. */
function Preview({ words, next, isOld }: { words: string; next: readonly string[]; isOld: boolean }) {
  const now = new Date()
  return (
    <div className={clsx('min-h-12 text-sm', isOld && 'opacity-60')} data-preview>
      {words === '' ? null : <p className="first-letter:uppercase">{words}</p>}
      {next.length > 0 ? (
        <p className="text-ink-2">
          Next: <span className="tabular-nums">{next.map(at => shortAtText(at, now)).join(' · ')}</span>
        </p>
      ) : null}
    </div>
  )
}
