import type { Glyph } from './glyphs.ts'

/** Letters in one look that stand together; in points from the page's top left. */
export interface Word {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  bold: boolean
  italic: boolean
  link: string | null
  /** A space stood before it in the file. */
  spaced: boolean
  /** Where the icon before it begins; null without one. With an icon, something of its own begins. */
  icon: number | null
}

/** A gap between letters that separates words, in shares of their size. */
const WORD_GAP = 0.13
/** Kerning draws letters together by this much at most, in shares of their size. */
const OVERLAP = 0.45
/** Letters stand on one line when their baselines differ by less than this share of their size. */
const SAME_LINE = 0.18

/** Joins letters to words, in the order in which they were drawn. Letters of icons are left out. */
export function wordsOf(glyphs: readonly Glyph[]): Word[] {
  const words: Word[] = []
  let open: { word: Word; last: Glyph } | null = null
  let spaced = false
  let icon: number | null = null
  for (const glyph of glyphs) {
    if (glyph.icon) {
      icon ??= glyph.x0
      open = null
      continue
    }
    const text = plainText(glyph.text)
    if (text.trim() === '') {
      if (text !== '') {
        spaced = true
        open = null
      }
      continue
    }
    if (open && !spaced && continues(open.word, open.last, glyph)) {
      const { word } = open
      word.text = joinLetters(word.text, text, glyph.x0 < open.last.x1 - 0.25 * glyph.size)
      word.x1 = Math.max(word.x1, glyph.x1)
      word.size = Math.max(word.size, glyph.size)
      open.last = glyph
      continue
    }
    const { x0, x1, y, size, bold, italic } = glyph
    const word = {
      text: text.trim(),
      x0,
      x1,
      y,
      size,
      bold,
      italic,
      link: null,
      spaced,
      icon: iconBefore(icon, glyph),
    }
    words.push(word)
    open = { word, last: glyph }
    spaced = false
    icon = null
  }
  return withoutDoubles(words.map(withLigatures).filter(word => word.text !== ''))
}

/** An icon counts when it stands in the same line, right before the text. */
const iconBefore = (icon: number | null, { x0, size }: Glyph): number | null =>
  icon !== null && icon < x0 && x0 - icon < 4 * size ? icon : null

function continues(word: Word, last: Glyph, next: Glyph): boolean {
  const size = Math.max(last.size, next.size)
  const gap = next.x0 - last.x1
  if (Math.abs(next.y - last.y) > SAME_LINE * size) return false
  if (word.bold !== next.bold || word.italic !== next.italic) return false
  return gap < WORD_GAP * size + Math.max(0, last.tracking) && gap > -OVERLAP * size
}

/** Text as people type it: ligatures taken apart, spaces of all kinds as one, icons and marks of fonts left out. */
function plainText(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06\ufb13-\ufb17]/g, ligature => ligature.normalize('NFKC'))
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\r\n]/g, ' ')
    .replace(/\u00ad/g, '-')
    .replaceAll('\0', UNKNOWN)
    .replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, '')
}

/** A letter whose meaning the file does not tell: in browsers' PDFs a ligature. */
const UNKNOWN = '\ufffd'

/**
 * Ligatures that nothing tells apart are read by their surroundings: between two of f, i and l, what English, German,
 * French and Spanish write most. Others are left out.
 */
function withLigatures(word: Word): Word {
  const text = word.text
    .replace(/\ufffd(?=[aou]|e[xct]|i[cp]|y\b)/gu, 'fl')
    .replace(/(?<=[\p{L}])\ufffd(?=\P{L}|$)/gu, 'ff')
    .replace(/\ufffd(?=\p{Ll})|(?<=\p{Ll})\ufffd/gu, 'fi')
    .replaceAll(UNKNOWN, '')
  return text === word.text ? word : { ...word, text }
}

const ACCENTS: Record<string, string> = {
  '`': '\u0300',
  '´': '\u0301',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '~': '\u0303',
  '¯': '\u0304',
  '¨': '\u0308',
  '˚': '\u030a',
  '°': '\u030a',
  ˇ: '\u030c',
  '¸': '\u0327',
}

/** Puts a letter to a word; an accent that was drawn over or before its letter is set on it. */
function joinLetters(word: string, text: string, over: boolean): string {
  if (over) {
    const before = word.at(-1) ?? ''
    const accent = ACCENTS[before]
    if (accent !== undefined && /^\p{L}/u.test(text))
      return word.slice(0, -1) + `${text[0]}${accent}`.normalize('NFC') + text.slice(1)
    const after = ACCENTS[text]
    if (after !== undefined && /\p{L}/u.test(before))
      return word.slice(0, -1) + `${before}${after}`.normalize('NFC')
  }
  return word + text
}

/** Drops words that were drawn twice at one place, which some programs do to make them bold. */
function withoutDoubles(words: Word[]): Word[] {
  const seen = new Map<string, Word[]>()
  return words.filter(word => {
    const known = seen.get(word.text)
    if (!known) {
      seen.set(word.text, [word])
      return true
    }
    const double = known.find(
      other =>
        Math.abs(other.x0 - word.x0) < 0.25 * word.size && Math.abs(other.y - word.y) < 0.2 * word.size,
    )
    if (double) {
      double.bold = true
      return false
    }
    known.push(word)
    return true
  })
}
