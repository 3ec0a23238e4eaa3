import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { CampaignSchedule } from '../../../../main/contract/schedule.ts'
import { STANDARD_SCHEDULE } from '../../../../main/contract/schedule.ts'
import type { CampaignView, Settings } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { useNow } from '../../ui/when.tsx'
import { saveTime } from './schedule-acts.ts'
import type { ScheduleLine } from './schedule-lines.ts'
import { atText, OUTCOME_LABELS, RESTING_WORDS, slotText } from './schedule-words.ts'
import { TimesField } from './times-field.tsx'

/** One line of the schedule: its times in words, when it comes next, how it last went; changed in place. */
export function ScheduleLineRow({
  line,
  settings,
  campaigns,
}: {
  line: ScheduleLine
  settings: Settings
  campaigns?: readonly CampaignView[]
}) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus()
    wasOpen.current = open
  }, [open])
  const { title, hint, owner, value } = line
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-44">
          <p className="font-medium">
            {'campaignId' in owner ? (
              <Link to={`/campaigns/${owner.campaignId}`} className="hover:underline">
                {title}
              </Link>
            ) : (
              title
            )}
          </p>
          {hint ? <p className="text-sm text-ink-3">{hint}</p> : null}
        </div>
        <LineState line={line} />
        <Button
          ref={button}
          size="small"
          aria-label={`Change the times of ${title}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          Change
        </Button>
      </div>
      {open ? (
        <LineEditor
          key={String(value)}
          line={line}
          settings={settings}
          campaign={
            'campaignId' in owner ? (campaigns?.find(one => one.id === owner.campaignId) ?? null) : null
          }
          onClose={() => setOpen(false)}
        />
      ) : null}
    </li>
  )
}

function LineState({ line: { entry, value, owner } }: { line: ScheduleLine }) {
  const now = useNow()
  const last = entry?.last
  if (value === null || entry === null)
    return (
      <p className="min-w-0 flex-1 basis-56 text-sm text-ink-2">
        {value !== null && 'setting' in owner
          ? `${value}; no campaign follows it`
          : 'setting' in owner
            ? 'Off'
            : value === STANDARD_SCHEDULE
              ? 'As in the schedule, which is off'
              : 'Only by hand'}
      </p>
    )
  return (
    <div className="min-w-0 flex-1 basis-56 text-sm">
      <p>
        <span className="inline-block first-letter:uppercase">{entry.words}</span>
        {value === STANDARD_SCHEDULE ? <span className="text-ink-3">, as all campaigns</span> : null}
      </p>
      <p className="text-ink-2">
        {entry.nextAt !== null
          ? `Next ${atText(entry.nextAt, now)}`
          : entry.resting !== null
            ? `It ${RESTING_WORDS[entry.resting]}`
            : 'Never comes again'}
      </p>
      {last ? (
        <p className="text-xs text-ink-3">
          {`Last: ${slotText(last.slot, now)}, ${OUTCOME_LABELS[last.outcome].toLowerCase()}`}
          {last.runId === null ? null : (
            <>
              {' · '}
              <Link to={`/runs/${last.runId}`} className="text-link">
                Show the run
              </Link>
            </>
          )}
        </p>
      ) : null}
    </div>
  )
}

function LineEditor({
  line,
  settings,
  campaign,
  onClose,
}: {
  line: ScheduleLine
  settings: Settings
  campaign: CampaignView | null
  onClose: () => void
}) {
  const [value, setValue] = useState<CampaignSchedule>(line.value)
  const [busy, setBusy] = useState(false)
  const update = useChange(client.campaigns.update)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('[role="radio"][data-state="checked"]')?.focus()
  }, [])
  const save = async () => {
    if (busy) return
    const changed = value !== line.value
    setBusy(true)
    try {
      if (changed && value !== null && value !== STANDARD_SCHEDULE) {
        const { problem } = await client.schedule.preview({ schedule: value })
        // The field says what is wrong as soon as it is known.
        if (problem !== null) return box.current?.querySelector<HTMLElement>('input')?.focus()
      }
      if (changed && 'setting' in line.owner) await saveTime(line.owner.setting, value, line.value)
      else if (changed && campaign)
        await update.mutateAsync({ campaignId: campaign.id, draft: { ...campaign.draft, schedule: value } })
      onClose()
    } catch {
      // Said by the change itself; what was typed stays.
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      ref={box}
      data-escape
      aria-label={`Times of ${line.title}`}
      noValidate
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
      className="mt-2 flex flex-col gap-3 rounded border border-line bg-sunken p-3"
    >
      <TimesField
        label="Comes by itself"
        value={value}
        onChange={setValue}
        off={campaign ? 'Only by hand' : 'Off'}
        standard={campaign ? settings.scheduleIngestion : undefined}
        usual={line.entry?.schedule ?? settings.scheduleIngestion ?? '04:00'}
      />
      <div className="flex gap-2">
        <Button look="primary" type="submit" busy={busy}>
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
