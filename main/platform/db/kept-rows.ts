import type { Db, SqlValue } from './connection.ts'

/** Rows of one table that commands write whole, and how such a change is taken back. */

type Stored = { id: number }

/** What a change put in the place of what; null: there was, or is, no row. */
export interface RowChange<Row extends Stored> {
  before: Row | null
  after: Row | null
}

export interface KeptRows<Row extends Stored> {
  find(db: Db, id: number): Row | undefined
  /** Stores a new row and answers it with its id. */
  add(db: Db, row: Omit<Row, 'id'>): Row
  /** Writes a row under its id, whether or not there is one. */
  put(db: Db, row: Row): void
  remove(db: Db, id: number): void
  /** Puts back what a change replaced; false, and nothing is done, when the row was changed again since. */
  takeBack(db: Db, change: RowChange<Row>): boolean
}

/** Reads and writes a table by its id and these columns. Its other columns, if any, keep their defaults. */
export function keptRows<Row extends Stored>(
  table: string,
  columns: readonly (keyof Row & string)[],
): KeptRows<Row> {
  const others = columns.filter(column => column !== 'id')
  const all = ['id', ...others]
  const marks = all.map(() => '?').join(', ')
  const values = (row: Partial<Row>) => others.map(column => (row[column] ?? null) as SqlValue)
  const insert = `INSERT INTO ${table} (${all.join(', ')}) VALUES (${marks})`
  const upsert = `${insert} ON CONFLICT (id) DO UPDATE SET ${others.map(name => `${name} = excluded.${name}`).join(', ')}`
  const same = (left: Row | null, right: Row | null) =>
    left === null || right === null
      ? left === right
      : all.every(name => read(left, name) === read(right, name))
  const rows: KeptRows<Row> = {
    find: (db, id) => db.sql<Row>(`SELECT ${all.join(', ')} FROM ${table} WHERE id = ?`).first(id),
    add(db, row) {
      const { lastId } = db.sql(insert).run(null, ...values(row as Partial<Row>))
      return { ...row, id: lastId } as Row
    },
    put: (db, row) => void db.sql(upsert).run(row.id, ...values(row)),
    remove: (db, id) => void db.sql(`DELETE FROM ${table} WHERE id = ?`).run(id),
    takeBack(db, { before, after }) {
      const id = (before ?? after)?.id
      if (id === undefined || !same(rows.find(db, id) ?? null, after)) return false
      if (before === null) rows.remove(db, id)
      else rows.put(db, before)
      return true
    },
  }
  return rows
}

const read = (row: object, name: string): unknown => (row as Record<string, unknown>)[name]
