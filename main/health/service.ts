import { statfsSync } from 'node:fs'
import { listCampaigns } from '../campaigns/service.ts'
import type { HealthCheck } from '../contract/health.ts'
import { listBackups } from '../platform/db/backup.ts'
import type { Db } from '../platform/db/connection.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import { integrityFaults } from '../platform/db/integrity.ts'
import { fileSize } from '../platform/db/pragmas.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { readSettings } from '../settings/service.ts'
import { listSources } from '../sources/service.ts'

const MIB = 1024 * 1024
const DAY = 24 * 60 * 60 * 1000

const check = (
  name: string,
  state: HealthCheck['state'],
  message: string,
  advice: string | null = null,
): HealthCheck => ({
  name,
  state,
  message,
  advice,
})

function database(db: Db, dataDir: string): HealthCheck {
  const bytes = fileSize(databasePaths(dataDir).file)
  const faults = integrityFaults(db.raw, 'tables')
  const jobs = db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0
  return faults.length === 0
    ? check('database', 'green', `${jobs} jobs, ${(bytes / MIB).toFixed(1)} MB, no fault found`)
    : check(
        'database',
        'red',
        `${faults.length} faults found`,
        'Restart Rolecall: it repairs the file or restores the newest good backup.',
      )
}

function disk(dataDir: string): HealthCheck {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const message = `${(free / MIB / 1024).toFixed(1)} GB free`
  const need = fileSize(databasePaths(dataDir).file) * 2 + 256 * MIB
  return free > need
    ? check('disk', 'green', message)
    : check(
        'disk',
        free > 64 * MIB ? 'amber' : 'red',
        message,
        'Free some space: backups need about the size of the database.',
      )
}

function backups(dataDir: string, millis: number): HealthCheck {
  const newest = listBackups(databasePaths(dataDir).backups)[0]
  if (!newest)
    return check(
      'backups',
      'amber',
      'No backup yet',
      'The first one is made within a day, or now in Settings.',
    )
  const days = Math.floor((millis - Date.parse(newest.at)) / DAY)
  return check(
    'backups',
    days <= 2 ? 'green' : 'amber',
    days === 0 ? 'The newest is from today' : `The newest is ${days} days old`,
    days <= 2 ? null : 'Leave Rolecall open for a while, or make one in Settings.',
  )
}

function schedule(db: Db): HealthCheck {
  if (readSettings(db).schedulePaused) return check('schedule', 'amber', 'Paused', 'Resume it in Settings.')
  const planned = listCampaigns(db).filter(
    campaign => campaign.state === 'active' && campaign.draft.schedule !== null,
  )
  return check(
    'schedule',
    'green',
    planned.length === 0 ? 'Nothing is planned' : `${planned.length} campaigns run by themselves`,
  )
}

function sources(db: Db, now: string): HealthCheck {
  const all = listSources(db, now).filter(source => source.enabled)
  const failing = all.filter(source => source.state === 'failing' || source.state === 'resting')
  if (failing.length === 0)
    return check(
      'sources',
      'green',
      all.length === 0 ? 'None is followed' : `All ${all.length} answered last time`,
    )
  return check(
    'sources',
    'amber',
    failing.map(source => `${source.label}: ${source.lastError}`).join(' '),
    'Test it under Sources.',
  )
}

export const healthQueries = {
  'system.info': ({ db, dataDir, version }) => ({
    version,
    dataDir,
    jobs: db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0,
    campaigns: listCampaigns(db).length,
    notices: db
      .sql<{ dedupe_key: string; body: string }>(
        "SELECT dedupe_key, body FROM notifications INDEXED BY notifications_unread WHERE read_at IS NULL AND kind = 'notice' ORDER BY id DESC LIMIT 10",
      )
      .all()
      .map(row => ({ code: row.dedupe_key.split(':')[1] ?? 'notice', message: row.body })),
  }),
  'system.health': ({ db, dataDir, clock }) => ({
    checks: [
      database(db, dataDir),
      disk(dataDir),
      backups(dataDir, clock.millis()),
      schedule(db),
      sources(db, clock.now()),
    ],
  }),
} satisfies Partial<Queries>

export const healthCommands = {
  'system.reportError': ({ log }, { id, page, message, stack }) => {
    log.error('A page failed', { id, page, reason: stack ?? message })
    return {}
  },
} satisfies Partial<Commands>
