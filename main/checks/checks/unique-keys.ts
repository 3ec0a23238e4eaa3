import type { Check } from '../check.ts'
import { jobPage, jobWords, list } from '../rules/walk.ts'

/** Indexes that keep rows from being there twice; a foreign tool can have dropped them. */
const UNIQUE = [
  'campaigns_name',
  'raw_postings_content',
  'feedback_job',
  'comparisons_running',
  // What a table's own UNIQUE makes has no name to look for and cannot be dropped.
]

/** No two rows stand for the same thing. */
export const uniqueKeys: Check = {
  name: 'unique_keys',
  severity: 'critical',
  title: 'Unique keys',
  hint: 'No two rows stand for the same thing: each job shows one posting, names of campaigns and companies are given once.',
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
          when: '(SELECT count(*) FROM postings p WHERE p.job_id = t.id AND p.is_primary = 1) > 1',
          say: "'It shows ' || (SELECT count(*) FROM postings p WHERE p.job_id = t.id AND p.is_primary = 1) || ' postings at once.'",
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
        {
          when: "t.state <> 'deleted' AND EXISTS (SELECT 1 FROM campaigns o WHERE o.name = t.name AND o.id <> t.id AND o.state <> 'deleted')",
          say: "'Another campaign has the same name.'",
        },
      ],
    },
    {
      name: 'companies',
      from: 'companies',
      key: ['id'],
      touched: 't.id IN (SELECT company_id FROM jobs WHERE id IN (SELECT id FROM touched))',
      what: 't.name',
      page: "'/companies/' || t.id",
      faults: [
        {
          when: 'EXISTS (SELECT 1 FROM company_aliases a WHERE a.normalised_name = t.normalised_name AND a.company_id <> t.id)',
          say: "'Its name is also another name of a different company.'",
        },
      ],
    },
    {
      name: 'indexes',
      from: `(SELECT value AS name FROM ${list(UNIQUE)})`,
      key: ['name'],
      what: "'Index ' || t.name",
      page: 'NULL',
      faults: [
        {
          when: "NOT EXISTS (SELECT 1 FROM sqlite_schema s WHERE s.type = 'index' AND s.name = t.name)",
          say: "'The index that keeps rows from being there twice is missing.'",
        },
      ],
    },
  ],
}
