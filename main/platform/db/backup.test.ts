import { copyFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BackupReason, backUp, backUpFile, isGoodBackup, listBackups } from './backup.ts'
import { isCorrupt } from './errors.ts'
import { migrate } from './migrate.ts'
import { openWriter } from './pragmas.ts'
import { restoreNewestGood } from './restore.ts'
import { fillSample, readSample, SAMPLE_MIGRATIONS, temporaryFolder } from './test-support.ts'

let place: ReturnType<typeof temporaryFolder>
let file: string
let backups: string
const at = (minute: number) => (): Date => new Date(Date.UTC(2026, 0, 5, 9, minute))

beforeEach(() => {
  place = temporaryFolder()
  file = join(place.folder, 'rolecall.db')
  backups = join(place.folder, 'backups')
  const db = openWriter(file)
  migrate(db, { migrations: SAMPLE_MIGRATIONS.slice(0, 1), appVersion: '0.1.0', now: at(0) })
  db.close()
  fillSample(file, 500)
})
afterEach(() => place.remove())

const make = (minute: number, reason: BackupReason, keep?: number): string =>
  backUpFile(file, backups, { reason, now: at(minute), ...(keep === undefined ? {} : { keep }) }).file

describe('backUp', () => {
  it('copies what is committed, named by time and reason, while a writer is at work', () => {
    const writer = openWriter(file)
    writer.exec("INSERT INTO shelf (name) VALUES ('in the log')")
    writer.exec("BEGIN IMMEDIATE; INSERT INTO shelf (name) VALUES ('not committed')")
    const copy = make(30, 'daily')
    writer.exec('ROLLBACK')
    writer.close()
    expect(readdirSync(backups)).toEqual(['rolecall-20260105T093000000Z-daily.db'])
    expect(readSample(copy)).toMatchObject({ version: 1, books: 500, loans: 500, found: 500 })
    expect(readSample(copy).shelves).toEqual(['low', 'middle', 'high', 'in the log'])
  })

  it('keeps the newest of each reason', () => {
    for (const minute of [1, 2, 3, 4, 5]) make(minute, 'daily', 3)
    for (const minute of [6, 7]) make(minute, 'migration', 1)
    expect(listBackups(backups).map(({ at: time, reason }) => [time.slice(14, 16), reason])).toEqual([
      ['07', 'migration'],
      ['05', 'daily'],
      ['04', 'daily'],
      ['03', 'daily'],
    ])
  })

  it('does not take a damaged database for a good one, and leaves no half copy', () => {
    scribble(file, 3, 6)
    const db = openWriter(file)
    let thrown: unknown
    try {
      backUp(db, backups, { reason: 'daily', now: at(1) })
    } catch (error) {
      thrown = error
    }
    db.close()
    expect(isCorrupt(thrown)).toBe(true)
    expect(readdirSync(backups)).toEqual([])
  })
})

describe('restoreNewestGood', () => {
  it('passes over damaged and newer backups and keeps the damaged file with its log', () => {
    const good = make(1, 'daily')
    const expected = readSample(good)
    const truncated = make(2, 'daily')
    truncateSync(truncated, 8_192)
    const scribbled = make(3, 'migration')
    scribble(scribbled, 2, 5)
    const db = openWriter(file)
    migrate(db, { migrations: SAMPLE_MIGRATIONS, appVersion: '0.1.0', now: at(4) })
    db.close()
    const newer = make(4, 'daily')
    expect(isGoodBackup(newer)).toBe(true)

    writeFileSync(file, 'broken')
    writeFileSync(`${file}-wal`, 'broken log')
    const result = restoreNewestGood(backups, file, { at: at(5)(), maxVersion: 1 })
    expect(result).toMatchObject({ backup: { file: good }, refused: [newer, scribbled, truncated] })
    expect(readSample(file)).toEqual(expected)
    expect(readFileSync(`${result.damaged}`, 'utf8')).toBe('broken')
    expect(readFileSync(`${result.damaged}-wal`, 'utf8')).toBe('broken log')
    expect(result.damaged).toBe(join(place.folder, 'rolecall.damaged-20260105T090500000Z.db'))
  })

  it('answers null when there is no sound backup, and has put the file aside', () => {
    copyFileSync(file, join(place.folder, 'kept'))
    const result = restoreNewestGood(backups, file, { at: at(5)() })
    expect(result.backup).toBeNull()
    expect(readSample(`${result.damaged}`).books).toBe(500)
    expect(readdirSync(place.folder)).not.toContain('rolecall.db')
  })
})

/** Overwrites bytes in the middle of pages `from` up to `to` (counted from 1). */
function scribble(target: string, from: number, to: number): void {
  const bytes = readFileSync(target)
  for (let page = from; page <= to; page += 1) bytes.fill(0xa5, (page - 1) * 4096, (page - 1) * 4096 + 64)
  writeFileSync(target, bytes)
}
