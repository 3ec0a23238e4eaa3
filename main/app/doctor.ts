import { type CheckedNow, checkNow } from '../checks/service.ts'
import type { HealthCheck } from '../contract/health.ts'
import { healthQueries } from '../health/service.ts'
import { systemClock } from '../platform/clock.ts'
import { listBackups } from '../platform/db/backup.ts'
import { createDb } from '../platform/db/connection.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { inspectDatabase } from '../platform/db/inspect.ts'
import { loadMigrations } from '../platform/db/migrations.ts'
import { openReader } from '../platform/db/pragmas.ts'
import { migrationsDir } from '../platform/paths.ts'
import { appVersion } from '../platform/version.ts'

/** What can be said of a data folder without starting Rolecall in it: nothing is written. */

/** What is wrong with the file, as far as it can be told without changing a byte; null: it can be opened. */
export function faultOfFile(dataDir: string): HealthCheck | null {
  const { file, backups } = databasePaths(dataDir)
  const red = (message: string, advice: string): HealthCheck => ({
    name: 'database',
    state: 'red',
    message,
    advice,
    page: null,
  })
  const found = inspectDatabase(file, loadMigrations(migrationsDir()).length)
  switch (found.state) {
    case 'newer':
      return red(
        `The database was written by a newer Rolecall (version ${found.version} of its tables).`,
        'Install that Rolecall, or name another folder with --data-dir. The file was not touched.',
      )
    case 'foreign':
      return red(
        'The file belongs to another application.',
        'Name another folder with --data-dir, or move the file away. It was not touched.',
      )
    case 'damaged': {
      const [newest] = listBackups(backups)
      return red(
        `The database is damaged: ${found.fault}`,
        newest
          ? `Start Rolecall: it keeps the file aside and restores the backup of ${newest.at}.`
          : 'Start Rolecall: it keeps the file aside and begins an empty one, since there is no backup.',
      )
    }
    case 'missing':
    case 'empty':
    case 'ours':
      return null
  }
}

/** What a look found that started nothing. */
export interface Read {
  jobs: number
  campaigns: number
  checks: HealthCheck[]
  /** Checks of the data; empty unless asked for. */
  data: CheckedNow[]
}

/**
 * Reads a folder that another Rolecall has open, over a reading connection; `full`: with all checks of the data, whose
 * results are not kept. Throws when the file cannot be read.
 */
export function readFolder(dataDir: string, full: boolean): Read {
  const { file } = databasePaths(dataDir)
  const db = createDb(openReader(file))
  try {
    const context = { db, clock: systemClock, dataDir, version: appVersion }
    const { jobs, campaigns } = healthQueries['system.info'](context)
    const { checks } = healthQueries['system.health'](context)
    return { jobs, campaigns, checks, data: full ? checkNow(db, file, systemClock.now()) : [] }
  } finally {
    db.close()
  }
}
