import { type Found, found } from './found.ts'
import type { Line } from './layout.ts'

const EMAIL =
  /[\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]{0,62}[\p{L}\p{N}_+-])?@[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u
/** "name (at) example (dot) org", "name [at] example.org", "name AT example DOT org". */
const VEILED =
  /([\p{L}\p{N}][\p{L}\p{N}._+-]{0,62})\s?(?:[([{<]\s?(?:at|ät|arroba|a|@)\s?[)\]}>]|\sAT\s|\s@\s|\s@|@\s)\s?([\p{L}\p{N}-]{1,63}(?:\s?(?:[([{<]\s?(?:dot|punkt|point|punto)\s?[)\]}>]|\sDOT\s|\.)\s?[\p{L}\p{N}-]{1,63}){1,4})/u
const DOT = /\s?(?:[([{<]\s?(?:dot|punkt|point|punto)\s?[)\]}>]|\sDOT\s)\s?/gu

/** The first address in a text; null when there is none. */
export function emailIn(text: string): string | null {
  const bounded = text.slice(0, 4000)
  const plain = bounded.includes('@') ? EMAIL.exec(bounded)?.[0] : undefined
  if (plain) return clean(plain)
  const veiled = VEILED.exec(bounded)
  if (!veiled) return null
  return clean(`${veiled[1]}@${(veiled[2] ?? '').replace(DOT, '.').replaceAll(' ', '')}`)
}

/** An address ends with letters; what a line glued on goes. */
function clean(text: string): string | null {
  const address = text.replace(/[.'-]+$/, '')
  return /\.\p{L}{2,24}$/u.test(address) ? address : null
}

const BROKEN_END = /[\p{L}\p{N}._+-]{2,}(?:@[\p{L}\p{N}.-]*)?$/u
const GOES_ON = /^[\p{L}\p{N}.@-]+$/u

/**
 * The first address shown: in the head and contact sections, else anywhere; one that a narrow column broke in two is
 * joined; one that stands only behind a link counts last.
 */
export function findEmail(head: readonly Line[], others: readonly Line[]): Found<string> | null {
  for (const [lines, sure] of [
    [head, 0.98],
    [others, 0.75],
  ] as const) {
    const shown = shownIn(lines, sure)
    if (shown) return shown
  }
  for (const [lines, sure] of [
    [head, 0.85],
    [others, 0.5],
  ] as const)
    for (const line of lines)
      for (const { link } of line.runs) {
        const address = link?.toLowerCase().startsWith('mailto:') ? emailIn(decoded(link.slice(7))) : null
        if (address) return found(address, sure, [line])
      }
  return null
}

function shownIn(lines: readonly Line[], sure: number): Found<string> | null {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    const broken = next && next.page === line.page ? acrossLines(line.text, next.text) : null
    if (broken && next) return found(broken, sure - 0.05, [line, next])
    const address = emailIn(line.text)
    if (address) return found(address, sure, [line], address)
  }
  return null
}

/** "katharina.mustermann@" / "example.org", or the break before the sign. */
function acrossLines(text: string, next: string): string | null {
  const start = BROKEN_END.exec(text.slice(-80))?.[0]
  const first = next.trim().split(' ')[0] ?? ''
  if (!start || !GOES_ON.test(first)) return null
  const before = start.includes('@')
  if (before === first.includes('@')) return null
  if (before && emailIn(start) && !/^\.?\p{L}{2,6}$/u.test(first)) return null
  if (before && emailIn(start) && !/[.-]$/.test(start) && !first.startsWith('.')) return null
  if (!before && !first.startsWith('@')) return null
  return EMAIL.exec(start + first)?.[0] ?? null
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
