import { listCampaigns } from '../campaigns/service.ts'
import type { HealthCheck } from '../contract/health.ts'
import type { QueryContext } from '../platform/context.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import { readLog } from '../platform/files/read-log.ts'
import { scrub } from '../platform/scrub.ts'
import { diagnosticsText } from './diagnostics.ts'
import { documents } from './documents.ts'
import { type Look, type Looked, unwell } from './look.ts'
import { backups, database, disk } from './storage.ts'
import { ai, checks, mail, notifications, schedule, sources, threads } from './work.ts'

/** In the order in which they are shown. */
const LOOKS: readonly (readonly [HealthCheck['name'], Looked])[] = [
  ['database', database],
  ['disk', disk],
  ['backups', backups],
  ['documents', documents],
  ['threads', threads],
  ['schedule', schedule],
  ['sources', sources],
  ['ai', ai],
  ['mail', mail],
  ['notifications', notifications],
  ['checks', checks],
]

/** Looks at everything; what cannot be looked at is amber and keeps nothing else from being seen. */
function lookAtAll(context: QueryContext): Look[] {
  return LOOKS.map(([name, look]) => {
    try {
      return look(context)
    } catch (error) {
      return {
        ...unwell(
          name,
          'amber',
          `Could not be looked at: ${error instanceof Error ? error.message : String(error)}`,
          'Restart Rolecall. If it says this again, copy the diagnostics for whoever helps you.',
        ),
        neutral: 'could not be looked at',
      }
    }
  })
}

const shown = ({ neutral: _neutral, message, ...look }: Look): HealthCheck => ({
  ...look,
  message: scrub(message),
})

export const healthQueries = {
  'system.info': ({ db, dataDir, version }) => ({
    version,
    dataDir,
    jobs: db.sql<{ n: number }>('SELECT coalesce(sum(n), 0) AS n FROM status_counts').first()?.n ?? 0,
    campaigns: listCampaigns(db).length,
    notices: db
      .sql<{ dedupe_key: string; body: string }>(
        "SELECT dedupe_key, body FROM notifications INDEXED BY notifications_unread WHERE read_at IS NULL AND kind = 'notice' AND dedupe_key GLOB 'notice:*' ORDER BY id DESC LIMIT 10",
      )
      .all()
      .map(row => ({ code: row.dedupe_key.split(':')[1] ?? 'notice', message: row.body })),
  }),
  'system.health': context => ({ checks: lookAtAll(context).map(shown) }),
  'system.diagnostics': context => ({ text: diagnosticsText(context, lookAtAll(context)) }),
  'system.logs': ({ dataDir }, { level, limit }) => readLog(dataDir, level, limit),
} satisfies Partial<Queries>

export const healthCommands = {
  'system.reportError': ({ log }, { id, page, message, stack }) => {
    log.error('A page failed', { id, page, reason: stack ?? message })
    return {}
  },
} satisfies Partial<Commands>
