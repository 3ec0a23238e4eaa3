import { basename } from 'node:path'
import { z } from 'zod'
import type { BackupView } from '../contract/shapes.ts'
import { type Backup, listBackups } from '../platform/db/backup.ts'
import { databasePaths } from '../platform/db/database-paths.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'

/** What the compute thread is asked; it opens its own connection, so the writer is not blocked. */
export interface BackupTask {
  kind: 'backup'
  file: string
  folder: string
  reason: 'daily' | 'manual'
}

const Answer = z.object({ file: z.string(), at: z.string(), reason: z.string(), bytes: z.number() })

const view = ({
  file,
  at,
  reason,
  bytes,
}: Pick<Backup, 'file' | 'at' | 'bytes'> & { reason: string }): BackupView => ({
  file: basename(file),
  at,
  bytes,
  reason,
})

export const backupQueries = {
  'backups.list': ({ dataDir }) => listBackups(databasePaths(dataDir).backups).map(view),
} satisfies Partial<Queries>

export function backupCommands(compute: (task: BackupTask) => Promise<unknown>) {
  return {
    'backups.create': async context => {
      const { file, backups } = databasePaths(context.dataDir)
      const made = view(
        Answer.parse(await compute({ kind: 'backup', file, folder: backups, reason: 'manual' })),
      )
      context.unit(tx => tx.emit('backup.created', { file: made.file }))
      return made
    },
  } satisfies Partial<Commands>
}
