import type { Check } from '../check.ts'
import { jobPage, jobWords } from '../rules/walk.ts'

/** Scores are numbers from 0 to 100, and can be explained. */
export const scoreRange: Check = {
  name: 'score_range',
  severity: 'critical',
  title: 'Scores',
  hint: 'Every score and every match is between 0 and 100 and holds what its explanation is made from.',
  walks: [
    {
      name: 'rankings',
      from: 'rankings',
      key: ['campaign_id', 'job_id'],
      along: 'job_id',
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `${jobWords('t.job_id')} || coalesce((SELECT ' for ' || name FROM campaigns WHERE id = t.campaign_id), '')`,
      page: jobPage('t.job_id'),
      faults: [
        { when: 't.score NOT BETWEEN 0 AND 100', say: "'The score is ' || t.score || '.'" },
        {
          when: "length(t.shares) <> 18 OR t.shares GLOB '*[^A-Za-z0-9_-]*'",
          say: "'What the score is made of cannot be read.'",
        },
      ],
    },
    {
      name: 'best',
      from: 'best_rankings',
      key: ['job_id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: jobWords('t.job_id'),
      page: jobPage('t.job_id'),
      faults: [
        {
          when: 't.score NOT BETWEEN 0 AND 100 AND t.score <> -1',
          say: "'The best score is ' || t.score || '.'",
        },
      ],
    },
    {
      name: 'matches',
      from: 'matches',
      key: ['job_id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: jobWords('t.job_id'),
      page: jobPage('t.job_id'),
      faults: [
        { when: 't.score NOT BETWEEN 0 AND 100', say: "'The match is ' || t.score || '.'" },
        {
          when: 't.tech NOT BETWEEN 0 AND 1000 OR t.location NOT BETWEEN 0 AND 1000 OR t.experience NOT BETWEEN 0 AND 1000',
          say: "'A part of the match is out of its range.'",
        },
      ],
    },
  ],
}
