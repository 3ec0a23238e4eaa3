import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter, type Sqlite } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

// A profile of an older version stays as it is and is matched with all jobs; on the way back, levels are left out.

const migrations = loadMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url)))
const options = { migrations, appVersion: 'test', now: () => new Date('2026-01-05T09:30:00Z') }

let db: Sqlite
let remove: () => void
beforeEach(() => {
  const temporary = temporaryFolder()
  db = openWriter(join(temporary.folder, 'a.db'))
  remove = () => {
    db.close()
    temporary.remove()
  }
  migrateTo(db, 8, options)
})
afterEach(() => remove())

const save = (data: unknown) =>
  db
    .prepare(
      `INSERT INTO profile (id, data, updated_at) VALUES (1, ?, '2026-01-01T00:00:00.000Z')
       ON CONFLICT (id) DO UPDATE SET data = excluded.data`,
    )
    .run(JSON.stringify(data))
const stored = () =>
  JSON.parse(db.prepare<[], { data: string }>('SELECT data FROM profile').get()?.data ?? '')

it('an older profile waits to be matched with all jobs', () => {
  const profile = { name: 'Sam', skills: ['SQL'], languages: ['en'] }
  save(profile)
  migrateTo(db, 9, options)
  expect(stored()).toEqual(profile)
  expect(db.prepare('SELECT rematch_after FROM profile').get()).toEqual({ rematch_after: 0 })
})

it('skills and languages are plain names again on the way back', () => {
  migrateTo(db, 9, options)
  save({
    name: 'Sam',
    skills: [{ name: 'C++', level: 'expert', years: 3, known_as: null }, 'SQL'],
    languages: [{ language: 'en', level: 'native' }, { language: 'A language of more than twenty letters' }],
  })
  migrateTo(db, 8, options)
  expect(stored()).toEqual({
    name: 'Sam',
    skills: ['C++', 'SQL'],
    languages: ['en', 'A language of more t'],
  })
})

it('a profile without lists, and none at all, can go back too', () => {
  migrateTo(db, 9, options)
  migrateTo(db, 8, options)
  save({ name: 'Sam' })
  migrateTo(db, 9, options)
  migrateTo(db, 8, options)
  expect(stored()).toMatchObject({ name: 'Sam', skills: [], languages: [] })
})
