import { type Found, found } from './found.ts'
import type { Line } from './layout.ts'

/** Digits with what people put between them; the first may be a plus or a bracket. */
const NUMBER = /(?:\+|\(\+?|00)?\d(?:[\d\s()./\u2010-\u2015\u00a0-]|\(0\)){5,24}\d/gu
const LABEL =
  /(?:\b(?:tel(?:efon(?:nummer|numéro)?|ephone|efono|éfono|éphone)?|phone|mobile?|mobil(?:nummer|telefon)?|mob|rufnummer|handynummer|cell(?:ular)?|handy|portable|m[óo]vil|celular|whatsapp|call|ph|gsm|natel)\b|[✆☎📞📱\uf095\uf10b\uf3cd\uf098]|(?:^|[|\s])[tmp])\s?[.:)]*\s*(?:\([^)]{1,12}\)|nr\.?|number|no\.?)?\s*:?\s*$/iu
const NOT_PHONE =
  /\b(?:fax|telefax|id|iban|bic|ssn|nif|nie|dni|vat|siret|steuer\w*|passport|pass|licen[cs]e|license no|reg(?:istration)?|matrikel\w*|member|nr|no|doi|isbn|issn|patent|orcid|zip|plz|badge|uen|npi|documento|c\.?\s?c|c[ée]dula|identificaci[óo]n|curp|rfc|rut|cuit|cuil|cpf|pesel|bsn|ahv|avs)\b\s?[.:#°]*\s*(?:no\.?|nr\.?|number)?\s*:?\s*$/iu
const DATES =
  /^\(?\d{4}\)?\s*[-–—/.]\s*\(?\d{4}\)?$|^\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d)(?![.\d]|[ -]\d)|^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[./]\d{4}\s*[-–—]|\b(?:19|20)\d\d\s*[-–—]\s*(?:\d{1,2}[./])?(?:19|20)\d\d\b/
const SHAPED =
  /^(?:\(?\+|00)|^\(\d{2,5}\)|^\d{3}[-. ]\d{3}[-. ]\d{4}$|^1[-. ]\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$|^0\d{1,5}[ /-]|^0\d(?:[ .-]\d\d){4}$|^\d{3}(?:[ -.]\d{2,3}){2,3}$/

/**
 * The first number shown at which the person can be called, as printed: in the head and contact sections, else anywhere
 * behind a label. Fax numbers, dates and ids are passed over.
 */
export function findPhone(head: readonly Line[], others: readonly Line[]): Found<string> | null {
  for (const line of head) {
    const number = phoneIn(line, false)
    if (number) return number
  }
  for (const line of others) {
    const number = phoneIn(line, true)
    if (number) return number
  }
  for (const line of head)
    for (const { link } of line.runs)
      if (link?.toLowerCase().startsWith('tel:')) {
        const number = link.slice(4).replace(/^\/\//, '')
        if (/^\+?[\d\s().-]{7,20}$/.test(number)) return found(number, 0.7, [line])
      }
  return null
}

function phoneIn(line: Line, labelled: boolean): Found<string> | null {
  const text = line.cells.join(' ¦ ').slice(0, 2000)
  for (const match of text.matchAll(NUMBER)) {
    // "94588 (555) 123-4567": a postcode may stand right before.
    const opens = match[0].search(/(?<=\d\s)(?:\(|\+)/)
    for (const from of opens > 0 ? [0, opens] : [0]) {
      const before = text.slice(Math.max(0, match.index + from - 24), match.index + from).replaceAll('¦', ' ')
      if (/[\p{L}\p{N}@_/]$/u.test(before) && !LABEL.test(before)) continue
      const number = trimmed(match[0].slice(from))
      const named = LABEL.test(before)
      if (!named && (NOT_PHONE.test(before) || labelled)) continue
      if (/^[\p{L}@_]/u.test(text.slice(match.index + match[0].length))) continue
      const sure = surenessOf(number, named)
      if (sure > 0) return found(number, sure, [line], number)
    }
  }
  return null
}

/** Without a bracket that belongs to what stands around, or a second number behind a slash. */
function trimmed(text: string): string {
  const first = /^(\+?[\d\s().-]{7,}?)\s*\/\s*(?:\+|\(?0\d)/.exec(text)?.[1] ?? text
  const opens = first.split('(').length
  const closes = first.split(')').length
  const bare = opens > closes ? first.replace(/\($|^\(/, '') : first
  return bare.replace(/[\s/.-]+$/, '').trim()
}

function surenessOf(number: string, named: boolean): number {
  const digits = number.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 15 || DATES.test(number)) return 0
  if (/^(?:19|20)\d\d\s?[-–—]?\s?(?:19|20)\d\d$/.test(number)) return 0
  if (named) return 0.97
  if (SHAPED.test(number)) return digits.length >= 8 ? 0.95 : 0.8
  // Grouped as numbers are told, of the length that national numbers have.
  return digits.length >= 9 && digits.length <= 13 && /^[\d ()./-]+$/.test(number) ? 0.65 : 0
}
