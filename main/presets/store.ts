import { PresetDraft, PresetId, type PresetView } from '../contract/presets.ts'
import type { Db } from '../platform/db/connection.ts'
import { freshId } from '../platform/db/fresh-id.ts'

/** The SQL of saved views. They are few, at most MOST_PRESETS, and are read whole. */

/** As many views as can be put in order at once. */
export const MOST_PRESETS = 200

/** A view as it stands in the database; `query` is JSON of filter, sort and reversed. */
export interface PresetRow {
  id: number
  name: string
  query: string
  shortcut: string | null
  position: number
}

const COLUMNS = 'id, name, query, shortcut, position'
const OF_PAGE = "page = 'jobs'"

/** All rows in the person's order. */
export const presetRows = (db: Db): PresetRow[] =>
  db.sql<PresetRow>(`SELECT ${COLUMNS} FROM presets WHERE ${OF_PAGE} ORDER BY position, id`).all()

/** The row of an id; undefined when it is gone. */
export const presetRow = (db: Db, id: number): PresetRow | undefined =>
  db.sql<PresetRow>(`SELECT ${COLUMNS} FROM presets WHERE ${OF_PAGE} AND id = ?`).first(id)

/** What a row holds; undefined when it cannot be read, after damage to the file. */
export function viewOf({ id, name, query, shortcut }: PresetRow): PresetView | undefined {
  try {
    const draft = PresetDraft.safeParse({ ...JSON.parse(query), name, shortcut })
    return draft.success ? { id: PresetId.parse(id), ...draft.data } : undefined
  } catch {
    return undefined
  }
}

/** The stored part of a draft that its own columns do not hold. */
export const queryText = ({ filter, sort, reversed }: PresetDraft): string =>
  JSON.stringify({ filter, sort, reversed })

/** Stores a new view behind all others; answers its id, which no view had before. */
export function insertPreset(db: Db, draft: PresetDraft): number {
  return db
    .sql(
      `INSERT INTO presets (id, page, name, query, shortcut, position)
       VALUES (${freshId('presets')}, 'jobs', ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM presets))`,
    )
    .run(draft.name, queryText(draft), draft.shortcut).lastId
}

/** Brings a removed view back as it was. */
export function bringBack(db: Db, { id, name, query, shortcut, position }: PresetRow): void {
  db.sql(
    "INSERT INTO presets (id, page, name, query, shortcut, position) VALUES (?, 'jobs', ?, ?, ?, ?)",
  ).run(id, name, query, shortcut, position)
}

/** Writes what a view is; its place in the order stays. */
export function updatePreset(db: Db, row: Omit<PresetRow, 'position'>): void {
  db.sql('UPDATE presets SET name = ?, query = ?, shortcut = ? WHERE id = ?').run(
    row.name,
    row.query,
    row.shortcut,
    row.id,
  )
}

/** Removes a view; true when it was there. */
export const deletePreset = (db: Db, id: number): boolean =>
  db.sql('DELETE FROM presets WHERE id = ?').run(id).changes > 0

/** Puts views in an order; those that are not named follow in the order that they had. */
export function placePresets(db: Db, ids: readonly number[]): void {
  const rest = presetRows(db).flatMap(row => (ids.includes(row.id) ? [] : [row.id]))
  const place = db.sql('UPDATE presets SET position = ? WHERE id = ?')
  ;[...ids, ...rest].forEach((id, index) => {
    place.run(index + 1, id)
  })
}
