import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter, type Sqlite } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

// Scores that an older version wrote with their sentences become narrow rows; nothing else of a job changes.

const migrations = loadMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url)))
const options = { migrations, appVersion: 'test', now: () => new Date('2026-01-05T09:30:00Z') }

let db: Sqlite
let remove: () => void
beforeEach(() => {
  const temporary = temporaryFolder()
  db = openWriter(join(temporary.folder, 'a.db'))
  remove = () => {
    db.close()
    temporary.remove()
  }
  migrateTo(db, 7, options)
})
afterEach(() => remove())

const OTHERS = [
  'salary',
  'skills',
  'title',
  'company_size',
  'seniority',
  'remote',
  'employment_type',
  'recency',
]

/** An explanation as version 7 wrote it: the location known, the salary without a wish, the others not stated. */
const explanation = JSON.stringify([
  50,
  0.15,
  true,
  [
    ['location', 'known', 50, 100, 0.5, 'Leeds is about 50 km from York'],
    ...OTHERS.map((factor, at) => [factor, at === 0 ? 'no_wish' : 'unknown', 0, 0, null, 'not stated']),
  ],
])

const SKILLS = JSON.stringify([
  { name: 'Python', kind: 'technical', required: true, count: 2 },
  { name: 'Teamwork', kind: 'soft', required: false, count: 1 },
  { name: 'SQL', kind: 'technical', required: true, count: 1 },
])

function fill(): void {
  db.exec(`
    INSERT INTO companies (id, name, normalised_name, created_at) VALUES (1, 'Alder', 'alder', '2026-01-01T00:00:00.000Z');
    INSERT INTO campaigns (id, name, query, locations, employment_types, remote_preference, seniority, company_sizes, skills,
      alert_threshold, state, created_at, updated_at)
      VALUES (3, 'Backend', 'engineer', '["York"]', '[]', '[]', '[]', '[]', '[]', 70, 'active', '2026-01-01', '2026-01-01'),
        (4, 'Paused', 'nurse', '[]', '[]', '[]', '[]', '[]', '[]', 70, 'paused', '2026-01-01', '2026-01-01');`)
  db.prepare(
    `INSERT INTO jobs (id, opening_key, company_id, title, company, location_text, found_at, best_score, best_campaign_id,
       detector_version, skills)
     VALUES (7, 'k', 1, 'Engineer', 'Alder', 'Leeds', '2026-01-02T10:11:12.000Z', 50, 3, 2, ?)`,
  ).run(SKILLS)
  db.prepare(
    `INSERT INTO rankings (campaign_id, job_id, status, score, less_sure, ranked_at, explanation)
     VALUES (3, 7, 'waiting', 50, 1, '2026-01-03T08:00:00.000Z', ?)`,
  ).run(explanation)
}

it('keeps scores, shares and the sentence of the place', () => {
  fill()
  migrateTo(db, 8, options)
  const code = (value: number) => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    return `${letters[value >> 6]}${letters[value & 63]}`
  }
  expect(db.prepare('SELECT * FROM rankings').all()).toEqual([
    {
      campaign_id: 3,
      job_id: 7,
      status: 'waiting',
      score: 50,
      less_sure: 1,
      ineligible: 0,
      shares: [500, 1002, ...Array(7).fill(1001)].map(code).join(''),
      place: 'Leeds is about 50 km from York',
      ranked_on: '2026-01-03',
      hidden: 0,
    },
  ])
  expect(db.prepare('SELECT job_id, score, campaign_id, found_hour FROM best_rankings').all()).toEqual([
    { job_id: 7, score: 50, campaign_id: 3, found_hour: '2026-01-02T10' },
  ])
})

it('numbers the skills of jobs', () => {
  fill()
  migrateTo(db, 8, options)
  const names = (codes: unknown) =>
    db
      .prepare<[unknown, unknown], string>(
        'SELECT name FROM skill_codes WHERE instr(?, code) > 0 ORDER BY instr(?, code)',
      )
      .pluck()
      .all(codes, codes)
  const stored = db
    .prepare<[], { required: string; nice: string }>('SELECT required, nice FROM job_skills')
    .get()
  expect(names(stored?.required)).toEqual(['Python', 'SQL'])
  expect(names(stored?.nice)).toEqual(['Teamwork'])
})

it('leaves the hours and counts of lists as they were', () => {
  fill()
  const counted = () => ({
    hours: db.prepare('SELECT * FROM hourly_activity ORDER BY hour, kind').all(),
    statuses: db.prepare('SELECT * FROM status_counts WHERE n > 0').all(),
    campaigns: db.prepare('SELECT * FROM campaign_counts ORDER BY campaign_id, kind').all(),
  })
  const before = counted()
  migrateTo(db, 8, options)
  expect(counted()).toEqual(before)
})

it('lets active campaigns rank again by the present rules', () => {
  fill()
  migrateTo(db, 8, options)
  expect(db.prepare('SELECT campaign_id, kind, state FROM runs').all()).toEqual([
    { campaign_id: 3, kind: 'rank', state: 'queued' },
  ])
})
