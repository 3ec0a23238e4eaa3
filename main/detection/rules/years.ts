import { before, type ReadText } from './text.ts'
import { TOPIC } from './topics.ts'

/** Years of experience that a posting asks for. */
export interface YearsAsked {
  low: number | null
  high: number | null
}

// biome-ignore format: a table
const NUMBER_WORDS: Record<string, number> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15,
  zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, zehn: 10,
  deux: 2, trois: 3, quatre: 4, cinq: 5, dos: 2, tres: 3, cuatro: 4, cinco: 5,
  twee: 2, drie: 3, vijf: 5, due: 2, tre: 3, quattro: 4, cinque: 5,
}
const N = `(\\d{1,2}(?:[.,]5)?|${Object.keys(NUMBER_WORDS).join('|')})`
const UNIT = '(?:years?|yrs?|yoe|jahren?|années?|ans?|años?|jaren|jaar|anni|anno|anos?)'
const ASK = new RegExp(
  `(?<![\\w.,$€£-])${N}\\s?(\\+|plus|or more|und mehr|et plus|o más)?(?:\\s?\\(\\d{1,2}\\+?\\))?(?:\\s?(?:-|to|bis|à|a|tot|or|oder|ou|o)\\s?${N})?\\s?(\\+)?\\s?(?:or more |plus )?${UNIT}(?![a-z])`,
  'g',
)
const EXPERIENCE =
  /experien|expertise|erfahrung|expérience|ervaring|esperienz|praxis|background|track record|hands-on|working (?:with|in|as|on)|of (?:professional|relevant|software|commercial|industry|work)|in (?:a|an|the|software|similar|sales|data)\b|doświadczeni|zkušenost/
const ASKED_BEFORE =
  /experience(?: level| required| range)?\s*(?:\(.{0,12}\))?\s*[:-]?\s*(?:of\s+)?(?:at least |minimum |over |of )*$|erfahrung\s*:?\s*$|exp\s*:?\s*$/
/** Ages of companies, duration of contracts, and other years that nobody asks of a candidate. */
const NOT_ASKED_BEFORE =
  /(?:founded|established|for (?:over|more than|the (?:last|past|next))|over the (?:last|past|next)|in the (?:last|past|next)|(?:last|past|next|every|within|aged?|after|combined|collective|first|with over|our|vesting|vest|backed by|have|has|boasts?|since|celebrat\w+|seit)(?: over| more than| nearly| almost| mehr als| über)?)\s*$/
const NOT_ASKED_AFTER =
  /^\s*(?:ago|old|in business|in a row|anniversary|of age|and older|contract|term|warranty|running|vest|cliff|later|of combined|degree|college|university|program|of success in the|of history|of growth)/

/**
 * Years of experience asked: the smallest and the largest number named, null where none; "5+" has no largest.
 * Numbers past 30 are ages of companies, not demands.
 */
export function detectYears(text: ReadText): YearsAsked {
  if (!(text.topics & TOPIC.years)) return { low: null, high: null }
  let low: number | null = null
  let high: number | null = null
  let seen = 0
  for (const match of asksIn(text)) {
    if (++seen > 50) break
    const first = toNumber(match[1])
    const second = toNumber(match[3])
    if (first === null || first > 30 || (second !== null && (second > 40 || second < first))) continue
    const left = before(text, match.index, 60)
    const rest = text.lower.slice(match.index + match[0].length, match.index + match[0].length + 70)
    if (NOT_ASKED_BEFORE.test(left) || NOT_ASKED_AFTER.test(rest)) continue
    const clause = rest.split(/[.;\n]/, 1)[0] ?? ''
    if (!EXPERIENCE.test(clause) && !ASKED_BEFORE.test(left)) continue
    low = low === null ? first : Math.min(low, first)
    const top = second ?? first
    high = high === null ? top : Math.max(high, top)
  }
  return { low, high: high === low ? null : high }
}

/** Longest way from the beginning of an ask ("five (5) or more to ten years") to the end of its word for years. */
const REACH = 80

/** The asks of a text, read only around its words for years; the offsets are those of the whole text. */
function* asksIn({ lower, yearMarks }: ReadText): Generator<RegExpExecArray> {
  let from = 0
  for (const mark of yearMarks) {
    const start = Math.max(from, mark - REACH)
    // One letter more: "years" is not "yearsy".
    for (const match of lower.slice(start, mark + 1).matchAll(ASK)) {
      match.index += start
      from = match.index + match[0].length
      yield match
    }
  }
}

function toNumber(word: string | undefined): number | null {
  if (word === undefined) return null
  return NUMBER_WORDS[word] ?? Number(word.replace(',', '.'))
}
