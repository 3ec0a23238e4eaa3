import type { Db } from '../platform/db/connection.ts'

/** The SQL by which a source that is listed is asked otherwise. Expects an open transaction. */

/** How a source is asked, and what it is called. */
export interface SourceSettings {
  label: string
  config: unknown
}

/** Changes how a source is asked; what was remembered of its last answer counts no more. */
export function setSourceSettings(db: Db, id: number, { label, config }: SourceSettings): void {
  db.sql('UPDATE sources SET label = ?, config = ? WHERE id = ?').run(label, JSON.stringify(config), id)
  db.sql(
    `UPDATE source_health SET etag = NULL, last_modified = NULL, failures_in_a_row = 0, paused_until = NULL,
       paused_by = NULL WHERE source_id = ?`,
  ).run(id)
}
