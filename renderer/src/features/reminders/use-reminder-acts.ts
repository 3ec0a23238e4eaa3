import type {
  ApplicationView,
  ReminderDraft,
  ReminderId,
  ReminderView,
} from '../../../../main/contract/applications.ts'
import { useChange } from '../../app/changes.ts'
import { client, queryClient } from '../../app/core.ts'

/** Shows a change of one reminder in every loaded page until the core's answer comes. */
function patchReminder(reminderId: ReminderId, patch: Partial<ReminderView>): void {
  const change = (all: readonly ReminderView[]) =>
    all.map(one => (one.id === reminderId ? { ...one, ...patch } : one))
  queryClient.setQueriesData<ReminderView[]>({ queryKey: ['reminders', 'list'] }, all => all && change(all))
  queryClient.setQueriesData<ApplicationView>(
    { queryKey: ['applications', 'get'] },
    view => view && { ...view, reminders: change(view.reminders) },
  )
}

/** What can be done to reminders; each can be taken back, and the pages follow by events. */
export function useReminderActs() {
  const save = useChange(client.reminders.save)
  const done = useChange(client.reminders.setDone)
  const remove = useChange(client.reminders.remove)
  return {
    busy: save.isPending,
    /** `onSaved` once it is stored; after a failure the form stays as it is. */
    save: (reminderId: ReminderId | null, reminder: ReminderDraft, onSaved: () => void) =>
      save.mutate({ reminderId, reminder }, { onSuccess: onSaved }),
    setDone: ({ id, doneAt }: ReminderView, isDone: boolean) => {
      patchReminder(id, { doneAt: isDone ? new Date().toISOString() : null })
      done.mutate({ reminderId: id, done: isDone }, { onError: () => patchReminder(id, { doneAt }) })
    },
    remove: ({ id }: ReminderView) => remove.mutate({ reminderId: id }),
  }
}

export type ReminderActs = ReturnType<typeof useReminderActs>
