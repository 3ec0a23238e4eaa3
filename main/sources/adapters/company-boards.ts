import { z } from 'zod'
import type { JobFacts } from '../../contract/facts.ts'
import type { SourceField } from '../../contract/sources.ts'
import { decodeEntities, escapeText, isHtml } from '../../postings/rules/html.ts'
import { readAmount, readCurrency, readPeriod } from '../rules/values.ts'
import type { SourceItem } from './adapter.ts'
import type { Naming } from './reading.ts'

/** What the boards of single companies have in common: how they are named, and how places, pay and texts are written. */

/** The address in a text that may lack its "https://"; null when it is none. */
export function addressIn(text: string): URL | null {
  const plain = text.trim()
  return URL.parse(/^https?:\/\//i.test(plain) ? plain : `https://${plain}`)
}

/** The parts of an address's path, percent signs decoded. */
export function pathParts(url: URL): string[] {
  return url.pathname
    .split('/')
    .filter(part => part !== '')
    .map(decodedPart)
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** A config text that `read` turns into what is asked for, or refuses with `message`. */
export function readableText(read: (text: string) => string | null, message: string) {
  return z
    .string()
    .max(500)
    .transform((text, context) => {
      const value = read(text)
      if (value !== null) return value
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** The company's name, for boards whose postings do not carry it. */
export const companyName = z.string().trim().max(200).optional()

/** The form field of `companyName`. */
export const companyField: SourceField = {
  name: 'company',
  label: 'Company',
  hint: 'The postings do not name it. Left empty, the name in the address is shown.',
  placeholder: 'Acme Ltd',
  required: false,
}

/** An amount as a number or a text; missing when it is neither. */
export const optionalAmount = z.union([z.number(), z.string()]).nullish().catch(null)

/** A list that may be missing; elements of another shape are left out. */
export const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform(list =>
      (list ?? []).flatMap((one): z.output<Shape>[] => {
        const read = shape.safeParse(one)
        return read.success ? [read.data] : []
      }),
    )

/** A text of one line: entities decoded, spaces joined. */
export const oneLine = (text: string | null | undefined): string =>
  decodeEntities(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/** "Utrecht, Netherlands" of the parts of a place, empty and repeated ones left out. */
export function placeOf(...parts: readonly (string | null | undefined)[]): string {
  return joined(parts, ', ')
}

/** Several places as one text. */
export function placesOf(places: readonly (string | null | undefined)[]): string {
  return joined(places, '; ')
}

function joined(texts: readonly (string | null | undefined)[], between: string): string {
  const lines = texts.map(oneLine).filter(text => text !== '')
  return [...new Set(lines)].join(between)
}

/** A province as a fact: names only, since "QC" and "Quebec" would count as two places. */
export function provinceName(text: string | null | undefined): string | null {
  const name = oneLine(text)
  return name.length > 3 ? name : null
}

/** One pay range as a source states it; amounts as numbers or texts. */
export interface PayRange {
  low: unknown
  high: unknown
  currency: string | null | undefined
  /** The source's own word for the period; empty when it has none. */
  period: string | null | undefined
  /** What the range is for, such as "Zone A"; "Salary" when empty. */
  title?: string | null | undefined
}

type PayFacts = Pick<
  Partial<JobFacts>,
  'salary_low' | 'salary_high' | 'compensation_currency' | 'salary_period'
>

/**
 * Pay as facts, and as lines for the front of the text where the facts do not say all: several ranges, or a period
 * that no fact can hold ("every two weeks"). Ranges in different currencies or periods are lines alone.
 */
export function readPayRanges(ranges: readonly PayRange[]): { facts: PayFacts; lines: string[] } {
  const given = ranges.flatMap(range => {
    const low = readAmount(range.low)
    const high = readAmount(range.high)
    if (low === null && high === null) return []
    const currency = readCurrency(range.currency ?? '')
    const word = oneLine(range.period)
    return [{ range, low, high, currency, word, period: periodOf(word) }]
  })
  const [first] = given
  if (first === undefined) return { facts: {}, lines: [] }
  const lines = given.map(({ range, low, high, period, word }) => {
    const amounts = [low, high].filter((one, at, all) => one !== null && all.indexOf(one) === at)
    const words = amounts.map(amount => amount?.toLocaleString('en-US')).join(' - ')
    const per = word === '' ? '' : period === null ? ` (${word.toLowerCase()})` : ` per ${period}`
    return `${oneLine(range.title) || 'Salary'}: ${`${words} ${oneLine(range.currency)}`.trim()}${per}`
  })
  const alike = given.every(one => one.currency === first.currency && one.period === first.period)
  if (!alike || given.some(one => one.word !== '' && one.period === null)) return { facts: {}, lines }
  const lows = given.flatMap(one => one.low ?? [])
  const highs = given.flatMap(one => one.high ?? [])
  const facts: PayFacts = {}
  if (lows.length > 0) facts.salary_low = Math.min(...lows)
  if (highs.length > 0) facts.salary_high = Math.max(...highs)
  if (first.currency !== null) facts.compensation_currency = first.currency
  if (first.period !== null) facts.salary_period = first.period
  return { facts, lines: given.length > 1 ? lines : [] }
}

/** The period that a word means; "2 weeks" and "bi-weekly" are none of ours. */
function periodOf(word: string): JobFacts['salary_period'] {
  return word === '' || /(?<!\d)(?:[2-9]|\d\d)(?!\d)/.test(word) ? null : readPeriod(word)
}

/** Facts without those that are null: a null would say that the source has a field for it. */
export function statedFacts(facts: Partial<JobFacts>): Partial<JobFacts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  )
}

/** Lines that the source states outside its text, before the text. */
export function withFront(lines: readonly string[], text: string): string {
  return [lines.join('\n'), text].filter(part => part !== '').join('\n\n')
}

/** Plain text as paragraphs of HTML, so that it can stand between other HTML. */
export function paragraphs(text: string | null | undefined): string {
  const plain = (text ?? '').trim()
  if (plain === '') return ''
  return plain
    .split(/\n\s*\n/)
    .map(paragraph => `<p>${escapeText(decodeEntities(paragraph.trim())).replaceAll('\n', '<br>')}</p>`)
    .join('')
}

/** A section of HTML or plain text under its heading; empty when there is nothing under it. */
export function section(heading: string | null | undefined, content: string | null | undefined): string {
  const body = (content ?? '').trim()
  if (body === '') return ''
  const title = oneLine(heading)
  const list = /^<li[\s>]/i.test(body) ? `<ul>${body}</ul>` : isHtml(body) ? body : paragraphs(body)
  return title === '' ? `<div>${list}</div>` : `<h3>${escapeText(title)}</h3><div>${list}</div>`
}

/** Sections one after the other, empty ones left out. */
export const sections = (parts: readonly string[]): string => parts.filter(part => part !== '').join('\n')

/** How a source names itself when the text of one posting is asked. */
export function detailNaming(label: string, { posting }: SourceItem): Naming {
  return { label, notFound: `${label} no longer shows "${posting.title}".` }
}
