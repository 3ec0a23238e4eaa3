import { expect, it } from 'vitest'
import { hasNetwork } from './network.ts'

const lo = [{ address: '127.0.0.1', internal: true }]
const outer = (address: string) => ({ lo, wlan0: [{ address, internal: false }] })

it.each([
  ['only the machine itself', { lo }, false],
  ['no card at all', {}, false],
  ['an address of a router', outer('192.168.1.20'), true],
  ['an address of the internet', outer('2001:db8::7'), true],
  ['an address that the machine gave itself', outer('169.254.12.9'), false],
  ['one of its own link', outer('fe80::1c2d:3eff:fe4f:1'), false],
])('with %s', (_what, interfaces, has) => {
  expect(hasNetwork(() => interfaces)).toBe(has)
})

it('is taken for granted where the system does not tell', () => {
  const refused = () => {
    throw new Error('uv_interface_addresses returned Unknown system error 13')
  }
  expect(hasNetwork(refused)).toBe(true)
})
