import { before, type ReadText } from '../text.ts'
import { signAfter, signBefore } from './currency.ts'
import { isDigit, readNumber } from './number.ts'

/** The multiplier written behind a number. */
export type Scale = 'k' | 'lakh' | 'crore' | 'm' | 'b'

/** One sum of money, or a bare number that could be one. */
export interface Amount {
  /** Offsets in the read text, with the money sign and the scale. */
  start: number
  end: number
  /** As written, before the scale. */
  base: number
  scale: Scale | null
  /** ISO code or ambiguous sign; see currency.ts. */
  sign: string | null
  /** "100,000+" */
  plus: boolean
  grouped: boolean
  digits: number
}

export const FACTOR: Record<Scale, number> = { k: 1e3, lakh: 1e5, crore: 1e7, m: 1e6, b: 1e9 }

const MAX_NUMBERS = 1_200
const SCALE =
  /(?:\s?(k|tsd\.?|tys\.?|tis\.?|thousand|tausend|mille|t(?=\s?€|eur))(?=$|[^a-zà-ž]|eur|usd|gbp|pln|czk|chf|cad|aud|sek|nok|dkk|sgd)|\s?(lpa|l\.p\.a\.?|lakhs?|lacs?|lakh|lac)(?![a-z])|(l)(?=\s?(?:pa\b|p\.a|per annum|-|to\s|\/|$|[\n,.)+]))|\s?(crores?|cr)(?![a-z])|(m{1,2}(?![a-z/²])|mn(?![a-z]))|\s?(millions?|millionen|millones|milioni|miljoen|mio\.?|mln|triệu|juta)(?![a-zà-ž])|(b|bn)(?![a-z])|\s?(billions?|milliarden?|mrd\.?|milliards?|trillion)(?![a-z]))/y
const CENTS = /[.,]-{1,2}(?!\d)|\/-(?!\d)/y

/**
 * All numbers of a text that could be money, in order. Skipped: parts of words and codes (W2, Q3, ST145JP),
 * percentages, dates, telephone numbers, and what `readNumber` rejects.
 */
export function findAmounts(text: ReadText): Amount[] {
  const { lower } = text
  const found: Amount[] = []
  let numbers = 0
  let at = nextDigit(lower, 0)
  while (at < lower.length && numbers < MAX_NUMBERS) {
    numbers++
    const { number, skipTo } = readNumber(lower, at)
    if (number !== null) {
      const amount = amountAt(lower, at, number.end, number)
      if (amount) found.push(amount)
    }
    at = nextDigit(lower, skipTo)
  }
  return found
}

function nextDigit(lower: string, from: number): number {
  let at = from
  while (at < lower.length && !isDigit(lower.charCodeAt(at))) at++
  return at
}

function amountAt(
  lower: string,
  at: number,
  numberEnd: number,
  number: { value: number; digits: number; grouped: boolean },
): Amount | null {
  if (number.value === 0) return null
  let end = numberEnd
  let scale: Scale | null = null
  const scaled = opensUnit(lower, end) ? matchAt(SCALE, lower, end) : null
  if (scaled) {
    scale = scaleOf(scaled)
    end += scaled[0].length
  }
  const mark = lower.charCodeAt(end)
  const cents = mark >= 44 && mark <= 47 ? matchAt(CENTS, lower, end) : null
  if (cents) end += cents[0].length
  const left = signBefore(lower, at)
  const right = opensUnit(lower, end) ? signAfter(lower, end) : null
  // In "Step 7 $23.05" the sign belongs to the second number, and the first one counts steps.
  if (right && !left && lower.charCodeAt(end) === 32 && isDigit(lower.charCodeAt(right.end))) return null
  if (right) end = right.end
  if (lower.charCodeAt(end) === 37 || (lower.charCodeAt(end) === 32 && lower.charCodeAt(end + 1) === 37))
    return null
  const halves = scale === 'k' && lower.charAt(at - 1) === '/'
  if (!left && !halves && isGlued(lower, at)) return null
  if (!right && isWord(lower.charCodeAt(end)) && !GLUED_UNIT.test(lower.slice(end, end + 5))) return null
  const plus = lower.charAt(end) === '+' && !isWord(lower.charCodeAt(end + 1))
  if (plus) end++
  // A code says more than a sign: "$90,000 CAD".
  const rupees = scaled?.[2]?.startsWith('l.p') || scaled?.[2] === 'lpa' ? 'INR' : null
  const sign =
    right && (!left || left.sign === '$' || left.sign === right.sign) ? right.sign : (left?.sign ?? rupees)
  return {
    start: left?.start ?? at,
    end,
    base: number.value,
    scale,
    sign,
    plus,
    grouped: number.grouped,
    digits: number.digits,
  }
}

function matchAt(sticky: RegExp, lower: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(lower)
}

/** Whether a letter or a sign of money follows, after at most one space: most numbers are passed over here. */
function opensUnit(lower: string, at: number): boolean {
  let code = lower.charCodeAt(at)
  if (code === 32) code = lower.charCodeAt(at + 1)
  return (code >= 97 && code <= 122) || code === 36 || code > 127
}

/** "£500pd", "30h": a unit written without a space. */
const GLUED_UNIT = /^(?:p[adhmw]|pcm|phr|k)(?![a-z])/

function scaleOf(match: RegExpExecArray): Scale {
  if (match[1] !== undefined) return 'k'
  if (match[2] !== undefined || match[3] !== undefined) return 'lakh'
  if (match[4] !== undefined) return 'crore'
  if (match[5] !== undefined || match[6] !== undefined) return 'm'
  return 'b'
}

function isWord(code: number): boolean {
  return (code >= 97 && code <= 122) || isDigit(code) || code === 95 || (code >= 0xdf && code < 0x2000)
}

/** Whether the digits at `at` go on from something that makes them no amount: a word, a telephone number. */
function isGlued(lower: string, at: number): boolean {
  const code = lower.charCodeAt(at - 1)
  if (Number.isNaN(code)) return false
  if (isWord(code) || code === 35 || code === 64 || code === 43) return true
  const previous = lower.charCodeAt(at - 2)
  if (code === 46 || code === 44 || code === 47 || code === 39)
    return isDigit(previous) || (code === 46 && isWord(previous))
  return false
}

/** An amount in money units. */
export function moneyOf(amount: Amount): number {
  return amount.scale === null ? amount.base : roundCents(amount.base * FACTOR[amount.scale])
}

/** Takes the noise of binary fractions away (8.1 × 1000). */
export function roundCents(value: number): number {
  return Math.round(value * 100) / 100
}

const BETWEEN =
  /(?:between|zwischen|entre|tussen|tra|fra|mezi|między|von|from)\s*(?:(?:de|den|les|los|i)\s+)?(?:c\.?|circa|approx\.?|ca\.?)?\s*$/
const JOIN =
  /^\s*(?:-{1,2}|to|till|until|up to|bis(?: zu)?|à|a|tot|do|al?|ao|through|thru|~|→|-?>|\.{2,3}|…|rising to|increasing to|and up to|fino a|hasta|jusqu'à|až|aż)\s*(?:c\.?|approx\.?|ca\.?)?\s*$/
const JOIN_BETWEEN = /^\s*(?:&|and|und|et|y|e|en|a|i|to)\s*$/
const PERIOD_GAP =
  /^\s?(?:\/|per |an? |p\.?|pro |par |je )\s?(?:hour|hr|day|week|month|mo|year|yr|annum|h|a\.?|jahr|monat|stunde|an|mois|heure)\b\.?/

/** Whether two neighbouring amounts are the ends of one range. */
export function joins(text: ReadText, first: Amount, second: Amount): boolean {
  let gap = text.lower.slice(first.end, second.start)
  if (gap.length > 28 || gap.includes('\n\n')) return false
  gap = gap.replace(PERIOD_GAP, '')
  if (
    first.sign !== null &&
    second.sign !== null &&
    first.sign !== second.sign &&
    first.sign !== '$' &&
    second.sign !== '$'
  )
    return false
  if (JOIN.test(gap)) return true
  // "35/40K€", "£35k/£40k".
  const once = first.scale === null || first.sign !== null
  if (gap.trim() === '/' && once && second.scale === 'k' && first.base < second.base) return true
  return JOIN_BETWEEN.test(gap) && BETWEEN.test(before(text, first.start, 30))
}
