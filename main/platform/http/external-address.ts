const WEB = new Set(['http:', 'https:'])

/**
 * An address that may be handed to the person's own programs, in normal form: http, https or mailto, without a
 * password in it. Null for every other; `file:` and the like could start programs.
 */
export function externalAddress(text: string): string | null {
  const url = URL.parse(text)
  if (url === null) return null
  if (url.protocol === 'mailto:') return url.href
  return WEB.has(url.protocol) && url.hostname !== '' && url.password === '' ? url.href : null
}
