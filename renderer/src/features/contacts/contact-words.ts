import type { ContactDraft, ContactView } from '../../../../main/contract/applications.ts'
import type { JobId } from '../../../../main/contract/ids.ts'

/** A contact of whom nothing is known yet. */
export const NO_CONTACT: ContactDraft = { name: '', role: '', email: '', phone: '', link: '', notes: '' }

/** What of a contact is edited. */
export const draftOf = ({ name, role, email, phone, link, notes }: ContactView): ContactDraft => ({
  name,
  role,
  email,
  phone,
  link,
  notes,
})

/** "Welder at Northwind" of the job that is meant; without one, or with several to choose from, nothing. */
export function mailSubject({ jobs }: Pick<ContactView, 'jobs'>, jobId: JobId | null): string {
  const job =
    jobId === null ? (jobs.length === 1 ? jobs[0] : undefined) : jobs.find(one => one.jobId === jobId)
  return job ? `${job.title} at ${job.company}` : ''
}

/** What a link shows of itself: "linkedin.com/in/ann". */
export function linkText(link: string): string {
  const url = URL.parse(link)
  return url === null ? link : `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}`
}

/** A row of the list as one sentence for screen readers. */
export function contactRowName({ name, role, jobs }: ContactView): string {
  const first = jobs[0]
  const of = first ? `${first.title} at ${first.company}` : ''
  return [name, role, of, jobs.length > 1 ? `and ${jobs.length - 1} more` : ''].filter(Boolean).join(', ')
}
