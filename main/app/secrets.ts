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
  /** null: the person names the host, since the address is theirs. */
  host: string | null
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

/** The host that a key is entered for: its own, or where any will do the one that the person names. */
function hostFor(key: KnownKey, named: string | undefined): string {
  if (key.host !== null) {
    if (named !== undefined && named !== key.host)
      refuse('bad_input', `This key is for ${key.host} only.`, { field: 'host' })
    return key.host
  }
  const address = named === undefined ? null : URL.parse(`https://${named}`)
  if (named === undefined || address === null || (address.host !== named && `${address.host}:443` !== named))
    return refuse('bad_input', 'Say which host the key is for, such as api.example.com.', { field: 'host' })
  return address.host
}

/** The `secrets.*` procedures: entering and forgetting keys; no answer ever holds one. */
export const secretHandlers: SecretHandlers = {
  'secrets.list': async ({ secrets, keys }) => {
    const kept = secrets.list()
    return {
      keys: keys.map(({ kind, name, host }) => {
        const one = kept.find(each => each.name === secretName(kind, name))
        const set = one !== undefined && (host === null || one.host === host)
        return { kind, name, set, host: host ?? one?.host ?? null }
      }),
      warning: safetyWarning(await secrets.safety()),
    }
  },
  'secrets.set': async (context, { kind, name, value, host }) => {
    const keyHost = hostFor(keyOf(context, kind, name), host)
    try {
      await context.secrets.set(secretName(kind, name), keyHost, value)
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
