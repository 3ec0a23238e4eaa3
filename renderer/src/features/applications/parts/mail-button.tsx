import { Mail } from 'lucide-react'
import type { ApplicationView, FollowUp } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { showDone, useChange } from '../../../app/changes.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { Button } from '../../../ui/button.tsx'
import { mailtoOf } from '../mailto.ts'
import { useApplication } from './use-application.ts'

/** Opens the mail program with a mail filled in; the message that says so offers to log it as a follow-up. */
export function useMail() {
  const log = useChange(client.applications.addEntry)
  const open = (jobId: JobId, mail: FollowUp['mail']) =>
    client.shell.openExternal({ url: mailtoOf(mail) }).then(
      () =>
        showDone('The mail program was opened', null, {
          description: mail.to ? `To ${mail.to}` : 'Fill in the address there: none is known here.',
          action: {
            label: 'Log as sent',
            run: () =>
              log.mutate({
                jobId,
                entry: { kind: 'follow_up', at: new Date().toISOString(), text: mail.subject },
              }),
          },
        }),
      failureToast,
    )
  return { open, log }
}

/** The mail that an application would begin with now. */
function mailOf(view: ApplicationView): FollowUp['mail'] {
  if (view.followUp) return view.followUp.mail
  const known = view.contacts.find(contact => contact.email !== '')?.email
  const recipient = /^[^\s@]+@[^\s@]+$/.test(view.recipient) ? view.recipient : ''
  return { to: known ?? recipient, subject: '', body: '' }
}

/** "Write a mail" to whom the application went, with the text filled in. */
export function MailButton({ jobId, size = 'normal' }: { jobId: JobId; size?: 'small' | 'normal' }) {
  const { data } = useApplication(jobId)
  const mail = useMail()
  return (
    <Button
      icon={Mail}
      size={size}
      disabled={!data}
      onClick={() => data && void mail.open(jobId, mailOf(data))}
    >
      Write a mail
    </Button>
  )
}
