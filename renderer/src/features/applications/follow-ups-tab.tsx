import { keepPreviousData, useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { CalendarClock, Check, Mail, MailCheck } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ApplicationCard, FollowUp } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useRowFocus } from '../../ui/row-focus.ts'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { dayAfter, dayText, localDay } from './moment-text.ts'
import { useMail } from './parts/mail-button.tsx'
import { DayField } from './parts/time-fields.tsx'
import { useApplicationEdit } from './parts/use-application.ts'
import { byUrgency, URGENCY_LABELS } from './urgency.ts'
import { useClock } from './use-clock.ts'

interface Line {
  card: ApplicationCard
  followUp: FollowUp
}

/** Whom to ask again: the most urgent first, why, and what can be done about it. */
export function FollowUpsTab({ onOpen }: { onOpen: (jobId: JobId) => void }) {
  const today = localDay(useClock())
  const { data, error, refetch } = useQuery({
    ...ask('applications', 'followUps', { today }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} label="Loading the follow-ups" />
  return data.length === 0 ? <NoFollowUps /> : <Lines lines={data} today={today} onOpen={onOpen} />
}

function NoFollowUps() {
  const navigate = useNavigate()
  return (
    <EmptyState
      icon={MailCheck}
      title="Nobody to ask again"
      action={
        <Button look="primary" onClick={() => void navigate('/applications')}>
          Go to the board
        </Button>
      }
    >
      Once an application or an interview has had no answer for some days, it stands here with a suggested day
      and a mail to begin with.
    </EmptyState>
  )
}

function Lines({
  lines,
  today,
  onOpen,
}: {
  lines: readonly Line[]
  today: string
  onOpen: (jobId: JobId) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const focus = useRowFocus(
    box,
    lines.map(line => line.card.job.id),
  )
  return (
    <div ref={box} {...focus} className="relative min-h-0 flex-1 overflow-y-auto px-4 pb-8 sm:px-6">
      {byUrgency(lines).map(group => (
        <section key={group.urgency} aria-labelledby={`urgency-${group.urgency}`} className="max-w-5xl">
          <h2 id={`urgency-${group.urgency}`} className="pt-5 pb-1 text-sm font-semibold">
            {URGENCY_LABELS[group.urgency]}{' '}
            <span className="font-normal text-ink-3">{group.lines.length.toLocaleString('en')}</span>
          </h2>
          <ul aria-labelledby={`urgency-${group.urgency}`} className="flex flex-col">
            {group.lines.map(line => (
              <FollowUpLine key={line.card.job.id} line={line} today={today} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function dueWords({ on, overdue }: FollowUp, today: string): string {
  if (overdue > 0) return overdue === 1 ? '1 day overdue' : `${overdue.toLocaleString('en')} days overdue`
  return dayText(on, today)
}

function FollowUpLine({
  line: { card, followUp },
  today,
  onOpen,
}: {
  line: Line
  today: string
  onOpen: (jobId: JobId) => void
}) {
  const { job } = card
  const mail = useMail()
  const late = followUp.overdue > 0
  return (
    <li
      data-row
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0"
    >
      <div className="min-w-0 flex-1 basis-72">
        <button
          type="button"
          data-card={job.id}
          onClick={() => onOpen(job.id)}
          className="max-w-full min-h-6 text-left text-sm font-medium break-words hover:underline"
        >
          {job.title}, {job.company}
        </button>
        <p className="text-sm text-ink-2">{followUp.why}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm">
          <span className={clsx('tabular-nums', late ? 'text-bad' : 'text-ink-2')}>
            {dueWords(followUp, today)}
            {followUp.kind === 'chosen' ? ', as you chose' : null}
          </span>
          <StatusBadge status={job.status} />
        </p>
      </div>
      <div className="flex flex-wrap gap-2 [&_svg]:max-sm:hidden">
        <Button
          size="small"
          icon={Mail}
          aria-label={`Write a mail: ${job.title}, ${job.company}`}
          onClick={() => void mail.open(job.id, followUp.mail)}
        >
          Write a mail
        </Button>
        <Button
          size="small"
          icon={Check}
          busy={mail.log.isPending}
          aria-label={`Log as done: ${job.title}, ${job.company}`}
          onClick={() =>
            mail.log.mutate({
              jobId: job.id,
              entry: { kind: 'follow_up', at: new Date().toISOString(), text: '' },
            })
          }
        >
          Log as done
        </Button>
        <AnotherDay card={card} followUp={followUp} today={today} />
      </div>
    </li>
  )
}

const QUICK = [
  { label: 'Tomorrow', days: 1 },
  { label: 'In 3 days', days: 3 },
  { label: 'In a week', days: 7 },
] as const

function AnotherDay({ card, followUp, today }: Line & { today: string }) {
  const { job } = card
  const [open, setOpen] = useState(false)
  const [day, setDay] = useState('')
  const [problem, setProblem] = useState('')
  const edit = useApplicationEdit(job.id)
  const choose = (followUpOn: string | null) => {
    setOpen(false)
    edit.save({ followUpOn })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day === '') setProblem('Choose a day.')
    else choose(day)
  }
  return (
    <Popover
      title={`Another day: ${job.title}`}
      align="end"
      open={open}
      onOpenChange={next => {
        setOpen(next)
        setDay(followUp.on < today ? today : followUp.on)
        setProblem('')
      }}
      trigger={
        <Button size="small" icon={CalendarClock} aria-label={`Another day: ${job.title}, ${job.company}`}>
          Another day
        </Button>
      }
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-1.5">
          {QUICK.map(({ label, days }) => (
            <Button key={label} size="small" onClick={() => choose(dayAfter(today, days))}>
              {label}
            </Button>
          ))}
        </div>
        <DayField
          label="Or on"
          value={day}
          error={problem || undefined}
          onChange={next => {
            setDay(next)
            setProblem('')
          }}
        />
        <div className="flex flex-wrap justify-end gap-2">
          {followUp.kind === 'chosen' ? (
            <Button size="small" look="quiet" onClick={() => choose(null)}>
              As suggested
            </Button>
          ) : null}
          <Button size="small" type="submit" look="primary">
            Choose this day
          </Button>
        </div>
      </form>
    </Popover>
  )
}
