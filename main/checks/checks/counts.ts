import { JOB_STATUSES } from '../../contract/values.ts'
import type { Db } from '../../platform/db/connection.ts'
import { noteJob } from '../../platform/db/job-changes.ts'
import { refreshBest } from '../../ranking/service.ts'
import type { Check, Mend } from '../check.ts'
import { jobPage, jobWords, list, text, type Walk } from '../rules/walk.ts'

/**
 * Numbers that are kept beside the rows, and copies of a job's status beside its scores and applications, agree with
 * what they are of. Copies come first: some numbers count them.
 */

/** A copy beside `original`, a row that may be missing, which other checks say. */
const copied = (column: string, original: string): string =>
  `t.${column} IS NOT (SELECT o.${original} FROM jobs o WHERE o.id = t.job_id) AND EXISTS (SELECT 1 FROM jobs o WHERE o.id = t.job_id)`

const ofJob = {
  what: jobWords('t.job_id'),
  page: jobPage('t.job_id'),
  touched: 't.job_id IN (SELECT id FROM touched)',
}

const SCORED = `EXISTS (SELECT 1 FROM campaigns c WHERE c.id = t.campaign_id AND c.state <> 'deleted')
  AND NOT EXISTS (SELECT 1 FROM rankings r WHERE r.campaign_id = t.campaign_id AND r.job_id = t.job_id
    AND r.score = t.score AND (r.ineligible > 0) = t.ineligible)`

const copies: readonly Walk[] = [
  {
    name: 'jobs',
    from: 'jobs',
    key: ['id'],
    what: jobWords('t.id'),
    page: jobPage('t.id'),
    touched: 't.id IN (SELECT id FROM touched)',
    faults: [
      {
        when: 'NOT EXISTS (SELECT 1 FROM best_rankings b WHERE b.job_id = t.id)',
        say: "'Lists by score do not have it.'",
      },
      {
        when: 'NOT EXISTS (SELECT 1 FROM job_skills s WHERE s.job_id = t.id)',
        say: "'Its skills are not counted.'",
      },
      {
        when: "t.status <> 'waiting' AND NOT EXISTS (SELECT 1 FROM applications a WHERE a.job_id = t.id)",
        say: "'The board does not have it.'",
      },
      {
        when: "NOT EXISTS (SELECT 1 FROM hourly_activity h WHERE h.hour = substr(t.found_at, 1, 13) AND h.kind = 'found')",
        say: "'The hour when it was found is not counted.'",
      },
    ],
  },
  {
    name: 'best',
    from: 'best_rankings',
    key: ['job_id'],
    ...ofJob,
    faults: [
      {
        when: copied('status', 'status'),
        say: "'Its best score stands under the status ' || t.status || '.'",
      },
      { when: SCORED, say: "'Its best score is not what the campaign found.'" },
    ],
  },
  {
    name: 'rankings',
    from: 'rankings',
    key: ['campaign_id', 'job_id'],
    along: 'job_id',
    ...ofJob,
    faults: [
      {
        // The copy beside the best score is narrow, and compared with the job's own above.
        when:
          'EXISTS (SELECT 1 FROM best_rankings b WHERE b.job_id = t.job_id AND b.status <> t.status) AND ' +
          copied('status', 'status'),
        say: "'A score stands under the status ' || t.status || '.'",
      },
    ],
  },
  {
    name: 'matches',
    from: 'matches',
    key: ['job_id'],
    ...ofJob,
    faults: [
      { when: copied('status', 'status'), say: "'Its match stands under the status ' || t.status || '.'" },
    ],
  },
  {
    name: 'applications',
    from: 'applications',
    key: ['job_id'],
    ...ofJob,
    faults: [
      { when: copied('status', 'status'), say: "'The board has it under ' || t.status || '.'" },
      { when: copied('applied_at', 'applied_at'), say: "'The board has another day of the application.'" },
      {
        when: `${copied('company_id', 'company_id')} OR ${copied('company', 'company COLLATE BINARY')}`,
        say: "'The board has it under another company.'",
      },
    ],
  },
  {
    name: 'moves',
    from: 'status_events',
    key: ['id'],
    ...ofJob,
    faults: [
      {
        when: copied('job_status', 'status'),
        say: "'The timeline has a move under the status ' || t.job_status || '.'",
      },
    ],
  },
]

/** How many rows a number counts. */
const COUNTED = {
  status: '(SELECT count(*) FROM jobs j WHERE j.status = t.status)',
  hidden: '(SELECT count(*) FROM best_rankings b WHERE b.hidden = 1)',
  campaign: `CASE t.kind WHEN 'found' THEN (SELECT count(*) FROM campaign_jobs f WHERE f.campaign_id = t.campaign_id)
    WHEN 'hidden' THEN (SELECT count(*) FROM rankings r WHERE r.campaign_id = t.campaign_id AND r.hidden = 1)
    ELSE (SELECT count(*) FROM rankings r WHERE r.campaign_id = t.campaign_id AND r.hidden IN (0, 1) AND r.status = t.kind) END`,
  company: '(SELECT count(*) FROM jobs j WHERE j.company_id = t.id)',
  hour: "(SELECT count(*) FROM jobs j WHERE j.found_at >= t.hour AND j.found_at < t.hour || '~')",
  scores:
    "(SELECT count(*) FROM jobs j JOIN best_rankings b ON b.job_id = j.id WHERE j.found_at >= t.hour AND j.found_at < t.hour || '~' AND b.score >= 0)",
  moves:
    "(SELECT count(*) FROM status_events e WHERE e.at >= t.hour AND e.at < t.hour || '~' AND e.undone = 0 AND e.to_status = t.kind)",
} as const

const differs = (number: string, counted: string) => ({
  when: `${number} <> ${counted}`,
  say: `'It says ' || ${number} || ', and there are ' || ${counted} || '.'`,
})

const KINDS = [...JOB_STATUSES, 'found', 'hidden']
const N =
  '(SELECT coalesce(max(n), 0) FROM campaign_counts n WHERE n.campaign_id = t.campaign_id AND n.kind = t.kind)'
const numbers: readonly Walk[] = [
  {
    name: 'status_counts',
    from: `(SELECT value AS status, coalesce((SELECT n FROM status_counts WHERE status = value), -1) AS n FROM ${list(JOB_STATUSES)})`,
    key: ['status'],
    touched: 'true',
    piece: 1,
    what: "'Jobs of the status ' || t.status",
    page: "'/jobs'",
    faults: [{ when: 't.n = -1', say: "'The number is missing.'" }, differs('t.n', COUNTED.status)],
  },
  {
    name: 'list_counts',
    from: `(SELECT value AS kind, coalesce((SELECT n FROM list_counts WHERE kind = value), -1) AS n FROM ${list(['hidden'])})`,
    key: ['kind'],
    touched: 'true',
    what: "'Jobs that must-haves hide'",
    page: "'/jobs'",
    faults: [{ when: 't.n = -1', say: "'The number is missing.'" }, differs('t.n', COUNTED.hidden)],
  },
  {
    name: 'campaign_counts',
    from: `(SELECT c.id AS campaign_id, k.value AS kind, c.name FROM campaigns c CROSS JOIN ${list(KINDS)} k)`,
    key: ['campaign_id', 'kind'],
    touched: 't.campaign_id IN (SELECT campaign_id FROM of_run)',
    piece: KINDS.length,
    what: "'Number “' || t.kind || '” of campaign ' || t.name",
    page: "'/campaigns/' || t.campaign_id",
    faults: [differs(N, `(${COUNTED.campaign})`)],
  },
  {
    name: 'companies',
    from: 'companies',
    key: ['id'],
    touched: 't.id IN (SELECT company_id FROM jobs WHERE id IN (SELECT id FROM touched))',
    what: "'Jobs of ' || t.name",
    page: "'/companies/' || t.id",
    faults: [differs('t.job_count', COUNTED.company)],
  },
  {
    name: 'hours',
    from: 'hourly_activity',
    key: ['hour', 'kind'],
    piece: 20,
    what: `'Activity of ' || t.hour || ', ' || t.kind`,
    page: "'/'",
    faults: [
      { ...differs('t.n', COUNTED.hour), when: `t.kind = 'found' AND t.n <> ${COUNTED.hour}` },
      {
        when: `t.kind = 'found' AND t.score_n <> ${COUNTED.scores}`,
        say: text('The number of scores is not that of the jobs.'),
      },
      // More is no fault: moves of jobs that were taken away stay counted.
      { ...differs('t.n', COUNTED.moves), when: `t.kind <> 'found' AND t.n < ${COUNTED.moves}` },
    ],
  },
]

const copyStatus = (table: string, part: 'score' | 'match'): Mend => ({
  row({ db }, key) {
    const jobId = Number(key.at(-1))
    db.sql(`UPDATE ${table} SET status = (SELECT status FROM jobs WHERE id = job_id) WHERE job_id = ?`).run(
      jobId,
    )
    noteJob(db, part, null, jobId)
  },
})

const CODES = (required: 0 | 1): string =>
  `coalesce((SELECT group_concat(c.code, '') FROM json_each(j.skills) s JOIN skill_codes c ON c.name = s.value ->> 'name' WHERE s.value ->> 'required' = ${required}), '')`

const SCORES = `FROM jobs j JOIN best_rankings b ON b.job_id = j.id WHERE j.found_at >= ? AND j.found_at < ? || '~' AND b.score >= 0`

/** Counts the jobs of an hour and their best scores anew. */
function recountHour(db: Db, hour: string): void {
  db.sql(
    `INSERT INTO hourly_activity (hour, kind, n, score_sum, score_n)
     SELECT t.hour, 'found', ${COUNTED.hour}, (SELECT coalesce(sum(b.score), 0) ${SCORES}), (SELECT count(*) ${SCORES})
     FROM (SELECT ? AS hour) t WHERE true
     ON CONFLICT (hour, kind) DO UPDATE SET n = excluded.n, score_sum = excluded.score_sum, score_n = excluded.score_n`,
  ).run(hour, hour, hour, hour, hour)
}

const mend: Record<string, Mend> = {
  jobs: {
    row({ db, now }, [id]) {
      const jobId = Number(id)
      const best = db.sql(
        `INSERT INTO best_rankings (job_id, status, score, campaign_id, ineligible, found_hour)
         SELECT id, status, -1, NULL, 0, substr(found_at, 1, 13) FROM jobs WHERE id = ? ON CONFLICT (job_id) DO NOTHING`,
      )
      if (best.run(jobId).changes > 0) refreshBest(db, jobId)
      db.sql(
        `INSERT INTO job_skills (job_id, required, nice) SELECT id, ${CODES(1)}, ${CODES(0)} FROM jobs j
         WHERE id = ? AND json_valid(skills) ON CONFLICT (job_id) DO NOTHING`,
      ).run(jobId)
      db.sql(
        `INSERT INTO applications (job_id, status, applied_at, company_id, company, moved_at, updated_at)
         SELECT id, status, applied_at, company_id, company,
           coalesce((SELECT at FROM status_events WHERE job_id = jobs.id AND undone = 0 ORDER BY id DESC LIMIT 1), applied_at, found_at), ?
         FROM jobs WHERE id = ? AND status <> 'waiting' ON CONFLICT (job_id) DO NOTHING`,
      ).run(now, jobId)
      const found = db
        .sql<{ hour: string }>('SELECT substr(found_at, 1, 13) AS hour FROM jobs WHERE id = ?')
        .first(jobId)
      if (found) recountHour(db, found.hour)
    },
  },
  best: {
    row(tx, [id]) {
      copyStatus('best_rankings', 'score').row(tx, [id ?? 0])
      refreshBest(tx.db, Number(id))
    },
  },
  rankings: copyStatus('rankings', 'score'),
  matches: copyStatus('matches', 'match'),
  applications: {
    row({ db }, [id]) {
      db.sql(
        `UPDATE applications SET (status, applied_at, company_id, company) =
           (SELECT status, applied_at, company_id, company FROM jobs WHERE id = job_id) WHERE job_id = ?`,
      ).run(Number(id))
    },
  },
  moves: {
    row({ db }, [id]) {
      db.sql(
        'UPDATE status_events SET job_status = (SELECT status FROM jobs WHERE id = job_id) WHERE id = ?',
      ).run(Number(id))
    },
  },
  status_counts: {
    row({ db }, [status]) {
      db.sql(
        `INSERT INTO status_counts (status, n) SELECT t.status, ${COUNTED.status} FROM (SELECT ? AS status) t WHERE true
         ON CONFLICT (status) DO UPDATE SET n = excluded.n`,
      ).run(String(status))
    },
  },
  list_counts: {
    row({ db }, [kind]) {
      db.sql(
        `INSERT INTO list_counts (kind, n) SELECT t.kind, ${COUNTED.hidden} FROM (SELECT ? AS kind) t WHERE true
         ON CONFLICT (kind) DO UPDATE SET n = excluded.n`,
      ).run(String(kind))
    },
  },
  campaign_counts: {
    row({ db }, [campaignId, kind]) {
      db.sql(
        `INSERT INTO campaign_counts (campaign_id, kind, n)
         SELECT t.campaign_id, t.kind, ${COUNTED.campaign} FROM (SELECT ? AS campaign_id, ? AS kind) t WHERE true
         ON CONFLICT (campaign_id, kind) DO UPDATE SET n = excluded.n`,
      ).run(Number(campaignId), String(kind))
    },
  },
  companies: {
    row({ db }, [id]) {
      db.sql(`UPDATE companies AS t SET job_count = ${COUNTED.company} WHERE t.id = ?`).run(Number(id))
    },
  },
  hours: {
    row({ db }, [hour, kind]) {
      if (kind === 'found') recountHour(db, String(hour))
      else
        db.sql(`UPDATE hourly_activity AS t SET n = ${COUNTED.moves} WHERE t.hour = ? AND t.kind = ?`).run(
          String(hour),
          String(kind),
        )
    },
  },
}

export const counts: Check = {
  name: 'counts',
  severity: 'warning',
  title: 'Kept numbers',
  hint: 'Numbers that pages show, and copies of a status beside scores and applications, agree with the jobs themselves.',
  walks: [...copies, ...numbers],
  mend,
  mended: rows => `Set ${rows} kept ${rows === 1 ? 'number or copy' : 'numbers and copies'} right.`,
}
