import {
  Bell,
  CalendarClock,
  CircleEllipsis,
  FileText,
  Handshake,
  type LucideIcon,
  Mail,
  MessageSquare,
  NotebookPen,
  Phone,
  Reply,
  Tag,
  Undo2,
  UserRound,
} from 'lucide-react'
import {
  EntryKind,
  type HistoryEntry,
  type HistoryKind,
  InterviewKind,
  ResponseKind,
} from '../../../../main/contract/applications.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import { JobStatus } from '../../../../main/contract/values.ts'

/** The words of applications: answers, interviews, and what is written down by hand. */

export const RESPONSE_LABELS: Record<ResponseKind, string> = {
  rejection: 'Rejection',
  interview: 'Invitation to an interview',
  offer: 'Offer',
  other: 'Another answer',
  none: 'None; I stopped waiting',
}

export const INTERVIEW_LABELS: Record<InterviewKind, string> = {
  phone: 'Phone call',
  video: 'Video call',
  onsite: 'On site',
  technical: 'Technical interview',
  task: 'Task or test',
  panel: 'Panel',
  other: 'Other interview',
}

export const ENTRY_LABELS: Record<EntryKind, string> = {
  call: 'Call',
  email: 'Email',
  message: 'Message',
  follow_up: 'Follow-up',
  other: 'Other',
}

/** Icon and word of each kind of thing that happens. */
export const HISTORY_FACES: Record<HistoryKind, { icon: LucideIcon; word: string }> = {
  status: { icon: Tag, word: 'Status' },
  response: { icon: Reply, word: 'Answer' },
  interview: { icon: CalendarClock, word: 'Interview' },
  offer: { icon: Handshake, word: 'Offer' },
  note: { icon: NotebookPen, word: 'Note' },
  contact: { icon: UserRound, word: 'Contact' },
  reminder: { icon: Bell, word: 'Reminder' },
  document: { icon: FileText, word: 'Document' },
  call: { icon: Phone, word: ENTRY_LABELS.call },
  email: { icon: Mail, word: ENTRY_LABELS.email },
  message: { icon: MessageSquare, word: ENTRY_LABELS.message },
  follow_up: { icon: Undo2, word: ENTRY_LABELS.follow_up },
  other: { icon: CircleEllipsis, word: ENTRY_LABELS.other },
}

/** What happened, beside the word for its kind: "Interview", "Rejection", or the person's own words. */
export function historyText({ kind, text }: Pick<HistoryEntry, 'kind' | 'text'>): string {
  if (kind === 'status') {
    const status = JobStatus.safeParse(text)
    return status.success ? STATUS_LABELS[status.data] : text
  }
  if (kind === 'response') {
    const response = ResponseKind.safeParse(text)
    return response.success ? RESPONSE_LABELS[response.data] : text
  }
  if (kind === 'interview') {
    const interview = InterviewKind.safeParse(text)
    return interview.success ? INTERVIEW_LABELS[interview.data] : text
  }
  return text
}

const optionsOf = <V extends string>(labels: Record<V, string>, values: readonly V[]) =>
  values.map(value => ({ value, label: labels[value] }))

export const RESPONSE_OPTIONS = optionsOf(RESPONSE_LABELS, ResponseKind.options)
export const INTERVIEW_OPTIONS = optionsOf(INTERVIEW_LABELS, InterviewKind.options)
export const ENTRY_OPTIONS = optionsOf(ENTRY_LABELS, EntryKind.options)
