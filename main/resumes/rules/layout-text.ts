import type { Line } from './layout.ts'

/** A hyphen that ends a line, and the small letter that goes on, are one word; so are none after a number or "e-". */
const BROKEN = /\p{L}{2}-$/u
const GOES_ON = /^\p{Ll}{2}/u
/** What stands before the hyphen of words that keep it: "full-stack", "co-founder", "e-mail". */
const KEEPS =
  /(?:^|[^\p{L}])(?:full|front|back|end|open|cross|real|long|short|high|low|self|multi|non|well|co|pre|post|anti|semi|user|data|team|part|in|on|up|state|world|award|cost|cloud|community|event|decision|test|third|two|three|four|five|six|one|up-to|day-to|end-to)-$/iu

/** Lines of one paragraph as one text: a word that was parted at the end of a line is whole again. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line
    if (!BROKEN.test(text) || !GOES_ON.test(line))
      return /\p{L}-$/u.test(text) ? text + line : `${text} ${line}`
    return (KEEPS.test(text) ? text : text.slice(0, -1)) + line
  }, '')
}

/** The words of each page for people and for searching: lines as they stand, a bullet before items, cells apart. */
export function textOfPages(lines: readonly Line[]): { page: number; text: string }[] {
  const pages = new Map<number, string[]>()
  for (const line of lines) {
    const texts = pages.get(line.page) ?? []
    if (!pages.has(line.page)) pages.set(line.page, texts)
    if (texts.length > 0 && (line.heading !== null || (line.gap ?? 0) > 0.8)) texts.push('')
    texts.push(`${line.bullet ? '• ' : ''}${line.cells.join('   ')}`)
  }
  return [...pages]
    .sort(([first], [second]) => first - second)
    .map(([page, texts]) => ({ page, text: texts.join('\n') }))
}
