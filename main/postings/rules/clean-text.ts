/**
 * Repairs of short texts (titles, companies, places) that sources deliver damaged, and the folded form in which
 * they are compared.
 */

// Printable ASCII without "&" and "<", single spaces inside: nothing below would change it.
const ALREADY_CLEAN = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/

const CONTROL = /\p{Cc}/gu
const INVISIBLE =
  /\u00ad|\u061c|\u180e|\u200b|[\u200e\u200f\u202a-\u202e]|[\u2060-\u206f]|\ufeff|[\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu
// Joiners mean something between emoji and in Arabic and Indic scripts, and nothing anywhere else.
const IDLE_JOINER =
  /(?<!\p{Extended_Pictographic}|\ufe0f|\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Tamil}|\p{M})[\u200c\u200d]|[\u200c\u200d](?!\p{L}|\p{M}|\p{Extended_Pictographic})/gu
const LONE_SURROGATE = /\p{Surrogate}/gu
const INLINE_TAG = /<\/?(?:a|b|br|div|em|font|i|li|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/gi

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  euro: '€',
  pound: '£',
  yen: '¥',
  copy: '©',
  reg: '®',
  trade: '™',
  szlig: 'ß',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  ccedil: 'ç',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  atilde: 'ã',
  otilde: 'õ',
  aring: 'å',
  oslash: 'ø',
  Eacute: 'É',
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/g

/** Character references of HTML as the characters they stand for; unknown names stay as they are. */
export function htmlEntitiesDecoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(ENTITY, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED_ENTITIES[name] ?? whole
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : whole
  })
}

// Windows-1252 differs from Latin-1 in 0x80–0x9f only: these characters stand for the bytes.
const CP1252 = new Map(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((character, index) =>
    character === ' ' ? [] : [[character.charCodeAt(0), 0x80 + index] as const],
  ),
)

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * UTF-8 that was read as Latin-1 or Windows-1252, read rightly: "CafÃ©" becomes "Café". Only when every
 * character stands for a byte and all bytes together are valid UTF-8; otherwise the text stays as it is.
 */
function mojibakeRepaired(text: string): string {
  if (!/[\u00c2-\u00f4]/.test(text)) return text
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const byte = code < 0x100 ? code : CP1252.get(code)
    if (byte === undefined) return text
    bytes[index] = byte
  }
  try {
    return utf8.decode(bytes)
  } catch {
    return text
  }
}

function cleanedOnce(text: string): string {
  return mojibakeRepaired(htmlEntitiesDecoded(text))
    .replace(INLINE_TAG, ' ')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .replace(LONE_SURROGATE, '')
    .normalize('NFC')
    .replace(/[\s\u0085]+/g, ' ')
    .replace(CONTROL, '')
    .trim()
}

/**
 * A title, company or place as people should read it: character references decoded, inline tags, control,
 * zero-width and direction characters removed, wrongly decoded UTF-8 repaired when certain, white space single.
 */
export function cleanText(text: string): string {
  if (ALREADY_CLEAN.test(text)) return text
  let before = text
  // One repair can bring another to light (a doubly encoded "&amp;amp;"); each pass shortens the text.
  for (let pass = 0; pass < 8; pass++) {
    const after = cleanedOnce(before)
    if (after === before) return after
    before = after
  }
  return before
}

const ASCII = /^\p{ASCII}*$/u
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Lower case without accents, for comparing: "Zürich" is "zurich". Marks of other scripts stay. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .replace(/[™®©℠]/g, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, letter => SPECIAL_LETTERS[letter] ?? letter)
}
