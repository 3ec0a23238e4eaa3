import { isIP } from 'node:net'
import { isPrivateAddress } from '../platform/http/addresses.ts'

/** The address of an endpoint as the person entered it. */
export interface AiAddress {
  /** Scheme, host and path in normal form; what is remembered goes by it. */
  baseUrl: string
  /** In lower case, with its port unless that is the usual one; keys are kept for it. */
  host: string
  /** On this computer. */
  loopback: boolean
  /** Not encrypted: only ever asked on private addresses. */
  plain: boolean
  /** Base addresses to try in this order: people write them with and without /v1. */
  bases: readonly string[]
}

const PLAIN_TEXT =
  'Over http:// your key and your postings would travel readable. Use an address that begins with https://, or one on this computer or in your own network.'

/** Reads the address of an endpoint; a sentence for what it cannot be. */
export function readAddress(text: string): { ok: true; address: AiAddress } | { ok: false; message: string } {
  const url = URL.parse(text.trim())
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    return { ok: false, message: 'The address of the language model is not a web address.' }
  if (url.username !== '' || url.password !== '')
    return { ok: false, message: 'Leave names and passwords out of the address; a key is entered by itself.' }
  const name = url.hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
  const loopback = /^127\.|^::1$/.test(name) ? isIP(name) !== 0 : /(?:^|\.)localhost$/i.test(name)
  const plain = url.protocol === 'http:'
  // A name may belong to the person's own network; that is seen when it is looked up.
  if (plain && isIP(name) !== 0 && !isPrivateAddress(name)) return { ok: false, message: PLAIN_TEXT }
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(?:chat\/completions|models)$/, '')
  const base = `${url.origin}${path}`
  const versioned = /\/v\d[^/]*(?:\/|$)/.test(path)
  const bases = versioned ? [base] : path === '' ? [`${base}/v1`, base] : [base, `${base}/v1`]
  return { ok: true, address: { baseUrl: base, host: url.host, loopback, plain, bases } }
}

export { PLAIN_TEXT }
