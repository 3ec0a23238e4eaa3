import type { Db } from '../platform/db/connection.ts'

/** The SQL of the names that stand beside counts. */

type Names = Map<number, string>

const named = (rows: readonly { id: number; name: string }[]): Names =>
  new Map(rows.map(({ id, name }) => [id, name]))

/** Names of some companies by id. */
export const companyNames = (db: Db, ids: readonly number[]): Names =>
  named(
    db
      .sql<{ id: number; name: string }>(
        'SELECT c.id, c.name FROM json_each(?) chosen CROSS JOIN companies c ON c.id = chosen.value',
      )
      .all(JSON.stringify(ids)),
  )

/** Names of all sources by id. */
export const sourceNames = (db: Db): Names =>
  named(db.sql<{ id: number; name: string }>('SELECT id, label AS name FROM sources').all())

/** Names of the campaigns that are not deleted, by id. */
export const campaignNames = (db: Db): Names =>
  named(db.sql<{ id: number; name: string }>("SELECT id, name FROM campaigns WHERE state <> 'deleted'").all())
