import { generateKeyPairSync, sign } from 'node:crypto'

/** Certificates for servers of tests, made by themselves: DER written by hand, signed by Node. */

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const ECDSA_SHA256 = sequence(der(0x06, hex('2a8648ce3d040302')))
const COMMON_NAME = der(0x06, hex('550403'))
const ALT_NAME = der(0x06, hex('551d11'))
const CONSTRAINTS = der(0x06, hex('551d13'))
const day = (offset: number): Buffer => {
  const at = new Date(Date.now() + offset * 86_400_000).toISOString()
  return der(0x17, Buffer.from(`${at.slice(2, 19).replace(/[-T:]/g, '')}Z`))
}

/** A certificate that signs itself, for one host name or IPv4 address. `days`: from when until when it is valid. */
export function selfSigned(
  host: string,
  days: [from: number, until: number] = [-1, 30],
): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(host)))))
  const address = /^\d+(\.\d+){3}$/.test(host)
    ? der(0x87, Buffer.from(host.split('.').map(Number)))
    : der(0x82, Buffer.from(host))
  const extensions = der(
    0xa3,
    sequence(
      sequence(ALT_NAME, der(0x04, sequence(address))),
      sequence(CONSTRAINTS, der(0x04, sequence(der(0x01, hex('ff'))))),
    ),
  )
  const body = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('01')),
    ECDSA_SHA256,
    name,
    sequence(day(days[0]), day(days[1])),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  )
  const signature = der(0x03, hex('00'), sign('sha256', body, privateKey))
  const cert = sequence(body, ECDSA_SHA256, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  }
}
