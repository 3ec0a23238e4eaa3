import { refuse } from '../contract/errors.ts'
import { ChangeId } from '../contract/ids.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'

/** How long a change is offered to be taken back, in milliseconds; what it removed stays at least as long. */
export const UNDO_MS = 24 * 60 * 60 * 1000

/** Takes one kind of change back; `data` is what `recordChange` was given for it. */
export type Undoer = (tx: Tx, data: never) => void

/**
 * Remembers in the same transaction how to take a command back. `undoer` names an entry of the registry that the
 * composition hands to `changeCommands`.
 */
export function recordChange(tx: Tx, label: string, undoer: string, data: unknown): Undoable {
  const { lastId } = tx.db
    .sql('INSERT INTO changes (label, procedure, inverse, at) VALUES (?, ?, ?, ?)')
    .run(label, undoer, JSON.stringify(data), tx.now)
  return { changeId: ChangeId.parse(lastId), label }
}

interface ChangeRecord {
  id: number
  label: string
  procedure: string
  inverse: string
  undone_at: string | null
}

/** `changes.undo` over the undoers of all areas. Undoing twice is `conflict`. */
export function changeCommands(undoers: { readonly [name: string]: Undoer | undefined }) {
  return {
    'changes.undo': (context, { changeId }) =>
      context.unit(tx => {
        const change = tx.db
          .sql<ChangeRecord>('SELECT id, label, procedure, inverse, undone_at FROM changes WHERE id = ?')
          .first(changeId)
        if (!change) return refuse('not_found', 'This change is not known any more.')
        if (change.undone_at !== null) return refuse('conflict', 'This change was undone already.')
        const undo = undoers[change.procedure]
        if (!undo) return refuse('unsupported', 'This change cannot be undone by this version.')
        // The undoer of this name wrote the data.
        undo(tx, JSON.parse(change.inverse) as never)
        tx.db.sql('UPDATE changes SET undone_at = ? WHERE id = ?').run(tx.now, changeId)
        tx.emit('change.undone', { changeId })
        return { label: change.label }
      }),
  } satisfies Partial<Commands>
}

/** The newest change of the last day that can still be taken back. */
export const changeQueries = {
  'changes.latest': ({ db, clock }) => {
    const since = new Date(clock.millis() - UNDO_MS).toISOString()
    const change = db
      .sql<{ id: number; label: string; at: string }>(
        'SELECT id, label, at FROM changes WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1',
      )
      .first()
    return change && change.at >= since ? { changeId: ChangeId.parse(change.id), label: change.label } : null
  },
} satisfies Partial<Queries>
