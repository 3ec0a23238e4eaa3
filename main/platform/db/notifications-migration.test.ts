import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NotificationRules } from '../../contract/notifications.ts'
import { migrateTo } from './migrate.ts'
import { loadMigrations } from './migrations.ts'
import { openWriter, type Sqlite } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

const migrations = loadMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url)))
const options = { migrations, appVersion: 'test', now: () => new Date('2026-01-05T09:30:00Z') }

let place: ReturnType<typeof temporaryFolder>
let db: Sqlite
beforeEach(() => {
  place = temporaryFolder()
  db = openWriter(join(place.folder, 'a.db'))
  migrateTo(db, 17, options)
})
afterEach(() => {
  db.close()
  place.remove()
})

const set = (key: string, value: unknown) =>
  db
    .prepare('INSERT INTO settings (key, value, updated_at) VALUES (?, ?, ?)')
    .run(key, JSON.stringify(value), '2026-01-01')
const settings = (): Record<string, unknown> =>
  Object.fromEntries(
    db
      .prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
      .all()
      .map(row => [row.key, JSON.parse(row.value)]),
  )

describe('settings of notifications', () => {
  it('who chose nothing keeps choosing nothing', () => {
    migrateTo(db, 18, options)
    expect(settings()).toEqual({})
  })

  it('the three switches become choices for kinds and channels, and go back', () => {
    set('notifyMatches', false)
    set('notifyRuns', 'always')
    set('osNotifications', true)
    migrateTo(db, 18, options)
    const { notify, ...rest } = settings()
    expect(rest).toEqual({})
    const rules = NotificationRules.parse(notify)
    expect(rules.match).toEqual({ in_app: false, os: false, email: false })
    expect(rules.run_finished).toEqual({ in_app: true, os: true, email: false })
    expect(rules.run_failed.in_app).toBe(true)
    expect(rules.reminder.os).toBe(true)
    migrateTo(db, 17, options)
    expect(settings()).toEqual({ notifyMatches: false, notifyRuns: 'always', osNotifications: true })
  })

  it('who wanted nothing of the system gets nothing of it', () => {
    set('osNotifications', false)
    migrateTo(db, 18, options)
    const rules = NotificationRules.parse(settings().notify)
    expect(Object.values(rules).some(({ os }) => os)).toBe(false)
    expect(rules.match.in_app).toBe(true)
  })
})

it('notifications and their deliveries are kept, and what was due before is not told again', () => {
  db.exec(`
    INSERT INTO notifications (id, kind, title, body, target, dedupe_key, created_at) VALUES
      (4, 'match', 'New match', 'Cook at Alder', '/jobs/1', 'k', '2026-01-02T00:00:00.000Z');
    INSERT INTO notification_deliveries (notification_id, channel, state, attempts, next_attempt_at) VALUES
      (4, 'in_app', 'pending', 0, '2026-01-02T00:00:00.000Z'), (4, 'os', 'pending', 0, '2026-01-02T00:00:00.000Z');
    INSERT INTO reminders (id, text, due_at) VALUES (1, 'Old', '2026-01-01T00:00:00.000Z'), (2, 'New', '2999-01-01T00:00:00.000Z');`)
  migrateTo(db, 18, options)
  expect(db.prepare('SELECT id, words FROM notifications').all()).toEqual([
    { id: 4, words: 'new match cook at alder' },
  ])
  expect(
    db.prepare('SELECT channel, state, next_attempt_at IS NULL AS done FROM notification_deliveries').all(),
  ).toEqual([
    { channel: 'in_app', state: 'delivered', done: 1 },
    { channel: 'os', state: 'pending', done: 0 },
  ])
  expect(db.prepare('SELECT thing FROM told_in_time').pluck().all()).toEqual([1])
  expect(db.pragma('foreign_key_check')).toEqual([])
})
