import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import type { CheckName } from '../contract/checks.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { CHECKS } from './all.ts'
import { walksOf } from './check.ts'
import { lookAt, type Place } from './piece.ts'
import type { WrongRow } from './store.ts'
import { wordsOf } from './words.ts'

// Each check finds what it is for. The faults are written as a foreign tool would: without references and checks held.

let backend: TestBackend
beforeAll(async () => {
  backend = openBackend()
  const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
  await backend.importText(
    jsonl([
      row(),
      row({ id: 'b', title: 'Nurse', company: 'Care' }),
      row({ id: 'c', title: 'Cook', company: 'Inn' }),
    ]),
    campaignId,
  )
  await backend.call('applications.setStatus', { jobIds: [2], status: 'applied' })
  backend.db.raw.pragma('foreign_keys = OFF')
  backend.db.raw.pragma('ignore_check_constraints = ON')
})
afterAll(() => backend.close())

/** What a check finds while `sql` holds; everything is taken back. */
function findings(name: CheckName, sql: string): { failing: number; words: string[] } {
  const { db } = backend
  db.raw.exec('BEGIN')
  try {
    db.raw.exec(sql)
    const wrong: WrongRow[] = []
    const now = backend.clock.now()
    let from: Place | null = null
    do {
      const { file } = databasePaths(backend.dataDir)
      const piece = lookAt(db, { kind: 'look', file, name, walks: null, from, now })
      wrong.push(...piece.wrong)
      from = piece.next
    } while (from !== null)
    const check = CHECKS.find(each => each.name === name)
    const walks = check ? walksOf(check, db) : []
    const words = wrong.map(({ walk, key }) => {
      const asked = walks.find(each => each.name === walk)
      const said = asked && wordsOf(db, asked, key, now)
      return `${said?.what}: ${said?.detail}`
    })
    return { failing: wrong.length, words }
  } finally {
    db.raw.exec('ROLLBACK')
  }
}

const faults: [name: CheckName, sql: string, words: RegExp][] = [
  [
    'unique_keys',
    'INSERT INTO postings (raw_posting_id, source_id, source_key, job_id, is_primary, title, company, location_text, found_at, description) SELECT raw_posting_id, source_id, source_key || 2, job_id, 1, title, company, location_text, found_at, description FROM postings WHERE job_id = 1',
    /Backend Engineer at Ardent.*shows 2 postings at once/,
  ],
  [
    'unique_keys',
    'DROP INDEX campaigns_name; INSERT INTO campaigns SELECT id + 1, name, query, country, locations, date_window_days, employment_types, remote_preference, seniority, company_sizes, skills, salary_min, salary_max, salary_currency, alert_threshold, weights, schedule, state, notified_job_id, created_at, updated_at, rules, scored_with FROM campaigns',
    /Campaign Backend: Another campaign has the same name/,
  ],
  ['unique_keys', 'DROP INDEX raw_postings_content', /Index raw_postings_content: .*missing/],
  [
    'unique_keys',
    'INSERT INTO company_aliases (normalised_name, company_id, name) SELECT normalised_name, 1, name FROM companies WHERE id = 2',
    /also another name of a different company/,
  ],
  ['required_fields', "UPDATE jobs SET title = ' ' WHERE id = 1", /has no title/],
  ['required_fields', "UPDATE postings SET company = '' WHERE job_id = 1", /Posting 1 of .*no company/],
  ['required_fields', "UPDATE campaigns SET name = ''", /Campaign 1: It has no name/],
  ['references', 'DELETE FROM companies WHERE id = 2', /The company that it belongs to is gone: number 2/],
  [
    'references',
    'UPDATE postings SET raw_posting_id = 99 WHERE id = 1',
    /stored text of a source that it belongs to is gone/,
  ],
  [
    'references',
    "INSERT INTO status_events (job_id, from_status, to_status, at) VALUES (77, 'waiting', 'applied', '2026-03-01T00:00:00.000Z')",
    /Move of a job \d+: The job that it belongs to is gone: number 77/,
  ],
  ['references', 'UPDATE postings SET is_primary = 0 WHERE job_id = 1', /shows none of its postings/],
  ['references', 'DELETE FROM postings WHERE job_id = 1', /has no posting/],
  [
    'orphaned_rankings',
    "INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, shares, place, ranked_on) VALUES (1, 88, 'waiting', 50, 0, 'AAAAAAAAAAAAAAAAAA', '', '2026-03-01')",
    /Score of Job 88 for Backend: The job that it is about is gone/,
  ],
  [
    'orphaned_rankings',
    "INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, shares, place, ranked_on) VALUES (9, 1, 'waiting', 50, 0, 'AAAAAAAAAAAAAAAAAA', '', '2026-03-01')",
    /for campaign 9: The campaign/,
  ],
  [
    'orphaned_rankings',
    "INSERT INTO best_rankings (job_id, status, score, found_hour) VALUES (66, 'waiting', -1, '2026-03-01T00')",
    /Best score of Job 66/,
  ],
  [
    'orphaned_rankings',
    "INSERT INTO matches (job_id, status, score, less_sure, place) VALUES (66, 'waiting', 5, 0, '')",
    /Match of Job 66/,
  ],
  ['score_range', 'UPDATE rankings SET score = 101 WHERE job_id = 1', /score is 101/],
  ['score_range', "UPDATE rankings SET shares = 'short' WHERE job_id = 1", /cannot be read/],
  ['score_range', 'UPDATE best_rankings SET score = -7 WHERE job_id = 1', /best score is -7/],
  ['allowed_values', "UPDATE jobs SET status = 'somewhere' WHERE id = 1", /status is “somewhere”/],
  ['allowed_values', "UPDATE jobs SET office_country = 'UK' WHERE id = 1", /country is “UK”/],
  ['allowed_values', "UPDATE jobs SET compensation_currency = 'ABC' WHERE id = 1", /currency is “ABC”/],
  ['allowed_values', "UPDATE jobs SET found_at = 'yesterday' WHERE id = 1", /“yesterday”, which is no time/],
  [
    'allowed_values',
    "DROP TRIGGER jobs_skilled; UPDATE jobs SET skills = '[broken' WHERE id = 1",
    /list of skills cannot be read/,
  ],
  [
    'allowed_values',
    "UPDATE postings SET structured = '[]' WHERE id = 1",
    /What the source stated cannot be read/,
  ],
  ['allowed_values', "UPDATE campaigns SET locations = 'London'", /list of places cannot be read/],
  [
    'allowed_values',
    "INSERT INTO settings (key, value, updated_at) VALUES ('density', '{', '2026-03-01')",
    /Setting density: Its value cannot be read/,
  ],
  [
    'salary_order',
    'UPDATE jobs SET salary_low = 90000, salary_high = 10 WHERE id = 1',
    /pay goes from 90000 down to 10/,
  ],
  [
    'salary_order',
    'UPDATE jobs SET salary_year_low = 5, salary_year_high = 4 WHERE id = 2',
    /yearly pay goes from 5 down to 4/,
  ],
  ['salary_order', 'UPDATE jobs SET years_low = 5, years_high = 2 WHERE id = 2', /range of years/],
  ['salary_order', 'UPDATE jobs SET salary_low = -1, salary_high = 2 WHERE id = 2', /below zero/],
  ['freshness', "UPDATE jobs SET found_at = '2031-01-01T00:00:00.000Z' WHERE id = 1", /in the future/],
  ['freshness', "UPDATE status_events SET at = '2031-01-01T00:00:00.000Z'", /move is dated 2031-01-01/],
  [
    'freshness',
    "INSERT INTO sources (kind, key, label, config, created_at) VALUES ('greenhouse', 'x', 'X', '{}', '2026-01-01'); INSERT INTO campaign_sources SELECT 1, max(id) FROM sources; UPDATE campaigns SET schedule = '04:00', updated_at = '2026-01-01T00:00:00.000Z'; UPDATE schedule_since SET since = '2026-01-01T00:00:00.000Z'; UPDATE runs SET finished_at = '2026-02-20T00:00:00.000Z'",
    /Campaign Backend: Its last run that went well ended on 2026-02-20/,
  ],
  [
    'freshness',
    "UPDATE runs SET state = 'running', queued_at = '2026-02-20T00:00:00.000Z'",
    /still not done, 10 days/,
  ],
  [
    'counts',
    "UPDATE status_counts SET n = 7 WHERE status = 'offer'",
    /Jobs of the status offer: It says 7, and there are 0/,
  ],
  ['counts', "DELETE FROM status_counts WHERE status = 'offer'", /number is missing/],
  ['counts', 'UPDATE list_counts SET n = 3', /must-haves hide: It says 3/],
  [
    'counts',
    "UPDATE campaign_counts SET n = 40 WHERE kind = 'found'",
    /“found” of campaign Backend: It says 40, and there are 3/,
  ],
  ['counts', 'UPDATE companies SET job_count = 0 WHERE id = 2', /Jobs of Care: It says 0, and there are 1/],
  ['counts', "UPDATE hourly_activity SET n = 9 WHERE kind = 'found'", /It says 9, and there are 3/],
  ['counts', "UPDATE hourly_activity SET score_n = 9 WHERE kind = 'found'", /number of scores/],
  ['counts', "UPDATE hourly_activity SET n = 0 WHERE kind = 'applied'", /It says 0, and there are 1/],
  ['counts', "DELETE FROM hourly_activity WHERE kind = 'found'", /hour when it was found is not counted/],
  [
    'counts',
    "UPDATE best_rankings SET status = 'offer' WHERE job_id = 1",
    /best score stands under the status offer/,
  ],
  ['counts', 'UPDATE best_rankings SET score = score / 2 WHERE job_id = 1', /not what the campaign found/],
  [
    'counts',
    "UPDATE rankings SET status = 'offer' WHERE job_id = 1",
    /A score stands under the status offer/,
  ],
  ['counts', "UPDATE applications SET status = 'offer'", /Nurse at Care: The board has it under offer/],
  ['counts', 'UPDATE applications SET company_id = 1', /under another company/],
  ['counts', "UPDATE status_events SET job_status = 'offer'", /timeline has a move under the status offer/],
  ['counts', 'DELETE FROM best_rankings WHERE job_id = 1', /Lists by score do not have it/],
  ['counts', 'DELETE FROM applications WHERE job_id = 2', /board does not have it/],
  ['search_index', 'DELETE FROM job_search WHERE rowid = 2', /Nurse at Care: Search does not find it/],
  [
    'search_index',
    "INSERT INTO job_search (rowid, title, company, place, description) VALUES (500, 'a', 'b', 'c', 'd')",
    /Words of job 500: The job is gone/,
  ],
]

describe('each check finds what is planted', () => {
  it.each(faults)('%s: %s', (name, sql, words) => {
    const { failing, words: said } = findings(name, sql)
    expect(failing).toBeGreaterThan(0)
    expect(said.filter(each => words.test(each)).length, said.join('\n')).toBeGreaterThan(0)
  })
  it.each(CHECKS.map(({ name }) => name))('%s is silent before', name => {
    expect(findings(name, 'SELECT 1')).toEqual({ failing: 0, words: [] })
  })
  it('every check has a planted fault', () => {
    expect(new Set(faults.map(([name]) => name))).toEqual(new Set(CHECKS.map(({ name }) => name)))
  })
})
