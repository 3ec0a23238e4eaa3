import { useQuery } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { ContactDraft, type ContactView } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { focusInvalid } from '../../ui/focus.ts'
import { draftOf, NO_CONTACT } from './contact-words.ts'
import type { ContactActs } from './use-contact-acts.ts'

/** Known people that are offered while a name is written. */
const OFFERED = 5

/** What was typed into a form that was left by Esc or a click beside it; only Cancel and Save forget it. */
const drafts = new Map<string, ContactDraft>()

interface ContactDialogProps {
  open: boolean
  /** null: somebody new. */
  contact: ContactView | null
  /** The job that somebody new belongs to; null: none. */
  jobId: JobId | null
  /** People who belong to the job already. */
  linked?: readonly ContactView[]
  acts: ContactActs
  onClose: () => void
}

/** A person to write down or correct; for a job, somebody known can be chosen instead. */
export function ContactDialog(props: ContactDialogProps) {
  const { open, contact, jobId, onClose } = props
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={contact ? contact.name : 'Add a person'}
      description={
        contact
          ? undefined
          : jobId === null
            ? 'Recruiters, interviewers, people who can recommend you.'
            : 'Somebody new, or somebody you know already: write the name.'
      }
    >
      {open ? <ContactForm key={contact?.id ?? 'new'} {...props} /> : null}
    </Dialog>
  )
}

type Problems = Partial<Record<keyof ContactDraft, string>>

function problemsOf(draft: ContactDraft): Problems {
  const read = ContactDraft.safeParse(draft)
  if (read.success) return {}
  return Object.fromEntries(read.error.issues.map(issue => [String(issue.path[0]), issue.message]))
}

function ContactForm({ contact, jobId, linked = [], acts, onClose }: ContactDialogProps) {
  const key = contact ? `${contact.id}` : `new ${jobId ?? ''}`
  const [draft, setDraft] = useState(() => drafts.get(key) ?? (contact ? draftOf(contact) : NO_CONTACT))
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const formId = useId()
  const problems = tried ? problemsOf(draft) : {}
  const put = (change: Partial<ContactDraft>) => {
    const next = { ...draft, ...change }
    drafts.set(key, next)
    setDraft(next)
  }
  const leave = () => {
    drafts.delete(key)
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const read = ContactDraft.safeParse(draft)
    if (!read.success) focusInvalid(form.current)
    else if (!acts.busy) acts.save(contact?.id ?? null, read.data, contact ? null : jobId, leave)
  }
  const field = (name: keyof ContactDraft, label: string, more: { type?: string; hint?: string } = {}) => (
    <TextField
      label={label}
      value={draft[name]}
      error={problems[name]}
      onChange={event => put({ [name]: event.target.value })}
      {...more}
    />
  )
  return (
    <form ref={form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3 pb-2">
      {field('name', 'Name')}
      {contact === null && jobId !== null ? (
        <KnownPeople
          name={draft.name}
          without={linked}
          onChoose={known => acts.setJob(known.id, jobId, true, leave)}
        />
      ) : null}
      {field('role', 'Role', { hint: 'Such as recruiter, head of the team, former colleague' })}
      <div className="grid gap-3 sm:grid-cols-2">
        {field('email', 'Email', { type: 'email' })}
        {field('phone', 'Phone', { type: 'tel' })}
      </div>
      {field('link', 'Link', { type: 'url', hint: 'A profile or a page, such as https://example.org/ann' })}
      <TextArea
        label="Notes"
        rows={2}
        value={draft.notes}
        error={problems.notes}
        onChange={event => put({ notes: event.target.value })}
      />
      {contact && contact.jobs.length > 0 ? <JobsOf contact={contact} onLeave={onClose} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={leave}>Cancel</Button>
        <Button type="submit" look="primary" busy={acts.busy}>
          {contact ? 'Save' : 'Add'}
        </Button>
      </div>
    </form>
  )
}

/** People whose names fit what is written, to be linked instead of written down a second time. */
function KnownPeople({
  name,
  without,
  onChoose,
}: {
  name: string
  without: readonly ContactView[]
  onChoose: (contact: ContactView) => void
}) {
  const { data } = useQuery(ask('contacts', 'list', { text: name.trim(), limit: OFFERED + 10 }))
  const known = (data?.rows ?? []).filter(row => !without.some(one => one.id === row.id)).slice(0, OFFERED)
  if (known.length === 0) return null
  return (
    <div>
      <p className="pb-1 text-xs text-ink-3">Known already</p>
      <ul aria-label="Known already" className="flex flex-wrap gap-1.5">
        {known.map(contact => (
          <li key={contact.id} className="max-w-full min-w-0">
            <Button
              size="small"
              icon={Link2}
              className="max-w-full"
              aria-label={`Choose ${[contact.name, contact.role].filter(Boolean).join(', ')}`}
              onClick={() => onChoose(contact)}
            >
              <span className="truncate">
                {contact.name}
                {contact.role ? <span className="text-ink-3"> · {contact.role}</span> : null}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function JobsOf({ contact, onLeave }: { contact: ContactView; onLeave: () => void }) {
  return (
    <div>
      <h3 className="text-sm font-medium">Jobs</h3>
      <ul className="flex max-h-40 flex-col overflow-y-auto">
        {contact.jobs.map(job => (
          <li key={job.jobId} className="min-h-6">
            <Link to={`/jobs/${job.jobId}`} onClick={onLeave} className="text-link text-sm break-words">
              {job.title} · {job.company}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
