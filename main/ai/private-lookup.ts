import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress } from '../platform/http/addresses.ts'
import { PLAIN_TEXT } from './address.ts'

/** A name was given over http:// that leads out of the person's own network. */
export class PublicAddressError extends Error {
  constructor() {
    super(PLAIN_TEXT)
  }
}

/**
 * A name lookup that fails when any of the name's addresses is on the public internet, for what is not encrypted. The
 * socket connects to the addresses answered here.
 */
export const privateLookup: LookupFunction = (hostname, options, callback) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0)
      return
    }
    const [first] = addresses
    if (first === undefined || addresses.some(({ address }) => !isPrivateAddress(address))) {
      callback(new PublicAddressError(), '', 0)
      return
    }
    if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}
