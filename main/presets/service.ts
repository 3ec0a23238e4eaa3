import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import type { PresetDraft } from '../contract/presets.ts'
import { PresetId } from '../contract/presets.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import {
  bringBack,
  deletePreset,
  insertPreset,
  MOST_PRESETS,
  type PresetRow,
  placePresets,
  presetRow,
  presetRows,
  queryText,
  updatePreset,
  viewOf,
} from './store.ts'

export const presetQueries = {
  'presets.list': ({ db }) => presetRows(db).flatMap(row => viewOf(row) ?? []),
} satisfies Partial<Queries>

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** A shortcut that the save took from another view; null: it was free. */
interface Taken {
  id: number
  shortcut: string
}

/** Takes the shortcut from the view that has it. */
function takeShortcut(tx: Tx, shortcut: string | null, forId: number): Taken | null {
  const other = presetRows(tx.db).find(
    row => shortcut !== null && row.shortcut === shortcut && row.id !== forId,
  )
  if (!other || shortcut === null) return null
  updatePreset(tx.db, { ...other, shortcut: null })
  return { id: other.id, shortcut }
}

/** Gives a shortcut back, unless a view has it meanwhile. */
function giveShortcut(tx: Tx, taken: Taken | null): void {
  const row = taken === null ? undefined : presetRow(tx.db, taken.id)
  if (!row || !taken || row.shortcut !== null) return
  updatePreset(tx.db, { ...row, shortcut: freeShortcut(tx, taken.shortcut, taken.id) })
}

const freeShortcut = (tx: Tx, shortcut: string | null, forId: number): string | null =>
  presetRows(tx.db).some(row => row.shortcut === shortcut && row.id !== forId) ? null : shortcut

function refuseTakenName(rows: readonly PresetRow[], name: string, id: number | null): void {
  if (rows.some(row => row.id !== id && sameName(row.name, name)))
    refuse('conflict', `Another view is called “${name}”. Choose another name.`, { field: 'name' })
}

function save(tx: Tx, presetId: number | null, draft: PresetDraft) {
  const rows = presetRows(tx.db)
  const before = rows.find(row => row.id === presetId) ?? null
  if (presetId !== null && before === null) return refuse('not_found', 'This view does not exist any more.')
  refuseTakenName(rows, draft.name, presetId)
  if (before === null && rows.length >= MOST_PRESETS)
    return refuse('conflict', `${MOST_PRESETS} views are kept at most. Remove one first.`)
  const { name, shortcut } = draft
  const query = queryText(draft)
  if (before && before.name === name && before.query === query && before.shortcut === shortcut)
    return { presetId: PresetId.parse(before.id), undo: null }
  const id = before?.id ?? insertPreset(tx.db, draft)
  const took = takeShortcut(tx, shortcut, id)
  if (before) updatePreset(tx.db, { id, name, query, shortcut })
  tx.emit('presets.changed', {})
  const label = before ? `Changed the view ${name}` : `Saved the view ${name}`
  return {
    presetId: PresetId.parse(id),
    undo: recordChange(tx, label, 'presets.saved', { presetId: id, before, took } satisfies Saved),
  }
}

export const presetCommands = {
  'presets.save': (context, { presetId, preset }) => context.unit(tx => save(tx, presetId, preset)),
  'presets.remove': (context, { presetId }) =>
    context.unit(tx => {
      const row = presetRow(tx.db, presetId)
      if (!row) return { undo: null }
      deletePreset(tx.db, presetId)
      tx.emit('presets.changed', {})
      return { undo: recordChange(tx, `Removed the view ${row.name}`, 'presets.removed', row) }
    }),
  'presets.order': (context, { presetIds }) =>
    context.unit(tx => {
      const before = presetRows(tx.db).map(row => row.id)
      const known = new Set(before)
      placePresets(
        tx.db,
        [...new Set(presetIds)].filter(id => known.has(id)),
      )
      const after = presetRows(tx.db).map(row => row.id)
      if (after.every((id, index) => id === before[index])) return { undo: null }
      tx.emit('presets.changed', {})
      return {
        undo: recordChange(tx, 'Changed the order of views', 'presets.ordered', { presetIds: before }),
      }
    }),
} satisfies Partial<Commands>

interface Saved {
  presetId: number
  /** Null: it was new. */
  before: PresetRow | null
  took: Taken | null
}

export const presetUndoers = {
  'presets.saved': (tx: Tx, { presetId, before, took }: Saved) => {
    const now = presetRow(tx.db, presetId)
    // Removed meanwhile: only the other view gets its shortcut back.
    if (now && before === null) deletePreset(tx.db, presetId)
    else if (now && before) {
      refuseTakenName(presetRows(tx.db), before.name, presetId)
      updatePreset(tx.db, { ...before, shortcut: freeShortcut(tx, before.shortcut, presetId) })
    }
    giveShortcut(tx, took)
    tx.emit('presets.changed', {})
  },
  'presets.removed': (tx: Tx, row: PresetRow) => {
    refuseTakenName(presetRows(tx.db), row.name, row.id)
    bringBack(tx.db, { ...row, shortcut: freeShortcut(tx, row.shortcut, row.id) })
    tx.emit('presets.changed', {})
  },
  'presets.ordered': (tx: Tx, { presetIds }: { presetIds: number[] }) => {
    const known = new Set(presetRows(tx.db).map(row => row.id))
    placePresets(
      tx.db,
      presetIds.filter(id => known.has(id)),
    )
    tx.emit('presets.changed', {})
  },
} satisfies Record<string, Undoer>
