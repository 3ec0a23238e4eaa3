import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter, type Sqlite } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

// Jobs that were moved in an older version have applications, with the time of the last move that counts.

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
  migrateTo(db, 11, options)
  db.exec(
    `INSERT INTO companies (id, name, normalised_name, created_at) VALUES (1, 'Ardent', 'ardent', '2026-01-01T00:00:00.000Z')`,
  )
})
afterEach(() => remove())

const job = (id: number, status: string, appliedAt: string | null = null) =>
  db
    .prepare(
      `INSERT INTO jobs (id, opening_key, company_id, title, company, location_text, status, applied_at, found_at, detector_version)
       VALUES (?, ?, 1, 'Engineer', 'Ardent', '', ?, ?, '2026-01-01T00:00:00.000Z', 1)`,
    )
    .run(id, `job-${id}`, status, appliedAt)
const move = (jobId: number, to: string, at: string, undone = 0) =>
  db
    .prepare(
      "INSERT INTO status_events (job_id, from_status, to_status, at, undone) VALUES (?, 'waiting', ?, ?, ?)",
    )
    .run(jobId, to, at, undone)
const rows = () =>
  db
    .prepare(
      'SELECT job_id, status, applied_at, company, moved_at, ask_on, notes, notes_at, next_step FROM applications ORDER BY job_id',
    )
    .all()

const JAN = (n: number) => `2026-01-0${n}T08:00:00.000Z`
const EMPTY = {
  applied_at: null,
  company: 'Ardent',
  moved_at: null,
  ask_on: null,
  notes: '',
  notes_at: null,
  next_step: '',
}

it('every job that left waiting, and every one with notes, has an application that says when it moved', () => {
  job(1, 'waiting')
  job(2, 'applied', JAN(2))
  move(2, 'approved', JAN(1))
  move(2, 'applied', JAN(2))
  move(2, 'interview', JAN(3), 1)
  job(3, 'waiting')
  move(3, 'approved', JAN(4))
  move(3, 'waiting', JAN(5))
  job(4, 'waiting')
  db.prepare(
    "INSERT INTO applications (job_id, notes, notes_version, next_step, updated_at) VALUES (4, 'Ask', 2, NULL, ?)",
  ).run(JAN(6))
  // Applied on a Saturday and a Sunday: a week later is Monday's.
  job(5, 'applied', '2026-01-03T08:00:00.000Z')
  job(6, 'applied', '2026-01-04T08:00:00.000Z')
  migrateTo(db, 14, options)
  expect(rows()).toEqual([
    { ...EMPTY, job_id: 2, status: 'applied', applied_at: JAN(2), moved_at: JAN(2), ask_on: '2026-01-09' },
    { ...EMPTY, job_id: 3, status: 'waiting', moved_at: JAN(5) },
    { ...EMPTY, job_id: 4, status: 'waiting', notes: 'Ask', notes_at: JAN(6) },
    { ...EMPTY, job_id: 5, status: 'applied', applied_at: JAN(3), moved_at: JAN(3), ask_on: '2026-01-12' },
    { ...EMPTY, job_id: 6, status: 'applied', applied_at: JAN(4), moved_at: JAN(4), ask_on: '2026-01-12' },
  ])
  expect(db.prepare('SELECT DISTINCT job_id, job_status FROM status_events ORDER BY job_id').all()).toEqual([
    { job_id: 2, job_status: 'applied' },
    { job_id: 3, job_status: 'waiting' },
  ])
})

it('notes and next steps go back to the older version, and nothing else is left behind', () => {
  job(1, 'waiting')
  job(2, 'applied', JAN(2))
  migrateTo(db, 14, options)
  db.exec(`INSERT INTO applications (job_id, status, company_id, company, notes, notes_version, updated_at)
    VALUES (1, 'waiting', 1, 'Ardent', 'Ask', 3, '${JAN(1)}')`)
  db.exec(`UPDATE applications SET recipient = 'Sam' WHERE job_id = 2`)
  migrateTo(db, 13, options)
  expect(db.prepare('SELECT * FROM applications').all()).toEqual([
    { job_id: 1, notes: 'Ask', notes_version: 3, next_step: null, next_step_at: null, updated_at: JAN(1) },
  ])
  migrateTo(db, 14, options)
  expect(rows()).toMatchObject([
    { job_id: 1, notes: 'Ask' },
    { job_id: 2, status: 'applied' },
  ])
})
