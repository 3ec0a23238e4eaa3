import { type Finding, findingAt } from './finding.ts'
import { allMatches, before, type ReadText, upTo } from './text.ts'
import { TOPIC } from './topics.ts'

/** Years of experience that a posting asks for, with the words of the smallest number. */
export interface YearsAsked {
  low: number
  /** null when no larger number is named. */
  high: number | null
  finding: Finding<number>
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
  /experi[eê]n|\bexp\b|\bpqe\b|post-?qualification|under your belt|expertise|erfahrung|expérience|ervaring|esperienz|praxis|background|track record|hands-on|working (?:with|in|as|on)|of (?:professional|relevant|software|commercial|industry|work)|in (?:a|an|the|software|similar|sales|data)\b|doświadczeni|zkušenost/
const ASKED_BEFORE =
  /experience(?: level| required| range)?\s*(?:\(.{0,12}\))?\s*[:-]?\s*(?:of\s+)?(?:at least |minimum |over |of )*$|erfahrung\s*:?\s*$|exp\s*:?\s*$|(?:exp[ée]rience|experiencia|esperienza|experiência|ervaring)(?: [^\s.;]{1,12}){0,3} (?:de |d'|di |van )?(?:au moins |al menos |almeno |minimaal )?$/
/** "5+ years building software", "at least 8 years managing teams": an ask without the word experience. */
const PLAIN_BEFORE =
  /(?:\b(?:at least|minimum(?: of)?|min\.?|mindestens|mind\.|au moins|al menos|minimaal|requires?|you(?:'ve| have)(?: got)?|must have|should have|bring|someone with|candidates? with|looking for))\s*$/
const PLAIN_AFTER =
  /^[')]*\s*(?:of (?!age|service|growth|history|combined|the\b|paid|free|working together)[a-z]|as (?:an? )?[a-z]|[a-z]{2,12}ing\b(?! (?:agreement|contract))|with [a-z]|in [a-z]|[a-z][a-z.+#/]{1,14}(?:[,;.)\n]|$))/
const OF_COMPANY =
  /\b(?:we(?! (?:are|'re) (?:looking|seeking|hiring))|we've|our|company|firm|team has|business|founded|clients?|trusted|serving|leader)\b[^.;\n]{0,50}$/
/** "Years of experience: 5"; begins right after the word for years. */
const LABELLED = new RegExp(
  `(?: of| in)?(?: [a-z]+){0,2}? ?(?:experience)?(?: required)?\\)?\\s?:\\s?${N}(?:\\s?(?:-|to)\\s?${N})?(?![\\w%])`,
  'y',
)
/** Ages of companies, duration of contracts, and other years that nobody asks of a candidate. */
const NOT_ASKED_BEFORE =
  /(?:founded|established|for (?:over|more than|the (?:last|past|next))|over the (?:last|past|next)|in the (?:last|past|next)|(?:last|past|next|every|within|aged?|after|combined|collective|first|with over|our|vesting|vest|backed by|(?<!(?:you|should|must|to|candidates|will|ideally|and|you'll)\s)have|has|boasts?|since|celebrat\w+|seit)(?: over| more than| nearly| almost| mehr als| über)?)\s*$/
const NOT_ASKED_AFTER =
  /^\s*(?:ago|old|in business|in a row|anniversary|of age|and older|contract|term|warranty|running|vest|cliff|later|of combined|degree|college|university|program|of success in the|of history|of growth)/

/**
 * Years of experience asked: the smallest and the largest number named, null where none; "5+" has no largest.
 * Numbers past 30 are ages of companies, not demands.
 */
export function detectYears(text: ReadText): YearsAsked | null {
  if (!(text.topics & TOPIC.years)) return null
  let finding: Finding<number> | null = null
  let high = 0
  let seen = 0
  for (const { match, low: first, high: second, labelled } of asksIn(text)) {
    if (++seen > 50) break
    if (first === null || first > 30 || (second !== null && (second > 40 || second < first))) continue
    if (!labelled && !isAsked(text, match)) continue
    if (finding === null || first < finding.value) finding = findingAt(first, text, match, 0.9)
    high = Math.max(high, second ?? first)
  }
  return finding && { low: finding.value, high: high === finding.value ? null : high, finding }
}

function isAsked(text: ReadText, match: RegExpExecArray): boolean {
  const left = before(text, match.index, 60)
  const end = match.index + match[0].length
  const rest = text.lower.slice(end, end + 70)
  if (NOT_ASKED_BEFORE.test(left) || NOT_ASKED_AFTER.test(rest)) return false
  const clause = upTo(rest, /[.;\n]/)
  if (EXPERIENCE.test(clause) || ASKED_BEFORE.test(left)) return true
  const plus = match[2] !== undefined || match[4] !== undefined
  return (plus || PLAIN_BEFORE.test(left)) && PLAIN_AFTER.test(rest) && !OF_COMPANY.test(left)
}

/** Longest way from the beginning of an ask ("five (5) or more to ten years") to the end of its word for years. */
const REACH = 80

interface Ask {
  match: RegExpExecArray
  low: number | null
  high: number | null
  /** A field of a form, which needs no other words around it. */
  labelled: boolean
}

/** The asks of a text, read only around its words for years; the offsets are those of the whole text. */
function* asksIn({ lower, yearMarks }: ReadText): Generator<Ask> {
  let from = 0
  for (const mark of yearMarks) {
    const start = Math.max(from, mark - REACH)
    // One letter more: "years" is not "yearsy".
    for (const match of allMatches(ASK, lower.slice(start, mark + 1))) {
      match.index += start
      from = match.index + match[0].length
      yield { match, low: toNumber(match[1]), high: toNumber(match[3]), labelled: false }
    }
    LABELLED.lastIndex = mark
    const match = LABELLED.exec(lower)
    if (match && EXPERIENCE.test(lower.slice(Math.max(0, mark - 30), mark + match[0].length)))
      yield { match, low: toNumber(match[1]), high: toNumber(match[2]), labelled: true }
  }
}

function toNumber(word: string | undefined): number | null {
  if (word === undefined) return null
  return NUMBER_WORDS[word] ?? Number(word.replace(',', '.'))
}
