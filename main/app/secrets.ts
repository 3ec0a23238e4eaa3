import { join } from 'node:path'
import { refuse } from '../contract/errors.ts'
import type { Handlers } from '../platform/dispatch.ts'
import { createFileVault } from '../platform/secrets/file-vault.ts'
import { createSecrets, type Secrets, safetyWarning } from '../platform/secrets/secrets.ts'

/** The keys of shells that have no keystore of the system, in the data folder; backups leave them out. */
export const openSecrets = (dataDir: string): Secrets =>
  createSecrets(join(dataDir, 'secrets-browser.json'), createFileVault(join(dataDir, 'secrets-browser.key')))

/** A key that somebody can enter, and the one host that it is for. */
export interface KnownKey {
  kind: string
  name: string
  host: string
}

/** Under what a key is kept. */
export const secretName = (kind: string, name: string): string => `${kind}.${name}`

export interface SecretContext {
  secrets: Secrets
  keys: readonly KnownKey[]
}

type SecretHandlers = Pick<Handlers<'host', SecretContext>, 'secrets.list' | 'secrets.set' | 'secrets.remove'>

const keyOf = ({ keys }: SecretContext, kind: string, name: string): KnownKey =>
  keys.find(key => key.kind === kind && key.name === name) ??
  refuse('not_found', 'There is no source that takes this key.', { field: 'name' })

/** The `secrets.*` procedures: entering and forgetting keys; no answer ever holds one. */
export const secretHandlers: SecretHandlers = {
  'secrets.list': async ({ secrets, keys }) => {
    const kept = secrets.list()
    return {
      keys: keys.map(({ kind, name, host }) => ({
        kind,
        name,
        set: kept.some(one => one.name === secretName(kind, name) && one.host === host),
      })),
      warning: safetyWarning(await secrets.safety()),
    }
  },
  'secrets.set': async (context, { kind, name, value }) => {
    const key = keyOf(context, kind, name)
    try {
      await context.secrets.set(secretName(kind, name), key.host, value)
    } catch {
      refuse('unsupported', 'This computer offers no way to keep keys safe, so the key was not saved.')
    }
    return {}
  },
  'secrets.remove': (context, { kind, name }) => {
    context.secrets.remove(secretName(keyOf(context, kind, name).kind, name))
    return {}
  },
}
