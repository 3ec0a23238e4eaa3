import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

const migrations = loadMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url)))
const options = { migrations, appVersion: 'test', now: () => new Date('2026-01-05T09:30:00Z') }

it('what campaigns found and what was done before is counted per hour', () => {
  const { folder, remove } = temporaryFolder()
  const db = openWriter(join(folder, 'a.db'))
  try {
    migrateTo(db, 14, options)
    db.exec(`
      INSERT INTO companies (id, name, normalised_name, created_at) VALUES (1, 'Alder', 'alder', '2026-01-01T00:00:00.000Z');
      INSERT INTO campaigns (id, name, query, locations, employment_types, remote_preference, seniority, company_sizes, skills,
        alert_threshold, state, created_at, updated_at)
        VALUES (3, 'A', '', '[]', '[]', '[]', '[]', '[]', '[]', 70, 'active', '2026-01-01', '2026-01-01'),
          (4, 'B', '', '[]', '[]', '[]', '[]', '[]', '[]', 70, 'paused', '2026-01-01', '2026-01-01');
      INSERT INTO jobs (id, opening_key, company_id, title, company, location_text, found_at, detector_version)
        VALUES (7, 'k', 1, 'Engineer', 'Alder', 'Leeds', '2026-01-02T10:11:12.000Z', 2),
          (8, 'l', 1, 'Nurse', 'Alder', 'Leeds', '2026-01-02T10:20:00.000Z', 2);
      INSERT INTO campaign_jobs (campaign_id, job_id, found_at) VALUES (3, 7, '2026-01-02T10:11:12.000Z'),
        (3, 8, '2026-01-02T10:20:00.000Z'), (4, 7, '2026-01-03T09:00:00.000Z');
      INSERT INTO status_events (job_id, from_status, to_status, at, undone) VALUES
        (7, 'waiting', 'approved', '2026-01-02T11:00:00.000Z', 0), (7, 'approved', 'applied', '2026-01-03T12:00:00.000Z', 0),
        (8, 'waiting', 'rejected', '2026-01-03T12:00:00.000Z', 1);`)
    migrateTo(db, 15, options)
    const counted = db
      .prepare<[], string>(
        "SELECT campaign_id || ' ' || hour || ' ' || kind || ' ' || n FROM campaign_activity ORDER BY 1",
      )
      .pluck()
      .all()
    expect(counted).toEqual([
      '3 2026-01-02T10 found 2',
      '3 2026-01-02T11 approved 1',
      '3 2026-01-03T12 applied 1',
      '4 2026-01-03T09 found 1',
      '4 2026-01-03T12 applied 1',
    ])
    // A job that is taken away is found no more.
    db.exec('DELETE FROM campaign_jobs WHERE job_id = 8')
    expect(
      db.prepare("SELECT n FROM campaign_activity WHERE campaign_id = 3 AND kind = 'found'").pluck().get(),
    ).toBe(1)
  } finally {
    db.close()
    remove()
  }
})
