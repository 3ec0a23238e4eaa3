import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate, migrateTo } from '../platform/db/migrate.ts'
import { loadMigrations } from '../platform/db/migrations.ts'
import { openWriter } from '../platform/db/pragmas.ts'
import { temporaryFolder } from '../platform/db/test-support.ts'
import { migrationsDir } from '../platform/paths.ts'

it('a file whose campaigns told of a job that is gone goes on behind that job', () => {
  const { folder, remove } = temporaryFolder()
  const db = openWriter(join(folder, 'a.db'))
  const options = { migrations: loadMigrations(migrationsDir()), appVersion: 'test', now: () => new Date(0) }
  const gone = () => db.prepare('SELECT name, id FROM ids_gone').all()
  try {
    migrateTo(db, 4, options)
    migrate(db, options)
    expect(gone()).toEqual([])
    migrateTo(db, 4, options)
    db.exec(`INSERT INTO campaigns (name, query, locations, employment_types, remote_preference, seniority, company_sizes,
      skills, alert_threshold, state, notified_job_id, created_at, updated_at)
      VALUES ('A', '', '[]', '[]', '[]', '[]', '[]', '[]', 70, 'active', 7, '', '')`)
    migrate(db, options)
    expect(gone()).toEqual([{ name: 'jobs', id: 7 }])
  } finally {
    db.close()
    remove()
  }
})
