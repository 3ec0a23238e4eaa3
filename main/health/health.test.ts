import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { jsonl, openBackend, row, type TestBackend } from '../../tests/support/backend.ts'
import { openLogFile } from '../platform/files/log-file.ts'
import { createLog } from '../platform/log.ts'

// What is said of the health of Rolecall, what its logs hold, and what may be given to a helper.

let backend: TestBackend
beforeEach(() => {
  backend = openBackend()
})
afterEach(() => backend.close())

const health = async (name: string) =>
  (await backend.call('system.health', {})).checks.find(check => check.name === name)

describe('health', () => {
  it('looks at everything, each with a page or something to do where it is not well', async () => {
    const { checks } = await backend.call('system.health', {})
    expect(checks.map(({ name }) => name)).toEqual([
      'database',
      'disk',
      'backups',
      'documents',
      'threads',
      'schedule',
      'sources',
      'ai',
      'mail',
      'notifications',
      'checks',
    ])
    for (const { state, advice } of checks) expect(advice === null).toBe(state === 'green')
    expect(checks.filter(({ state }) => state === 'red')).toEqual([])
  })

  it('is red when a critical check of the data fails', async () => {
    const { campaignId } = await backend.call('campaigns.create', { name: 'Backend', query: 'engineer' })
    await backend.importText(jsonl([row()]), campaignId)
    expect((await health('checks'))?.state).toBe('green')
    backend.db.raw.pragma('ignore_check_constraints = ON')
    backend.db.raw.exec('UPDATE rankings SET score = 140')
    await backend.call('checks.run', { names: ['score_range'] })
    await backend.checks.settled()
    expect(await health('checks')).toMatchObject({ state: 'red', message: 'Scores: 1 row', page: '/checks' })
  })

  it('names what happened at a start, and no test of a channel', async () => {
    await backend.call('notifications.test', { channel: 'in_app' })
    expect((await backend.call('system.info', {})).notices).toEqual([])
  })

  it('says that everything is paused', async () => {
    await backend.call('settings.update', { schedulePaused: true })
    expect(await health('schedule')).toMatchObject({ state: 'amber', page: '/schedule' })
  })
})

describe('logs', () => {
  const written = async (count: number) => {
    const file = openLogFile(backend.dataDir, { size: '1K', files: 3 })
    for (let at = 0; at < count; at += 1)
      file.write({
        level: at % 5 === 0 ? 'warn' : 'info',
        at: new Date(1_770_000_000_000 + at * 1000).toISOString(),
        thread: 'backend',
        message: 'Something happened',
        details: { at },
      })
    await file.close()
  }

  it('are read from the newest line on, over all files, from a level on', async () => {
    await written(30)
    const all = await backend.call('system.logs', { limit: 5 })
    expect(all.map(({ text }) => text)).toEqual(
      [29, 28, 27, 26, 25].map(at => `Something happened · at: ${at}`),
    )
    const warnings = await backend.call('system.logs', { level: 'warn', limit: 3 })
    expect(warnings.map(({ level, from, text }) => [level, from, text])).toEqual(
      [25, 20, 15].map(at => ['warn', 'backend', `Something happened · at: ${at}`]),
    )
  })

  it('are empty without a file, and pass over lines that are no lines of a log', async () => {
    expect(await backend.call('system.logs', {})).toEqual([])
    mkdirSync(join(backend.dataDir, 'logs'), { recursive: true })
    writeFileSync(
      join(backend.dataDir, 'logs', 'rolecall.log'),
      `torn{\n\n${'x'.repeat(200_000)}\n{"level":"info"}\n`,
    )
    expect(await backend.call('system.logs', {})).toEqual([])
  })
})

describe('secrets and names', () => {
  const SECRETS = [
    'sk-live-4f9a8b7c6d5e4f3a2b1c',
    'hunter2hunter2',
    'ghp_abcdefghij0123456789abcdefghij',
    'sam.rivera@example.org',
    'eyJhbGciOiJIUzI1NiJ9x0123456789abcdef',
  ]
  const NAMES = ['Underwater Basket Weaver', 'Zanzibar Foundry', 'Secretive hunt', 'call me on Monday']

  it('do not stand in logs, diagnostics or health', async () => {
    const { campaignId } = await backend.call('campaigns.create', { name: NAMES[2] ?? '', query: 'weaver' })
    await backend.importText(jsonl([row({ title: NAMES[0], company: NAMES[1] })]), campaignId)
    await backend.call('applications.setStatus', { jobIds: [1], status: 'applied' })
    backend.db.raw.exec(
      `INSERT INTO sources (kind, key, label, config, created_at) VALUES ('greenhouse', 'zf', 'Zanzibar Foundry', '{}', '2026-01-01T00:00:00.000Z');
       INSERT INTO source_health (source_id, last_error_at, last_error, failures_in_a_row)
         SELECT max(id), '2026-03-02T08:00:00.000Z', 'GET https://x.example/?api_key=${SECRETS[0]} failed', 3 FROM sources`,
    )
    const file = openLogFile(backend.dataDir)
    const log = createLog('backend', file.write)
    log.error(`Asked https://user:${SECRETS[1]}@host.example with Bearer ${SECRETS[4]}`, {
      reason: `key=${SECRETS[0]} for ${SECRETS[3]} about ${NAMES[0]}`,
      token: SECRETS[2],
      code: SECRETS[0],
      header: SECRETS[2],
    })
    log.warn(`password: ${SECRETS[1]}`)
    await file.close()

    const logs = JSON.stringify(await backend.call('system.logs', { level: 'debug' }))
    const { text } = await backend.call('system.diagnostics', {})
    const { checks } = await backend.call('system.health', {})
    expect(logs).toContain('password')
    for (const secret of SECRETS)
      for (const place of [logs, text, JSON.stringify(checks)]) expect(place).not.toContain(secret)
    for (const name of NAMES) expect(`${logs}${text}`).not.toContain(name)
    expect(text).not.toContain(homedir())
    expect(text).toMatch(/^# Rolecall diagnostics\n/)
    for (const part of [
      'version: test',
      'node: ',
      'jobs: 1',
      '## Health',
      '## Schedule',
      '## Checks',
      'warnings and errors',
    ])
      expect(text).toContain(part)
  })
})
