/** A number as written in a posting, before any "k" or currency. */
export interface WrittenNumber {
  value: number
  end: number
  /** Digits before the decimal mark. */
  digits: number
  /** Written with thousands separators. */
  grouped: boolean
}

const ZERO = 48
const NINE = 57

export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/**
 * Reads the number that starts at `at`, in any of the usual ways of writing: 45,000 and 45.000 and 45 000 and
 * 45'000, 12,00,000 (India), 17.28 and 17,28, 80.000,00. Returns null for what is no amount (dates, versions,
 * more than 15 digits) with `skipTo` to go on from.
 */
export function readNumber(text: string, at: number): { number: WrittenNumber | null; skipTo: number } {
  const groups: string[] = []
  const marks: string[] = []
  let end = endOfDigits(text, at)
  groups.push(text.slice(at, end))
  while (groups.length < 7) {
    const mark = text.charAt(end)
    if (mark !== ',' && mark !== '.' && mark !== "'" && mark !== ' ') break
    if (!isDigit(text.charCodeAt(end + 1))) break
    const next = endOfDigits(text, end + 1)
    // A space or apostrophe joins digits only as an exact group of three.
    if ((mark === ' ' || mark === "'") && !joinsThousands(groups, marks, mark, next - end - 1)) break
    marks.push(mark)
    groups.push(text.slice(end + 1, next))
    end = next
  }
  return { number: interpret(groups, marks, end), skipTo: end }
}

function endOfDigits(text: string, from: number): number {
  let end = from
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

function joinsThousands(groups: string[], marks: string[], mark: string, length: number): boolean {
  const first = groups[0] ?? ''
  return length === 3 && first.length <= 3 && first !== '0' && marks.every(other => other === mark)
}

function interpret(groups: string[], marks: string[], end: number): WrittenNumber | null {
  const first = groups[0] ?? ''
  if (groups.some(group => group.length > 15)) return null
  if (groups.length === 1) {
    return { value: Number(first), end, digits: first.length, grouped: false }
  }
  const last = groups[groups.length - 1] ?? ''
  const lastMark = marks[marks.length - 1] ?? ''
  const sameMarks = marks.every(mark => mark === lastMark)
  if (isThousands(groups, sameMarks)) {
    const whole = groups.join('')
    return { value: Number(whole), end, digits: whole.length, grouped: true }
  }
  // The last mark is the decimal one: alone (17.28), or after thousands of another kind (80.000,00).
  const wholeGroups = groups.slice(0, -1)
  const wholeMarks = marks.slice(0, -1)
  // Public employers write "$27.4412" an hour; longer tails are versions and codes.
  const most = lastMark === '.' && groups.length === 2 && first.length <= 2 ? 4 : 3
  if (lastMark === ' ' || lastMark === "'" || last.length > most) return null
  const wholeIsPlain = wholeGroups.length === 1
  if (!wholeIsPlain) {
    if (sameMarks || last.length > 2) return null
    if (
      !isThousands(
        wholeGroups,
        wholeMarks.every(mark => mark === wholeMarks[0]),
      )
    )
      return null
  }
  const whole = wholeGroups.join('')
  return { value: Number(`${whole}.${last}`), end, digits: whole.length, grouped: !wholeIsPlain }
}

function isThousands(groups: string[], sameMarks: boolean): boolean {
  const first = groups[0] ?? ''
  const last = groups[groups.length - 1] ?? ''
  if (!sameMarks || first.length === 0 || first.length > 3 || last.length !== 3 || first.startsWith('0'))
    return false
  const inner = groups.slice(1, -1)
  // 1,250,000 and the Indian 12,50,000.
  return (
    inner.every(group => group.length === 3) ||
    (first.length <= 2 && inner.every(group => group.length === 2))
  )
}
