import clsx from 'clsx'
import { BellRing, Pencil, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { ReminderView } from '../../../../main/contract/applications.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { exactText } from '../../ui/when-text.ts'
import { momentText } from '../applications/moment-text.ts'
import { ReminderForm } from './reminder-form.tsx'
import { isOverdue } from './reminder-times.ts'
import type { ReminderActs } from './use-reminder-acts.ts'

/** One reminder: tick it, correct it in place, remove it. `showJob`: names the job that it is of. */
export function ReminderLine({
  reminder,
  showJob = false,
  acts,
}: {
  reminder: ReminderView
  showJob?: boolean
  acts: ReminderActs
}) {
  const [editing, setEditing] = useState(false)
  const row = useRef<HTMLLIElement>(null)
  const { id, jobId, text, dueAt, doneAt, job } = reminder
  const close = () => {
    setEditing(false)
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('[data-edit-reminder]')?.focus())
  }
  return (
    <li ref={row} data-row className="border-b border-line py-1 last:border-b-0">
      {editing ? (
        <ReminderForm
          text={text}
          dueAt={dueAt}
          busy={acts.busy}
          onSave={(words, at) => acts.save(id, { jobId, text: words, dueAt: at }, close)}
          onClose={close}
        />
      ) : (
        <div className="flex items-start gap-1">
          <Checkbox
            label={`Done: ${text}`}
            hideLabel
            checked={doneAt !== null}
            onChange={isDone => acts.setDone(reminder, isDone)}
          />
          <div className="min-w-0 flex-1 py-0.5">
            <p className={clsx('break-words', doneAt !== null && 'text-ink-3 line-through')}>{text}</p>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
              {isOverdue(reminder, new Date()) ? (
                <Badge tone="warn" icon={BellRing}>
                  Overdue
                </Badge>
              ) : null}
              {doneAt === null ? (
                <time dateTime={dueAt} title={exactText(dueAt)} className="tabular-nums">
                  {momentText(dueAt, new Date())}
                </time>
              ) : (
                <span>
                  Done <When at={doneAt} />
                </span>
              )}
              {showJob && job && jobId !== null ? (
                <Link to={`/jobs/${jobId}`} className="text-link min-w-0 break-words">
                  {job.title} · {job.company}
                </Link>
              ) : null}
            </p>
          </div>
          {doneAt === null ? (
            <IconButton
              data-edit-reminder
              label={`Change: ${text}`}
              icon={Pencil}
              onClick={() => setEditing(true)}
            />
          ) : null}
          <IconButton label={`Remove: ${text}`} icon={Trash2} onClick={() => acts.remove(reminder)} />
        </div>
      )}
    </li>
  )
}
