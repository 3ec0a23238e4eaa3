import { useQuery } from '@tanstack/react-query'
import { UserRoundPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ContactView } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { ask } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { useRowFocus } from '../../../ui/row-focus.ts'
import { Skeleton } from '../../../ui/states.tsx'
import { ContactCard } from '../contact-card.tsx'
import { ContactDialog } from '../contact-dialog.tsx'
import { useContactActs } from '../use-contact-acts.ts'

/** The people of a job: add somebody new or known, reach them, correct, take off the job. */
export function JobContacts({ jobId }: { jobId: JobId }) {
  const { data, error, refetch } = useQuery(ask('applications', 'get', { jobId }))
  const acts = useContactActs()
  /** null: closed; 'new': somebody new. */
  const [edited, setEdited] = useState<ContactView | 'new' | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const contacts = data?.contacts ?? []
  const focus = useRowFocus(
    box,
    contacts.map(contact => contact.id),
  )
  return (
    <div ref={box} {...focus} className="contents">
      <Section
        title="People"
        action={
          <Button size="small" icon={UserRoundPlus} onClick={() => setEdited('new')}>
            Add a person
          </Button>
        }
      >
        {error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton className="h-10" />
        ) : contacts.length === 0 ? (
          <p className="text-sm text-ink-3">
            Nobody yet. Add who wrote to you, who interviews you or who can recommend you.
          </p>
        ) : (
          <ul aria-label="People" className="flex flex-col">
            {contacts.map(contact => (
              <ContactCard
                key={contact.id}
                contact={contact}
                jobId={jobId}
                acts={acts}
                onEdit={() => setEdited(contact)}
              />
            ))}
          </ul>
        )}
      </Section>
      <ContactDialog
        open={edited !== null}
        contact={edited === 'new' ? null : edited}
        jobId={jobId}
        linked={contacts}
        acts={acts}
        onClose={() => setEdited(null)}
      />
    </div>
  )
}
