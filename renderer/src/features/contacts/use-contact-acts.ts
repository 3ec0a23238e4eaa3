import type { ContactDraft, ContactId, ContactView } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'

/** What can be done to contacts; each can be taken back, and the pages follow by events. */
export function useContactActs() {
  const save = useChange(client.contacts.save)
  const link = useChange(client.contacts.setJob)
  const remove = useChange(client.contacts.remove)
  return {
    busy: save.isPending || link.isPending,
    /** `onSaved` once it is stored; after a failure the form stays as it is. */
    save: (contactId: ContactId | null, contact: ContactDraft, jobId: JobId | null, onSaved: () => void) =>
      save.mutate({ contactId, contact, jobId }, { onSuccess: onSaved }),
    setJob: (contactId: ContactId, jobId: JobId, linked: boolean, onDone: () => void = () => {}) =>
      link.mutate({ contactId, jobId, linked }, { onSuccess: onDone }),
    remove: ({ id }: ContactView) => remove.mutate({ contactId: id }),
  }
}

export type ContactActs = ReturnType<typeof useContactActs>

/** Opens an address in the person's own program. */
export function openOutside(url: string): void {
  void client.shell.openExternal({ url }).catch(failureToast)
}
