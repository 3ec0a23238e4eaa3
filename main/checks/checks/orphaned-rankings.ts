import { noteJob } from '../../platform/db/job-changes.ts'
import { refreshBest } from '../../ranking/service.ts'
import type { Check } from '../check.ts'
import { jobPage, jobWords } from '../rules/walk.ts'

const noJob = 'NOT EXISTS (SELECT 1 FROM jobs j WHERE j.id = t.job_id)'
const noCampaign = 'NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = t.campaign_id)'

/** A score is one of a job and, unless it is the match with the profile, of a campaign. */
export const orphanedRankings: Check = {
  name: 'orphaned_rankings',
  severity: 'critical',
  title: 'Orphaned scores',
  hint: 'Each score belongs to a job and a campaign that are there.',
  walks: [
    {
      name: 'rankings',
      from: 'rankings',
      key: ['campaign_id', 'job_id'],
      along: 'job_id',
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `'Score of ' || ${jobWords('t.job_id')} || coalesce((SELECT ' for ' || name FROM campaigns WHERE id = t.campaign_id), ' for campaign ' || t.campaign_id)`,
      page: jobPage('t.job_id'),
      faults: [
        { when: noJob, say: "'The job that it is about is gone.'" },
        { when: noCampaign, say: "'The campaign that it was made for is gone.'" },
      ],
    },
    {
      name: 'best',
      from: 'best_rankings',
      key: ['job_id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `'Best score of ' || ${jobWords('t.job_id')}`,
      page: jobPage('t.job_id'),
      faults: [
        { when: noJob, say: "'The job that it is about is gone.'" },
        {
          when: `t.campaign_id IS NOT NULL AND ${noCampaign}`,
          say: "'The campaign that it comes from is gone.'",
        },
      ],
    },
    {
      name: 'matches',
      from: 'matches',
      key: ['job_id'],
      touched: 't.job_id IN (SELECT id FROM touched)',
      what: `'Match of ' || ${jobWords('t.job_id')}`,
      page: jobPage('t.job_id'),
      faults: [{ when: noJob, say: "'The job that it is about is gone.'" }],
    },
  ],
  mend: {
    rankings: {
      row({ db }, [campaignId, jobId]) {
        const key = [Number(campaignId), Number(jobId)] as const
        db.sql('DELETE FROM rankings WHERE campaign_id = ? AND job_id = ?').run(...key)
        noteJob(db, 'score', ...key)
        refreshBest(db, key[1])
      },
    },
    best: {
      row({ db }, [jobId]) {
        const id = Number(jobId)
        db.sql(`DELETE FROM best_rankings AS t WHERE t.job_id = ? AND ${noJob}`).run(id)
        refreshBest(db, id)
      },
    },
    matches: {
      row({ db }, [jobId]) {
        db.sql('DELETE FROM matches WHERE job_id = ?').run(Number(jobId))
        noteJob(db, 'match', null, Number(jobId))
      },
    },
  },
  mended: rows => `Removed ${rows} ${rows === 1 ? 'score' : 'scores'} of jobs or campaigns that are gone.`,
}
