import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUpFile, listBackups } from './backup.ts'
import { databasePaths } from './database-paths.ts'
import { checkInBackground } from './integrity.ts'
import { openReader, openWriter, type Sqlite } from './pragmas.ts'
import { type PrepareResult, prepareDatabase } from './prepare.ts'
import { markCleanShutdown, markSuspect, updateStartState } from './start-state.ts'
import { fillSample, readSample, SAMPLE_MIGRATIONS, temporaryFolder } from './test-support.ts'

let place: ReturnType<typeof temporaryFolder>
let dataDir: string
let file: string
let backups: string
const first = SAMPLE_MIGRATIONS.slice(0, 1)
const minute = (n: number) => (): Date => new Date(Date.UTC(2026, 0, 5, 9, n))

beforeEach(() => {
  place = temporaryFolder()
  dataDir = join(place.folder, 'data')
  ;({ file, backups } = databasePaths(dataDir))
})
afterEach(() => place.remove())

function prepare(migrations = first, n = 10): PrepareResult {
  return prepareDatabase(dataDir, { migrations, appVersion: '0.1.0', now: minute(n), reserveBytes: 4096 })
}

function ready(migrations = first, n = 10): Extract<PrepareResult, { ok: true }> {
  const result = prepare(migrations, n)
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result
}

/** A data folder in use for a while: 500 books, backed up at minute 1, then 3 more shelves, backed up at minute 2. */
function lived(): void {
  ready()
  fillSample(file, 500)
  backUpFile(file, backups, { reason: 'daily', now: minute(1) })
  openWriter(file).exec("INSERT INTO shelf (name) VALUES ('a'), ('b'), ('c')").close()
  backUpFile(file, backups, { reason: 'daily', now: minute(2) })
  markCleanShutdown(dataDir)
}

/** Everything in the data folder: name → hash of the bytes. */
function everything(): Record<string, string> {
  const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  const hashes = files.map(entry => {
    const path = join(entry.parentPath, entry.name)
    return [path, createHash('sha256').update(readFileSync(path)).digest('hex')]
  })
  return Object.fromEntries(hashes)
}

function scribble(target: string, pages: number[]): void {
  const bytes = readFileSync(target)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * 4096, (page - 1) * 4096 + 64)
  writeFileSync(target, bytes)
}

describe('a start', () => {
  it('makes the folder, the database and the reserve, and says nothing', () => {
    expect(ready()).toMatchObject({ version: 1, created: true, checkDue: false, notices: [] })
    expect(readdirSync(dataDir).sort()).toEqual(['reserve.bin', 'rolecall.db', 'rolecall.state.json'])
    expect(ready()).toMatchObject({ version: 1, created: false, notices: [] })
  })

  it('migrates a full file after a verified backup', () => {
    lived()
    const before = readSample(file)
    const { notices, version } = ready(SAMPLE_MIGRATIONS.slice())
    expect(version).toBe(2)
    const [newest] = listBackups(backups)
    expect(newest?.reason).toBe('migration')
    expect(readSample(String(newest?.file))).toEqual(before)
    expect(notices).toMatchObject([
      { code: 'database_migrated', details: { from: 1, to: 2, backup: newest?.file } },
    ])
  })

  it('leaves the data as it was when a migration fails', () => {
    lived()
    const before = readSample(file)
    const third = [
      ...SAMPLE_MIGRATIONS.slice(0, 1),
      { version: 2, name: 'bad', up: 'SELECT x FROM y', down: '' },
    ]
    expect(prepare(third)).toMatchObject({
      ok: false,
      error: { code: 'migration_failed', details: { name: 'bad' } },
    })
    expect(readSample(file)).toEqual(before)
    expect(ready().notices).toEqual([])
  })

  it('removes what an interrupted copy left', () => {
    lived()
    writeFileSync(join(backups, 'rolecall-20260105T090300000Z-daily.db.0123.tmp'), 'half')
    ready()
    expect(readdirSync(backups).filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('a file that is not for this app', () => {
  it('is refused when newer: nothing changed, nothing beside it', () => {
    lived()
    ready(SAMPLE_MIGRATIONS.slice())
    const before = everything()
    expect(prepare(first)).toMatchObject({
      ok: false,
      error: { code: 'database_newer', retryable: false, details: { found: 2, known: 1 } },
    })
    expect(everything()).toEqual(before)
  })

  it('is refused when only its log says that it is newer', () => {
    lived()
    copyWithLog(() => ready(SAMPLE_MIGRATIONS.slice()))
    expect(readFileSync(file).readInt32BE(60)).toBe(1)
    const before = everything()
    expect(prepare(first)).toMatchObject({ ok: false, error: { code: 'database_newer' } })
    expect(everything()).toEqual(before)
    expect(ready(SAMPLE_MIGRATIONS.slice())).toMatchObject({ version: 2, notices: [] })
  })

  it('is refused when it is of another application', () => {
    mkdirSync(dataDir)
    const other = new Database(file)
    other.exec('PRAGMA application_id = 77; PRAGMA user_version = 5000; CREATE TABLE theirs (x)')
    other.close()
    const before = everything()
    expect(prepare()).toMatchObject({
      ok: false,
      error: { code: 'database_foreign', details: { applicationId: 77 } },
    })
    expect(everything()).toEqual(before)
  })

  /** Leaves the file as it was before `change` with the log that `change` wrote, as a kill right after it would. */
  function copyWithLog(change: () => void): void {
    const holder = openReader(file)
    holder.exec('BEGIN; SELECT * FROM shelf')
    change()
    const [main, log] = [readFileSync(file), readFileSync(`${file}-wal`)]
    holder.close()
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    writeFileSync(file, main)
    writeFileSync(`${file}-wal`, log)
  }
})

describe('a damaged file', () => {
  const damages: Record<string, () => void> = {
    'pages overwritten': () => scribble(file, [2, 4, 5, 6, 7, 8]),
    'cut off': () => truncateSync(file, 20_480),
    'cut off within the header': () => truncateSync(file, 50),
    'not a database': () => writeFileSync(file, 'Dear diary, '.repeat(5_000)),
    'a header overwritten': () => scribble(file, [1]),
    'a wild version number': () => poke(60, 0x7f),
    'a lost mark': () => poke(68, 0),
    'empty with a log': () => {
      writeFileSync(file, '')
      writeFileSync(`${file}-wal`, 'log '.repeat(2_000))
    },
    empty: () => truncateSync(file, 0),
  }

  function poke(offset: number, byte: number): void {
    const bytes = readFileSync(file)
    bytes[offset] = byte
    writeFileSync(file, bytes)
  }

  it.each(Object.keys(damages))('(%s) is kept aside and the newest sound backup takes its place', what => {
    lived()
    const expected = readSample(file)
    damages[what]?.()
    const left = readFileSync(file)
    const { notices } = ready()
    expect(notices).toMatchObject([
      { code: 'database_restored', details: { backupAt: '2026-01-05T09:02:00.000Z', refused: 0 } },
    ])
    expect(readFileSync(String(notices[0]?.details.damaged))).toEqual(left)
    expect(readSample(file)).toEqual(expected)
    expect(ready().notices).toEqual([])
  })

  it('is restored from the backup before when the newest is damaged too', () => {
    lived()
    const [newest] = listBackups(backups)
    scribble(String(newest?.file), [2, 3, 4, 5])
    writeFileSync(file, 'gone')
    const { notices } = ready()
    expect(notices).toMatchObject([
      { code: 'database_restored', details: { backupAt: '2026-01-05T09:01:00.000Z', refused: 1 } },
    ])
    expect(readSample(file)).toMatchObject({ books: 500, shelves: ['low', 'middle', 'high'] })
  })

  it('is kept aside for an empty one, said plainly, when there is no sound backup', () => {
    lived()
    rmSync(backups, { recursive: true })
    writeFileSync(file, 'gone')
    const { notices, created } = ready()
    expect(created).toBe(true)
    expect(notices).toMatchObject([{ code: 'database_started_empty', details: { backup: null } }])
    expect(readFileSync(String(notices[0]?.details.damaged), 'utf8')).toBe('gone')
    expect(readSample(file)).toMatchObject({ version: 1, books: 0 })
  })

  it('is migrated when the sound backup is older', () => {
    lived()
    ready(SAMPLE_MIGRATIONS.slice(), 3)
    writeFileSync(file, 'gone')
    const { notices } = ready(SAMPLE_MIGRATIONS.slice(), 4)
    expect(notices.map(({ code }) => code)).toEqual(['database_restored', 'database_migrated'])
    expect(readSample(file)).toMatchObject({ version: 2, books: 500, cents: 500 * 501 * 50 + 500 * 50 })
  })

  it('is found when the disk itself went bad, at the daily check, in the background or when somebody met it', () => {
    const goBad: [string, number, () => void][] = [
      ['a day later', 24 * 60 + 10, () => {}],
      ['in the background', 11, () => expect(checkInBackground(dataDir, file, minute(11)())).not.toEqual([])],
      ['met while running', 11, () => markSuspect(dataDir)],
    ]
    for (const [, n, happening] of goBad) {
      place.remove()
      lived()
      scribble(file, [14, 15, 16, 17])
      // The bytes changed, yet nobody wrote: the mark is that of the damaged file.
      markCleanShutdown(dataDir)
      expect(ready().notices).toEqual([])
      markCleanShutdown(dataDir)
      happening()
      expect(ready(first, n).notices).toMatchObject([{ code: 'database_restored' }])
    }
  })

  it('is not looked for when the last run ended in order and nobody wrote since', () => {
    lived()
    expect(checkInBackground(dataDir, file, minute(11)())).toEqual([])
    markCleanShutdown(dataDir)
    expect(ready(first, 24 * 60).notices).toEqual([])
  })

  it('is mended without a backup when only an index is damaged', () => {
    lived()
    const expected = readSample(file)
    const db = new Database(file)
    db.unsafeMode(true)
    db.exec('UPDATE book_text_data SET block = randomblob(length(block)) WHERE id > 1000')
    db.close()
    expect(ready().notices).toMatchObject([{ code: 'database_mended' }])
    expect(readSample(file)).toEqual(expected)
  })

  it('is mended by its owner when the full-text table cannot do so itself', () => {
    lived()
    const db = openWriter(file)
    db.unsafeMode(true)
    db.exec(`CREATE VIRTUAL TABLE words USING fts5 (title, content = '', contentless_delete = 1);
      INSERT INTO words (rowid, title) SELECT id, title FROM book;
      UPDATE words_data SET block = randomblob(length(block)) WHERE id > 1000`)
    db.close()
    const rebuild = (writer: Sqlite, table: string): void => {
      writer.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all');
        INSERT INTO ${table} (rowid, title) SELECT id, title FROM book`)
    }
    const result = prepareDatabase(dataDir, { migrations: first, appVersion: '0.1.0', rebuild })
    expect(result).toMatchObject({ ok: true, notices: [{ code: 'database_mended' }] })
    const reader = openReader(file)
    expect(reader.prepare("SELECT count(*) FROM words WHERE words MATCH 'story'").pluck().get()).toBe(500)
    reader.close()
  })

  it.each([
    ['before its log was', true],
    ['before the backup took its place', false],
  ])('is restored when the restore was interrupted after it was put aside, %s', (_when, logLeft) => {
    lived()
    const expected = readSample(file)
    updateStartState(dataDir, { clean: false, repairing: minute(7)().toISOString() })
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    const aside = join(dataDir, 'rolecall.damaged-20260105T090700000Z.db')
    renameSync(file, aside)
    if (logLeft) writeFileSync(`${file}-wal`, 'the log of the damaged file')
    const { notices } = ready()
    expect(notices).toMatchObject([{ code: 'database_restored', details: { damaged: aside } }])
    expect(existsSync(`${aside}-wal`)).toBe(logLeft)
    expect(readSample(file)).toEqual(expected)
  })
})
