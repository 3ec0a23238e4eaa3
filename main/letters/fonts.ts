import { createRequire } from 'node:module'
import type { Run } from './blocks.ts'

/** The letters of a PDF: Noto Sans in four cuts, for Latin, Greek and Cyrillic with all their accents. */

/** Not called `require`: a built program has one already. */
const packages = createRequire(import.meta.url)

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

/** Where the font files lie: beside the other packages, also of the built app. */
export const fontFiles = (): Readonly<Record<Face, string>> => ({
  regular: packages.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: packages.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  italic: packages.resolve('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
  boldItalic: packages.resolve('@expo-google-fonts/noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf'),
})

export function faceOf({ bold, italic }: Pick<Run, 'bold' | 'italic'>): Face {
  if (bold) return italic ? 'boldItalic' : 'bold'
  return italic ? 'italic' : 'regular'
}

/** Stands where a character has no shape in the font, so that nobody sends a letter with a hole in it unseen. */
export const NO_SHAPE = '\ufffd'

/** Signs that are never seen: joiners, marks of direction, variants, soft hyphens. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * Text with only what the font can show. A character that it cannot, such as an emoji, becomes `NO_SHAPE` and is added
 * to `missing`.
 */
export function showable(text: string, has: (codePoint: number) => boolean, missing: Set<string>): string {
  const known = (sign: string): boolean => has(sign.codePointAt(0) ?? 0)
  if ([...text].every(sign => sign === '\n' || known(sign))) return text
  return [...characters.segment(text)]
    .map(({ segment }) => {
      const seen = [...segment].filter(sign => !UNSEEN.test(sign))
      if (seen.every(sign => sign === '\n' || known(sign))) return seen.join('')
      missing.add(segment)
      return NO_SHAPE
    })
    .join('')
}
