import { databaseError, databaseFault } from './errors.ts'
import { integrityFaults } from './integrity.ts'
import { checkedMigrations, type Migration, migrationChecksum, migrationStatements } from './migrations.ts'
import { pragmaNumber, type Sqlite } from './pragmas.ts'

/** Marks a file as Rolecall's ("RLCL"), see `PRAGMA application_id`. */
export const APPLICATION_ID = 0x524c434c

export interface MigrateOptions {
  migrations: readonly Migration[]
  appVersion: string
  now: () => Date
  /** Makes a verified backup before a file that holds something is changed; answers its path. */
  backUp?: () => string
  /** For tests: called after each single step of a migration, numbered from 0 through the whole run. */
  afterStatement?: (step: number) => void
}

export interface MigrateResult {
  from: number
  to: number
  /** Path of the backup that was made before, or null when the file was empty or current. */
  backup: string | null
}

interface AppliedRow {
  version: number
  name: string
  checksum: string
  down_sql: string
}

/** The schema's version: 0 for a file without schema. */
export function schemaVersion(db: Sqlite): number {
  return pragmaNumber(db, 'user_version')
}

/**
 * Brings the schema to the newest version of `migrations`. Each migration is one transaction with its row and its
 * version number, so an interruption leaves the version before or the version after. Throws `database_newer`,
 * `migration_changed` (an applied migration reads differently now), `migration_failed` (rolled back) or SQLite's errors.
 */
export function migrate(db: Sqlite, options: MigrateOptions): MigrateResult {
  const migrations = checkedMigrations(options.migrations)
  const from = schemaVersion(db)
  const to = migrations.length
  if (from > to) throw newerError(from, to)
  assertUnchanged(appliedMigrations(db), migrations)
  if (from === to) return { from, to, backup: null }

  const backup = from > 0 ? (options.backUp?.() ?? null) : null
  const hook = stepCounter(options)
  for (const migration of migrations.slice(from)) {
    inMigration(db, migration, hook, () => applyUp(db, migration, options, hook))
  }
  return { from, to, backup }
}

/**
 * Takes the schema to `version`: upwards like `migrate`, downwards by the down scripts that are stored in the database
 * itself, so that an app which does not know the newer versions can still take the file back. Only ever by explicit
 * command: going down may drop data. Throws as `migrate` does.
 */
export function migrateTo(db: Sqlite, version: number, options: MigrateOptions): MigrateResult {
  const from = schemaVersion(db)
  if (version >= from) return migrate(db, { ...options, migrations: options.migrations.slice(0, version) })
  const steps = appliedMigrations(db)
    .filter(row => row.version > version)
    .reverse()
  if (version < 0 || steps.length !== from - version) {
    throw databaseError('migration_failed', 'The database does not hold the scripts to go back that far.', {
      from,
      version,
    })
  }
  const backup = options.backUp?.() ?? null
  const hook = stepCounter(options)
  for (const row of steps) inMigration(db, row, hook, () => applyDown(db, row, hook))
  return { from, to: version, backup }
}

/** The error for a file whose schema this app does not know yet. */
export function newerError(found: number, known: number): Error {
  const message = 'The database was last used by a newer version of Rolecall.'
  return databaseError('database_newer', message, { found, known })
}

/** The applied migrations by version; empty for a file without schema. */
export function appliedMigrations(db: Sqlite): AppliedRow[] {
  const table = db
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'")
    .get()
  if (table === undefined) return []
  return db
    .prepare<[], AppliedRow>(
      'SELECT version, name, checksum, down_sql FROM schema_migrations ORDER BY version',
    )
    .all()
}

function assertUnchanged(applied: AppliedRow[], migrations: Migration[]): void {
  for (const row of applied) {
    const migration = migrations[row.version - 1]
    if (migration && migrationChecksum(migration.up) === row.checksum) continue
    const message = 'A migration that this database already went through reads differently now.'
    throw databaseError('migration_changed', message, { version: row.version, name: row.name })
  }
}

function stepCounter({ afterStatement }: MigrateOptions): () => void {
  let step = 0
  return () => afterStatement?.(step++)
}

function applyUp(db: Sqlite, migration: Migration, options: MigrateOptions, hook: () => void): void {
  for (const statement of migrationStatements(migration.up)) {
    db.exec(statement)
    hook()
  }
  db.exec(`CREATE TABLE IF NOT EXISTS schema_migrations (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    down_sql TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    app_version TEXT NOT NULL
  ) STRICT`)
  hook()
  const { version, name, up, down } = migration
  db.prepare('INSERT INTO schema_migrations VALUES (?, ?, ?, ?, ?, ?)').run(
    version,
    name,
    migrationChecksum(up),
    down,
    options.now().toISOString(),
    options.appVersion,
  )
  hook()
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${version}`)
  hook()
}

function applyDown(db: Sqlite, row: AppliedRow, hook: () => void): void {
  for (const statement of migrationStatements(row.down_sql)) {
    db.exec(statement)
    hook()
  }
  db.prepare('DELETE FROM schema_migrations WHERE version = ?').run(row.version)
  db.pragma(`user_version = ${row.version - 1}`)
  hook()
}

/**
 * Runs one step in a transaction of its own and checks the file before it commits. Foreign keys are off meanwhile, as a
 * rewritten table is dropped and renamed (https://www.sqlite.org/lang_altertable.html#otheralter) and must not take its
 * children along; the check before the commit stands in for them. So a migration deletes children itself.
 */
function inMigration(
  db: Sqlite,
  step: { version: number; name: string },
  hook: () => void,
  work: () => void,
): void {
  const foreignKeys = pragmaNumber(db, 'foreign_keys')
  db.pragma('foreign_keys = OFF')
  try {
    db.transaction(() => {
      hook()
      work()
      assertSound(db)
      hook()
    }).immediate()
    hook()
  } catch (error) {
    throw asMigrationError(error, step)
  } finally {
    db.pragma(`foreign_keys = ${foreignKeys}`)
  }
}

function assertSound(db: Sqlite): void {
  const orphans = db
    .prepare<[], { table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .all()
  const [orphan] = orphans
  if (orphan) {
    const { table, rowid, parent } = orphan
    const details = { table, rowid, parent, count: orphans.length }
    throw databaseError('migration_failed', 'The migration would leave rows that point to nothing.', details)
  }
  const [fault] = integrityFaults(db)
  if (fault !== undefined) throw databaseError('database_corrupt', 'The database file is damaged.', { fault })
}

/** Disk full, damage and locks keep their meaning; everything else is the migration's own failure. */
function asMigrationError(error: unknown, { version, name }: { version: number; name: string }): unknown {
  const fault = databaseFault(error)
  if (fault && fault.code !== 'conflict' && fault.code !== 'migration_failed') return error
  const reason = error instanceof Error ? error.message : String(error)
  return databaseError(
    'migration_failed',
    'The database could not be brought up to date; it is as it was before.',
    {
      version,
      name,
      reason,
      ...fault?.details,
    },
    error,
  )
}
