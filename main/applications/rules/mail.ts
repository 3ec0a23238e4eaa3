import type { FollowUp } from '../../contract/applications.ts'
import { MONTH_NAMES } from '../../contract/labels.ts'

/** A short polite mail to begin a follow-up with, made of facts alone. */

export interface MailFacts {
  title: string
  company: string
  kind: FollowUp['kind']
  /** Local days; null: not known. */
  appliedOn: string | null
  interviewOn: string | null
  deadline: string | null
  today: string
  /** Of the person written to; empty: not known. */
  contactName: string
  /** Empty: not known. */
  to: string
  /** The person's own name; empty: not known. */
  sender: string
}

/** "2 March 2026" */
function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTH_NAMES[(month ?? 1) - 1]} ${year}`
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

const HONORIFIC = /^(?:dr|prof|professor|mr|mrs|ms|miss|mx|herr|frau|ir|ing)\.?$/i

/** How to greet somebody: the first name, or the whole name where only a title and a family name are known. */
export function greetingName(name: string): string {
  const [family = '', given] = oneLine(name).split(/\s*,\s*/)
  const words = (given === undefined || given === '' ? family : given).split(' ')
  const names = words.filter(word => !HONORIFIC.test(word))
  if (names.length === 1 && words.length > 1) return words.join(' ')
  return names[0] ?? words[0] ?? ''
}

/** The draft of a follow-up; every line of the subject is one line. */
export function mailDraft(facts: MailFacts): FollowUp['mail'] {
  const name = greetingName(facts.contactName)
  const { subject, text } = matter(facts)
  const body = [
    name === '' ? 'Hello,' : `Hello ${name},`,
    '',
    text,
    '',
    'Kind regards',
    oneLine(facts.sender),
  ]
  return { to: facts.to, subject, body: body.join('\n').trimEnd() }
}

function matter(facts: MailFacts): { subject: string; text: string } {
  const title = oneLine(facts.title)
  const company = oneLine(facts.company)
  const role = company === '' ? title : `${title} at ${company}`
  const held = facts.interviewOn !== null && facts.interviewOn <= facts.today ? facts.interviewOn : null
  if (facts.kind === 'offer') {
    const until = facts.deadline === null ? '' : ` by ${longDay(facts.deadline)}`
    return {
      subject: `Your offer: ${title}`,
      text: `Thank you for the offer for ${role}. I will give you my answer${until}. Before that I have a few questions and would be glad to talk about them.`,
    }
  }
  if (held !== null)
    return {
      subject: `Interview for ${title}`,
      text: `Thank you for the interview on ${longDay(held)} for ${role}. I remain very interested. Could you tell me what the next steps are, and when I may hear from you?`,
    }
  if (facts.appliedOn === null)
    return {
      subject: title,
      text: `I am interested in ${role} and would be glad to know how the selection is going. I can send anything else that would help.`,
    }
  return {
    subject: `Application: ${title}`,
    text: `I applied for ${role} on ${longDay(facts.appliedOn)} and remain very interested. Could you tell me how the selection is going? I am glad to send anything else that would help.`,
  }
}
