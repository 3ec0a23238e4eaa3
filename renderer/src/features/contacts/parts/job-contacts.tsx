import { UserRoundPlus } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ContactView } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { useRowFocus } from '../../../ui/row-focus.ts'
import { useMail } from '../../applications/parts/mail-button.tsx'
import { Part } from '../../applications/parts/part.tsx'
import { useApplication } from '../../applications/parts/use-application.ts'
import { ContactCard } from '../contact-card.tsx'
import { ContactDialog } from '../contact-dialog.tsx'
import { mailSubject } from '../contact-words.ts'
import { useContactActs } from '../use-contact-acts.ts'

/** The people of a job: add somebody new or known, reach them, correct, take off the job. */
export function JobContacts({ jobId }: { jobId: JobId }) {
  const { data } = useApplication(jobId)
  const acts = useContactActs()
  const mail = useMail()
  /** null: closed; 'new': somebody new. */
  const [edited, setEdited] = useState<ContactView | 'new' | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const contacts = data?.contacts ?? []
  const focus = useRowFocus(
    box,
    contacts.map(contact => contact.id),
  )
  return (
    <div ref={box} {...focus}>
      <Part
        jobId={jobId}
        title="People"
        action={() => (
          <Button size="small" look="quiet" icon={UserRoundPlus} onClick={() => setEdited('new')}>
            Add a person
          </Button>
        )}
      >
        {({ followUp }) =>
          contacts.length === 0 ? (
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
                  onMail={() =>
                    void mail.open(jobId, {
                      subject: mailSubject(contact, jobId),
                      body: '',
                      ...followUp?.mail,
                      to: contact.email,
                    })
                  }
                />
              ))}
            </ul>
          )
        }
      </Part>
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
