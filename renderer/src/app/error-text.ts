import type { ErrorCode, RolecallError } from '../../../main/contract/errors.ts'
import type { ErrorWords } from '../ui/states.tsx'

/** Every error in words for people: what happened, what was kept, what to do. The one place for these texts. */
const ERROR_TEXTS: Record<ErrorCode, ErrorWords> = {
  bad_input: {
    what: 'Something in this form does not fit.',
    kept: 'Nothing was changed; what you typed is still there.',
    todo: 'Correct the marked field and try again.',
  },
  not_found: {
    what: 'This is no longer there.',
    kept: 'Everything else is as it was.',
    todo: 'Go back to the list; it may have been merged or removed.',
  },
  conflict: {
    what: 'This was changed elsewhere in the meantime.',
    kept: 'Neither version is lost.',
    todo: 'Look at the newer version, then save yours again if it is still right.',
  },
  unauthorised: {
    what: 'This page is no longer signed in.',
    kept: 'Your data is safe on this computer.',
    todo: 'Open the address that Rolecall printed at its start.',
  },
  unknown_procedure: {
    what: 'This page is older or newer than the running Rolecall.',
    kept: 'Nothing was changed.',
    todo: 'Reload the page; if that does not help, start Rolecall again.',
  },
  cancelled: {
    what: 'This was cancelled.',
    kept: 'What was finished before stays.',
    todo: 'Start it again when you want; it goes on from what is there.',
  },
  busy: {
    what: 'Rolecall is busy with something that must finish first.',
    kept: 'Nothing was changed.',
    todo: 'Try again in a moment.',
  },
  backend_gone: {
    what: 'Rolecall does not answer at the moment.',
    kept: 'All that was saved is safe.',
    todo: 'It is being restarted; try again in a moment, or start Rolecall again.',
  },
  disk_full: {
    what: 'The disk is full.',
    kept: 'All that was saved before is safe; this change was not saved.',
    todo: 'Free some space, then try again. Deleting inside Rolecall still works.',
  },
  read_only: {
    what: 'The database can only be read.',
    kept: 'You can look at everything; this change was not saved.',
    todo: 'Allow writing to the data folder, then start Rolecall again.',
  },
  data_folder_read_only: {
    what: 'The data folder cannot be written to.',
    kept: 'Nothing was changed.',
    todo: 'Allow writing to the folder, or choose another with --data-dir.',
  },
  database_newer: {
    what: 'The database was written by a newer Rolecall.',
    kept: 'It was not touched.',
    todo: 'Install the newer version, or choose another data folder.',
  },
  database_corrupt: {
    what: 'The database is damaged.',
    kept: 'The damaged file was put aside, not deleted.',
    todo: 'Start Rolecall again to restore the newest good backup.',
  },
  database_foreign: {
    what: 'The file in the data folder is not a Rolecall database.',
    kept: 'It was not touched.',
    todo: 'Choose another data folder, or move the file away.',
  },
  database_cannot_open: {
    what: 'The database could not be opened.',
    kept: 'It was not touched.',
    todo: 'Check that the data folder still exists and that you may read it, then start Rolecall again.',
  },
  database_locked: {
    what: 'Another program holds the database.',
    kept: 'Nothing was changed.',
    todo: 'Close the other program (a backup tool, a database viewer), then try again.',
  },
  disk_failed: {
    what: 'The disk reported an error while saving.',
    kept: 'All that was saved before is safe; this change was not saved.',
    todo: 'Check the disk and make a copy of the data folder before you go on.',
  },
  migration_changed: {
    what: 'The database was prepared by a version of Rolecall that differs from this one.',
    kept: 'It was not touched.',
    todo: 'Install Rolecall again from its own source, or go back to the version before.',
  },
  migration_failed: {
    what: 'The database could not be brought to this version.',
    kept: 'It is as it was before, and a backup was made.',
    todo: 'Start Rolecall again; if it happens again, keep using the version before.',
  },
  already_running: {
    what: 'Rolecall is already running with this data folder.',
    kept: 'Nothing was changed.',
    todo: 'Use the window that is open.',
  },
  file_unreadable: {
    what: 'The file could not be read.',
    kept: 'Nothing was imported.',
    todo: 'Check that the file still exists and that you may open it.',
  },
  file_empty: {
    what: 'The file has no postings in it.',
    kept: 'Nothing was imported.',
    todo: 'Choose another file, or export it again from where it came.',
  },
  file_not_understood: {
    what: 'The file is not understood.',
    kept: 'Nothing was imported.',
    todo: 'Rolecall reads JSON, JSON lines, CSV, saved pages and texts. Check how the file was exported.',
  },
  file_too_large: {
    what: 'The file is too large.',
    kept: 'Nothing was imported.',
    todo: 'Split it into smaller files and import them one after the other.',
  },
  parser_failed: {
    what: 'The file could not be taken apart.',
    kept: 'The file is untouched and nothing was imported from it.',
    todo: 'Try another format of the same content.',
  },
  parser_timeout: {
    what: 'Reading the file took too long and was stopped.',
    kept: 'The file is untouched and nothing was imported from it.',
    todo: 'Try a smaller file, or another format of the same content.',
  },
  source_unreachable: {
    what: 'The source does not answer.',
    kept: 'All jobs found before stay.',
    todo: 'Check the connection; the next run tries again by itself.',
  },
  source_refused: {
    what: 'The source refused the request.',
    kept: 'All jobs found before stay.',
    todo: 'Check the key or the address of the source.',
  },
  source_not_found: {
    what: 'The source does not know this board.',
    kept: 'All jobs found before stay.',
    todo: 'Check the name of the board in its web address.',
  },
  source_limited: {
    what: 'The source asks for a pause.',
    kept: 'All jobs found before stay.',
    todo: 'Nothing to do; the next run waits as long as it asked.',
  },
  source_changed: {
    what: 'The source answers in a form that Rolecall does not know.',
    kept: 'All jobs found before stay; nothing half-read was stored.',
    todo: 'Look for a newer Rolecall; until then, switch the source off.',
  },
  page_unreachable: {
    what: 'The page could not be fetched.',
    kept: 'Nothing was stored.',
    todo: 'Check the address and the connection and try again, or paste the text of the posting.',
  },
  page_refused: {
    what: 'The site does not give the page to Rolecall.',
    kept: 'Nothing was stored.',
    todo: 'Open the page in your browser and clip it, or paste its text here.',
  },
  page_not_found: {
    what: 'There is no such page.',
    kept: 'Nothing was stored.',
    todo: 'Check the address; the posting may have been taken down. If you still have its text, paste that.',
  },
  page_too_large: {
    what: 'The page is too large to be read.',
    kept: 'Nothing was stored.',
    todo: 'Paste the text of the posting instead.',
  },
  page_without_posting: {
    what: 'No posting was found on the page.',
    kept: 'Nothing was stored.',
    todo: 'Open the page in your browser and clip it, or paste the text of the posting.',
  },
  posting_incomplete: {
    what: 'The posting does not say which company it is from.',
    kept: 'Nothing was stored yet.',
    todo: 'Name the company and save.',
  },
  unsupported: {
    what: 'This cannot be done here.',
    kept: 'Nothing was changed.',
    todo: 'The desktop version may be able to.',
  },
  internal: {
    what: 'Something unexpected went wrong.',
    kept: 'All that was saved is safe.',
    todo: 'Try again. If it happens again, the log in the data folder says more.',
  },
}

/** The words for an error of the contract. */
export function errorText(error: RolecallError): ErrorWords {
  return ERROR_TEXTS[error.code]
}
