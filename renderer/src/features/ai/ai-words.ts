/** US dollars as people read them; small sums keep the digits that tell them apart: 0.0012 → "$0.0012". */
export function costText(dollars: number): string {
  if (dollars === 0) return '$0'
  if (dollars < 0.0001) return 'less than $0.0001'
  const digits = dollars < 0.1 ? 4 : 2
  return `$${dollars.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: digits })}`
}

/** The host of an endpoint's address, with its port unless that is the usual one; null when it is no address. */
export function hostOf(address: string): string | null {
  const url = URL.parse(address.trim())
  return url === null || !/^https?:$/.test(url.protocol) || url.host === '' ? null : url.host
}

/** True for an endpoint on this computer, which needs neither key nor price. */
export function isOnThisComputer(address: string): boolean {
  const name = URL.parse(address.trim())?.hostname ?? ''
  return /^127\.\d+\.\d+\.\d+$|^\[::1\]$|^(?:.+\.)?localhost$/i.test(name)
}
