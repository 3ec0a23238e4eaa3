import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { ask } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Section } from '../../../ui/page.tsx'
import { useRowFocus } from '../../../ui/row-focus.ts'
import { Skeleton } from '../../../ui/states.tsx'
import { AddReminder } from '../add-reminder.tsx'
import { ReminderLine } from '../reminder-line.tsx'
import { useReminderActs } from '../use-reminder-acts.ts'

/** The reminders of a job: add one with a press, tick, correct, remove. `suggestion`: what an empty line says. */
export function JobReminders({
  jobId,
  suggestion = 'Come back to this job',
}: {
  jobId: JobId
  suggestion?: string
}) {
  const { data, error, refetch } = useQuery(ask('applications', 'get', { jobId }))
  const acts = useReminderActs()
  const box = useRef<HTMLDivElement>(null)
  const all = data?.reminders ?? []
  const open = all.filter(one => one.doneAt === null)
  const done = all.filter(one => one.doneAt !== null)
  const focus = useRowFocus(
    box,
    [...open, ...done].map(one => `${one.id} ${one.doneAt === null}`),
  )
  return (
    <Section title="Reminders">
      <div ref={box} {...focus} className="flex flex-col gap-2">
        <AddReminder jobId={jobId} suggestion={suggestion} acts={acts} />
        {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton className="h-6" /> : null}
        {open.length > 0 ? (
          <ul aria-label="Open reminders" className="flex flex-col">
            {open.map(reminder => (
              <ReminderLine key={reminder.id} reminder={reminder} acts={acts} />
            ))}
          </ul>
        ) : null}
        {done.length > 0 ? (
          <Disclosure label={`${done.length} done`}>
            <ul aria-label="Done reminders" className="flex flex-col text-base">
              {done.map(reminder => (
                <ReminderLine key={reminder.id} reminder={reminder} acts={acts} />
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
    </Section>
  )
}
