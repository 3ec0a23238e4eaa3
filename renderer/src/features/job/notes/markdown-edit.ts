/** A text and what is selected in it, as a text area holds them. */
export interface Edited {
  text: string
  from: number
  to: number
}

/**
 * Puts signs around the selection, or takes them away when they stand there already: bold, italic. At the end of marked
 * words the caret steps out of them.
 */
export function wrapSelection({ text, from, to }: Edited, sign: string): Edited {
  const n = sign.length
  const around = text.slice(Math.max(0, from - n), from) === sign && text.slice(to, to + n) === sign
  if (around)
    return {
      text: text.slice(0, from - n) + text.slice(from, to) + text.slice(to + n),
      from: from - n,
      to: to - n,
    }
  if (from === to && text.slice(to, to + n) === sign) return { text, from: from + n, to: to + n }
  return {
    text: text.slice(0, from) + sign + text.slice(from, to) + sign + text.slice(to),
    from: from + n,
    to: to + n,
  }
}

const LIST_SIGN = /^(\s*)(?:[-*+] (?:\[[ xX]\] )?|\d+[.)] )?/

/** Makes the selected lines items of a list, or plain lines again when all of them are: `sign` is "- " or "- [ ] ". */
export function listLines({ text, from, to }: Edited, sign: '- ' | '- [ ] '): Edited {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const endAt = text.indexOf('\n', to)
  const end = endAt === -1 ? text.length : endAt
  const lines = text.slice(start, end).split('\n')
  const has = sign === '- ' ? /^\s*[-*+] (?!\[[ xX]\] )/ : /^\s*[-*+] \[[ xX]\] /
  const all = lines.every(line => has.test(line))
  const changed = lines
    .map(line => line.replace(LIST_SIGN, (_, indent) => indent + (all ? '' : sign)))
    .join('\n')
  const next = text.slice(0, start) + changed + text.slice(end)
  // One line keeps its caret; several stay selected as a whole.
  const grown = changed.length - (end - start)
  return lines.length === 1
    ? { text: next, from: Math.max(start, from + grown), to: Math.max(start, to + grown) }
    : { text: next, from: start, to: start + changed.length }
}

/** Makes a link of the selection and selects the address to be written. */
export function linkSelection({ text, from, to }: Edited): Edited {
  const words = text.slice(from, to) || 'words'
  const address = 'https://'
  const at = from + words.length + 3
  return {
    text: `${text.slice(0, from)}[${words}](${address})${text.slice(to)}`,
    from: at,
    to: at + address.length,
  }
}

const TASK = /^((?:\s|>)*(?:[-*+]|\d+[.)])\s+\[)([ xX])(\])/

/** Ticks or unticks the box in a line, counted from 1; the text as it is when there is none in it. */
export function toggleTask(text: string, line: number): string {
  return text
    .split('\n')
    .map((one, index) =>
      index === line - 1
        ? one.replace(TASK, (_, before, mark, after) => `${before}${mark === ' ' ? 'x' : ' '}${after}`)
        : one,
    )
    .join('\n')
}

/** What stands beside the box in a line, counted from 1. */
export function taskWords(text: string, line: number): string {
  return (text.split('\n')[line - 1] ?? '').replace(TASK, '').trim()
}

/** Enter in a list goes on with it; in an empty item it ends the list. null: an Enter like any other. */
export function nextItem({ text, from, to }: Edited): Edited | null {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const line = text.slice(start, from)
  const sign = /^(\s*)([-*+] (?:\[[ xX]\] )?|(\d+)([.)]) )/.exec(line)
  if (!sign || from !== to) return null
  if (line.trim() === sign[2]?.trim())
    return { text: text.slice(0, start) + text.slice(to), from: start, to: start }
  const number = sign[3]
  const mark = number ? `${Number(number) + 1}${sign[4]} ` : (sign[2] ?? '').replace(/\[[xX]\]/, '[ ]')
  const added = `\n${sign[1]}${mark}`
  const at = from + added.length
  return { text: text.slice(0, from) + added + text.slice(to), from: at, to: at }
}
