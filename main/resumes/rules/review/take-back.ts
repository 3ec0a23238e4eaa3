import type { Profile } from '../../../contract/profile.ts'

/**
 * The profile without what a review brought: single values go back unless they were changed again since; of lists goes
 * what was added, and what was replaced comes back, while everything else that changed since stays.
 */
export function takenBack(now: Profile, before: Profile, after: Profile): Profile {
  const keys = Object.keys(after) as (keyof Profile)[]
  const back = keys.flatMap((key): [string, unknown][] => {
    const [was, became, is] = [before[key], after[key], now[key]]
    if (isEqual(was, became)) return []
    if (isEqual(is, became)) return [[key, was]]
    if (!Array.isArray(is) || !Array.isArray(was) || !Array.isArray(became)) return []
    const added: unknown[] = became.filter(one => !has(was, one))
    const gone: unknown[] = was.filter(one => !has(became, one))
    const kept: unknown[] = is.filter(one => !has(added, one))
    return [[key, [...kept, ...gone.filter(one => !has(kept, one))]]]
  })
  return { ...now, ...Object.fromEntries(back) }
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const has = (list: readonly unknown[], one: unknown): boolean => list.some(each => isEqual(each, one))
