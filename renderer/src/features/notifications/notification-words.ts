import {
  Bell,
  BriefcaseBusiness,
  CalendarClock,
  CircleAlert,
  CircleCheck,
  Info,
  type LucideIcon,
  MessageCircleQuestionMark,
  Moon,
  ShieldAlert,
  Sun,
} from 'lucide-react'
import {
  Channel,
  type DeliveryView,
  type MailStatus,
  NotificationKind,
} from '../../../../main/contract/notifications.ts'

/** How each kind is called, what it is, and its sign; in the order in which they are listed. */
export const KIND_FACES: Record<NotificationKind, { title: string; hint: string; icon: LucideIcon }> = {
  match: {
    title: 'New matches',
    hint: 'New jobs at or above the threshold of their campaign, gathered to one message a run.',
    icon: BriefcaseBusiness,
  },
  run_failed: { title: 'Runs that failed', hint: 'A run ended without its jobs.', icon: CircleAlert },
  run_finished: { title: 'Runs that finished', hint: 'Every run that went well.', icon: CircleCheck },
  briefing: { title: 'Morning briefing', hint: 'The five best new jobs, and what is due today.', icon: Sun },
  summary: { title: 'Evening summary', hint: 'What came in and what you did today.', icon: Moon },
  reminder: { title: 'Reminders', hint: 'A reminder of yours has come due.', icon: Bell },
  interview: { title: 'Interviews', hint: 'One of yours is near.', icon: CalendarClock },
  follow_up: {
    title: 'Follow-ups',
    hint: 'An application has had no answer for long.',
    icon: MessageCircleQuestionMark,
  },
  check: { title: 'Data quality', hint: 'A critical check of the data failed.', icon: ShieldAlert },
  notice: {
    title: 'Notices',
    hint: 'Other things that you should know of, such as what was repaired at a start.',
    icon: Info,
  },
}

/** All kinds in the order in which they are listed. */
export const KINDS = NotificationKind.options.toSorted(
  (a, b) => Object.keys(KIND_FACES).indexOf(a) - Object.keys(KIND_FACES).indexOf(b),
)

export const CHANNELS = Channel.options

/** Headings of columns, and how a channel is named within a sentence. */
export const CHANNEL_LABELS: Record<Channel, { title: string; within: string }> = {
  in_app: { title: 'In the app', within: 'in the app' },
  os: { title: 'System', within: 'by the system' },
  email: { title: 'Email', within: 'by email' },
}

/** How far one delivery is: "sent by email", "not sent by email after 5 tries". Without its times and its reason. */
export function deliveryText({ channel, state, attempts, error }: DeliveryView): string {
  const { within } = CHANNEL_LABELS[channel]
  const verb = channel === 'email' ? 'sent' : 'shown'
  switch (state) {
    case 'delivered':
      return `${capital(verb)} ${within}`
    case 'skipped':
      return `Not ${verb} ${within}${error === null ? ': it would have come too late, or was switched off' : ''}`
    case 'failed':
      return `Could not be ${verb} ${within}${attempts > 1 ? ` after ${attempts.toLocaleString('en')} tries` : ''}`
    case 'pending':
      return attempts > 0 ? `Is tried again ${within}` : `Waits to be ${verb} ${within}`
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * What is worth a line below a notification: all but what was simply shown in the app, and what the system had no part in
 * (a shell without its notifications would say so on every line).
 */
export const deliveriesWorthSaying = (deliveries: readonly DeliveryView[]): DeliveryView[] =>
  deliveries.filter(
    ({ channel, state }) =>
      state === 'failed' || (channel !== 'in_app' && !(channel === 'os' && state === 'skipped')),
  )

/** How mail stands, in a heading. */
export const MAIL_STATE_LABELS: Record<MailStatus['state'], string> = {
  off: 'Not set up',
  incomplete: 'Not complete',
  ready: 'Ready',
  failing: 'Failing',
}
