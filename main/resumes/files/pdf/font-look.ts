import { isMark } from './marks.ts'
import type { FontFace } from './pdfjs.ts'

/** What a font says of its letters: how large, how bold, whether they are icons. */

/** Height of a font's box in sizes of its letters, as most fonts have it. */
const BOX_HEIGHT = 1.2

/** Fonts of drawn letters (Type 3) have units of their own; their box tells how large a letter is. */
export function type3Scale(face: FontFace | null): number {
  if (!face?.isType3Font) return 1
  const unit = Math.abs(face.fontMatrix?.[3] ?? 0.001)
  const [, bottom = 0, , top = 0] = face.bbox ?? []
  const height = Math.abs(top - bottom) * unit
  return height > 0.05 && height < 50 ? height / BOX_HEIGHT : unit * 1000
}

/** Letters of no alphabet, which each font uses as it likes. */
export const PRIVATE = /^[\ue000-\uf8ff]$/
const ICONS =
  /awesome|icon|phosphor|material|feather|lucide|glyph|academicons|marvosym|ionic|typicon|octicon|entypo|\bfa[-_]|fontello/i
/** Signs for a telephone, a letter, a house; not those that begin the items of a list. */
export const isPicture = (text: string): boolean =>
  /^(?:[\p{Extended_Pictographic}⌂☏✆]\ufe0f?)$/u.test(text) && !/^[©®™]/.test(text) && !isMark(text)

/** Fonts of signs, whose letters without a meaning are bullets. */
const SYMBOLS = /symbol|wingding|webding|dingbat/i

/** Bold and italic by the font's own flags or its name, LaTeX's short names too (CMBX10, CMTI10, SFBX1000). */
export function lookOf(face: FontFace | null): {
  bold: boolean
  italic: boolean
  icon: boolean
  symbols: boolean
} {
  const name = (face?.name ?? '').replace(/^[A-Z]{6}\+/, '')
  return {
    bold:
      face?.bold === true ||
      face?.black === true ||
      /bold|black|heavy|semibd|demi(?!light)|[-_](?:bd|blk)\b/i.test(name) ||
      /^(?:CM|SF|EC|LM)\w*B[XF]?\w*\d+$/.test(name) ||
      /^(?:Nimbus|Utopia|URW).*Medi/.test(name),
    italic:
      face?.italic === true ||
      /ital|obliq|slant/i.test(name) ||
      /^(?:CM|SF|EC)(?:TI|SL|BXTI|BXSL|IT)\w*\d+$/.test(name),
    icon: ICONS.test(name) && !SYMBOLS.test(name),
    symbols: SYMBOLS.test(name),
  }
}
