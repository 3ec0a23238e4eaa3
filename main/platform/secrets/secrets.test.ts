import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSecrets, safetyWarning, type Vault } from './secrets.ts'

/** Turns every byte over: enough to tell an encrypted value from a plain one. */
const turned = (bytes: Uint8Array) => bytes.map(byte => byte ^ 0xff)
const vault: Vault = {
  safety: async () => 'keystore',
  encrypt: async text => turned(new TextEncoder().encode(text)),
  decrypt: async bytes => new TextDecoder().decode(turned(bytes)),
}

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rolecall-secrets-'))
  file = join(folder, 'secrets.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('createSecrets', () => {
  it('gives a secret back to its own host only', async () => {
    const secrets = createSecrets(file, vault)
    await secrets.set('jsearch', 'API.example.org', 'top secret')
    expect(await secrets.get('jsearch', 'api.example.org')).toBe('top secret')
    expect(await secrets.get('jsearch', 'evil.example')).toBeNull()
    expect(await secrets.get('adzuna', 'api.example.org')).toBeNull()
    expect(await secrets.get('__proto__', 'api.example.org')).toBeNull()
  })

  it('keeps values encrypted, for the owner only, and lists no values', async () => {
    const secrets = createSecrets(file, vault)
    await secrets.set('smtp', 'mail.example.org', 'top secret')
    expect(readFileSync(file, 'utf8')).not.toContain('top secret')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(secrets.list()).toEqual([{ name: 'smtp', host: 'mail.example.org' }])
  })

  it('replaces and removes', async () => {
    const secrets = createSecrets(file, vault)
    await secrets.set('smtp', 'a.example', 'old')
    await secrets.set('smtp', 'b.example', 'new')
    expect(await secrets.get('smtp', 'a.example')).toBeNull()
    expect(await secrets.get('smtp', 'b.example')).toBe('new')
    secrets.remove('smtp')
    expect(secrets.list()).toEqual([])
  })

  it('keeps what is there when the system cannot encrypt', async () => {
    await createSecrets(file, vault).set('smtp', 'a.example', 'kept')
    const broken = createSecrets(file, { ...vault, encrypt: () => Promise.reject(new Error('no keystore')) })
    await expect(broken.set('smtp', 'a.example', 'lost')).rejects.toThrow('no keystore')
    expect(await createSecrets(file, vault).get('smtp', 'a.example')).toBe('kept')
  })

  it('has no secret where the file is damaged or the key has changed', async () => {
    await createSecrets(file, vault).set('smtp', 'a.example', 'kept')
    const changed = createSecrets(file, { ...vault, decrypt: () => Promise.reject(new Error('wrong key')) })
    expect(await changed.get('smtp', 'a.example')).toBeNull()
    writeFileSync(file, '{"smtp":')
    expect(await createSecrets(file, vault).get('smtp', 'a.example')).toBeNull()
  })
})

it('warns unless a keystore keeps the secrets', () => {
  expect(safetyWarning('keystore')).toBeNull()
  expect(safetyWarning('plain_text')).toMatch(/no keystore/)
  expect(safetyWarning('unavailable')).toMatch(/none can be saved/)
})
