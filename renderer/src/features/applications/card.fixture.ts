import type { ApplicationCard } from '../../../../main/contract/applications.ts'
import { CompanyId, JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'

/** A card for tests: an application that was sent and of which nothing more is known. */
export const card = (id: number, job: Partial<JobRow> = {}): ApplicationCard => ({
  job: {
    id: JobId.parse(id),
    title: `Job ${id}`,
    company: 'Acme',
    companyId: CompanyId.parse(1),
    location: '',
    status: 'applied',
    favourite: false,
    unread: false,
    closed: false,
    score: null,
    lessSure: false,
    campaignId: null,
    match: null,
    ineligible: false,
    salary_low: null,
    salary_high: null,
    compensation_currency: null,
    salary_period: null,
    remote_options: null,
    job_type: null,
    seniority_level: null,
    postedAt: null,
    foundAt: '2026-11-01T00:00:00.000Z',
    ...job,
  },
  movedAt: '2026-11-01T00:00:00.000Z',
  appliedAt: null,
  staleDays: null,
  response: null,
  nextStep: '',
  nextStepAt: null,
  interviewAt: null,
  offerDeadline: null,
})
