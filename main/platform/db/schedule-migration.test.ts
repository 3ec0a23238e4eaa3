import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

const migrations = loadMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url)))
const options = { migrations, appVersion: 'test', now: () => new Date('2026-01-05T09:30:00Z') }

it('slots of before keep their day, get the time of their campaign, and come back', () => {
  const { folder, remove } = temporaryFolder()
  const db = openWriter(join(folder, 'a.db'))
  try {
    migrateTo(db, 16, options)
    db.exec(`
      INSERT INTO campaigns (id, name, query, locations, employment_types, remote_preference, seniority, company_sizes, skills,
        alert_threshold, schedule, state, created_at, updated_at)
        VALUES (3, 'A', '', '[]', '[]', '[]', '[]', '[]', '[]', 70, '04:30', 'active', '2026-01-01', '2026-01-01'),
          (4, 'B', '', '[]', '[]', '[]', '[]', '[]', '[]', 70, NULL, 'paused', '2026-01-02', '2026-01-02');
      INSERT INTO runs (id, campaign_id, kind, trigger, label, input, state, queued_at) VALUES
        (7, 3, 'collect', 'schedule', 'A', '{}', 'succeeded', '2026-01-02T04:30:00.000Z'),
        (8, 3, 'collect', 'catch_up', 'A', '{}', 'succeeded', '2026-01-03T09:00:00.000Z');
      INSERT INTO schedule_slots (campaign_id, slot, local_date, run_id, at) VALUES
        (3, 'collect', '2026-01-02', 7, '2026-01-02T04:30:00.000Z'),
        (3, 'collect', '2026-01-03', 8, '2026-01-03T09:00:00.000Z'),
        (4, 'collect', '2026-01-03', NULL, '2026-01-03T10:00:00.000Z');`)
    const old = () =>
      db.prepare('SELECT * FROM schedule_slots ORDER BY campaign_id, local_date').all() as unknown[]
    const before = old()
    migrateTo(db, 17, options)
    const lines = db
      .prepare<[], string>(
        `SELECT concat_ws(' ', kind, campaign_id, slot, at, outcome, run_id, stands_for) FROM schedule_slots ORDER BY id`,
      )
      .pluck()
      .all()
    expect(lines).toEqual([
      'ingestion 3 2026-01-02T04:30 2026-01-02T04:30:00.000Z started 7 1',
      'ingestion 3 2026-01-03T04:30 2026-01-03T09:00:00.000Z caught_up 8 1',
      'ingestion 4 2026-01-03T00:00 2026-01-03T10:00:00.000Z joined 1',
    ])
    const since = () =>
      db
        .prepare<[], string>("SELECT campaign_id || ' ' || since FROM schedule_since ORDER BY 1")
        .pluck()
        .all()
    expect(since()).toEqual(['3 2026-01-01', '4 2026-01-02'])
    // Other times, or a campaign taken up again, count from then; everything else leaves it alone.
    db.exec(`UPDATE campaigns SET query = 'x', schedule = '04:30', updated_at = '2026-02-01' WHERE id = 3;
      UPDATE campaigns SET state = 'active', updated_at = '2026-02-02' WHERE id = 4;`)
    expect(since()).toEqual(['3 2026-01-01', '4 2026-02-02'])
    db.exec("UPDATE campaigns SET schedule = NULL, state = 'paused', updated_at = '2026-02-03' WHERE id = 3")
    expect(since()).toEqual(['3 2026-02-03', '4 2026-02-02'])

    migrateTo(db, 16, options)
    expect(old()).toEqual(before)
  } finally {
    db.close()
    remove()
  }
})
