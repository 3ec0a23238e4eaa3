import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFault } from './errors.ts'
import { appliedMigrations, type MigrateOptions, migrate, migrateTo, schemaVersion } from './migrate.ts'
import { loadMigrations, type Migration } from './migrations.ts'
import { openWriter, pragmaNumber, type Sqlite } from './pragmas.ts'
import { fillSample, readSample, SAMPLE_MIGRATIONS, temporaryFolder } from './test-support.ts'

let place: ReturnType<typeof temporaryFolder>
let file: string
let db: Sqlite
const now = (): Date => new Date('2026-01-05T09:30:00Z')
const options = (migrations: readonly Migration[] = SAMPLE_MIGRATIONS): MigrateOptions => ({
  migrations,
  appVersion: '0.1.0',
  now,
})
const first = SAMPLE_MIGRATIONS.slice(0, 1)
const withThird = (up: string, down = ''): Migration[] => [
  ...SAMPLE_MIGRATIONS,
  { version: 3, name: 'third', up, down },
]

beforeEach(() => {
  place = temporaryFolder()
  file = join(place.folder, 'a.db')
  db = openWriter(file)
})
afterEach(() => {
  db.close()
  place.remove()
})

function faultOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return databaseFault(error)
  }
  throw new Error('nothing was thrown')
}

describe('migrate', () => {
  it('brings an empty file to the newest version and remembers each step', () => {
    expect(migrate(db, options())).toEqual({ from: 0, to: 2, backup: null })
    expect(appliedMigrations(db).map(({ version, name }) => [version, name])).toEqual([
      [1, 'library'],
      [2, 'prices_in_cents'],
    ])
    expect(pragmaNumber(db, 'application_id')).toBe(0x524c434c)
    expect(pragmaNumber(db, 'foreign_keys')).toBe(1)
  })

  it('keeps the data of a full file, children of a rewritten table included, both ways', () => {
    migrate(db, options(first))
    fillSample(file, 60)
    const before = readSample(file)
    expect(before).toMatchObject({ version: 1, books: 60, loans: 60, cents: 186_000, counted: 60, found: 60 })

    migrate(db, options())
    expect(readSample(file)).toMatchObject({
      version: 2,
      books: 60,
      loans: 60,
      cents: 186_000,
      shelves: ['LOW', 'MIDDLE', 'HIGH'],
      counted: 60,
      found: 60,
    })

    migrateTo(db, 1, options())
    expect(readSample(file)).toEqual(before)
  })

  it('goes down by the stored scripts, without knowing the migrations, and up again to the same schema', () => {
    migrate(db, options())
    const newest = readSample(file).schema
    expect(migrateTo(db, 0, options([]))).toMatchObject({ from: 2, to: 0 })
    expect(readSample(file)).toMatchObject({ version: 0, schema: '' })
    migrate(db, options())
    expect(readSample(file).schema).toBe(newest)
  })

  it('backs up before it changes a file with something in it, and only then', () => {
    let backups = 0
    const backUp = (): string => {
      backups += 1
      return `backup ${backups}`
    }
    expect(migrate(db, { ...options(first), backUp }).backup).toBeNull()
    expect(migrate(db, { ...options(), backUp }).backup).toBe('backup 1')
    expect(migrate(db, { ...options(), backUp }).backup).toBeNull()
    expect(migrateTo(db, 1, { ...options(), backUp }).backup).toBe('backup 2')
  })

  it('refuses a newer file', () => {
    migrate(db, options())
    expect(faultOf(() => migrate(db, options(first)))).toMatchObject({
      code: 'database_newer',
      retryable: false,
      details: { found: 2, known: 1 },
    })
  })

  it('refuses when an applied migration reads differently, but not for other line ends', () => {
    migrate(db, options(first))
    const [one, two] = SAMPLE_MIGRATIONS
    if (!one || !two) throw new Error('sample')
    const changed = [{ ...one, up: one.up.replace('price TEXT', 'price REAL') }, two]
    expect(faultOf(() => migrate(db, options(changed)))).toMatchObject({
      code: 'migration_changed',
      details: { version: 1, name: 'library' },
    })
    expect(schemaVersion(db)).toBe(1)
    expect(migrate(db, options([{ ...one, up: one.up.replaceAll('\n', '\r\n') }, two])).to).toBe(2)
  })

  it.each([
    ['a wrong statement', 'CREATE TABLE extra (x); SELECT nonsense FROM nowhere'],
    ['rows that point to nothing', 'CREATE TABLE extra (x); DELETE FROM shelf WHERE id = 1'],
    ['a broken rule of the data', "CREATE TABLE extra (x); INSERT INTO shelf (name) VALUES ('a'), ('a')"],
    ['a commit of its own', 'CREATE TABLE extra (x);\n-- now\nCOMMIT; SELECT nonsense'],
  ])('undoes a migration with %s', (_what, up) => {
    migrate(db, options(first))
    fillSample(file, 9)
    migrate(db, options())
    const before = readSample(file)
    expect(faultOf(() => migrate(db, options(withThird(up))))).toMatchObject({ code: 'migration_failed' })
    expect(readSample(file)).toEqual(before)
    expect(pragmaNumber(db, 'foreign_keys')).toBe(1)
    expect(migrate(db, options(withThird('CREATE TABLE extra (x)'))).to).toBe(3)
  })

  it('keeps the migrations before the failing one', () => {
    expect(faultOf(() => migrate(db, options(withThird('SELECT nonsense'))))).toMatchObject({
      code: 'migration_failed',
      details: { version: 3, name: 'third' },
    })
    expect(schemaVersion(db)).toBe(2)
  })

  it('undoes a failing way down', () => {
    migrate(db, options(withThird('CREATE TABLE extra (x)', 'DROP TABLE extra; DROP TABLE missing')))
    const before = readSample(file)
    expect(faultOf(() => migrateTo(db, 0, options()))).toMatchObject({ code: 'migration_failed' })
    expect(readSample(file)).toEqual(before)
  })

  it('refuses numbers with gaps', () => {
    expect(() => migrate(db, options(withThird('SELECT 1').slice(1)))).toThrow('expected 1')
  })
})

describe('loadMigrations', () => {
  it('reads pairs in order and refuses half of one', () => {
    const folder = join(place.folder, 'migrations')
    mkdirSync(folder)
    for (const { version, name, up, down } of [...SAMPLE_MIGRATIONS].reverse()) {
      writeFileSync(join(folder, `000${version}_${name}.up.sql`), up)
      writeFileSync(join(folder, `000${version}_${name}.down.sql`), down)
    }
    writeFileSync(join(folder, 'README.md'), 'not one')
    expect(loadMigrations(folder)).toEqual(SAMPLE_MIGRATIONS)
    writeFileSync(join(folder, '0003_half.up.sql'), 'SELECT 1')
    expect(() => loadMigrations(folder)).toThrow('0003_half')
  })
})
