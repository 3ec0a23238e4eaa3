import { Copy, Ellipsis, ExternalLink, Link2Off, Mail, Pencil } from 'lucide-react'
import type { ContactView } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { announce } from '../../app/announce.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast-store.ts'
import { linkText } from './contact-words.ts'
import { type ContactActs, openOutside } from './use-contact-acts.ts'

/** Copies a phone number; calling is done with a phone. */
export function copyPhone(phone: string): void {
  navigator.clipboard.writeText(phone).then(
    () => announce(`Copied: ${phone}`),
    () => toast('The number could not be copied', { description: phone }),
  )
}

/** One person on the page of a job, with the ways to reach them. */
export function ContactCard({
  contact,
  jobId,
  acts,
  onEdit,
  onMail,
}: {
  contact: ContactView
  jobId: JobId
  acts: ContactActs
  onEdit: () => void
  onMail: () => void
}) {
  const { name, role, email, phone, link, notes } = contact
  return (
    <li data-row className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1 py-0.5">
          <p className="font-medium break-words">{name}</p>
          {role ? <p className="text-sm text-ink-2 break-words">{role}</p> : null}
        </div>
        <Menu
          align="end"
          trigger={<IconButton label={`More for ${name}`} icon={Ellipsis} />}
          entries={[
            { label: 'Edit', icon: Pencil, onSelect: onEdit },
            {
              label: 'Take off this job',
              icon: Link2Off,
              onSelect: () => acts.setJob(contact.id, jobId, false),
            },
          ]}
        />
      </div>
      <ul aria-label={`Ways to reach ${name}`} className="flex flex-col items-start text-sm">
        {email ? (
          <li className="max-w-full">
            <Way icon={Mail} label={`Write to ${email}`} text={email} onPress={onMail} />
          </li>
        ) : null}
        {phone ? (
          <li className="max-w-full">
            <Way icon={Copy} label={`Copy ${phone}`} text={phone} onPress={() => copyPhone(phone)} />
          </li>
        ) : null}
        {link ? (
          <li className="max-w-full">
            <Way
              icon={ExternalLink}
              label={`Open ${linkText(link)}`}
              text={linkText(link)}
              onPress={() => openOutside(link)}
            />
          </li>
        ) : null}
      </ul>
      {notes ? <p className="text-sm text-ink-2 break-words whitespace-pre-wrap">{notes}</p> : null}
    </li>
  )
}

function Way({
  icon: Icon,
  label,
  text,
  onPress,
}: {
  icon: typeof Mail
  label: string
  text: string
  onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-sm text-left"
    >
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span className="text-link min-w-0 break-all">{text}</span>
    </button>
  )
}
