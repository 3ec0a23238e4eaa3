import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { writeFileAtomic } from '../files/atomic.ts'
import type { Vault } from './secrets.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * A vault for shells that have no keystore of the system: AES-256-GCM by a random key in a file that only this user may
 * read. Backups and exports never hold the file; a program of the same user can, which is why it calls itself
 * `plain_text`.
 */
export function createFileVault(file: string): Vault {
  let key: Buffer | undefined
  const keyOf = (): Buffer => {
    key ??= known(file) ?? made(file)
    return key
  }
  return {
    safety: async () => 'plain_text',
    async encrypt(text) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', keyOf(), nonce)
      const encrypted = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
    },
    async decrypt(bytes) {
      const nonce = bytes.subarray(0, NONCE_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', keyOf(), nonce, { authTagLength: TAG_BYTES })
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const text = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]
      return Buffer.concat(text).toString('utf8')
    },
  }
}

function known(file: string): Buffer | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    // One that cannot be read at the moment must not be replaced: every kept key would be lost with it.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  const key = Buffer.from(text.trim(), 'base64')
  return key.length === KEY_BYTES ? key : undefined
}

function made(file: string): Buffer {
  const key = randomBytes(KEY_BYTES)
  writeFileAtomic(file, `${key.toString('base64')}\n`)
  chmodSync(file, 0o600)
  return key
}
