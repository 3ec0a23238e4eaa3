import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeFileAtomic } from '../files/atomic.ts'

/** How well the system keeps what is encrypted here. */
export type Safety = 'keystore' | 'plain_text' | 'unavailable'

/** The system's own encryption. Both reject when the system refuses. */
export interface Vault {
  safety(): Promise<Safety>
  encrypt(text: string): Promise<Uint8Array>
  decrypt(bytes: Uint8Array): Promise<string>
}

/** Keys and passwords of the person, each for the one host that it was entered for. */
export interface Secrets {
  safety(): Promise<Safety>
  /** Keeps a secret, in place of an older one of that name. Rejects when the system cannot encrypt. */
  set(name: string, host: string, value: string): Promise<void>
  /** The secret, for its own host only; null for every other host, and when there is none or it cannot be read. */
  get(name: string, host: string): Promise<string | null>
  remove(name: string): void
  /** Names and hosts, never values. */
  list(): { name: string; host: string }[]
}

const Stored = z.record(z.string(), z.object({ host: z.string(), encrypted: z.base64() }))

/** Secrets in one file, encrypted by the vault: a copy of the data folder elsewhere does not give them away. */
export function createSecrets(file: string, vault: Vault): Secrets {
  const read = (): z.infer<typeof Stored> => {
    try {
      return Stored.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return {}
    }
  }
  /** Before writing: a file that is there and cannot be read at the moment is not replaced by one key. */
  const readToWrite = (): z.infer<typeof Stored> => {
    if (existsSync(file)) readFileSync(file)
    return read()
  }
  const write = (stored: z.infer<typeof Stored>) => writeFileAtomic(file, `${JSON.stringify(stored)}\n`)
  return {
    safety: () => vault.safety(),
    async set(name, host, value) {
      const encrypted = Buffer.from(await vault.encrypt(value)).toString('base64')
      write({ ...readToWrite(), [name]: { host: host.toLowerCase(), encrypted } })
    },
    async get(name, host) {
      const stored = read()
      const found = Object.hasOwn(stored, name) ? stored[name] : undefined
      if (found?.host !== host.toLowerCase()) return null
      return vault.decrypt(Buffer.from(found.encrypted, 'base64')).catch(() => null)
    },
    remove(name) {
      const { [name]: _gone, ...rest } = readToWrite()
      write(rest)
    },
    list: () => Object.entries(read()).map(([name, { host }]) => ({ name, host })),
  }
}

/** What a person should know about how secrets are kept; null when they are safe. */
export function safetyWarning(safety: Safety): string | null {
  if (safety === 'keystore') return null
  if (safety === 'plain_text')
    return 'This system offers no keystore, so keys and passwords are kept in the data folder in a form that any program of yours can read. Set up GNOME Keyring or KWallet to keep them safe.'
  return 'This system offers no way to keep keys and passwords safe, so none can be saved. Set up a keystore and start Rolecall again.'
}
