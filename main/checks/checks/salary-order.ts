import type { Check } from '../check.ts'
import { jobPage, jobWords } from '../walk.ts'

/** The lower end of a range is not above its upper end; pay is never below nothing. */
export const salaryOrder: Check = {
  name: 'salary_order',
  severity: 'warning',
  title: 'Pay ranges',
  hint: 'The lower end of each range of pay or years is not above its upper end, and no pay is below zero.',
  walks: [
    {
      name: 'jobs',
      from: 'jobs',
      key: ['id'],
      touched: 't.id IN (SELECT id FROM touched)',
      what: jobWords('t.id'),
      page: jobPage('t.id'),
      faults: [
        {
          when: 't.salary_low > t.salary_high',
          say: "'The pay goes from ' || t.salary_low || ' down to ' || t.salary_high || '.'",
        },
      ],
    },
  ],
}
