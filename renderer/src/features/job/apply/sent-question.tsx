import { useQuery } from '@tanstack/react-query'
import { Check, Send } from 'lucide-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { announce } from '../../../app/announce.tsx'
import { useChange } from '../../../app/changes.ts'
import { useCommands } from '../../../app/commands.ts'
import { ask, client } from '../../../app/core.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { returnFocus } from '../../../ui/focus.ts'
import { type Asked, answered, postponed } from './asked.ts'
import { changeAsked, useStanding, watchReturns } from './asked-store.ts'
import { NOT_SENT } from './use-apply.ts'

/** Asks below the search field, on whatever page the person comes back to, whether an application was sent. */
export function SentQuestion() {
  const questions = useStanding()
  /** The application that was just sent, until its recipient is told or skipped. */
  const [sent, setSent] = useState<Asked | null>(null)
  useEffect(watchReturns, [])
  if (sent) return <Recipient key={sent.jobId} asked={sent} onDone={() => setSent(null)} />
  const first = questions[0]
  return first ? (
    <Question key={first.jobId} asked={first} more={questions.length - 1} onSent={setSent} />
  ) : null
}

function Bar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      data-floating
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-info-soft px-4 py-2 sm:px-6"
    >
      <Send aria-hidden className="size-4 shrink-0 text-info" strokeWidth={1.75} />
      {children}
    </section>
  )
}

const JobLink = ({ asked }: { asked: Asked }) => (
  <Link to={`/jobs/${asked.jobId}`} className="text-link font-medium break-words">
    {asked.title}
  </Link>
)

function Question({
  asked,
  more,
  onSent,
}: {
  asked: Asked
  /** Other applications that are asked for after this one. */
  more: number
  onSent: (asked: Asked) => void
}) {
  const { jobId, title, company } = asked
  const { data, error } = useQuery(ask('jobs', 'get', { jobId, campaignId: null }))
  const mark = useChange(client.applications.setStatus)
  const forget = () => changeAsked(all => answered(all, jobId))
  // Answered elsewhere: moved by hand, in another window, or gone.
  const isOver =
    (data !== undefined && !NOT_SENT.includes(data.job.status) && !mark.isPending && !mark.isSuccess) ||
    (error !== null && errorOf(error).code === 'not_found')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is over is forgotten
  useEffect(() => {
    if (isOver) forget()
  }, [isOver])
  const shows = data !== undefined && !isOver
  useEffect(() => {
    if (shows) announce(`Did you send the application to ${title} at ${company}?`)
  }, [shows, title, company])

  const yes = () => {
    if (mark.isPending) return
    mark.mutate(
      { jobIds: [jobId], status: 'applied' },
      {
        onSuccess: () => {
          forget()
          onSent(asked)
        },
      },
    )
  }
  const notYet = () => {
    forget()
    returnFocus()
  }
  const later = () => {
    changeAsked(all => postponed(all, jobId, Date.now()))
    announce('Asked again in an hour')
    returnFocus()
  }
  const group = 'Application'
  useCommands(
    shows
      ? [
          {
            id: 'apply.sent',
            title: 'Yes, the application was sent',
            group,
            icon: Check,
            shortcut: 'y',
            run: yes,
          },
          { id: 'apply.not-yet', title: 'The application was not sent yet', group, run: notYet },
          { id: 'apply.later', title: 'Ask later whether the application was sent', group, run: later },
        ]
      : [],
  )
  if (!shows) return null
  return (
    <Bar label="Was the application sent?">
      <p className="min-w-0 flex-1 basis-60">
        Did you send the application to <JobLink asked={asked} /> at {company}?
        {more > 0 ? <span className="text-sm text-ink-3"> {more} more to ask after this.</span> : null}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" look="primary" icon={Check} busy={mark.isPending} title="Key: Y" onClick={yes}>
          Yes, sent
        </Button>
        <Button size="small" onClick={notYet}>
          Not yet
        </Button>
        <Button size="small" look="quiet" onClick={later}>
          Ask later
        </Button>
      </div>
    </Bar>
  )
}

/** After "Yes": whom it went to, while the person still knows. */
function Recipient({ asked, onDone }: { asked: Asked; onDone: () => void }) {
  const [text, setText] = useState('')
  const edit = useChange(client.applications.edit)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const leave = () => {
    onDone()
    returnFocus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const recipient = text.trim()
    if (recipient === '') leave()
    else if (!edit.isPending) edit.mutate({ jobId: asked.jobId, facts: { recipient } }, { onSuccess: leave })
  }
  return (
    <Bar label="Who received the application?">
      <p className="min-w-0 flex-1 basis-60">
        <JobLink asked={asked} /> is marked as applied. Whom did it go to?
      </p>
      <form
        ref={form}
        data-escape
        aria-label="Recipient"
        onSubmit={submit}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          leave()
        }}
        className="flex min-w-0 flex-wrap gap-1.5"
      >
        <TextField
          label="Recipient"
          hideLabel
          maxLength={300}
          placeholder="A name, an address or a portal"
          className="w-64 max-w-full"
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit" look="primary" busy={edit.isPending}>
          Save
        </Button>
        <Button look="quiet" onClick={leave}>
          Skip
        </Button>
      </form>
    </Bar>
  )
}
