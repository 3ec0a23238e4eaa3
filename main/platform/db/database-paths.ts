import { join } from 'node:path'

/** The database file and the folder of its backups in a data folder. */
export function databasePaths(dataDir: string): { file: string; backups: string } {
  return { file: join(dataDir, 'rolecall.db'), backups: join(dataDir, 'backups') }
}
