import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '../files/atomic.ts'
import { databasePaths } from './database-paths.ts'

/** What one start needs to know of the run before it; kept beside the database, as the database may be the patient. */
export interface StartState {
  /** The last run closed the database in order. */
  clean: boolean
  /** When the whole file was last found sound: ISO 8601 UTC, or null. */
  checkedAt: string | null
  /** Somebody met damage while running: check every page and index. */
  suspect: boolean
  /** A restore was begun at this time (ISO 8601 UTC) and its end was not written down; else null. */
  repairing: string | null
  /** Size (bytes) and time of change (ms since 1970) of the file when the last run closed it in order. */
  left: { bytes: number; changed: number } | null
}

const FILE = 'rolecall.state.json'
const UNKNOWN: StartState = { clean: false, checkedAt: null, suspect: false, repairing: null, left: null }

/** The state that the last run left; "unclean" when there is none or it cannot be read. */
export function readStartState(dataDir: string): StartState {
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8'))
    if (typeof value !== 'object' || value === null) return UNKNOWN
    return {
      clean: 'clean' in value && value.clean === true,
      checkedAt: 'checkedAt' in value ? isoTime(value.checkedAt) : null,
      suspect: 'suspect' in value && value.suspect === true,
      repairing: 'repairing' in value ? isoTime(value.repairing) : null,
      left: 'left' in value ? fileMark(value.left) : null,
    }
  } catch {
    return UNKNOWN
  }
}

function isoTime(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null
}

function fileMark(value: unknown): StartState['left'] {
  if (typeof value !== 'object' || value === null || !('bytes' in value) || !('changed' in value)) return null
  const { bytes, changed } = value
  return typeof bytes === 'number' && typeof changed === 'number' ? { bytes, changed } : null
}

function markOf(file: string): StartState['left'] {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat ? { bytes: stat.size, changed: stat.mtimeMs } : null
}

/** False when something else wrote to the database file since the last run closed it. */
export function isAsLeft({ left }: StartState, file: string): boolean {
  const found = markOf(file)
  return left !== null && found !== null && left.bytes === found.bytes && left.changed === found.changed
}

/** Changes part of the state. Never throws: without it the next start only checks more than it had to. */
export function updateStartState(dataDir: string, change: Partial<StartState>): void {
  const next = { ...readStartState(dataDir), ...change }
  try {
    writeFileAtomic(join(dataDir, FILE), `${JSON.stringify(next)}\n`)
  } catch {
    // A full disk or a folder that became read-only; both are reported where data is written.
  }
}

/** To call after the last connection is closed in order; the next start then skips the check of the whole file. */
export function markCleanShutdown(dataDir: string): void {
  updateStartState(dataDir, { clean: true, left: markOf(databasePaths(dataDir).file) })
}

/** To call when a query met damage (`isCorrupt`): the next `prepareDatabase` checks everything and repairs. */
export function markSuspect(dataDir: string): void {
  updateStartState(dataDir, { clean: false, suspect: true })
}

/** To call when a check in the background found the whole file sound. */
export function markChecked(dataDir: string, now: Date): void {
  updateStartState(dataDir, { checkedAt: now.toISOString() })
}
