import type { RolecallError } from '../../contract/errors.ts'
import type { Signal, StoredEvent } from '../../contract/events.ts'
import type { AnswerFrame, RequestFrame } from '../../contract/frames.ts'
import type { LogLine } from '../log.ts'
import type { BoardData } from './thread-board.ts'

/** What every thread is told at birth. */
export interface ThreadData {
  dataDir: string
  version: string
  /** Base addresses of sources by kind, for tests that replay recorded answers. */
  sourceBaseUrls?: Record<string, string>
  /** False: campaigns run only when asked, not at their times; for a terminal command. */
  schedule: boolean
  /** Compute threads that the backend starts; at least one. */
  computeThreads: number
  /** For trials: milliseconds that each step of a run lasts longer, so that it can be hit. */
  lingerMs?: number
  /** One 32-bit number: how many messages the host has sent to the backend, counted before each is sent. */
  sent: SharedArrayBuffer
  /** What the host knows of its threads. */
  board: BoardData
}

/** What the host asks the operating system to show. */
export interface OsNotification {
  /** The one that a click opens; 0: it tells of several. */
  notificationId: number
  /** All that it tells of, which a click counts as read. */
  ids: readonly number[]
  title: string
  body: string
  /** Page to open on click, such as /jobs/12. */
  target: string
}

/**
 * What became of it. `denied`: the system, or the person in its settings, forbids it; `none`: this shell shows none.
 * `message` says why, in plain words; null when it was shown.
 */
export interface OsOutcome {
  state: 'shown' | 'failed' | 'denied' | 'none'
  message: string | null
}

/** Host → backend or reader. */
export type ToThread =
  | { kind: 'call'; frame: RequestFrame }
  | { kind: 'replay'; id: number; since: number | null }
  /** The machine slept, woke, or its clock or zone changed. */
  | { kind: 'power'; state: 'suspend' | 'resume' | 'shutdown' }
  /** The person entered a key: what failed for want of it may go well now. It is not told, but asked for. */
  | { kind: 'key_entered' }
  /** A key that the backend asked for; null when there is none for that host. */
  | { kind: 'secret'; id: number; value: string | null }
  /** What became of a notification that the backend sent under this number. */
  | { kind: 'shown'; id: number; outcome: OsOutcome }
  | { kind: 'stop' }

/** Backend or reader → host. */
export type FromThread =
  /** The thread is open; `replaced`: it put another database file in the place of a damaged one. */
  | { kind: 'ready'; replaced: boolean }
  | { kind: 'failed'; error: RolecallError }
  | { kind: 'answer'; answer: AnswerFrame }
  | { kind: 'replayed'; id: number; newest: number; events: StoredEvent[]; gap: boolean }
  | { kind: 'events'; events: StoredEvent[] }
  | { kind: 'signal'; signal: Signal }
  | { kind: 'notify'; id: number; notification: OsNotification }
  /** A key is needed; only the host can open the keystore. */
  | { kind: 'secret'; id: number; name: string; host: string }
  | { kind: 'log'; line: LogLine }
  | { kind: 'stopped' }
