import { lookup as systemLookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivateAddress } from './addresses.ts'

export class PrivateAddressError extends Error {
  constructor() {
    super('The address leads to this computer or a private network and is not opened.')
  }
}

/** Throws for an address whose host is a private IP itself or names this computer; such hosts are never looked up. */
export function refuseLiteral(url: string): void {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
  if (isIP(host) !== 0 ? isPrivateAddress(host) : /(?:^|\.)localhost$/i.test(host))
    throw new PrivateAddressError()
}

/**
 * A name lookup that fails when any of the name's addresses is private. The socket connects to the addresses answered
 * here, so a second answer of the name server cannot slip in between. `resolve` is replaced in tests.
 */
export function createGuardedLookup(resolve: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0)
        return
      }
      const [first] = addresses
      if (first === undefined || addresses.some(({ address }) => isPrivateAddress(address))) {
        callback(new PrivateAddressError(), '', 0)
        return
      }
      if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
