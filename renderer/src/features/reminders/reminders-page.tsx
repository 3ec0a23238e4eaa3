import { useQuery } from '@tanstack/react-query'
import { BellRing, CheckCheck } from 'lucide-react'
import { useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { ReminderView } from '../../../../main/contract/applications.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useRowFocus } from '../../ui/row-focus.ts'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { AddReminder } from './add-reminder.tsx'
import { ReminderLine } from './reminder-line.tsx'
import { groupReminders } from './reminder-times.ts'
import { type ReminderActs, useReminderActs } from './use-reminder-acts.ts'

/** Reminders shown at once, as many as the contract gives. */
const MOST = 200

const SHOWS = [
  { value: 'open', label: 'Open' },
  { value: 'done', label: 'Done' },
] as const

/** `/reminders`: what is to be remembered, the most urgent first, and what is done. */
export function RemindersPage() {
  const [params, setParams] = useSearchParams()
  const done = params.get('show') === 'done'
  const { data, error, refetch } = useQuery(ask('reminders', 'list', { done, limit: MOST }))
  const acts = useReminderActs()
  const box = useRef<HTMLDivElement>(null)
  const groups = done ? [{ title: 'Done', reminders: data ?? [] }] : groupReminders(data ?? [], new Date())
  const focus = useRowFocus(
    box,
    groups.flatMap(group => group.reminders.map(one => `${group.title} ${one.id}`)),
  )
  return (
    <Page title="Reminders" lead={data && leadWords(data, done)}>
      <div ref={box} {...focus} className="flex max-w-3xl flex-col gap-4">
        <RadioGroup
          label="Which reminders"
          hideLabel
          options={SHOWS}
          value={done ? 'done' : 'open'}
          onChange={show => setParams(show === 'done' ? { show } : {}, { replace: true })}
        />
        {done ? null : (
          <Section title="Add a reminder">
            <AddReminder jobId={null} suggestion="" acts={acts} />
          </Section>
        )}
        {error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={5} label="Loading the reminders" />
        ) : data.length === 0 ? (
          <Nothing done={done} />
        ) : (
          groups
            .filter(group => group.reminders.length > 0)
            .map(group => <Group key={group.title} {...group} acts={acts} />)
        )}
      </div>
    </Page>
  )
}

function leadWords(all: readonly ReminderView[], done: boolean): string {
  if (all.length === 0) return ''
  return `${all.length === MOST ? `The first ${MOST}` : all.length} ${done ? 'done' : 'open'}`
}

function Group({
  title,
  reminders,
  acts,
}: {
  title: string
  reminders: readonly ReminderView[]
  acts: ReminderActs
}) {
  return (
    <Section title={title} lead={title === 'Overdue' ? 'Their time has passed.' : undefined}>
      <ul aria-label={title} className="flex flex-col">
        {reminders.map(reminder => (
          <ReminderLine key={reminder.id} reminder={reminder} showJob acts={acts} />
        ))}
      </ul>
    </Section>
  )
}

function Nothing({ done }: { done: boolean }) {
  return done ? (
    <EmptyState icon={CheckCheck} title="Nothing done yet">
      Reminders that you tick stand here.
    </EmptyState>
  ) : (
    <EmptyState icon={BellRing} title="Nothing to remember">
      Write a line above, or add a reminder on the page of a job: it stands here until you tick it.
    </EmptyState>
  )
}
