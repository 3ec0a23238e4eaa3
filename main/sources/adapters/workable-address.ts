import { addressIn, pathParts } from './company-boards.ts'

/** Where careers pages stand at Workable: the account in the path, or in the name of the host. */

const ACCOUNT = /^[a-z0-9][a-z0-9_-]{0,99}$/i
/** Parts of addresses that stand where an account usually does. */
const NO_ACCOUNT = /^(?:api|apply|careers|company|help|j|jobs|resources|search|spi|support|view|www)$/i

/** Account out of an address of Workable's own hosts; null when there is none in it. */
export function accountOf(url: URL): string | null {
  const parts = pathParts(url)
  const host = url.hostname.toLowerCase()
  const at = parts.indexOf('accounts')
  if (host === 'workable.com' || host.endsWith('.workable.com')) {
    if (parts[0] === 'api') return at === -1 ? null : checkedAccount(parts[at + 1])
    if (host === 'apply.workable.com') return checkedAccount(parts[0])
    const name = /^([^.]+)\.workable\.com$/.exec(host)?.[1]
    return checkedAccount(name)
  }
  return null
}

function checkedAccount(account: string | undefined): string | null {
  return account !== undefined && ACCOUNT.test(account) && !NO_ACCOUNT.test(account) ? account : null
}

/** Account out of a name or a pasted careers address; null when there is none in it. */
export function workableAccount(typed: string): string | null {
  const plain = typed.trim()
  if (ACCOUNT.test(plain)) return checkedAccount(plain)
  const url = addressIn(plain)
  return url === null ? null : accountOf(url)
}
