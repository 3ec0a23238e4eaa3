import { useRef } from 'react'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { useRowFocus } from '../../../ui/row-focus.ts'
import { Part } from '../../applications/parts/part.tsx'
import { useApplication } from '../../applications/parts/use-application.ts'
import { AddReminder } from '../add-reminder.tsx'
import { ReminderLine } from '../reminder-line.tsx'
import { useReminderActs } from '../use-reminder-acts.ts'

/** The reminders of a job: add one with a press, tick, correct, remove. `suggestion`: what an empty line says. */
export function JobReminders({
  jobId,
  suggestion = 'Come back to this job',
}: {
  jobId: JobId
  suggestion?: string | undefined
}) {
  const { data } = useApplication(jobId)
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
    <div ref={box} {...focus}>
      <Part jobId={jobId} title="Reminders">
        {() => (
          <div className="flex flex-col gap-2">
            <AddReminder jobId={jobId} suggestion={suggestion} acts={acts} />
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
        )}
      </Part>
    </div>
  )
}
