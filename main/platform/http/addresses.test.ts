import type { LookupAddress, lookup } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { isPrivateAddress } from './addresses.ts'
import { createGuardedLookup, PrivateAddressError, refuseLiteral } from './guard.ts'

describe('isPrivateAddress', () => {
  it.each([
    ...[
      '127.0.0.1',
      '127.255.255.255',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...[
      '0.0.0.0',
      '100.64.0.1',
      '192.0.0.1',
      '192.0.2.1',
      '198.18.0.1',
      '198.51.100.1',
      '203.0.113.1',
      '224.0.0.1',
    ],
    ...[
      '240.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fe80::1',
      'fe80::1%eth0',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
    ],
    ...[
      'fec0::1',
      '2001:db8::1',
      '2002:7f00:1::',
      '64:ff9b:1::1',
      '100::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
    ],
    ...[
      '::ffff:10.0.0.1',
      '::ffff:a9fe:a9fe',
      '64:ff9b::7f00:1',
      '64:ff9b::10.0.0.1',
      '::127.0.0.1',
      '::7f00:1',
    ],
    ...['2001::1', '', 'localhost', '1.2.3', '999.1.1.1'],
  ])('%s is private', address => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '172.15.255.255',
    '100.128.0.1',
    '192.169.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s is public', address => {
    expect(isPrivateAddress(address)).toBe(false)
  })
})

describe('the guarded lookup', () => {
  const resolving = (...addresses: string[]) =>
    createGuardedLookup(((
      _: string,
      __: unknown,
      callback: (error: null, found: LookupAddress[]) => void,
    ) => {
      callback(
        null,
        addresses.map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }) as unknown as typeof lookup)

  const ask = (look: ReturnType<typeof resolving>, all: boolean) =>
    new Promise(resolve => look('host.example', { all }, (error, address) => resolve(error ?? address)))

  it('passes public addresses on, one or all as asked', async () => {
    expect(await ask(resolving('8.8.8.8', '2606:4700::1111'), false)).toBe('8.8.8.8')
    expect(await ask(resolving('8.8.8.8'), true)).toEqual([{ address: '8.8.8.8', family: 4 }])
  })

  it('refuses a name when one of its addresses is private, or when it has none', async () => {
    expect(await ask(resolving('8.8.8.8', '10.0.0.1'), true)).toBeInstanceOf(PrivateAddressError)
    expect(await ask(resolving('::1'), false)).toBeInstanceOf(PrivateAddressError)
    expect(await ask(resolving(), true)).toBeInstanceOf(PrivateAddressError)
  })
})

it('refuses private addresses written as such in any notation', () => {
  for (const host of ['127.0.0.1', '0177.0.0.1', '0x7f000001', '[::1]', '[::ffff:a00:1]', '192.168.0.1.'])
    expect(() => refuseLiteral(`http://${host}/`), host).toThrow(PrivateAddressError)
  expect(() => refuseLiteral('http://8.8.8.8/')).not.toThrow()
  expect(() => refuseLiteral('http://host.example/')).not.toThrow()
})
