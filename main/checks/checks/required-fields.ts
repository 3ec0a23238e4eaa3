import type { Check } from '../check.ts'
import { jobPage, jobWords } from '../rules/walk.ts'

const blank = (column: string): string => `trim(coalesce(${column}, '')) = ''`

/** What a row cannot do without is there. */
export const requiredFields: Check = {
  name: 'required_fields',
  severity: 'critical',
  title: 'Required facts',
  hint: 'Each job and posting has a title, a company and the time when it was found; each campaign and company has a name.',
  walks: [
    {
      name: 'jobs',
      from: 'jobs',
      key: ['id'],
      touched: 't.id IN (SELECT id FROM touched)',
      what: jobWords('t.id'),
      page: jobPage('t.id'),
      faults: [
        { when: blank('t.title'), say: "'It has no title.'" },
        { when: blank('t.company'), say: "'It has no company.'" },
        { when: blank('t.found_at'), say: "'It does not say when it was found.'" },
      ],
    },
    {
      name: 'postings',
      from: 'postings',
      key: ['id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `'Posting ' || t.id || ' of ' || ${jobWords('t.job_id')}`,
      page: jobPage('t.job_id'),
      faults: [
        { when: blank('t.title'), say: "'It has no title.'" },
        { when: blank('t.company'), say: "'It has no company.'" },
        { when: blank('t.found_at'), say: "'It does not say when it was found.'" },
      ],
    },
    {
      name: 'campaigns',
      from: 'campaigns',
      key: ['id'],
      touched: 't.id IN (SELECT campaign_id FROM of_run)',
      what: "'Campaign ' || t.id",
      page: "'/campaigns/' || t.id",
      faults: [{ when: blank('t.name'), say: "'It has no name.'" }],
    },
    {
      name: 'companies',
      from: 'companies',
      key: ['id'],
      touched: 't.id IN (SELECT company_id FROM jobs WHERE id IN (SELECT id FROM touched))',
      what: "'Company ' || t.id",
      page: "'/companies/' || t.id",
      faults: [
        { when: blank('t.name'), say: "'It has no name.'" },
        { when: blank('t.normalised_name'), say: "'It has no name to be found by.'" },
      ],
    },
  ],
}
