import { execFile } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { listBackups } from '../../main/platform/db/backup.ts'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { prepareDatabase } from '../../main/platform/db/prepare.ts'
import {
  fillSample,
  readSample,
  SAMPLE_MIGRATIONS,
  type SampleContent,
  temporaryFolder,
} from '../../main/platform/db/test-support.ts'

const child = fileURLToPath(new URL('children/start.ts', import.meta.url))
const place = temporaryFolder()
afterAll(() => place.remove())

const options = (versions: number) => ({
  migrations: SAMPLE_MIGRATIONS.slice(0, versions),
  appVersion: '0.1.0',
})

/** Starts a child that kills itself after one step; answers whether it did, rather than coming to its end. */
function killedAt(dataDir: string, step: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [child, dataDir, '2', String(step)],
      { timeout: 20_000 },
      (error, _out, errors) => {
        if (error && error.signal !== 'SIGKILL') reject(new Error(errors))
        else resolve(error !== null)
      },
    )
  })
}

/** Runs `trial` for step 0, 1, 2 … two at a time until it answers false: the migrations have no more steps. */
async function forEveryStep(trial: (step: number) => Promise<boolean>): Promise<number> {
  for (let step = 0; step < 200; step += 2) {
    const [even, odd] = await Promise.all([trial(step), trial(step + 1)])
    if (!even) return step
    if (!odd) return step + 1
  }
  throw new Error('the migrations never end')
}

function startedAgain(dataDir: string): SampleContent {
  const result = prepareDatabase(dataDir, options(2))
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  expect(result).toMatchObject({ version: 2, checkDue: false })
  expect(result.notices.filter(notice => notice.code !== 'database_migrated')).toEqual([])
  return readSample(result.file)
}

it('a rewrite of full tables, killed after each of its steps, leaves the old or the new', async () => {
  const seed = join(place.folder, 'seed')
  prepareDatabase(seed, options(1))
  fillSample(databasePaths(seed).file, 300)
  const old = readSample(databasePaths(seed).file)
  const upgraded = join(place.folder, 'upgraded')
  cpSync(seed, upgraded, { recursive: true })
  const fresh = startedAgain(upgraded)
  expect([old.version, fresh.version, old.cents === fresh.cents, fresh.loans]).toEqual([1, 2, true, 300])

  const ends = new Set<number>()
  const steps = await forEveryStep(async step => {
    const dataDir = join(place.folder, `full-${step}`)
    cpSync(seed, dataDir, { recursive: true })
    const killed = await killedAt(dataDir, step)
    const { file, backups } = databasePaths(dataDir)
    const left = readSample(file)
    ends.add(left.version)
    expect(left).toEqual(left.version === 1 ? old : fresh)
    expect(readSample(String(listBackups(backups)[0]?.file))).toEqual(old)
    expect(startedAgain(dataDir)).toEqual(fresh)
    return killed
  })
  // 7 statements, and the steps before, between and after.
  expect(steps).toBeGreaterThanOrEqual(12)
  expect([...ends].sort()).toEqual([1, 2])
}, 30_000)

it('the very first start, killed after each step, leaves nothing, the first or the newest version', async () => {
  const made = join(place.folder, 'made')
  const newest = startedAgain(made)
  const ends = new Set<number>()
  const steps = await forEveryStep(async step => {
    const dataDir = join(place.folder, `first-${step}`)
    mkdirSync(dataDir)
    const killed = await killedAt(dataDir, step)
    ends.add(readSample(databasePaths(dataDir).file).version)
    expect(startedAgain(dataDir)).toEqual(newest)
    return killed
  })
  expect(steps).toBeGreaterThanOrEqual(22)
  expect([...ends].sort()).toEqual([0, 1, 2])
}, 30_000)
