import type { ErrorCode, RolecallError } from '../contract/errors.ts'

/** What a person can do when Rolecall does not start. */
const ADVICE: Partial<Record<ErrorCode, string>> = {
  already_running: 'Close the other Rolecall, or choose another folder with --data-dir.',
  data_folder_read_only: 'Allow writing to the folder, or choose another one with --data-dir.',
  read_only: 'Allow writing to the files in the data folder, or choose another one with --data-dir.',
  database_newer:
    'It was not touched. Install the newer Rolecall that wrote it, or choose another folder with --data-dir.',
  database_corrupt:
    'Nothing was deleted. Start Rolecall once more; if it says this again, copy a file of the folder "backups" to rolecall.db.',
  database_foreign: 'It was not touched. Choose another folder with --data-dir, or move the file away.',
  database_locked: 'Close the program that has the file open, then start Rolecall again.',
  database_cannot_open: 'Check that the folder is there and that you may read it, then start Rolecall again.',
  disk_full: 'Free some space, then start Rolecall again. Nothing that was saved is lost.',
  disk_failed: 'Check the disk and its connection, then start Rolecall again.',
  migration_failed: 'The database is as it was before. Start Rolecall again; if it fails again, report it.',
  migration_changed: 'The database was not touched. Install the Rolecall that wrote it.',
  internal:
    'Nothing that was saved is lost. Start Rolecall again; if it fails again, look into the folder "logs".',
}

/** A failed start in plain words: what happened, where, and what to do. Several lines. */
export function startErrorText(error: RolecallError, dataDir: string): string {
  const advice = ADVICE[error.code]
  return [
    `Rolecall cannot start: ${error.message}`,
    ...(error.message.includes(dataDir) ? [] : [`Data folder: ${dataDir}`]),
    ...(advice ? [advice] : []),
  ].join('\n')
}
