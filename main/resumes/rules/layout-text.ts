import type { Line } from './layout.ts'

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
