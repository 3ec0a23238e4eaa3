import { JobFilter, type SalaryFilter } from '../../contract/job-filter.ts'
import type { ReadFilter } from '../../contract/search.ts'
import { partsOf, type TextPart, writeValue } from './parts.ts'
import {
  countryNamed,
  isCurrency,
  levelNamed,
  markNamed,
  readPay,
  readScore,
  remoteNamed,
  statusNamed,
  typeNamed,
} from './scopes.ts'
import { readTime, type Times } from './times.ts'

/** A filter as text with scopes, and back. Whatever names no scope stays what is searched for. */

/** Things that have a name for people and an id for filters. */
export type Named = 'campaign' | 'source' | 'company'

/** What reading a text asks of the world. */
export interface ReadHelp extends Times {
  /** Ids by name or by `#id`; none: nothing has this name. */
  find(kind: Named, name: string): number[]
  /** The currency of a pay that names none. */
  currency: string
}

/** The lists and marks that reading fills; `JobFilter` judges them in the end. */
interface Draft {
  filter: Record<string, unknown>
  ignored: string[]
}

/** What a scope makes of its values: false when they mean nothing to it, so that they stay text. */
type Reader = (draft: Draft, part: TextPart, help: ReadHelp) => boolean

function add(draft: Draft, name: string, values: readonly unknown[]): void {
  const before = draft.filter[name]
  draft.filter[name] = [...new Set([...(Array.isArray(before) ? before : []), ...values])]
}

/** A list of words of which every one must be known. */
const words =
  (name: string, read: (text: string) => unknown): Reader =>
  (draft, { items }) => {
    const values = items.map(read)
    if (values.includes(undefined)) return false
    add(draft, name, values)
    return true
  }

const named =
  (kind: Named, put: (draft: Draft, ids: number[]) => void): Reader =>
  (draft, { items, raw }, { find }) => {
    const ids = items.flatMap(item => find(kind, item))
    if (ids.length === 0) draft.ignored.push(raw)
    else put(draft, ids)
    return true
  }

const time =
  (since: string, until: string | null): Reader =>
  (draft, { value }, help) => {
    const range = readTime(value, help)
    if (!range || (range.until !== null && range.since === null && until === null)) return false
    if (range.since !== null) draft.filter[since] = range.since
    if (range.until !== null && until !== null) draft.filter[until] = range.until
    return true
  }

const score =
  (name: string): Reader =>
  (draft, { value }) => {
    const least = readScore(value)
    if (least === undefined) return false
    draft.filter[name] = least
    return true
  }

const is: Reader = (draft, { items }) => {
  const marks = items.map(markNamed)
  if (marks.includes(undefined)) return false
  for (const mark of marks) if (mark) draft.filter[mark] = true
  return true
}

const cities: Reader = (draft, { items }) => {
  const values = items.map(item => item.trim()).filter(item => item !== '' && item.length <= 120)
  if (values.length === 0) return false
  add(draft, 'cities', values)
  return true
}

const salary: Reader = (draft, { value }, { currency }) => {
  const unstated = /,unstated$/i.test(value)
  const pay = readPay(value.replace(/,unstated$/i, ''))
  if (!pay) return false
  draft.filter.salary = { ...pay, currency: pay.currency ?? currency, unstated }
  return true
}

const text: Reader = (draft, { value }) => {
  draft.filter.text = value
  return true
}

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['remote', words('remote', remoteNamed)],
  ['type', words('jobTypes', typeNamed)],
  ['level', words('levels', levelNamed)],
  ['country', words('countries', countryNamed)],
  ['city', cities],
  ['salary', salary],
  ['pay', salary],
  ['source', named('source', (draft, ids) => add(draft, 'sourceIds', ids))],
  [
    'campaign',
    named('campaign', (draft, ids) => {
      draft.filter.campaignId = ids[0]
    }),
  ],
  ['foundby', named('campaign', (draft, ids) => add(draft, 'foundBy', ids))],
  ['at', named('company', (draft, ids) => add(draft, 'companyIds', ids))],
  [
    'only',
    named('company', (draft, ids) => {
      draft.filter.companyId = ids[0]
    }),
  ],
  ['found', time('foundSince', 'foundUntil')],
  ['posted', time('postedSince', null)],
  ['is', is],
  ['score', score('minScore')],
  ['match', score('minMatch')],
  ['text', text],
])

/** Reads a filter from text; what is no scope, or means nothing to it, stays text. Never fails. */
export function readFilterText(written: string, help: ReadHelp): ReadFilter {
  const draft: Draft = { filter: {}, ignored: [] }
  const rest: string[] = []
  const parts = partsOf(written)
  let taken = false
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at]
    if (!part) break
    const next = parts[at + 1]
    const pay = next && withCurrency(part, next)
    if (pay && accepts(draft, pay, help)) at += 1
    else if (!accepts(draft, part, help)) {
      rest.push(part.raw)
      continue
    }
    taken = true
  }
  const plain = taken ? endedLike(rest.join(' '), written) : written
  const { filter } = draft
  const all = { ...filter, text: [filter.text ?? '', plain].filter(one => one !== '').join(' ') }
  return { filter: fitted(all), ignored: draft.ignored }
}

/** A finished last word stays finished. */
const endedLike = (text: string, written: string): string =>
  text !== '' && /\s$/.test(written) ? `${text} ` : text

function accepts(draft: Draft, part: TextPart, help: ReadHelp): boolean {
  if (part.negated) return false
  if (part.scope === null) {
    const status = /^@\S+$/.test(part.raw) ? statusNamed(part.raw.slice(1)) : undefined
    if (status === undefined) return false
    add(draft, 'statuses', [status])
    return true
  }
  return READERS.get(part.scope)?.(draft, part, help) ?? false
}

/** "salary:80k-100k usd": the currency is the next word. */
function withCurrency(part: TextPart, next: TextPart): TextPart | undefined {
  if (part.scope !== 'salary' && part.scope !== 'pay') return undefined
  if (!isCurrency(next.raw) || readPay(part.value)?.currency !== null) return undefined
  return { ...part, value: `${part.value} ${next.raw}` }
}

/** The filter of what was read; lists that are too long end early, and a part that does not fit is left out. */
function fitted(read: Record<string, unknown>): JobFilter {
  const cut = Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, 100) : value]),
  )
  const whole = JobFilter.safeParse(cut)
  if (whole.success) return whole.data
  const bad = new Set(whole.error.issues.map(issue => issue.path[0]))
  return JobFilter.parse(Object.fromEntries(Object.entries(cut).filter(([name]) => !bad.has(name))))
}

/** What writing a filter asks of the world. */
export interface WriteHelp {
  /** A name that `find` leads back to this id alone, or else `#id`. */
  nameOf(kind: Named, id: number): string
}

/** A filter as text that `readFilterText` understands. */
export function writeFilterText(filter: JobFilter, { nameOf }: WriteHelp): string {
  const parts: string[] = filter.statuses.map(status => `@${status}`)
  const list = (scope: string, values: readonly string[]) => {
    if (values.length > 0) parts.push(`${scope}:${values.map(writeValue).join(',')}`)
  }
  const names = (scope: string, kind: Named, ids: readonly number[]) =>
    list(
      scope,
      ids.map(id => nameOf(kind, id)),
    )
  if (filter.campaignId !== null) names('campaign', 'campaign', [filter.campaignId])
  if (filter.companyId !== null) names('only', 'company', [filter.companyId])
  names('at', 'company', filter.companyIds)
  names('source', 'source', filter.sourceIds)
  names('foundby', 'campaign', filter.foundBy)
  list('remote', filter.remote)
  list('type', filter.jobTypes)
  list('level', filter.levels)
  list('country', filter.countries)
  list('city', filter.cities)
  if (filter.salary) parts.push(`salary:${payText(filter.salary)}`)
  if (filter.minScore !== null) parts.push(`score:>${filter.minScore}`)
  if (filter.minMatch !== null) parts.push(`match:>${filter.minMatch}`)
  if (filter.foundSince !== null) parts.push(`found:>${filter.foundSince}`)
  if (filter.foundUntil !== null) parts.push(`found:<${filter.foundUntil}`)
  if (filter.postedSince !== null) parts.push(`posted:>${filter.postedSince}`)
  const marks = (
    [
      ['favourite', filter.favourite],
      ['unread', filter.unread],
      ['open', filter.open],
      ['hidden', filter.ineligible],
    ] as const
  ).flatMap(([name, set]) => (set ? [name] : []))
  list('is', marks)
  const plain = isPlain(filter.text, parts.length > 0)
  if (filter.text !== '') parts.push(plain ? filter.text : `text:"${filter.text.replaceAll('"', '""')}"`)
  return parts.join(' ')
}

function payText({ low, high, currency, unstated }: SalaryFilter): string {
  const bounds =
    low === null ? (high === null ? 'stated ' : `<${high}`) : high === null ? `>${low}` : `${low}-${high}`
  const pay = `${bounds}${currency}${unstated ? ',unstated' : ''}`
  return bounds.endsWith(' ') ? `"${pay}"` : pay
}

/** Whether a text says the same after it was read: without scopes, and beside others also in its spaces. */
function isPlain(written: string, beside: boolean): boolean {
  const parts = partsOf(written)
  if (parts.some(part => (part.scope !== null ? READERS.has(part.scope) : part.raw.startsWith('@'))))
    return false
  return !beside || endedLike(parts.map(part => part.raw).join(' '), written) === written
}
