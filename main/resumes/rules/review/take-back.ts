import type { Profile } from '../../../contract/profile.ts'
import { ENTRY_KINDS, type Entry, type EntryField, isSameEntry } from '../../../profile/rules/entries.ts'

/**
 * The profile without what a review brought: single values go back unless they were changed again since; of lists goes
 * what was added, and what was replaced comes back in its place. What was edited or removed by hand since stays so: what
 * it once replaced does not come back beside it.
 */
export function takenBack(now: Profile, before: Profile, after: Profile): Profile {
  const keys = Object.keys(after) as (keyof Profile)[]
  const back = keys.flatMap((key): [string, unknown][] => {
    const [was, became, is] = [before[key], after[key], now[key]]
    if (isEqual(was, became)) return []
    if (isEqual(is, became)) return [[key, was]]
    if (!Array.isArray(is) || !Array.isArray(was) || !Array.isArray(became)) return []
    return [[key, listBack(key, is, was, became)]]
  })
  return { ...now, ...Object.fromEntries(back) }
}

type List = readonly unknown[]

function listBack(key: keyof Profile, is: List, was: List, became: List): unknown[] {
  const replaced = replacements(key, was, became)
  const added = became.filter(one => !has(was, one))
  const kept = is.filter(one => !has(added, one))
  const back = is.flatMap(one => {
    if (!has(added, one)) return [one]
    const former = replaced.find(({ by }) => isEqual(by, one))?.former
    return former === undefined || kept.some(own => clash(key, own, former)) ? [] : [former]
  })
  const gone = was.filter(one => !has(became, one) && !replaced.some(({ former }) => former === one))
  return [...back, ...gone.filter(one => !back.some(own => isEqual(own, one) || isSame(key, own, one)))]
}

/** What the review put in the place of what: the same thing in other words, else what stands at the same place. */
function replacements(key: keyof Profile, was: List, became: List): { former: unknown; by: unknown }[] {
  const left = new Set(became.filter(one => !has(was, one)))
  const gone = was.filter(one => !has(became, one))
  const pairs: { former: unknown; by: unknown }[] = []
  const pair = (former: unknown, by: unknown): void => {
    if (by === undefined || !left.delete(by)) return
    pairs.push({ former, by })
  }
  for (const former of gone)
    pair(
      former,
      [...left].find(one => isSame(key, former, one)),
    )
  for (const former of gone)
    if (!pairs.some(each => each.former === former)) pair(former, became[was.indexOf(former)])
  return pairs
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const has = (list: List, one: unknown): boolean => list.some(each => isEqual(each, one))

/** Whether two things of a list are the same thing, maybe in other words. */
function isSame(key: keyof Profile, a: unknown, b: unknown): boolean {
  if (isEntryField(key)) return isSameEntry(key, a as Entry, b as Entry)
  const [one, other] = [nameOf(a), nameOf(b)]
  return one !== '' && one === other
}

const isEntryField = (key: string): key is EntryField => Object.hasOwn(ENTRY_KINDS, key)

/** A profile lists a skill and a language once; positions may look alike. */
const clash = (key: keyof Profile, a: unknown, b: unknown): boolean =>
  isEntryField(key) ? isEqual(a, b) : isSame(key, a, b)

/** What tells a skill, a language, a link or a word of a list from others. */
function nameOf(one: unknown): string {
  if (typeof one === 'string') return one.toLowerCase()
  const { known_as, name, language, url } = one as Partial<Record<string, string | null>>
  return (known_as ?? name ?? language ?? url ?? '').toLowerCase()
}
