import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { databasePaths } from '../../../main/platform/db/database-paths.ts'
import { integrityFaults } from '../../../main/platform/db/integrity.ts'
import { openReader, type Sqlite } from '../../../main/platform/db/pragmas.ts'
import {
  decodeField,
  FACT_FIELDS,
  type FieldRow,
  OTHER_FIELDS,
  winnersOf,
} from '../../../main/postings/rules/fields.ts'

/** Looks for anything half-written in a data folder that nobody has open. */

/** Rows that must not exist at any moment: what is wrong, and the query that finds it. */
const NEVER: [string, string][] = [
  [
    'a job without exactly one primary posting',
    'SELECT id FROM jobs j WHERE (SELECT count(*) FROM postings WHERE job_id = j.id AND is_primary = 1) <> 1',
  ],
  [
    'a raw posting without a posting',
    `SELECT r.id FROM raw_postings r WHERE NOT EXISTS
     (SELECT 1 FROM postings p WHERE p.source_id = r.source_id AND p.source_key = r.source_key)`,
  ],
  [
    'a posting whose raw posting is of another key',
    `SELECT p.id FROM postings p JOIN raw_postings r ON r.id = p.raw_posting_id
     WHERE r.source_key <> p.source_key OR r.source_id <> p.source_id`,
  ],
  [
    'a job that shows other words than its primary posting',
    `SELECT j.id FROM jobs j JOIN postings p ON p.job_id = j.id AND p.is_primary = 1
     WHERE j.title <> p.title OR j.company <> p.company OR j.location_text <> p.location_text`,
  ],
  ['a job without a search row', 'SELECT id FROM jobs WHERE id NOT IN (SELECT id FROM job_search_docsize)'],
  ['a search row without a job', 'SELECT id FROM job_search_docsize WHERE id NOT IN (SELECT id FROM jobs)'],
  [
    'a job without a campaign',
    'SELECT id FROM jobs WHERE NOT EXISTS (SELECT 1 FROM campaign_jobs WHERE job_id = jobs.id)',
  ],
  [
    'a company without its place in the enrichment queue',
    'SELECT id FROM companies WHERE id NOT IN (SELECT company_id FROM company_enrichment)',
  ],
  [
    'a company that counts other jobs than it has',
    'SELECT id FROM companies c WHERE job_count <> (SELECT count(*) FROM jobs WHERE company_id = c.id)',
  ],
  [
    'a ranking with another status than its job',
    'SELECT r.job_id FROM rankings r JOIN jobs j ON j.id = r.job_id WHERE r.status <> j.status',
  ],
  [
    'a status without its event',
    `SELECT id FROM jobs WHERE status <> coalesce(
       (SELECT to_status FROM status_events WHERE job_id = jobs.id AND undone = 0 ORDER BY id DESC LIMIT 1), 'waiting')`,
  ],
  [
    'a job that was moved, without its application or with another status, day or time there',
    `SELECT j.id FROM jobs j LEFT JOIN applications a ON a.job_id = j.id
     WHERE (a.job_id IS NOT NULL OR j.status <> 'waiting') AND (a.status IS NOT j.status OR a.applied_at IS NOT j.applied_at
       OR a.company_id IS NOT j.company_id OR a.company IS NOT j.company OR a.moved_at IS NOT
       (SELECT at FROM status_events WHERE job_id = j.id AND undone = 0 ORDER BY id DESC LIMIT 1))`,
  ],
  [
    'a move beside another status than the present one of its job',
    'SELECT e.id FROM status_events e JOIN jobs j ON j.id = e.job_id WHERE e.job_status <> j.status',
  ],
  [
    'a count of a status that is wrong',
    `SELECT status FROM status_counts c WHERE n <> (SELECT count(*) FROM jobs WHERE status = c.status)`,
  ],
  [
    'a count of a campaign that is wrong',
    `SELECT campaign_id, kind, n FROM campaign_counts c WHERE n <> CASE kind
       WHEN 'found' THEN (SELECT count(*) FROM campaign_jobs WHERE campaign_id = c.campaign_id)
       WHEN 'hidden' THEN (SELECT count(*) FROM rankings WHERE campaign_id = c.campaign_id AND hidden = 1)
       ELSE (SELECT count(*) FROM rankings WHERE campaign_id = c.campaign_id AND status = c.kind) END`,
  ],
  [
    'a campaign with rankings and no count of them',
    `SELECT campaign_id FROM rankings GROUP BY campaign_id, status HAVING NOT EXISTS
       (SELECT 1 FROM campaign_counts c WHERE c.campaign_id = rankings.campaign_id AND kind = rankings.status)`,
  ],
  [
    'a job without its best score, or with another status there',
    'SELECT j.id FROM jobs j LEFT JOIN best_rankings b ON b.job_id = j.id WHERE b.status IS NOT j.status',
  ],
  [
    'a number of hidden jobs that is wrong',
    `SELECT n FROM list_counts WHERE kind = 'hidden' AND n <> (SELECT count(*) FROM best_rankings WHERE hidden = 1)`,
  ],
  [
    'a job whose skills by number are not its skills',
    `SELECT j.id FROM jobs j LEFT JOIN job_skills s ON s.job_id = j.id
     WHERE length(s.required) + length(s.nice) IS NOT 3 * json_array_length(j.skills)`,
  ],
  [
    'an hour of found jobs that is wrong',
    `WITH recount AS (
       SELECT substr(j.found_at, 1, 13) AS hour, count(*) AS n, sum(max(b.score, 0)) AS score_sum,
         sum(b.score >= 0) AS score_n FROM jobs j JOIN best_rankings b ON b.job_id = j.id GROUP BY 1)
     SELECT coalesce(r.hour, a.hour) FROM recount r
     FULL JOIN (SELECT * FROM hourly_activity WHERE kind = 'found') a ON a.hour = r.hour
     WHERE coalesce(r.n, 0) <> coalesce(a.n, 0) OR coalesce(r.score_n, 0) <> coalesce(a.score_n, 0)
       OR abs(coalesce(r.score_sum, 0) - coalesce(a.score_sum, 0)) > 0.001`,
  ],
  [
    'an hour of moves that is wrong',
    `WITH recount AS (SELECT substr(at, 1, 13) AS hour, to_status AS kind, sum(undone = 0) AS n FROM status_events GROUP BY 1, 2)
     SELECT coalesce(r.hour, a.hour) FROM recount r
     FULL JOIN (SELECT * FROM hourly_activity WHERE kind <> 'found') a ON a.hour = r.hour AND a.kind = r.kind
     WHERE coalesce(r.n, 0) <> coalesce(a.n, 0)`,
  ],
  [
    'an hour of a campaign that is wrong',
    `WITH recount AS (
       SELECT campaign_id, substr(found_at, 1, 13) AS hour, 'found' AS kind, count(*) AS n FROM campaign_jobs GROUP BY 1, 2
       UNION ALL SELECT c.campaign_id, substr(s.at, 1, 13) AS hour, s.to_status, sum(s.undone = 0)
       FROM status_events s JOIN campaign_jobs c ON c.job_id = s.job_id AND c.found_at <= s.at GROUP BY 1, 2, 3)
     SELECT coalesce(r.hour, a.hour) FROM recount r FULL JOIN campaign_activity a
       ON a.campaign_id = r.campaign_id AND a.hour = r.hour AND a.kind = r.kind
     WHERE coalesce(r.n, 0) <> coalesce(a.n, 0)`,
  ],
  [
    'a run that counts other raw postings than it stored',
    `SELECT id, counts FROM runs WHERE kind = 'import' AND coalesce(counts ->> 'raw', 0)
       <> (SELECT count(*) FROM raw_postings WHERE run_id = runs.id)`,
  ],
  [
    'a run that counts other jobs than it made',
    `SELECT id, counts FROM runs WHERE kind = 'import' AND coalesce(counts ->> 'jobs', 0) <> (SELECT count(*) FROM jobs j
       JOIN postings p ON p.job_id = j.id AND p.is_primary = 1
       JOIN raw_postings r ON r.id = (SELECT min(id) FROM raw_postings WHERE source_key = p.source_key AND source_id = p.source_id)
       WHERE r.run_id = runs.id)`,
  ],
  [
    'a run that counts other refused rows than it names',
    `SELECT id, counts FROM runs WHERE kind = 'import' AND coalesce(counts ->> 'rejected', 0)
       <> (SELECT count(*) FROM run_issues WHERE run_id = runs.id AND code NOT IN ('warning', 'repeated_id'))`,
  ],
  [
    'a row that was refused twice',
    'SELECT run_id, row FROM run_issues WHERE row IS NOT NULL GROUP BY run_id, row HAVING count(*) > 1',
  ],
  [
    'an ended run without its steps or time',
    `SELECT id FROM runs WHERE state NOT IN ('queued', 'running')
       AND (finished_at IS NULL OR id NOT IN (SELECT run_id FROM run_steps))`,
  ],
  [
    'an ended run with a step that is open',
    `SELECT r.id, s.step, s.state FROM runs r JOIN run_steps s ON s.run_id = r.id
     WHERE r.state NOT IN ('queued', 'running') AND s.state IN ('waiting', 'running', 'retrying')`,
  ],
  [
    'a step that ended without having begun',
    "SELECT run_id, step FROM run_steps WHERE state IN ('done', 'failed') AND (attempts = 0 OR started_at IS NULL)",
  ],
  [
    'two imports of one upload',
    `SELECT input ->> 'uploadId' FROM runs WHERE kind = 'import' GROUP BY 1 HAVING count(*) > 1`,
  ],
  [
    'an event that points at nothing',
    `SELECT seq FROM events e WHERE type = 'jobs.added' AND EXISTS
       (SELECT 1 FROM json_each(e.payload, '$.jobIds') WHERE value NOT IN (SELECT id FROM jobs))`,
  ],
  [
    'a run that ended twice, or without the event',
    `SELECT id FROM runs WHERE state NOT IN ('queued', 'running') AND 1 <> (SELECT count(*) FROM events
       WHERE type = 'run.finished' AND payload ->> 'runId' = runs.id)`,
  ],
  [
    'a run of detection that ended twice, or without the event or its time',
    `SELECT id FROM detection_runs WHERE state NOT IN ('queued', 'running') AND (finished_at IS NULL OR 1 <> (SELECT count(*)
       FROM events WHERE type = 'detection.finished' AND payload ->> 'detectionRunId' = detection_runs.id))`,
  ],
  [
    'a run of detection that counts other failures than it names',
    `SELECT id, failed FROM detection_runs WHERE failed <> (SELECT count(*) FROM detection_issues WHERE run_id = detection_runs.id)`,
  ],
  [
    'a day of the language model with other sums than its calls',
    `SELECT day FROM ai_days d WHERE calls <> (SELECT count(*) FROM ai_calls WHERE day = d.day)
       OR spent <> (SELECT total(cost) FROM ai_calls WHERE day = d.day)
       OR reserved <> (SELECT total(reserved) FROM ai_calls WHERE day = d.day AND state = 'open')`,
  ],
]

/**
 * What must hold besides once no run is open. Rankings are looked at for campaigns that are not ranked again or fed
 * at the moment.
 */
const AT_REST: [string, string][] = [
  [
    'a job that is not ranked for an active campaign',
    `SELECT j.id, c.name FROM jobs j JOIN campaigns c ON c.state = 'active'
     WHERE NOT EXISTS (SELECT 1 FROM rankings WHERE job_id = j.id AND campaign_id = c.id) LIMIT 5`,
  ],
  [
    'a job with another best score than its rankings give',
    `SELECT job_id, score FROM best_rankings b WHERE score <> coalesce((SELECT r.score FROM rankings r
       JOIN campaigns c ON c.id = r.campaign_id WHERE r.job_id = b.job_id AND c.state <> 'deleted'
       ORDER BY r.ineligible > 0, r.score DESC LIMIT 1), -1) LIMIT 5`,
  ],
  [
    'a run that failed',
    "SELECT id, kind, label, error FROM runs WHERE state NOT IN ('succeeded', 'queued', 'running')",
  ],
  [
    'a run of detection that is open',
    "SELECT id, kind, label FROM detection_runs WHERE state IN ('queued', 'running')",
  ],
  ['a job whose scores are not those of its facts', 'SELECT job_id FROM jobs_to_rank'],
  ['an open call of the language model', "SELECT id, purpose FROM ai_calls WHERE state = 'open'"],
]

/** Opens the database of a folder for reading; the caller closes it. */
export const openFolder = (dataDir: string): Sqlite => openReader(databasePaths(dataDir).file)

/** Everything that is half-written, in words; empty when all is whole. `atRest`: no run is open any more. */
export function faultsOf(db: Sqlite, dataDir: string, atRest: boolean): string[] {
  const faults = integrityFaults(db).map(fault => `quick_check: ${fault}`)
  for (const row of db.prepare('PRAGMA foreign_key_check').all().slice(0, 5))
    faults.push(`foreign_key_check: ${JSON.stringify(row)}`)
  for (const [what, sql] of atRest ? [...NEVER, ...AT_REST] : NEVER) {
    const rows = db.prepare(sql).all()
    if (rows.length > 0) faults.push(`${what}: ${rows.length}, such as ${JSON.stringify(rows[0])}`)
  }
  return [...faults, ...factFaults(db), ...uploadFaults(db, dataDir, atRest)]
}

/** Files of open imports must be whole; at rest only those are left that an import which did not succeed may go on with. */
function uploadFaults(db: Sqlite, dataDir: string, atRest: boolean): string[] {
  const folder = join(dataDir, 'incoming')
  const wanted = db
    .prepare<[], string>(
      "SELECT input ->> 'uploadId' FROM runs WHERE kind = 'import' AND state IN ('queued', 'running')",
    )
    .pluck()
    .all()
  const broken = wanted.filter(id => {
    try {
      const { size } = JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8'))
      return statSync(join(folder, id)).size !== size
    } catch {
      return true
    }
  })
  const kept = db
    .prepare<[], string>(
      "SELECT input ->> 'uploadId' FROM runs WHERE kind = 'import' AND state IN ('failed', 'cancelled')",
    )
    .pluck()
    .all()
  const left = atRest ? filesIn(folder).filter(name => !kept.includes(name.replace(/\.json$/, ''))) : []
  return [
    ...broken.map(id => `an open import without its whole file: ${id}`),
    ...left.map(name => `an upload that nobody wants: ${name}`),
  ]
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

type JobRow = Record<string, unknown> & { id: number; skills: string; terms: string }

/** Facts of jobs that are not what counts of all that was said about them. */
function factFaults(db: Sqlite): string[] {
  const said = Map.groupBy(
    db.prepare<[], FieldRow & { job_id: number }>('SELECT * FROM job_fields').all(),
    row => row.job_id,
  )
  const jobs = db.prepare<[], JobRow>('SELECT * FROM jobs').all()
  const wrong = jobs.flatMap(job => wrongFacts(job, said.get(job.id) ?? []))
  return wrong.length === 0 ? [] : [`a fact that nobody says: ${wrong.length}, such as ${wrong[0]}`]
}

function wrongFacts(job: JobRow, said: readonly FieldRow[]): string[] {
  const rows = Map.groupBy(said, row => row.field)
  const winners = winnersOf(said)
  const winner = (field: FieldRow['field']) => winners.get(field)
  const value = (field: FieldRow['field']) => decodeField(field, winner(field)?.value ?? null)
  const shown = new Map<string, unknown>(FACT_FIELDS.map(field => [field, value(field)]))
  // A lower end above the upper one cannot be: the end that the person did not give is left out.
  const [low, high] = [shown.get('salary_low'), shown.get('salary_high')]
  if (typeof low === 'number' && typeof high === 'number' && low > high) {
    const [from, to] = [winner('salary_low')?.origin, winner('salary_high')?.origin]
    const onlyLow = (from === 'manual' && to !== 'manual') || (to === 'ai' && from !== 'ai')
    shown.set(onlyLow ? 'salary_high' : 'salary_low', null)
  }
  // The others have rows only where the person or the model said something.
  for (const field of OTHER_FIELDS) if (rows.has(field)) shown.set(field, value(field))
  const terms: Record<string, { value: unknown } | undefined> = JSON.parse(job.terms)
  const column = (field: string): unknown => {
    if (field === 'skills') return JSON.parse(job.skills)
    return field === 'education' || field === 'visa_sponsorship' ? (terms[field]?.value ?? null) : job[field]
  }
  return [...shown].flatMap(([field, expected]) => {
    const found = column(field)
    const none = field === 'skills' ? [] : null
    return isDeepStrictEqual(found, expected ?? none)
      ? []
      : [`${field} of job ${job.id} is ${JSON.stringify(found)}, said is ${JSON.stringify(expected)}`]
  })
}
