import type { ReminderView } from '../../../../main/contract/applications.ts'

/** A time that is chosen with one press. */
export interface QuickTime {
  label: string
  /** ISO 8601 UTC. */
  at: string
}

/** The hour of the local day at which reminders come that name none. */
const MORNING = 9
const MONDAY = 1

const morning = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING)

/** Times to be reminded at, seen from `now`: local mornings. Two names of one morning stand once. */
export function quickTimes(now: Date): QuickTime[] {
  const toMonday = (MONDAY - now.getDay() + 7) % 7 || 7
  const choices = [
    { label: 'Tomorrow 9:00', days: 1 },
    { label: 'In 3 days', days: 3 },
    { label: 'Next Monday', days: toMonday },
    { label: 'In a week', days: 7 },
  ]
  return choices
    .filter(({ days }, index) => choices.findIndex(one => one.days === days) === index)
    .map(({ label, days }) => ({ label, at: morning(now, days).toISOString() }))
}

/** Open and past its time. */
export function isOverdue({ doneAt, dueAt }: Pick<ReminderView, 'doneAt' | 'dueAt'>, now: Date): boolean {
  return doneAt === null && new Date(dueAt) < now
}

/** Reminders that stand under one heading. */
export interface ReminderGroup {
  title: 'Overdue' | 'Today' | 'Next 7 days' | 'Later'
  reminders: ReminderView[]
}

/** Open reminders by how near they are, in the order given; groups without any are left out. */
export function groupReminders(reminders: readonly ReminderView[], now: Date): ReminderGroup[] {
  const midnight = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)
  const titleOf = (reminder: ReminderView): ReminderGroup['title'] => {
    const due = new Date(reminder.dueAt)
    if (isOverdue(reminder, now)) return 'Overdue'
    if (due < midnight(1)) return 'Today'
    return due < midnight(8) ? 'Next 7 days' : 'Later'
  }
  const titles: readonly ReminderGroup['title'][] = ['Overdue', 'Today', 'Next 7 days', 'Later']
  return titles
    .map(title => ({ title, reminders: reminders.filter(one => titleOf(one) === title) }))
    .filter(group => group.reminders.length > 0)
}
