import { expect, it } from 'vitest'
import { canonicalUrl } from './canonical-url.ts'

const UUID = '8b0c2f1e-1111-2222-3333-444455556666'

it.each([
  [
    'https://jobs.smartrecruiters.com/oneclick-ui/company/Quay/publication/743999912345678',
    'https://jobs.smartrecruiters.com/Quay/743999912345678-rigger?oga=true',
  ],
  ['https://apply.workable.com/quay/j/ABCDEF1234/apply/', 'https://apply.workable.com/j/ABCDEF1234'],
  [
    'https://jobs.jobvite.com/quay/job/oABC1fwX/apply',
    'https://jobs.jobvite.com/careers/quay/job/oABC1fwX?__jvst=x',
  ],
  ['https://quay.bamboohr.com/jobs/view.php?id=123', 'https://quay.bamboohr.com/careers/123/detail'],
  [
    'https://quay.fa.us2.oraclecloud.com/hcmUI/en/sites/CX_1/job/123456/apply/email',
    'https://quay.fa.us2.oraclecloud.com/hcmUI/en/sites/CX_1/requisitions/preview/123456/?keyword=x',
  ],
  [
    `https://r2.ultipro.com/Q/JobBoard/a/OpportunityDetail?opportunityId=${UUID}&postingId=x`,
    `https://r2.ultipro.com/Q/JobBoard/a/OpportunityDetail?opportunityId=${UUID.toUpperCase()}`,
  ],
  ['https://quay.recruitee.com/o/rigger-in-hull/c/new', 'https://quay.recruitee.com/o/rigger-in-hull'],
  [
    'https://quay.breezy.hr/p/1a2b3c4d5e6f-rigger/apply',
    'https://quay.breezy.hr/p/1a2b3c4d5e6f-rigger?state=published',
  ],
  [
    'https://uk.indeed.com/viewjob?jk=abc123def456&from=serp',
    'https://www.indeed.com/jobs?q=rigger&vjk=abc123def456',
  ],
  [
    'https://www.glassdoor.co.uk/job-listing/x.htm?jl=1009123456&src=GD',
    'https://www.glassdoor.com/job-listing/y.htm?jl=1009123456',
  ],
  [
    `https://ats.rippling.com/en-GB/quay/jobs/${UUID}`,
    `https://ats.rippling.com/quay/jobs/${UUID}/apply?step=1`,
  ],
  [
    'https://career5.successfactors.eu/career?career_ns=job_listing&company=Quay&career_job_req_id=123',
    'https://career5.successfactors.eu/career?company=quay&career_job_req_id=123&lang=en_GB',
  ],
  [
    'https://quay.teamtailor.com/jobs/123456-rigger/applications/new',
    'https://quay.teamtailor.com/jobs/123456-rigger?promotion=9-x',
  ],
  ['https://quay.jobs.personio.de/job/123456?display=en', 'https://quay.jobs.personio.de/job/123456'],
  [
    'https://careers.example.com/jobs/123456-rigger/applications/new',
    'https://careers.example.com/jobs/123456-rigger',
  ],
])('%s is the posting of %s', (a, b) => {
  const form = canonicalUrl(a)
  expect(form).not.toBeNull()
  expect(canonicalUrl(b)).toBe(form)
  expect(canonicalUrl(form)).toBe(form)
})

it.each([
  ['https://apply.workable.com/quay/j/ABCDEF1234/', 'https://apply.workable.com/quay/j/ABCDEF9999/'],
  ['https://quay.bamboohr.com/careers/123', 'https://other.bamboohr.com/careers/123'],
  ['https://quay.recruitee.com/o/rigger-in-hull', 'https://quay.recruitee.com/o/rigger-in-leeds'],
])('%s is another posting than %s', (a, b) => {
  expect(canonicalUrl(a)).not.toBe(canonicalUrl(b))
})
