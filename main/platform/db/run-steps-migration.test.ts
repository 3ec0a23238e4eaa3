import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter, type Sqlite } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

// The table of runs is written anew: what points at a run still does, upwards and back.

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
  migrateTo(db, 15, options)
  db.exec(`
    INSERT INTO campaigns (id, name, query, locations, employment_types, remote_preference, seniority, company_sizes, skills,
      alert_threshold, state, created_at, updated_at)
      VALUES (3, 'Backend', 'engineer', '[]', '[]', '[]', '[]', '[]', '[]', 70, 'active', '2026-01-01', '2026-01-01');
    INSERT INTO runs (id, campaign_id, kind, trigger, label, input, state, queued_at)
      VALUES (5, 3, 'import', 'you', 'a.csv', '{}', 'succeeded', '2026-01-02');
    INSERT INTO run_steps (run_id, position, step, state, done) VALUES (5, 0, 'extract', 'done', 7), (5, 5, 'enrich', 'skipped', 0);
    INSERT INTO run_issues (run_id, row, code, message) VALUES (5, 2, 'missing_company', 'No company');
    INSERT INTO sources (id, kind, key, label, config, created_at) VALUES (1, 'file', '', 'File', '{}', '2026-01-01');
    INSERT INTO raw_postings (id, source_id, campaign_id, run_id, source_key, loaded_at, content_hash, media_type, payload)
      VALUES (1, 1, 3, 5, 'k', '2026-01-02', x'00', 'application/json', x'7b7d');
    INSERT INTO schedule_slots (campaign_id, slot, local_date, run_id, at) VALUES (3, 'collect', '2026-01-02', 5, '2026-01-02');`)
})
afterEach(() => remove())

const all = (sql: string) => db.prepare(sql).all()

it('keeps runs, steps and all that points at them; a step that ran counts as begun once', () => {
  migrateTo(db, 16, options)
  expect(all('SELECT id, kind, label, state FROM runs')).toEqual([
    { id: 5, kind: 'import', label: 'a.csv', state: 'succeeded' },
  ])
  expect(all('SELECT step, state, done, attempts, note FROM run_steps')).toEqual([
    { step: 'extract', state: 'done', done: 7, attempts: 1, note: null },
    { step: 'enrich', state: 'skipped', done: 0, attempts: 0, note: null },
  ])
  expect(all('PRAGMA foreign_key_check')).toEqual([])
  expect(() => db.exec('DELETE FROM runs WHERE id = 5')).toThrow(/FOREIGN KEY/)
  db.exec(`DELETE FROM schedule_slots; DELETE FROM raw_postings; DELETE FROM runs WHERE id = 5`)
  expect(
    all('SELECT * FROM run_steps UNION ALL SELECT 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 FROM run_issues'),
  ).toEqual([])
})

it('goes back without the runs of one step, and a run that went on counts as the person’s', () => {
  const before = all("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('runs', 'run_steps') ORDER BY name")
  migrateTo(db, 16, options)
  db.exec(`
    INSERT INTO runs (id, campaign_id, kind, trigger, label, input, state, queued_at) VALUES
      (6, 3, 'check', 'you', 'Backend', '{}', 'succeeded', '2026-01-03'),
      (7, 3, 'collect', 'retry', 'Backend', '{}', 'running', '2026-01-03');
    INSERT INTO run_steps (run_id, position, step, state, note) VALUES (6, 7, 'check', 'done', NULL), (7, 0, 'extract', 'retrying', 'Busy');
    INSERT INTO run_issues (run_id, code, message) VALUES (6, 'c', 'm');
    INSERT INTO run_log (run_id, line, at, level, step, text) VALUES (7, 1, '2026-01-03', 'info', NULL, 'Began');
    INSERT INTO notifications (kind, title, body, target, run_id, dedupe_key, created_at)
      VALUES ('notice', 't', 'b', '/', 6, 'k', '2026-01-03');`)
  migrateTo(db, 15, options)
  expect(all('SELECT id, trigger FROM runs')).toEqual([
    { id: 5, trigger: 'you' },
    { id: 7, trigger: 'you' },
  ])
  expect(all('SELECT run_id, step, state FROM run_steps')).toEqual([
    { run_id: 5, step: 'extract', state: 'done' },
    { run_id: 5, step: 'enrich', state: 'skipped' },
    { run_id: 7, step: 'extract', state: 'running' },
  ])
  expect(all('SELECT run_id FROM run_issues')).toEqual([{ run_id: 5 }])
  expect(all('SELECT run_id FROM notifications')).toEqual([{ run_id: null }])
  expect(all("SELECT sql FROM sqlite_schema WHERE tbl_name IN ('runs', 'run_steps') ORDER BY name")).toEqual(
    before,
  )
})
