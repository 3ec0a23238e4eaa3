import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'

type Interfaces = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'internal'>[] | undefined>
>

/** Addresses that a machine gives itself while no network gives it one. */
const SELF_GIVEN = /^(?:169\.254\.|fe[89ab][0-9a-f]:)/i

/**
 * Whether the machine has an address in some network; a laptop that has just woken, or is on a plane, has none. Asks
 * nobody. Bridges of virtual machines count as a network, so that true promises nothing; it is also the answer where the
 * system does not tell.
 */
export function hasNetwork(interfaces: () => Interfaces = networkInterfaces): boolean {
  let known: Interfaces
  try {
    known = interfaces()
  } catch {
    return true
  }
  return Object.values(known).some(addresses =>
    addresses?.some(({ address, internal }) => !internal && !SELF_GIVEN.test(address)),
  )
}
