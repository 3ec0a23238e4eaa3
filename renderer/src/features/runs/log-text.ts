import type { RunLogLine } from '../../../../main/contract/runs.ts'

const two = (n: number) => String(n).padStart(2, '0')

/** The local time of a line, to the second: "14:05:33". */
export function clockOf(at: string): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime())
    ? at
    : `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

/** One line as text, with the exact moment: "2026-11-22T03:00:01.120Z warn rank: …". */
const lineText = ({ at, level, step, text }: RunLogLine): string =>
  `${at} ${level} ${step === null ? '' : `${step}: `}${text}`

/** The whole log as it goes to the clipboard: a line each, a heading above. */
export function logText(heading: string, lines: readonly RunLogLine[]): string {
  return [heading, ...lines.map(lineText)].join('\n')
}

/** What is shown of a log: from which level on, and which words must stand in a line. */
export interface LogFilter {
  level: 'all' | 'problems'
  words: string
}

/** The lines that a filter leaves; words are found whatever their case, in the text and in the name of the step. */
export function filterLog(lines: readonly RunLogLine[], { level, words }: LogFilter): readonly RunLogLine[] {
  const wanted = words.trim().toLowerCase()
  if (level === 'all' && wanted === '') return lines
  return lines.filter(
    line =>
      (level === 'all' || line.level !== 'info') &&
      (wanted === '' || `${line.step ?? ''} ${line.text}`.toLowerCase().includes(wanted)),
  )
}

/** A text cut at the places where words stand in it; every second part is one of them. */
export function cutAt(text: string, words: string): string[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return [text]
  const low = text.toLowerCase()
  // Some letters change their length with their case: then nothing is marked rather than the wrong letters.
  if (low.length !== text.length) return [text]
  const parts: string[] = []
  let from = 0
  for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, from)) {
    parts.push(text.slice(from, at), text.slice(at, at + wanted.length))
    from = at + wanted.length
  }
  return [...parts, text.slice(from)]
}
