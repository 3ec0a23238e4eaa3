import { Copy, Ellipsis, ExternalLink, Mail, Pencil, Trash2 } from 'lucide-react'
import { Link } from 'react-router'
import type { ContactView } from '../../../../main/contract/applications.ts'
import { IconButton } from '../../ui/button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { mailtoOf } from '../applications/mailto.ts'
import { copyPhone } from './contact-card.tsx'
import { mailSubject } from './contact-words.ts'
import { type ContactActs, openOutside } from './use-contact-acts.ts'

/** One person in the list: name and role, their jobs, and the ways to reach them. */
export function ContactListRow({
  contact,
  tabIndex,
  stacked,
  acts,
  onEdit,
}: {
  contact: ContactView
  tabIndex: 0 | -1
  stacked: boolean
  acts: ContactActs
  onEdit: (contact: ContactView) => void
}) {
  const { name, role, email, phone, link } = contact
  const write = () => openOutside(mailtoOf({ to: email, subject: mailSubject(contact, null), body: '' }))
  const entries: MenuEntry[] = [
    { label: 'Edit', icon: Pencil, onSelect: () => onEdit(contact) },
    ...(email ? [{ label: `Write to ${email}`, icon: Mail, onSelect: write }] : []),
    ...(phone ? [{ label: `Copy ${phone}`, icon: Copy, onSelect: () => copyPhone(phone) }] : []),
    ...(link ? [{ label: 'Open the link', icon: ExternalLink, onSelect: () => openOutside(link) }] : []),
    'separator',
    { label: 'Remove', icon: Trash2, danger: true, onSelect: () => acts.remove(contact) },
  ]
  return (
    <div className="flex h-full items-center gap-3 border-b border-line px-4 hover:bg-hover sm:px-6">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="truncate text-sm text-ink-2">{role || (stacked ? email || phone : '')}</p>
        {stacked ? <Jobs contact={contact} tabIndex={tabIndex} /> : null}
      </div>
      {stacked ? null : (
        <>
          <p className="w-56 min-w-0 truncate text-sm text-ink-2">
            {email}
            {email && phone ? <br /> : null}
            <span className="tabular-nums">{phone}</span>
          </p>
          <div className="w-80 min-w-0">
            <Jobs contact={contact} tabIndex={tabIndex} />
          </div>
        </>
      )}
      {email ? (
        <IconButton tabIndex={tabIndex} label={`Write to ${name}`} icon={Mail} onClick={write} />
      ) : (
        <span className="size-7 shrink-0" />
      )}
      <Menu
        align="end"
        trigger={<IconButton tabIndex={tabIndex} label={`More for ${name}`} icon={Ellipsis} />}
        entries={entries}
      />
    </div>
  )
}

/** The first job as a link; the others stand in the form. */
function Jobs({ contact: { jobs }, tabIndex }: { contact: ContactView; tabIndex: 0 | -1 }) {
  const [first] = jobs
  if (!first) return null
  return (
    <p className="flex min-w-0 items-baseline gap-2 text-sm">
      <Link to={`/jobs/${first.jobId}`} tabIndex={tabIndex} className="text-link truncate">
        {first.title} · {first.company}
      </Link>
      {jobs.length > 1 ? <span className="shrink-0 text-ink-3">and {jobs.length - 1} more</span> : null}
    </p>
  )
}
