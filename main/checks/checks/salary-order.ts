import type { Check } from '../check.ts'
import { type Fault, jobPage, jobWords } from '../rules/walk.ts'

const turned = (low: string, high: string, what: string): Fault => ({
  when: `t.${low} > t.${high}`,
  say: `'${what} goes from ' || CAST(t.${low} AS INTEGER) || ' down to ' || CAST(t.${high} AS INTEGER) || '.'`,
})
const negative = (column: string): string => `t.${column} < 0`

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
        turned('salary_low', 'salary_high', 'The pay'),
        turned('salary_year_low', 'salary_year_high', 'The yearly pay'),
        turned('years_low', 'years_high', 'The range of years'),
        {
          when: ['salary_low', 'salary_high', 'salary_year_low', 'salary_year_high']
            .map(negative)
            .join(' OR '),
          say: "'The pay is below zero.'",
        },
      ],
    },
    {
      name: 'campaigns',
      from: 'campaigns',
      key: ['id'],
      touched: 't.id IN (SELECT campaign_id FROM of_run)',
      what: "'Campaign ' || t.name",
      page: "'/campaigns/' || t.id",
      faults: [
        turned('salary_min', 'salary_max', 'The wanted pay'),
        { when: 't.salary_min < 0 OR t.salary_max < 0', say: "'The wanted pay is below zero.'" },
      ],
    },
  ],
}
