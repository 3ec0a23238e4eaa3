/** Mends UTF-8 that was once read as Windows-1252 or Latin-1: "MecÃ¡nico" is "Mecánico", "donâ€™t" is "don’t". */

/** What Windows-1252 shows for the bytes 0x80–0x9F; a dot where it shows nothing. */
const WINDOWS_80_TO_9F = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'

const BYTES = new Map<string, number>()
for (let byte = 0x80; byte <= 0xff; byte++) BYTES.set(String.fromCharCode(byte), byte)
for (const [at, sign] of [...WINDOWS_80_TO_9F].entries()) if (sign !== '.') BYTES.set(sign, 0x80 + at)

/** Bytes that follow in a character of several bytes, as they look when each is shown alone. */
const FOLLOWING = `[\\u0080-\\u00bf${WINDOWS_80_TO_9F.replaceAll('.', '')}]`
const two = (leads: string): string => `[${leads}]${FOLLOWING}`
const three = (leads: string): string => `[${leads}]${FOLLOWING}{2}`
/**
 * Latin letters, signs and punctuation are mended one by one. Other scripts only from two in a row on (single Greek
 * and most Cyrillic letters excepted): a German „Spaß“ or a quoted “café”… holds one such pair by chance.
 */
const SEQUENCE = new RegExp(
  [
    `(?:${two('\\u00ce-\\u00df')}){2,}`,
    `(?:${three('\\u00e0-\\u00ef')}){2,}`,
    two('\\u00c2-\\u00c5\\u00ce-\\u00d0'),
    three('\\u00e2\\u00ef'),
    `[\\u00f0-\\u00f4]${FOLLOWING}{3}`,
  ].join('|'),
  'g',
)
/** Text can have gone through the wrong reading more than once. */
const MAX_ROUNDS = 3

/** The text with such characters as they were meant; any other text as it is. */
export function mendMojibake(text: string): string {
  let mended = text
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = mended.replace(SEQUENCE, decoded)
    if (next === mended) break
    mended = next
  }
  return mended === text ? text : withLostBytes(mended)
}

function decoded(sequence: string): string {
  const bytes = [...sequence].map(sign => BYTES.get(sign) ?? 0)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    return sequence
  }
}

/**
 * On the way the second byte of "í" (a soft hyphen when shown alone) is often dropped and that of "à" (a no-break
 * space) made a space. Only where the same text was proven to be damaged.
 */
function withLostBytes(text: string): string {
  return text.replace(/(?<=\p{Ll})Ã(?=\p{Ll})/gu, 'í').replace(/Ã(?=\s)/g, 'à')
}
