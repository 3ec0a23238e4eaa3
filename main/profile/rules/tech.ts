import type { Profile } from '../../contract/profile.ts'
import { listed, noWish, thousandths, UNKNOWN } from '../../ranking/rules/factor.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import type { MatchableJob, Part } from './part.ts'

const REQUIRED = 2
const NICE_TO_HAVE = 1

/** From so many points of asked skills on (three required ones) the share is trusted fully. */
const ENOUGH = 6
/** A posting that names fewer tells less: its share is drawn towards a half, at most by this part. */
const DRAWN = 0.4

/** Names repeat from posting to posting; so many are remembered. */
const MOST_REMEMBERED = 20_000

/**
 * Tech stack: how much of what the job asks the person can do, at whatever level. A required skill weighs double. Soft
 * skills count only where the profile names them. One more shared skill never lowers the share.
 */
export function techPart(skills: Profile['skills']): Part {
  const own = new Set(
    skills
      .flatMap(({ name, known_as }) => [skillKey(name), skillKey(known_as ?? name)])
      .filter(key => key !== ''),
  )
  if (own.size === 0) return noWish('your profile names no skills')
  const remembered = new Map<string, boolean | null>()
  /** null: a name without a letter is no skill. */
  const has = (name: string): boolean | null => {
    let known = remembered.get(name)
    if (known === undefined) {
      const key = skillKey(name)
      known = key === '' ? null : own.has(key)
      if (remembered.size < MOST_REMEMBERED) remembered.set(name, known)
    }
    return known
  }
  return {
    share({ skills: asked }) {
      let all = 0
      let matched = 0
      for (const { name, required, kind } of asked) {
        const mine = has(name)
        if (mine === null || (kind === 'soft' && !mine)) continue
        const weight = required ? REQUIRED : NICE_TO_HAVE
        all += weight
        if (mine) matched += weight
      }
      if (all === 0) return UNKNOWN
      const trust = 1 - DRAWN + DRAWN * Math.min(1, all / ENOUGH)
      return thousandths(0.5 + (matched / all - 0.5) * trust)
    },
    evidence: job => sentence(job, has),
  }
}

function sentence({ skills }: MatchableJob, has: (name: string) => boolean | null): string {
  const asked = skills.filter(({ name, kind }) => (kind === 'soft' ? has(name) : has(name) !== null))
  if (asked.length === 0)
    return skills.length === 0
      ? 'no skills stated'
      : 'only soft skills stated that your profile does not name'
  const shared = asked.filter(({ name }) => has(name)).map(({ name }) => name)
  const lacking = asked.filter(({ name, required }) => required && !has(name)).map(({ name }) => name)
  const also = lacking.length === 0 ? '' : `; also requires ${listed(lacking.sort())}`
  if (shared.length === 0 && asked.length === 1) return `you lack the one skill asked: ${asked[0]?.name}`
  if (shared.length === 0) return `you have none of the ${asked.length} skills asked${also}`
  const all = shared.length === asked.length
  const of = all
    ? asked.length === 1
      ? 'the one skill'
      : `all ${asked.length} skills`
    : `${shared.length} of ${asked.length} skills`
  return `you have ${of} asked: ${listed(shared.sort(), 'and', 6)}${also}`
}
