import { useRef } from 'react'
import { Link } from 'react-router'
import type { ReminderView } from '../../../../main/contract/applications.ts'
import { Section } from '../../ui/page.tsx'
import { ReminderLine } from '../reminders/reminder-line.tsx'
import { useReminderActs } from '../reminders/use-reminder-acts.ts'

/** What is due within a week or past, to tick off; each can be taken back. */
export function DueReminders({ reminders }: { reminders: readonly ReminderView[] }) {
  const acts = useReminderActs()
  const box = useRef<HTMLDivElement>(null)
  return (
    <Section
      title="Reminders"
      className="h-full"
      action={
        <Link to="/reminders" aria-label="Reminders: view all" className="text-link text-sm">
          View all
        </Link>
      }
    >
      <div ref={box} tabIndex={-1}>
        {reminders.length === 0 ? (
          <p className="text-sm text-ink-3">
            Nothing is due within seven days. Set a reminder on the page of a job.
          </p>
        ) : null}
        <ul aria-label="Reminders" className="empty:hidden">
          {reminders.map((reminder, index) => (
            <ReminderLine
              key={reminder.id}
              reminder={reminder}
              showJob
              acts={{
                ...acts,
                setDone: (one, isDone) => {
                  // The line leaves with the answer: the focus goes to the next one before it falls.
                  const boxes = box.current?.querySelectorAll<HTMLElement>('[role="checkbox"]')
                  const next = boxes?.[index + 1] ?? boxes?.[index - 1] ?? box.current
                  next?.focus({ preventScroll: true })
                  acts.setDone(one, isDone)
                },
              }}
            />
          ))}
        </ul>
      </div>
    </Section>
  )
}
