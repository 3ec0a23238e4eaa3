import { CampaignId, CompanyId } from '../contract/ids.ts'
import type { Suggestion } from '../contract/search.ts'
import type { Db } from '../platform/db/connection.ts'
import { foldWord, tokensOf } from './rules/fold.ts'
import {
  appliedBefore,
  beginningExpression,
  type CompanyLine,
  campaignNames,
  companiesBeginning,
  companiesOf,
  countedJobs,
  type HitJob,
  newestHits,
  presetNames,
  skillsBeginning,
} from './suggest-store.ts'

type Kind = Suggestion['kind']

/** In the order of the lines, with how many of each stand among ten. */
const SHARES: readonly [Kind, number][] = [
  ['preset', 2],
  ['campaign', 2],
  ['title', 4],
  ['company', 3],
  ['skill', 2],
  ['place', 2],
]

/** What was typed, as suggestions are looked up. */
interface Typed {
  /** Without spaces around it. */
  text: string
  /** Its words, folded. */
  tokens: string[]
}

/** The last word of what was typed, for what only it begins. */
const lastOf = ({ text, tokens }: Typed): Typed => ({
  text: text.split(/\s+/).at(-1) ?? '',
  tokens: tokens.slice(-1),
})

const LONGEST = 100

/** Lines that begin with a text or with its last word: saved views, campaigns, titles, companies, skills and places. */
export function suggestions(db: Db, text: string, kinds: readonly Kind[], limit: number): Suggestion[] {
  const typed = {
    text: text.trim().slice(0, LONGEST),
    tokens: tokensOf(text.slice(0, LONGEST)).map(foldWord),
  }
  if (typed.tokens.length === 0) return []
  const wanted = SHARES.filter(([kind]) => kinds.length === 0 || kinds.includes(kind))
  const linesFor = (asked: Typed) =>
    wanted.map(([kind, share]) => ({
      share: wanted.length === 1 ? limit : Math.ceil((share * limit) / 10),
      found: FINDERS[kind](db, asked, limit),
    }))
  const whole = linesFor(typed)
  const lines =
    typed.tokens.length > 1 && whole.every(({ found }) => found.length === 0)
      ? linesFor(lastOf(typed))
      : whole
  const first = lines.map(({ share, found }) => found.slice(0, share))
  // Room that one kind leaves is for the others.
  let room = limit - first.reduce((sum, found) => sum + found.length, 0)
  const all = lines.flatMap(({ share, found }, index) => {
    const more = room > 0 ? found.slice(share, share + room) : []
    room -= more.length
    return [...(first[index] ?? []), ...more]
  })
  return all.slice(0, limit)
}

const fold = (text: string): string => tokensOf(text).map(foldWord).join(' ')

/** Whether a name, or a word within it, begins with what was typed. */
const begins = (name: string, { tokens }: Typed): boolean => ` ${fold(name)}`.includes(` ${tokens.join(' ')}`)

function hitsIn(db: Db, column: string, { tokens }: Typed): HitJob[] {
  const match = beginningExpression(db, column, tokens)
  return match === null ? [] : newestHits(db, match)
}

/** Values by how often they occur without regard to case, those that begin with the text before others. */
function frequent(values: readonly string[], { tokens }: Typed): string[] {
  const counts = new Map<string, { value: string; n: number }>()
  for (const value of values) {
    const key = value.toLowerCase()
    const before = counts.get(key)
    if (before) before.n += 1
    else counts.set(key, { value, n: 1 })
  }
  const start = tokens.join(' ')
  const rank = (value: string) => (fold(value).startsWith(start) ? 0 : 1)
  return [...counts.values()]
    .map(one => ({ ...one, rank: rank(one.value) }))
    .sort((a, b) => a.rank - b.rank || b.n - a.n)
    .map(one => one.value)
}

/** Each is counted, so few are. */
const MOST_COUNTED = 4

function counted(db: Db, kind: 'title' | 'place' | 'skill', column: string | null, texts: readonly string[]) {
  return texts.slice(0, MOST_COUNTED).flatMap(text => {
    const phrase = tokensOf(text).join(' ')
    if (phrase === '') return []
    const n = countedJobs(db, `${column === null ? '' : `{${column}} : `}"${phrase}"`)
    return n === 0 ? [] : [{ kind, text, n }]
  })
}

function titles(db: Db, typed: Typed): Suggestion[] {
  const found = hitsIn(db, 'title', typed).map(job => job.title)
  return counted(db, 'title', 'title', frequent(found, typed))
}

function places(db: Db, typed: Typed): Suggestion[] {
  const found = hitsIn(db, 'place', typed).flatMap(({ city, place }) => {
    // "London, UK" is suggested as London, and by its country as it stands.
    const names = [city ?? '', place.split(',')[0] ?? '', place].map(name => name.trim())
    return names.find(name => name !== '' && begins(name, typed)) ?? []
  })
  return counted(db, 'place', 'place', frequent(found, typed))
}

const skills = (db: Db, { text }: Typed): Suggestion[] =>
  counted(db, 'skill', null, skillsBeginning(db, text))

function companies(db: Db, typed: Typed, limit: number): Suggestion[] {
  const lines = new Map<number, CompanyLine>()
  const add = (found: readonly CompanyLine[]) => {
    for (const line of found) if (!lines.has(line.id)) lines.set(line.id, line)
  }
  add(companiesBeginning(db, typed.text, limit))
  if (lines.size < limit) {
    const ids = new Set(hitsIn(db, 'company', typed).map(job => job.companyId))
    add(companiesOf(db, [...ids], limit))
  }
  return [...lines.values()].slice(0, limit).map(({ id, name, n }) => ({
    kind: 'company',
    text: name,
    n,
    companyId: CompanyId.parse(id),
    applied: appliedBefore(db, id),
  }))
}

const FINDERS: Record<Kind, (db: Db, typed: Typed, limit: number) => Suggestion[]> = {
  preset: (db, typed) =>
    presetNames(db)
      .filter(({ name }) => begins(name, typed))
      .map(({ id, name }) => ({ kind: 'preset', text: name, presetId: id })),
  campaign: (db, typed) =>
    campaignNames(db)
      .filter(({ name }) => begins(name, typed))
      .map(({ id, name }) => ({ kind: 'campaign', text: name, campaignId: CampaignId.parse(id) })),
  title: titles,
  company: companies,
  skill: skills,
  place: places,
}
