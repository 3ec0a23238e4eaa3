import type { SalaryPeriod } from '../../../contract/values.ts'
import { after, before, type ReadText } from '../text.ts'
import { type Amount, FACTOR, findAmounts, joins, moneyOf, roundCents, type Scale } from './amounts.ts'
import { countsThings, endLabelled, endNamed, judge } from './context.ts'
import { codeIn, currencyOf, resolveSign, signAfter } from './currency.ts'
import { inferPeriod, isPlausible } from './period.ts'
import { periodAfter, periodBefore } from './period-words.ts'

/** One amount or range that could be pay, with how much speaks for it. */
export interface Candidate {
  text: ReadText
  start: number
  end: number
  low: number | null
  high: number | null
  currency: string | null
  period: SalaryPeriod | null
  periodStated: boolean
  total: boolean
  score: number
}

/** Least score of an amount that is taken for pay. Set on labelled postings; see the scoring script. */
const ENOUGH = 3.6

/** All pay candidates of a text that have enough to speak for them, in order. */
export function findCandidates(text: ReadText, country: string | null): Candidate[] {
  const amounts = findAmounts(text)
  const found: Candidate[] = []
  for (let i = 0; i < amounts.length; i++) {
    const first = amounts[i]
    if (!first) break
    const taken = rangeAt(text, amounts, i)
    if (taken) {
      const candidate = weigh(text, inCents(text, taken.sum, country), country)
      if (candidate) found.push(candidate)
      i += taken.more
      continue
    }
    if (worthALook(text, first)) {
      const value = moneyOf(first)
      const sum = { low: value, high: value, first, last: first }
      const candidate = weigh(text, inCents(text, sum, country), country)
      if (candidate) found.push(candidate)
    }
  }
  return found
}

/** The range that begins with an amount, and how many further amounts belong to it. */
function rangeAt(text: ReadText, amounts: Amount[], index: number): { sum: Sum; more: number } | null {
  const first = amounts[index]
  const second = amounts[index + 1]
  if (!first || !second) return null
  if (joins(text, first, second) || areLabelledEnds(text, first, second)) {
    const range = asRange(first, second)
    if (range) return { sum: { ...range, first, last: second }, more: 1 }
  }
  // "Minimum … Midpoint … Maximum …"
  const third = amounts[index + 2]
  if (!third || !/\bmid/.test(text.lower.slice(first.end, second.start))) return null
  if (third.start - first.end > 90 || endLabelled(labelBefore(text, first.start)) !== 'low') return null
  const range = endLabelled(labelBefore(text, third.start)) === 'high' ? asRange(first, third) : null
  return range && { sum: { ...range, first, last: third }, more: 2 }
}

/** "Salary min: 40000" with "Salary max: 50000" in the next line. */
function areLabelledEnds(text: ReadText, first: Amount, second: Amount): boolean {
  if (second.start - first.end > 60) return false
  return (
    endLabelled(labelBefore(text, first.start)) === 'low' &&
    endLabelled(labelBefore(text, second.start)) === 'high'
  )
}

/** The words before an amount in its line, or the short line above when it opens its own. */
function labelBefore(text: ReadText, at: number): string {
  const left = before(text, at, 60)
  if (/[a-z]/.test(left)) return left
  const above = text.lower.slice(Math.max(0, at - left.length - 40), at - left.length).trimEnd()
  return `${above.slice(above.lastIndexOf('\n') + 1).replace(/:$/, '')}:`
}

/** Most numbers of a posting are neither money nor large; looking at their neighbours would cost time. */
function worthALook(text: ReadText, amount: Amount): boolean {
  if (amount.sign !== null || amount.scale !== null || amount.grouped) return true
  if (amount.base < 5) return false
  return amount.digits >= 4
    ? !isYearNumber(amount)
    : /:|rate|lohn|satz|taux|hora|loon/.test(before(text, amount.start, 24))
}

interface Sum {
  low: number
  high: number
  first: Amount
  last: Amount
}

/** The ends of "45 - 65k", "£70-85,000", "12-15 LPA" in full numbers; null when they make no range. */
function asRange(first: Amount, second: Amount): { low: number; high: number } | null {
  let low = moneyOf(first)
  let high = moneyOf(second)
  if (first.scale === null && second.scale !== null && first.base < 1_000) {
    low = scaled(first.base, second.scale)
  } else if (second.scale === null && first.scale !== null && second.base < 1_000) {
    high = scaled(second.base, first.scale)
  } else if (first.scale === null && second.scale === null && first.base < 1_000 && high >= 10_000) {
    if (first.base * 1_000 <= high && first.base * 1_000 >= high / 5) low = first.base * 1_000
  }
  // Written the wrong way round, such as "$100,000 - $75,000".
  if (low > high && low <= high * 3) [low, high] = [high, low]
  return low <= high && high <= low * 12 ? { low, high } : null
}

function scaled(base: number, scale: Scale): number {
  return roundCents(base * FACTOR[scale])
}

const MILLS = /^[$£€]?\s?\d{1,2}\.\d{3}$/
const RATE_BEFORE = /(?:hourly|hiring|starting|entry)(?: pay)? rate\s*:?\s*$/

/** "$19.423 an hour": public employers write rates to the tenth of a cent, where others would mean thousands. */
function inCents(text: ReadText, sum: Sum, country: string | null): Sum {
  const { first, last } = sum
  if (
    ![first, last].every(
      ({ start, end, scale }) => scale === null && MILLS.test(text.lower.slice(start, end)),
    )
  )
    return sum
  const left = before(text, first.start, 40)
  const told =
    periodAfter(after(text, last.end, 40)) ?? (RATE_BEFORE.test(left) ? 'hour' : periodBefore(left))
  const currency = resolveSign(first.sign ?? '$', country, sum.low, '')
  if (told !== 'hour' || isPlausible(sum.low, 'hour', currency)) return sum
  return { ...sum, low: sum.low / 1_000, high: sum.high / 1_000 }
}

function weigh(text: ReadText, sum: Sum, country: string | null): Candidate | null {
  const { first, last } = sum
  const isRange = first !== last
  if (last.scale === 'b') return null
  const left = before(text, first.start, 90)
  const right = after(text, last.end, 80)
  const sign = isRange
    ? last.sign !== null && last.sign !== '$'
      ? last.sign
      : (first.sign ?? last.sign)
    : first.sign
  if (sign === null && (isYearNumber(first) || isYearNumber(last) || countsThings(right))) return null
  if (sign === null && CODE_BEFORE.test(left)) return null
  if (sign === null && !hasScale(sum) && countsLevels(sum) && LEVEL_BEFORE.test(left)) return null
  if (sign === null && isAge(sum, left, right)) return null
  const verdict = judge(left, right, headingAbove(text, first.start, left))
  if (last.scale === 'm' && !paysInMillions(last.sign)) {
    if ((!verdict.named && !verdict.total) || /\bincome\b[^.;]*$/.test(left)) return null
  }
  const hasK = first.scale !== null || last.scale !== null
  if (sign === null && !verdict.named && !(hasK && isRange)) return null

  const currency = currencyFor(text, sum, sign, left, right, country)
  const unnamed = OTHER_PERIOD.test(right) && inferPeriod(sum.low, sum.high, currency) !== 'year'
  const stated = unnamed ? null : statedPeriod(text, sum, left, right, currency)
  const period = stated ?? (unnamed ? null : inferPeriod(sum.low, sum.high, currency))
  if (period === null && !isPlausible(sum.high, 'day', currency)) return null
  if (period !== null && !isPlausible(sum.high, period, currency)) return null

  let score = verdict.points
  if (sign !== null) score += 2
  if (stated !== null) score += 1.5
  if (isRange) score += 1.5
  if (hasK) score += 0.5
  if (hasK && last.plus) score += 0.5
  if (stated === 'hour' || (stated === 'day' && sum.low >= 150) || (stated === 'week' && sum.low >= 300))
    score += 0.5
  if (verdict.named && /:\s*$/.test(left)) score += 0.5
  if (first.digits >= 4 || last.digits >= 4) score += 0.5
  // Boards for freelancers call the rate a budget.
  if (stated === 'hour' && /\bbudget\s?:?\s*$/.test(left)) score += 4
  if (last.scale === 'lakh' && /lpa|l\.p/.test(text.lower.slice(last.start, last.end))) score += 4
  if (text.name === 'title') score += 1.5
  else score += standsAlone(left, right, period)
  if (stated === null && period === 'hour' && !verdict.named && text.name !== 'title') score -= 1
  if (sign === null && !verdict.named) score -= 0.5
  if (sign === null && !hasK && stated === null && sum.high < 1_000 && !verdict.near) score -= 1.5
  if (score < ENOUGH) return null

  const end = isRange ? null : endNamed(left)
  const open = last.plus || /^\s?(?:or more|and up\b|upwards|plus\b(?! ))/.test(right)
  return {
    text,
    start: first.start,
    end: last.end,
    low: end === 'high' ? null : sum.low,
    high: end === 'low' || (open && !isRange) ? null : sum.high,
    currency,
    period,
    periodStated: stated !== null,
    total: verdict.total,
    score,
  }
}

/** Numbers of agreements, committees, grades and steps: "PC 302.01", "IDCC 1486", "Entgeltgruppe 10". */
const CODE_BEFORE =
  /(?<![a-zà-ž])(?:pc|cp|cct|ccnl|idcc|paritair comité|commission paritaire|convention collective|convenio|cao|fwg|schaal|trede|salarisschaal|tarif(?:gruppe|vertrag)?|entgeltgruppe|lohngruppe|gehaltsgruppe|besoldungsgruppe|eg|stufe|échelon|coefficient|coef\.?|indice|grupo|nivel|livello|grado|réf(?:érence)?\.?|ref\.?|referencia|kennziffer|referenz(?:nummer)?)(?: n[o°r]?\.?)?[\s:.°]*$/

/** "NJC SCP 7-11", "spinal points 23 to 27": small numbers that stand for amounts of a table. */
const LEVEL_BEFORE =
  /(?<![a-z])(?:scp|njc|spinal|spine|(?:spinal|spine|scale|pay|column|salary) ?points?|points?|scale|(?:pay |salary )?(?:grade|band|level|step|group)|gs|wg|gg)s?[\s:.#-]*$/

const countsLevels = ({ low, high }: Sum): boolean =>
  high < 100 && Number.isInteger(low) && Number.isInteger(high)
const hasScale = ({ first, last }: Sum): boolean => first.scale !== null || last.scale !== null

/** "£10.00 (18-20)": in brackets behind a rate stand the ages that it is for. */
function isAge(sum: Sum, left: string, right: string): boolean {
  if (sum.low < 14 || sum.high > 75 || !Number.isInteger(sum.low) || !Number.isInteger(sum.high)) return false
  return (
    /\d[^()]{0,24}\((?:age[sd]? ?)?$/.test(left) &&
    /^\s?(?:\)|(?:years?|yrs?|and (?:over|above))\b)/.test(right)
  )
}

/** Periods that Rolecall has no word for; such pay keeps its amount and no period. */
const OTHER_PERIOD =
  /^[^.;\d]{0,16}(?:bi-?weekly|fortnight|every two weeks|semi-?monthly|per (?:quarter|shift|session|project|article|word|visit|mile|unit|piece|task|hire))/

function paysInMillions(sign: string | null): boolean {
  return sign !== null && /^(?:VND|IDR|KRW|JPY|¥|COP|CLP|ARS|HUF|NGN|UGX|TZS|IRR)$/.test(sign)
}

function isYearNumber(amount: Amount): boolean {
  return (
    amount.scale === null &&
    !amount.grouped &&
    amount.base >= 1_900 &&
    amount.base <= 2_100 &&
    Number.isInteger(amount.base)
  )
}

const HEDGE =
  /(?:up to|^\W*to|from|circa|around|approx\.?|about|c\.?|ca\.?|bis zu|ab|jusqu'à|hasta|vanaf|tot|desde)\s*$/

/** "Permanent, £42,000, Leeds": one of the items of a short line. */
const LISTED_BEFORE = /(?:^|,)\s*$/
const LISTED_AFTER = /^\s*(?:$|,\s)/

/**
 * What it adds when an amount has its part of a line to itself: "| $125-175k |", "- 8.1k–9.5k PLN". An amount of
 * the size of a year's pay needs less else to speak for it.
 */
function standsAlone(left: string, right: string, period: SalaryPeriod | null): number {
  if (period === 'year' && left.length <= 50 && LISTED_BEFORE.test(left) && LISTED_AFTER.test(right))
    return 1.2
  const rest = left.replace(HEDGE, '')
  const opens = /(?:^|[(|•·☆]|[a-z)]\s-)[\s*•-]*$/.exec(rest)
  if (
    !opens ||
    !/^(?:[\s*+.)]|(?:\/|per |an? )\s?[a-z]{1,6}\b)*(?:$|[|•·☆(+]|-\s|-?ish\b|,? ?(?:plus|with|guaranteed)\b)/.test(
      right,
    )
  )
    return 0
  return period === 'year' && !opens[0].startsWith('(') ? 1.2 : 1
}

/** The short lines above, when nothing but a bullet or the label of a list stands before the amount in its line. */
function headingAbove(text: ReadText, at: number, left: string): string {
  if (ITEM.test(left))
    return headingOfList(text.lower.slice(Math.max(0, at - left.length - 400), at - left.length))
  if (/[a-z]{3}/.test(left)) return ''
  const lines = text.lower
    .slice(Math.max(0, at - left.length - 160), Math.max(0, at - left.length))
    .split('\n')
  const above = lines.filter(line => line.trim() !== '').slice(-2)
  return above
    .reverse()
    .filter((line, index) => line.length <= 48 && (index === 0 || /[:]\s*$/.test(line) || line.length <= 32))
    .reverse()
    .join(' ')
}

/** "1. Ausbildungsjahr: ", "- Level 2: ": what stands before an amount that is one of several. */
const ITEM =
  /^[\s*•·+-]{0,6}(?:\d{1,2}(?:\.|st|nd|rd|th|er?|e|º|ª)?\s)?[a-zà-ž][a-zà-ž ()/'-]{2,30}(?:\s?\d{1,2})?\s?:\s*$/

/** The heading on pay of a list with an amount in each line: the nearest line above that has none. */
function headingOfList(above: string): string {
  const lines = above.split('\n').slice(-7)
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]?.trim() ?? ''
    if (line === '' || /\d[\d.,' ]{2,}/.test(line)) continue
    return line.length <= 70 && /[:)]$/.test(line) && judge('', '', line).named ? line : ''
  }
  return ''
}

function statedPeriod(
  text: ReadText,
  sum: Sum,
  left: string,
  right: string,
  currency: string | null,
): SalaryPeriod | null {
  const between = sum.first === sum.last ? '' : text.lower.slice(sum.first.end, sum.last.start)
  const fits = (period: SalaryPeriod | null): period is SalaryPeriod =>
    period !== null && isPlausible(sum.high, period, currency)
  if (sum.last.scale === 'lakh' || sum.last.scale === 'crore') {
    const told = periodAfter(right)
    return fits(told) ? told : 'year'
  }
  const following = periodAfter(right)
  if (fits(following)) return following
  const inside = between === '' ? null : periodAfter(between)
  if (fits(inside)) return inside
  const clause = left.split(/[|;]|[.!?]\s/).at(-1) ?? ''
  const preceding = periodBefore(clause)
  if (fits(preceding)) return preceding
  const heading = headingAbove(text, sum.first.start, left)
  const above = periodBefore(heading) ?? periodAfter(heading.slice(-40))
  return fits(above) ? above : null
}

const CURRENCY_FIELD = /(?<![a-z])currency\s*[:=]\s*([a-z]{3})(?![a-z])/

function currencyFor(
  text: ReadText,
  sum: Sum,
  sign: string | null,
  left: string,
  right: string,
  country: string | null,
): string | null {
  const near = codeIn(right.slice(0, 24)) ?? codeIn(left.slice(-40))
  if (sign !== null) {
    // "$90,000 - $105,000 (CAD)"
    if (sign === '$' && near !== null && /^(?:USD|CAD|AUD|NZD|SGD|HKD|TWD|MXN|COP|CLP|ARS)$/.test(near))
      return near
    return resolveSign(sign, country, sum.high, left + right)
  }
  if (sum.last.scale === 'lakh' || sum.last.scale === 'crore') return 'INR'
  if (near !== null) return near
  const after = signAfter(text.lower, sum.last.end + 1)
  if (after) return resolveSign(after.sign, country, sum.high, left + right)
  return currencyField(text) ?? currencyOf(country)
}

const FIELDS = new WeakMap<ReadText, { code: string | null }>()

/** The currency that a form names in a field of its own; looked for once a text. */
function currencyField(text: ReadText): string | null {
  const known = FIELDS.get(text)
  if (known) return known.code
  const field = CURRENCY_FIELD.exec(text.lower)?.[1]
  const code = field === undefined ? null : codeIn(field)
  FIELDS.set(text, { code })
  return code
}
