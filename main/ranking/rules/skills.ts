import type { RankableJob } from '../../contract/ranking.ts'
import { folded } from '../../postings/rules/clean-text.ts'
import { type Factor, listed, noWish, thousandths, UNKNOWN } from './factor.ts'

const REQUIRED = 2
const NICE_TO_HAVE = 1
/** How much of what only the longer list holds counts, and at most what part of the shorter one. */
const LONGER = 0.1
const LONGER_AT_MOST = 0.5

/** The skills that a job asks by keys of any kind (names folded by `skillKey`, or ids); no key stands twice. */
export interface SkillKeys<Key> {
  required: readonly Key[]
  nice: readonly Key[]
}

/** The names that a job asks as keys: spellings of one skill once, as required when one of them is. */
export function skillKeysOf(skills: RankableJob['skills']): SkillKeys<string> {
  const required = new Set<string>()
  const nice = new Set<string>()
  for (const skill of skills) if (skill.required) required.add(skillKey(skill.name))
  for (const { name } of skills) {
    const key = skillKey(name)
    if (!required.has(key)) nice.add(key)
  }
  required.delete('')
  nice.delete('')
  return { required: [...required], nice: [...nice] }
}

/** The different skills that a campaign names, as keys. */
export function wishedSkillKeys(skills: readonly string[]): Set<string> {
  const keys = new Set(skills.map(skillKey))
  keys.delete('')
  return keys
}

/**
 * Skills: what the job asks and the campaign names, mainly against the shorter of both lists: a long wish list or
 * a long posting counts little against the job, yet one shared skill of thirty says less than one of three. A
 * required skill weighs double. One more shared skill never lowers the share. `count`: how many skills the campaign
 * names, also those that have no key of this kind. Whole thousandths or UNKNOWN.
 */
export function skillsShare<Key>(asked: SkillKeys<Key>, wished: ReadonlySet<Key>, count: number): number {
  const all = REQUIRED * asked.required.length + NICE_TO_HAVE * asked.nice.length
  if (all === 0) return UNKNOWN
  let required = 0
  let nice = 0
  for (const key of asked.required) if (wished.has(key)) required++
  for (const key of asked.nice) if (wished.has(key)) nice++
  const matched = REQUIRED * required + NICE_TO_HAVE * nice
  const yours = matched + REQUIRED * (count - required - nice)
  const shorter = Math.min(all, yours)
  const longer = Math.max(all, yours)
  return thousandths(matched / (shorter + Math.min(LONGER * (longer - shorter), LONGER_AT_MOST * shorter)))
}

/** The factor over names, with its sentence. */
export function skillsFactor(skills: readonly string[]): Factor<Pick<RankableJob, 'skills'>> {
  const wished = wishedSkillKeys(skills)
  if (wished.size === 0) return noWish('your campaign names no skills')
  return {
    share: job => skillsShare(skillKeysOf(job.skills), wished, wished.size),
    evidence(job) {
      const shared = new Map<string, string>()
      const others = new Map<string, string>()
      let asked = false
      for (const { name, required } of job.skills) {
        const key = skillKey(name)
        if (wished.has(key)) shared.set(key, first(shared.get(key), name))
        else if (required && key !== '') others.set(key, first(others.get(key), name))
        asked ||= key !== ''
      }
      if (!asked) return 'no skills stated'
      return sentence([...shared.values()], [...others.values()], wished.size)
    },
  }
}

/** Of two spellings the same one whatever their order. */
function first(before: string | undefined, name: string): string {
  return before === undefined || name < before ? name : before
}

function sentence(shared: string[], others: string[], wished: number): string {
  const also =
    others.length === 0 ? '' : `; ${shared.length === 0 ? '' : 'also '}requires ${listed(others.sort())}`
  const yours = `your ${wished} ${wished === 1 ? 'skill' : 'skills'}`
  if (shared.length === 0) return `asks none of ${yours}${also}`
  return `asks ${shared.length} of ${yours}: ${listed(shared.sort(), 'and', 6)}${also}`
}

const PLAIN_KEY = /^[a-z0-9+#]*$/

/** Names of skills come again and again. */
const MOST_REMEMBERED = 5_000
const remembered = new Map<string, string>()

/** The form in which skills are compared: "Node.js", "node js" and "NodeJS" are one; "C", "C++" and "C#" are three. */
export function skillKey(name: string): string {
  const before = remembered.get(name)
  if (before !== undefined) return before
  const text = folded(name)
  const key = PLAIN_KEY.test(text) ? text : text.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '')
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(name, key)
  return key
}
