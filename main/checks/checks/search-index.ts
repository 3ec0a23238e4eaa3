import { forgetWords, indexAgain } from '../../postings/service.ts'
import type { Check } from '../check.ts'
import { jobPage, jobWords } from '../rules/walk.ts'

/** Every job is found by its words, and nothing else is. The index keeps one row of sizes a job beside it. */
export const searchIndex: Check = {
  name: 'search_index',
  severity: 'warning',
  title: 'Search',
  hint: 'Search finds every job, and no job that is gone.',
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
          when: 'NOT EXISTS (SELECT 1 FROM job_search_docsize d WHERE d.id = t.id)',
          say: "'Search does not find it.'",
        },
      ],
    },
    {
      name: 'strangers',
      from: 'job_search_docsize',
      key: ['id'],
      what: "'Words of job ' || t.id",
      page: 'NULL',
      faults: [
        {
          when: 'NOT EXISTS (SELECT 1 FROM jobs j WHERE j.id = t.id)',
          say: "'The job is gone, and search still knows its words.'",
        },
      ],
    },
  ],
  mend: {
    jobs: { row: ({ db }, [jobId]) => indexAgain(db, Number(jobId)) },
    strangers: { row: ({ db }, [jobId]) => forgetWords(db, Number(jobId)) },
  },
  mended: rows => `Wrote ${rows} ${rows === 1 ? 'entry' : 'entries'} of the search index anew.`,
}
