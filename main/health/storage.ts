import { statfsSync } from 'node:fs'
import { listBackups } from '../platform/db/backup.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { integrityFaults } from '../platform/db/integrity.ts'
import { fileSize } from '../platform/db/pragmas.ts'
import { readStartState } from '../platform/db/start-state.ts'
import { counted, green, type Looked, unwell } from './look.ts'

/** The file, the disk that it lies on, and its copies. */

const MIB = 1024 * 1024
const DAY = 24 * 60 * 60 * 1000
/** Up to here every page is looked at at once; a larger file is checked in the background, day by day. */
const QUICK_TO_CHECK_BYTES = 32 * MIB
const OLDEST_CHECK_DAYS = 7

const REPAIR = 'Restart Rolecall: it repairs the file or restores the newest good backup.'

const days = (millis: number): string =>
  millis < DAY ? 'within the last day' : `${counted(Math.floor(millis / DAY), 'day')} ago`

export const database: Looked = ({ db, dataDir, clock }) => {
  const { file } = databasePaths(dataDir)
  const bytes = fileSize(file)
  const size = `${(bytes / MIB).toFixed(1)} MB`
  const jobs = db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0
  const { suspect, checkedAt } = readStartState(dataDir)
  if (suspect) return unwell('database', 'red', 'The file is damaged.', REPAIR)
  if (bytes <= QUICK_TO_CHECK_BYTES) {
    const faults = integrityFaults(db.raw, 'tables')
    return faults.length === 0
      ? green('database', `${counted(jobs, 'job')}, ${size}, no fault found`)
      : unwell('database', 'red', `${counted(faults.length, 'fault')} found in the file`, REPAIR)
  }
  const age = checkedAt === null ? null : Math.max(0, clock.millis() - Date.parse(checkedAt))
  if (age !== null && age < OLDEST_CHECK_DAYS * DAY)
    return green('database', `${counted(jobs, 'job')}, ${size}, found sound ${days(age)}`)
  return unwell(
    'database',
    'amber',
    `${counted(jobs, 'job')}, ${size}, ${age === null ? 'not checked as a whole yet' : `last checked as a whole ${days(age)}`}`,
    'Leave Rolecall open for some minutes: it checks the whole file once a day.',
  )
}

export const disk: Looked = ({ dataDir }) => {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const message = `${(free / MIB / 1024).toFixed(1)} GB free`
  const need = fileSize(databasePaths(dataDir).file) * 2 + 256 * MIB
  return free > need
    ? green('disk', message)
    : unwell(
        'disk',
        free > 64 * MIB ? 'amber' : 'red',
        message,
        'Free some space: backups need about the size of the database.',
        '/settings',
      )
}

const OLDEST_BACKUP_DAYS = 2

export const backups: Looked = ({ dataDir, clock }) => {
  const newest = listBackups(databasePaths(dataDir).backups)[0]
  if (!newest)
    return unwell(
      'backups',
      'amber',
      'No backup yet',
      'The first one is made within a day, or now in Settings.',
      '/settings',
    )
  const age = Math.max(0, clock.millis() - Date.parse(newest.at))
  return age <= (OLDEST_BACKUP_DAYS + 1) * DAY
    ? green('backups', `The newest was made ${days(age)}`)
    : unwell(
        'backups',
        'amber',
        `The newest was made ${days(age)}`,
        'Leave Rolecall open for a while, or make one in Settings.',
        '/settings',
      )
}
