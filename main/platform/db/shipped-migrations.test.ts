import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrate, migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter, type Sqlite } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

const migrations = loadMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url)))
const options = { migrations, appVersion: 'test', now: () => new Date('2026-01-05T09:30:00Z') }

function schema(db: Sqlite): string[] {
  const sql =
    "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE name <> 'sqlite_sequence' ORDER BY type, name"
  return db.prepare<[], string>(sql).pluck().all()
}

it('go up, down and up again one by one, and each way down ends at the schema before', () => {
  const { folder, remove } = temporaryFolder()
  const db = openWriter(join(folder, 'a.db'))
  try {
    const at: string[][] = []
    migrateTo(db, 1, options)
    migrateTo(db, 0, options)
    for (let version = 0; version <= migrations.length; version += 1) {
      migrateTo(db, version, options)
      at.push(schema(db))
    }
    for (let version = migrations.length - 1; version >= 0; version -= 1) {
      migrateTo(db, version, options)
      expect(schema(db)).toEqual(at[version])
    }
    expect(schema(db).filter(line => !line.includes('schema_migrations'))).toEqual([])
    migrate(db, options)
    expect(schema(db)).toEqual(at[migrations.length])
  } finally {
    db.close()
    remove()
  }
})

it('make STRICT tables only', () => {
  const { folder, remove } = temporaryFolder()
  const db = openWriter(join(folder, 'a.db'))
  try {
    migrate(db, options)
    const loose = db
      .prepare<[], string>(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .pluck()
      .all()
    expect(loose).toEqual([])
  } finally {
    db.close()
    remove()
  }
})
