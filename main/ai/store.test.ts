import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDb, type Db } from '../platform/db/connection.ts'
import { loadMigrations } from '../platform/db/migrations.ts'
import { openWriter } from '../platform/db/pragmas.ts'
import { prepareDatabase } from '../platform/db/prepare.ts'
import { temporaryFolder } from '../platform/db/test-support.ts'
import { migrationsDir } from '../platform/paths.ts'
import { type Caps, countAsSpent, countOpenAsSpent, reserve, settle, spendingOf } from './store.ts'

const { folder, remove } = temporaryFolder()
let db: Db
beforeAll(() => {
  const migrations = loadMigrations(migrationsDir())
  const prepared = prepareDatabase(folder, { migrations, appVersion: 'test', reserveBytes: 0 })
  if (!prepared.ok) throw new Error(prepared.error.message)
  db = createDb(openWriter(prepared.file))
})
afterAll(() => {
  db.close()
  remove()
})

const DAYS = ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02'] as const

/** What can happen to the books; `call` is the place of a call among those that were begun. */
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('reserve' as const),
      day: fc.constantFrom(...DAYS),
      worst: fc.nat(400),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('settle' as const),
      call: fc.nat(40),
      cost: fc.oneof(fc.nat(400), fc.maxSafeInteger(), fc.constant(0)),
      fails: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('unknown' as const), call: fc.nat(40) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
)

it('whatever happens to calls in whatever order, what is spent and reserved stays under both caps and adds up', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.nat(1000), fc.nat(2000), (acts, day, month) => {
      const caps: Caps = { day, month }
      db.raw.exec('DELETE FROM ai_calls; DELETE FROM ai_days')
      const ids: number[] = []
      for (const each of acts) {
        db.immediate(() => {
          if (each.kind === 'reserve') {
            const call = {
              at: '2026-02-02T10:00:00.000Z',
              purpose: 'p',
              model: 'm',
              day: each.day,
              worst: each.worst,
            }
            const before = spendingOf(db, each.day)
            const begun = reserve(db, call, caps)
            const fits = before.day + each.worst <= day && before.month + each.worst <= month
            expect(begun.ok).toBe(fits || each.worst === 0)
            if (begun.ok) ids.push(begun.id)
          }
          const id = 'call' in each ? ids[each.call % Math.max(1, ids.length)] : undefined
          if (each.kind === 'settle' && id !== undefined) {
            const state = each.fails ? ('failed' as const) : ('done' as const)
            const booked = settle(
              db,
              id,
              { state, cost: each.cost, tokensIn: 1, tokensOut: 1, milliseconds: 1, message: null },
              caps,
            )
            expect(booked).toBeGreaterThanOrEqual(0)
            expect(booked).toBeLessThanOrEqual(Math.max(0, each.cost))
          }
          if (each.kind === 'unknown' && id !== undefined) countAsSpent(db, id, 1, 'broken')
          if (each.kind === 'restart') countOpenAsSpent(db, 'ended')
        })
        for (const date of DAYS) {
          const used = spendingOf(db, date)
          expect(used.day).toBeLessThanOrEqual(day)
          expect(used.month).toBeLessThanOrEqual(month)
        }
      }
      const summed = db
        .sql<{ day: string; spent: number; reserved: number; calls: number }>(
          `SELECT day, sum(cost) AS spent, sum(CASE state WHEN 'open' THEN reserved ELSE 0 END) AS reserved, count(*) AS calls
           FROM ai_calls GROUP BY day ORDER BY day`,
        )
        .all()
      expect(db.sql('SELECT day, spent, reserved, calls FROM ai_days ORDER BY day').all()).toEqual(summed)
    }),
    { numRuns: 300 },
  )
})

it('a call is settled once', () => {
  db.raw.exec('DELETE FROM ai_calls; DELETE FROM ai_days')
  const caps = { day: 1000, month: 1000 }
  const ending = {
    state: 'done' as const,
    cost: 30,
    tokensIn: 1,
    tokensOut: 1,
    milliseconds: 1,
    message: null,
  }
  const begun = reserve(
    db,
    { at: '2026-02-02T10:00:00.000Z', day: '2026-02-02', purpose: 'p', model: 'm', worst: 100 },
    caps,
  )
  const id = begun.ok ? begun.id : 0
  expect(settle(db, id, ending, caps)).toBe(30)
  expect(settle(db, id, { ...ending, cost: 90 }, caps)).toBe(0)
  expect(countAsSpent(db, id, 1, 'late')).toBe(30)
  expect(spendingOf(db, '2026-02-02')).toEqual({ day: 30, month: 30 })
})
