import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assertDurable, checkpoint, fileSize, openReader, openWriter, pragmaNumber } from './pragmas.ts'
import { temporaryFolder } from './test-support.ts'

let place: ReturnType<typeof temporaryFolder>
let file: string
beforeEach(() => {
  place = temporaryFolder()
  file = join(place.folder, 'a.db')
})
afterEach(() => place.remove())

describe('connections', () => {
  it('flush every commit, still after a write, and enforce keys', () => {
    const writer = openWriter(file)
    writer.exec('CREATE TABLE a (x); INSERT INTO a VALUES (1)')
    const reader = openReader(file)
    reader.prepare('SELECT * FROM a').all()
    const expected = {
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      temp_store: 2,
      mmap_size: 0,
      trusted_schema: 0,
    }
    for (const db of [writer, reader]) {
      const read = Object.keys(expected).map(name => [name, db.pragma(name, { simple: true })])
      expect(Object.fromEntries(read)).toEqual(expected)
    }
    expect([pragmaNumber(writer, 'cache_size'), pragmaNumber(reader, 'cache_size')]).toEqual([
      -16_384, -8_192,
    ])
    expect(pragmaNumber(writer, 'journal_size_limit')).toBe(64 * 1024 * 1024)
    reader.close()
    writer.close()
  })

  it('refuses a connection that is not durable', () => {
    openWriter(file).close()
    const plain = new Database(file)
    // What this build does by itself when nobody sets the level: the reason why it is set and asserted.
    plain.exec('CREATE TABLE b (x)')
    expect(() => assertDurable(plain)).toThrow('not durable')
    plain.close()
  })

  it('lets a reader change nothing', () => {
    openWriter(file).exec('CREATE TABLE a (x)').close()
    const reader = openReader(file)
    expect(() => reader.exec('INSERT INTO a VALUES (1)')).toThrow(/readonly/)
    reader.close()
    expect(() => openReader(join(place.folder, 'none.db'))).toThrow()
  })
})

describe('checkpoint', () => {
  it('moves the log to the file, and cuts a large one off when idle', () => {
    const db = openWriter(file)
    db.exec('CREATE TABLE a (x); INSERT INTO a VALUES (zeroblob(3000000))')
    const passive = checkpoint(db)
    expect(passive).toMatchObject({ mode: 'PASSIVE', busy: false })
    expect(passive.moved).toBe(passive.pages)
    expect(passive.pages).toBeGreaterThan(700)
    expect(checkpoint(db, { idle: true }).mode).toBe('PASSIVE')
    expect(fileSize(`${file}-wal`)).toBeGreaterThan(2_900_000)
    expect(checkpoint(db, { idle: true, truncateOver: 1_000_000 }).mode).toBe('TRUNCATE')
    expect(fileSize(`${file}-wal`)).toBe(0)
    db.close()
  })
})
