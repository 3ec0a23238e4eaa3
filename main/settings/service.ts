import type { z } from 'zod'
import { refuse } from '../contract/errors.ts'
import { Settings, SettingsChange } from '../contract/shapes.ts'
import { type Db, sqlBuilder } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { scheduleProblem } from '../schedule/rules/times.ts'

/** The settings that travel with the data; what is not stored, or no longer fits, is its default. */
export function readSettings(db: Db): Settings {
  const rows = db.all(sqlBuilder.selectFrom('settings').select(['key', 'value']))
  const stored = Object.fromEntries(rows.map(row => [row.key, JSON.parse(row.value)]))
  const parsed = Settings.safeParse(stored)
  if (parsed.success) return parsed.data
  const sound = Object.entries(stored).filter(
    ([key, value]) => SettingsChange.safeParse({ [key]: value }).success,
  )
  return Settings.parse(Object.fromEntries(sound))
}

export const settingsQueries = {
  'settings.get': ({ db }) => readSettings(db),
} satisfies Partial<Queries>

/** Times that have no meaning, or never come, are `bad_input`. */
function checkSchedules(changes: z.output<typeof SettingsChange>): void {
  for (const field of ['scheduleIngestion', 'scheduleBriefing', 'scheduleSummary'] as const) {
    const schedule = changes[field] ?? null
    const problem = schedule === null ? null : scheduleProblem(schedule)
    if (problem !== null) refuse('bad_input', problem, { field })
  }
}

/** Changes some settings inside the caller's transaction; what stays as it was keeps its time. */
export function saveSettings(tx: Tx, changes: z.output<typeof SettingsChange>): void {
  checkSchedules(changes)
  const upsert = tx.db.sql(
    `INSERT INTO settings (key, value, updated_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
     WHERE value <> excluded.value`,
  )
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  for (const [key, value] of given) upsert.run(key, JSON.stringify(value), tx.now)
  if (given.length > 0) tx.emit('settings.changed', { keys: given.map(([key]) => key) })
}

export const settingsCommands = {
  'settings.update': (context, changes) =>
    context.unit(tx => {
      saveSettings(tx, changes)
      return readSettings(tx.db)
    }),
} satisfies Partial<Commands>
