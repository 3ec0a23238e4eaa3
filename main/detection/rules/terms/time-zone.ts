import type { Term } from '../../../contract/terms.ts'
import type { ReadText } from '../text.ts'
import { matchAt, originalOf, termAt } from './term.ts'

const SHORT =
  '(?:utc|gmt|cest|cet|eest|eet|west|wet|bst|est|edt|et|cst|cdt|ct|mst|mdt|mt|pst|pdt|pt|ist|sgt|jst|aest|aedt|hkt)'
const SHIFT = '(?:\\s?[+-]\\s?\\d{1,2}(?::?[03]0)?)?'
const LONG =
  '(?:(?:us |u\\.s\\. )?(?:eastern|pacific|central|mountain)(?: (?:standard|daylight))?|central european|eastern european|western european|european|american|us|u\\.s\\.|uk|east coast|west coast|north american|latam|emea|apac|asian)'
const ZONE = `(?:${SHORT}\\b${SHIFT}|${LONG})`
const NOUN =
  '(?:(?:business|working|work|core|office|daytime)[ -]?hours|hours|time ?zones?|time\\b|workday|working day)'

/** Ranges, allowances and overlaps, from the surest; each may begin with the word that woke them or before it. */
const PATTERNS: [RegExp, number][] = [
  [
    new RegExp(
      `(?:between |from )?${SHORT}\\b${SHIFT}\\s*(?:to|through|and|until|bis|à|a|-|\\.\\.)\\s*(?:${SHORT}\\b${SHIFT}|[+-]\\d{1,2})`,
      'g',
    ),
    0.92,
  ],
  [
    new RegExp(
      `${ZONE}(?: time ?zone| time)?\\s?\\(?(?:±|\\+\\/-|\\+-|-\\/\\+|plus\\/minus|plus or minus)\\s?\\d{1,2}(?:\\.5)?\\s?(?:h\\b|hours?|hrs?|time ?zones?)?`,
      'g',
    ),
    0.92,
  ],
  [
    new RegExp(
      `(?:within |±\\s?|\\+\\/-\\s?|plus or minus )\\d{1,2}(?: ?(?:-|to) ?\\d{1,2})?\\s?(?:hours?|h|hrs?|time ?zones?)(?: difference| time difference)? (?:of|from|to|around) (?:the )?${ZONE}(?: time ?zones?| time)?`,
      'g',
    ),
    0.92,
  ],
  [
    new RegExp(
      `(?:within )?(?:two|three|four|five|six|\\d{1,2}) hours (?:of|from) (?:the )?${ZONE}(?: time ?zones?| time)?`,
      'g',
    ),
    0.9,
  ],
  [
    new RegExp(
      `(?:\\d{1,2}\\+? ?(?:h|hs|hours?|hrs)[^.\\n]{0,12} )?overlap(?:s|ping)?\\b[^.\\n]{0,50}?\\b${ZONE}(?:(?: |\\b)[^.\\n]{0,14}?${NOUN})?`,
      'g',
    ),
    0.9,
  ],
  [
    new RegExp(
      `\\d{1,2}(?::\\d\\d)?\\s?(?:am|pm)?\\s?(?:-|to|until)\\s?\\d{1,2}(?::\\d\\d)?\\s?(?:am|pm)?,?\\s?\\(?${ZONE}(?: time)?\\b`,
      'g',
    ),
    0.72,
  ],
  [new RegExp(`${ZONE}(?: (?:or|and|\\/|to) ${ZONE})?[ -]${NOUN}`, 'g'), 0.85],
  [new RegExp(`time ?zones?\\s?(?::|\\(|-|is|of)\\s?${ZONE}(?:\\s?(?:±|\\+\\/-)\\s?\\d{1,2})?`, 'g'), 0.88],
]
const NOT_WORK =
  /(?:apply|deadline|submit|closes?|closing|posted|webinar|event|call us|phone|support line|open house|interview|starts? at|by|before|until|due|published|(?:multiple|across|different|various)(?: \w+)?) [^.\n]{0,20}$/
const LONGEST = 80

/** Hours or zones in which to work, in the posting's own words. */
export function findTimeZone(text: ReadText, marks: readonly number[]): Term<string> | null {
  const { lower } = text
  let best: Term<string> | null = null
  let done = -1
  for (const mark of marks) {
    if (mark < done || !mayBegin(text, mark)) continue
    const lineStart = Math.max(lower.lastIndexOf('\n', mark) + 1, mark - 70)
    let end = lower.indexOf('\n', mark)
    if (end < 0 || end > mark + 90) end = Math.min(lower.length, mark + 90)
    done = end - 20
    const part = lower.slice(lineStart, end)
    for (const [pattern, confidence] of PATTERNS) {
      if (best && best.confidence >= confidence) continue
      const match = firstOf(text, pattern, part, lineStart)
      if (match) best = match(confidence)
    }
  }
  return best
}

/** Words for places and languages that only name a zone before "time" or "hours" ("US business hours"). */
const EVERYDAY =
  /(?:us|central|mountain|eastern|pacific|european|american)\b(?! (?:eastern|pacific|central|mountain|standard|daylight|european|business|working|work|core|office|time|hours|day)|[ -]?time)/y
const SMALL_WORD = /(?:est|et|pt|ct|mt|ist|west|bst)\b/y

function mayBegin(text: ReadText, at: number): boolean {
  if (matchAt(EVERYDAY, text.lower, at)) return false
  const small = matchAt(SMALL_WORD, text.lower, at)?.[0]
  return small === undefined || originalOf(text, at, at + small.length) === small.toUpperCase()
}

type Make = (confidence: number) => Term<string>

function firstOf(text: ReadText, pattern: RegExp, part: string, base: number): Make | null {
  pattern.lastIndex = 0
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    const start = base + match.index
    const end = start + Math.min(match[0].trimEnd().length, LONGEST)
    if (NOT_WORK.test(part.slice(Math.max(0, match.index - 40), match.index)) || !isWritten(text, start, end))
      continue
    return confidence => {
      const term = termAt('', text, start, end, confidence)
      return { ...term, value: (term.quote ?? '').replace(/\s+/g, ' ') }
    }
  }
  return null
}

const ABBREVIATION = new RegExp(`\\b${SHORT}\\b`, 'g')

/** "EST" and not "est" (French for "is"), "US" and not "us". */
function isWritten(text: ReadText, start: number, end: number): boolean {
  const words = text.lower.slice(start, end)
  const capital = (pattern: RegExp): boolean => {
    pattern.lastIndex = 0
    let seen = false
    for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
      const at = start + match.index
      if (originalOf(text, at, at + match[0].length) === match[0].toUpperCase()) seen = true
    }
    return seen
  }
  if (matchAt(/us\b/y, words, 0) && originalOf(text, start, start + 2) !== 'US') return false
  return capital(ABBREVIATION) || new RegExp(LONG).test(words)
}
