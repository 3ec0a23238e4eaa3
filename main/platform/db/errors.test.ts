import { describe, expect, it } from 'vitest'
import { databaseError, databaseFault, isCorrupt, isDiskFull } from './errors.ts'

const withCode = (code: string): Error => Object.assign(new Error('x'), { code })

describe('databaseFault', () => {
  it.each([
    ['SQLITE_FULL', 'disk_full', true],
    ['SQLITE_IOERR_SHMSIZE', 'disk_full', true],
    ['ENOSPC', 'disk_full', true],
    ['SQLITE_CORRUPT_VTAB', 'database_corrupt', false],
    ['SQLITE_NOTADB', 'database_corrupt', false],
    ['SQLITE_BUSY_SNAPSHOT', 'database_locked', true],
    ['SQLITE_READONLY_DBMOVED', 'read_only', false],
    ['EROFS', 'read_only', false],
    ['SQLITE_IOERR_FSYNC', 'disk_failed', false],
    ['SQLITE_CANTOPEN', 'database_cannot_open', false],
    ['SQLITE_CONSTRAINT_UNIQUE', 'conflict', false],
  ])('takes %s for %s', (raw, code, retryable) => {
    expect(databaseFault(withCode(raw))).toMatchObject({ code, retryable, details: { cause: raw } })
  })

  it('gives back what an own error says, and only of own errors', () => {
    const error = databaseError('database_newer', 'newer', { found: 3 })
    expect(databaseFault(error)).toEqual({
      code: 'database_newer',
      message: 'newer',
      retryable: false,
      details: { found: 3 },
    })
    expect(databaseFault(withCode('database_newer'))).toBeNull()
  })

  it('does not claim a bug', () => {
    for (const other of [
      new TypeError('x'),
      'SQLITE_FULL',
      null,
      undefined,
      withCode('ERR_INVALID_ARG_TYPE'),
    ]) {
      expect(databaseFault(other)).toBeNull()
    }
    expect([isDiskFull(withCode('SQLITE_CORRUPT')), isCorrupt(withCode('SQLITE_FULL'))]).toEqual([
      false,
      false,
    ])
  })
})
