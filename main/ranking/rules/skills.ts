import type { RankableJob } from '../../contract/ranking.ts'
import { folded } from '../../postings/rules/clean-text.ts'
import { type Factor, known, listed, noWish, unknown } from './factor.ts'

const REQUIRED = 2
const NICE_TO_HAVE = 1

/**
 * Skills: what the job asks and the campaign names, against the shorter of both lists, so neither a long wish
 * list nor a long posting counts against the job. A required skill weighs double. One more shared skill never
 * lowers the share.
 */
export function skillsFactor(skills: readonly string[]): Factor<RankableJob> {
  const wished = new Set(skills.map(skillKey).filter(key => key !== ''))
  if (wished.size === 0) {
    const judgement = noWish('your campaign names no skills')
    return () => judgement
  }
  return job => {
    if (job.skills.length === 0) return unknown('no skills stated')
    const asked = new Map<string, { name: string; weight: number }>()
    for (const { name, required } of job.skills) {
      const key = skillKey(name)
      const weight = required ? REQUIRED : NICE_TO_HAVE
      const before = asked.get(key)
      if (key !== '' && (before === undefined || weight > before.weight)) asked.set(key, { name, weight })
    }
    if (asked.size === 0) return unknown('no skills stated')
    let matched = 0
    let all = 0
    const shared: string[] = []
    const others: string[] = []
    for (const [key, { name, weight }] of asked) {
      all += weight
      if (wished.has(key)) {
        matched += weight
        shared.push(name)
      } else if (weight === REQUIRED) others.push(name)
    }
    const yours = matched + REQUIRED * (wished.size - shared.length)
    return known(matched / Math.min(all, yours), sentence(shared, others, wished.size))
  }
}

function sentence(shared: string[], others: string[], wished: number): string {
  const also =
    others.length === 0 ? '' : `; ${shared.length === 0 ? '' : 'also '}requires ${listed(others.sort())}`
  if (shared.length === 0) return `asks none of your ${wished} ${wished === 1 ? 'skill' : 'skills'}${also}`
  return `asks ${shared.length} of your ${wished} ${wished === 1 ? 'skill' : 'skills'}: ${listed(shared.sort(), 'and', 6)}${also}`
}

const PLAIN_KEY = /^[a-z0-9+#]*$/

/** "Node.js", "node js" and "NodeJS" are one skill; "C", "C++" and "C#" are three. */
function skillKey(name: string): string {
  const key = folded(name)
  return PLAIN_KEY.test(key) ? key : key.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '')
}
