import type Database from 'better-sqlite3'
import {
  type Compilable,
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { Schema } from './schema.ts'

/** Kysely as a typed builder only: queries are compiled here and run synchronously by the connection below. */
export const sqlBuilder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

export type SqlValue = string | number | bigint | Uint8Array | null

/** A prepared hand-written statement with its row type. */
export interface Prepared<Row> {
  all(...values: SqlValue[]): Row[]
  first(...values: SqlValue[]): Row | undefined
  run(...values: SqlValue[]): { changes: number; lastId: number }
}

/**
 * One connection of one thread. Everything is synchronous: a transaction cannot be interleaved with another
 * caller's statements, and SQLite is a library, so there is nothing to wait for.
 */
export interface Db {
  all<Row>(query: Compilable<Row>): Row[]
  first<Row>(query: Compilable<Row>): Row | undefined
  run(query: Compilable<unknown>): { changes: number; lastId: number }
  /** Prepares once per connection and SQL text. */
  sql<Row = Record<string, SqlValue>>(text: string): Prepared<Row>
  /** The same with rows as lists of values, for many rows at once: objects take twice as long. */
  tuples<Row extends SqlValue[]>(text: string): Pick<Prepared<Row>, 'all'>
  /** Runs `work` in BEGIN IMMEDIATE … COMMIT; any throw rolls back. Nested calls are refused. */
  immediate<T>(work: () => T): T
  /** True while inside `immediate`. */
  readonly busy: boolean
  close(): void
  readonly raw: Database.Database
}

/** Wraps a better-sqlite3 connection. Statements are cached by their text. */
export function createDb(raw: Database.Database): Db {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>()
  const prepare = (text: string) => {
    let statement = statements.get(text)
    if (!statement) {
      statement = raw.prepare<unknown[], unknown>(text)
      statements.set(text, statement)
    }
    return statement
  }
  const handWritten = new Map<string, Prepared<unknown>>()
  const asTuples = new Map<string, Database.Statement<unknown[], unknown>>()
  let busy = false
  return {
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return prepare(sql).all(...parameters) as Row[]
    },
    first<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return prepare(sql).get(...parameters) as Row | undefined
    },
    run(query) {
      const { sql, parameters } = query.compile()
      const { changes, lastInsertRowid } = prepare(sql).run(...parameters)
      return { changes, lastId: Number(lastInsertRowid) }
    },
    sql<Row>(text: string) {
      let prepared = handWritten.get(text) as Prepared<Row> | undefined
      if (!prepared) {
        const statement = prepare(text)
        prepared = {
          all: (...values) => statement.all(...values) as Row[],
          first: (...values) => statement.get(...values) as Row | undefined,
          run: (...values) => {
            const { changes, lastInsertRowid } = statement.run(...values)
            return { changes, lastId: Number(lastInsertRowid) }
          },
        }
        handWritten.set(text, prepared)
      }
      return prepared
    },
    tuples<Row extends SqlValue[]>(text: string) {
      let statement = asTuples.get(text)
      if (!statement) {
        // A statement of its own: one that gives lists gives them to all who share it.
        statement = raw.prepare<unknown[], unknown>(text).raw()
        asTuples.set(text, statement)
      }
      const tuples = statement
      return { all: (...values: SqlValue[]) => tuples.all(...values) as Row[] }
    },
    immediate<T>(work: () => T): T {
      if (busy) throw new Error('A transaction is open already')
      raw.exec('BEGIN IMMEDIATE')
      busy = true
      try {
        const value = work()
        raw.exec('COMMIT')
        return value
      } catch (error) {
        // SQLite may have rolled back by itself, after a full disk for instance.
        if (raw.inTransaction) raw.exec('ROLLBACK')
        throw error
      } finally {
        busy = false
      }
    },
    get busy() {
      return busy
    },
    close() {
      statements.clear()
      handWritten.clear()
      asTuples.clear()
      raw.close()
    },
    raw,
  }
}
