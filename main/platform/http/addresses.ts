import { BlockList, isIP, isIPv4 } from 'node:net'

/** Ranges that are not on the public internet (IANA special-purpose registries, RFC 6890 and later). */
const PRIVATE_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const PRIVATE_V6: [string, number][] = [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['100:0:0:1::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]

const blocked = new BlockList()
for (const [address, prefix] of PRIVATE_V4) blocked.addSubnet(address, prefix, 'ipv4')
for (const [address, prefix] of PRIVATE_V6) blocked.addSubnet(address, prefix, 'ipv6')

/** IPv6 forms that carry an IPv4 address in their last 32 bits: mapped, translated, compatible, and the NAT64 prefix. */
const carriesV4 = new BlockList()
carriesV4.addSubnet('::ffff:0:0', 96, 'ipv6')
carriesV4.addSubnet('::', 96, 'ipv6')
carriesV4.addSubnet('64:ff9b::', 96, 'ipv6')
carriesV4.addSubnet('::ffff:0:0:0', 96, 'ipv6')

/** Whether an IP address (without brackets) must not be reached by pasted addresses. True for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.split('%')[0] ?? ''
  const version = isIP(plain)
  if (version === 0) return true
  if (version === 4) return blocked.check(plain, 'ipv4')
  if (carriesV4.check(plain, 'ipv6'))
    return blocked.check(lastV4(plain), 'ipv4') || blocked.check(plain, 'ipv6')
  return blocked.check(plain, 'ipv6')
}

/** The IPv4 address in the last 32 bits of an IPv6 address. */
function lastV4(address: string): string {
  const tail = address.slice(address.lastIndexOf(':') + 1)
  if (isIPv4(tail)) return tail
  // The URL parser writes out what was abbreviated: [::ffff:7f00:1] has its last two groups in hexadecimal.
  const host = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const groups = host.split(':')
  const [high = 0, low = 0] = [groups.at(-2), groups.at(-1)].map(group => Number.parseInt(group || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
