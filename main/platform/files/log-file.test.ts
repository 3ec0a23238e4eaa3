import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../db/test-support.ts'
import type { LogLine } from '../log.ts'
import { openLogFile, withoutTexts } from './log-file.ts'

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

const line = (details: Record<string, unknown>): LogLine => ({
  level: 'error',
  at: '2026-11-21T08:00:00.000Z',
  thread: 'backend',
  message: 'A run failed',
  details,
})

it('keeps JSON lines for the owner only', async () => {
  const log = openLogFile(place.folder)
  log.write(line({ run: 3 }))
  log.write(line({ run: 4 }))
  await log.close()
  const file = join(place.folder, 'logs', 'rolecall.log')
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  expect(lines.map(text => JSON.parse(text).details)).toEqual([{ run: 3 }, { run: 4 }])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
})

it('begins a new file at the size and keeps so many', async () => {
  for (let start = 0; start < 12; start += 1) {
    const log = openLogFile(place.folder, { size: '1K', files: 3 })
    for (let count = 0; count < 10; count += 1) log.write(line({ start, count }))
    await log.close()
  }
  const files = readdirSync(join(place.folder, 'logs')).filter(name => name.startsWith('rolecall.log'))
  expect(files).toHaveLength(3)
  for (const name of files) expect(statSync(join(place.folder, 'logs', name)).size).toBeLessThan(3_000)
})

it('does not stop the app where it cannot write', async () => {
  writeFileSync(join(place.folder, 'logs'), 'in the way')
  const log = openLogFile(place.folder)
  log.write(line({}))
  await log.close()
  expect(readFileSync(join(place.folder, 'logs'), 'utf8')).toBe('in the way')
})

it('holds codes and numbers, and neither texts nor secrets', () => {
  const error = new TypeError('Sam Rivera, sam@example.org, is not a function')
  const kept = withoutTexts(
    line({
      id: 'a1b2c3d4',
      procedure: 'jobs.list',
      again: true,
      count: 7,
      none: null,
      apiKey: 'sk1234',
      token: 'abc',
      title: 'Backend Engineer at Initech',
      posting: { title: 'Backend' },
      reason: error.stack,
    }),
  )
  expect(kept.details).toMatchObject({
    id: 'a1b2c3d4',
    procedure: 'jobs.list',
    again: true,
    count: 7,
    none: null,
    apiKey: '[left out]',
    token: '[left out]',
    title: '[text of 27 characters]',
    posting: '[left out]',
  })
  expect(kept.details?.reason).toMatch(/^TypeError < log-file\.test\.ts:\d+:\d+/)
  expect(JSON.stringify(kept)).not.toMatch(/Sam|sk1234|Initech|abc"/)
})
