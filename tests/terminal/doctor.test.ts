import { mkdirSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { acquireLock } from '../../main/platform/files/lock.ts'
import { openPlace, type Place } from './kit.ts'

// rolecall doctor: what it says of a sound folder, of one that cannot be opened, and of one that is open elsewhere.

interface Report {
  jobs: number | null
  remark: string | null
  checks: { name: string; state: string; message: string; advice: string | null }[]
  data?: { name: string; state: string }[]
}

let place: Place
beforeAll(async () => {
  place = openPlace()
  await place.json('campaign', 'add', '--name', 'Backend', '--query', 'engineer')
})
afterAll(() => place.remove())

describe('rolecall doctor', { timeout: 120_000 }, () => {
  it('makes all checks of the data with --full and ends with 0 when nothing is red', async () => {
    const { code, stdout } = await place.rolecall('doctor', '--full', '--json')
    const report: Report = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(report.checks.map(({ name }) => name)).toContain('mail')
    expect(report.data?.length).toBe(10)
    expect(report.data?.filter(({ state }) => state !== 'passed')).toEqual([])
  })

  it('reads a folder that a running Rolecall has open', async () => {
    const lock = await acquireLock(place.dataDir)
    expect(lock.ok).toBe(true)
    try {
      const { code, stdout } = await place.rolecall('doctor', '--full')
      expect(stdout).toContain('Rolecall is running in this folder: it was only read.')
      expect(stdout).toMatch(/^green {2}database: /m)
      expect(stdout).toMatch(/^green {2}Pay ranges: /m)
      expect(code).toBe(0)
    } finally {
      if (lock.ok) lock.release()
    }
  })

  it('says of a file of a newer version that it is one, and touches nothing', async () => {
    const { file } = databasePaths(place.dataDir)
    const raw = new Database(file)
    const version = Number(raw.pragma('user_version', { simple: true }))
    raw.pragma('user_version = 900')
    raw.close()
    const { code, stdout } = await place.rolecall('doctor')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^red {4}database: The database was written by a newer Rolecall/m)
    expect(stdout).toContain('Install that Rolecall')
    const again = new Database(file)
    expect(again.pragma('user_version', { simple: true })).toBe(900)
    again.pragma(`user_version = ${version}`)
    again.close()
  })

  it('says of a damaged file what a start would do', async () => {
    const broken = openPlace()
    mkdirSync(broken.dataDir, { recursive: true })
    writeFileSync(databasePaths(broken.dataDir).file, 'this is no database')
    const { code, stdout } = await broken.rolecall('doctor')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^red {4}database: The database is damaged/m)
    broken.remove()
  })
})
