import { Profile } from '../contract/shapes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'

/** The person's profile; an empty one before anything was saved. */
export function readProfile(db: Db): Profile {
  const row = db.sql<{ data: string }>('SELECT data FROM profile WHERE id = 1').first()
  return Profile.parse(row ? JSON.parse(row.data) : {})
}

/** Saves the profile inside the caller's transaction. */
export function saveProfile(tx: Tx, profile: Profile): void {
  tx.db
    .sql(
      `INSERT INTO profile (id, data, updated_at) VALUES (1, ?, ?)
       ON CONFLICT (id) DO UPDATE SET data = excluded.data, updated_at = excluded.updated_at`,
    )
    .run(JSON.stringify(profile), tx.now)
  tx.emit('profile.changed', {})
}

export const profileQueries = {
  'profile.get': ({ db }) => readProfile(db),
} satisfies Partial<Queries>

export const profileCommands = {
  'profile.save': (context, profile) => {
    context.unit(tx => saveProfile(tx, profile))
    return {}
  },
} satisfies Partial<Commands>
