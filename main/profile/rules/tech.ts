import type { Profile } from '../../contract/profile.ts'
import { listed, noWish, thousandths, UNKNOWN } from '../../ranking/rules/factor.ts'
import { skillKey } from '../../ranking/rules/skills.ts'
import { languageKey, spokenKeys } from './human-languages.ts'
import type { MatchableJob, Part } from './part.ts'

const REQUIRED = 2
const NICE_TO_HAVE = 1

/** From so many points of asked skills on (three required ones) the share is trusted fully. */
const ENOUGH = 6
/** A posting that names fewer tells less: its share is drawn towards a half, at most by this part. */
const DRAWN = 0.4

/** In thousandths: a job that shares no skill is worth less however few it asks, and so is less than a fifth of many. */
export const SHARED_ENOUGH = 500 * DRAWN

/** What the person has of one asked skill; null: it does not count, being without a letter or a language not spoken. */
type Standing = 'has' | 'speaks' | 'lacks' | null

/** Names repeat from posting to posting; so many are remembered. */
const MOST_REMEMBERED = 20_000

/**
 * Tech stack: how much of what the job asks the person can do, at whatever level. A required skill weighs double. Soft
 * skills and the languages that people speak count only where the profile names them, and languages alone are no stack.
 * One more shared skill never lowers the share.
 */
export function techPart({ skills, languages }: Pick<Profile, 'skills' | 'languages'>): Part {
  const own = new Set(
    skills
      .flatMap(({ name, known_as }) => [skillKey(name), skillKey(known_as ?? name)])
      .filter(key => key !== ''),
  )
  if (own.size === 0) return noWish('your profile names no skills')
  const spoken = spokenKeys(languages)
  const standingOf = (name: string): Standing => {
    const key = skillKey(name)
    if (key === '') return null
    if (own.has(key)) return 'has'
    const language = languageKey(name)
    if (spoken.has(language ?? key)) return 'speaks'
    return language === null ? 'lacks' : null
  }
  const remembered = new Map<string, Standing>()
  const standing = (name: string): Standing => {
    let known = remembered.get(name)
    if (known === undefined) {
      known = standingOf(name)
      if (remembered.size < MOST_REMEMBERED) remembered.set(name, known)
    }
    return known
  }
  return {
    share({ skills: asked }) {
      let all = 0
      let matched = 0
      let onlyLanguages = true
      for (const { name, required, kind } of asked) {
        const mine = standing(name)
        if (mine === null || (kind === 'soft' && mine === 'lacks')) continue
        const weight = required ? REQUIRED : NICE_TO_HAVE
        all += weight
        if (mine !== 'lacks') matched += weight
        if (mine !== 'speaks') onlyLanguages = false
      }
      if (onlyLanguages) return UNKNOWN
      const trust = 1 - DRAWN + DRAWN * Math.min(1, all / ENOUGH)
      return thousandths(0.5 + (matched / all - 0.5) * trust)
    },
    evidence: job => sentence(job, standing),
  }
}

function sentence({ skills }: MatchableJob, standing: (name: string) => Standing): string {
  const asked = skills.flatMap(({ name, required, kind }) => {
    const mine = standing(name)
    return mine === null || (kind === 'soft' && mine === 'lacks') ? [] : [{ name, required, mine }]
  })
  if (asked.every(({ mine }) => mine === 'speaks'))
    return skills.length === 0 ? 'no skills stated' : 'only soft skills or languages stated'
  const shared = asked.filter(({ mine }) => mine !== 'lacks').map(({ name }) => name)
  const lacking = asked.filter(({ mine, required }) => required && mine === 'lacks').map(({ name }) => name)
  const also = lacking.length === 0 ? '' : `; also requires ${listed(lacking.sort())}`
  if (shared.length === 0 && asked.length === 1) return `you lack the one skill asked: ${asked[0]?.name}`
  if (shared.length === 0) {
    const all = asked.toSorted(
      (a, b) => Number(b.required) - Number(a.required) || (a.name < b.name ? -1 : 1),
    )
    return `you have none of the ${asked.length} skills asked: ${listed(all.map(({ name }) => name))}`
  }
  const all = shared.length === asked.length
  const of = all
    ? asked.length === 1
      ? 'the one skill'
      : `all ${asked.length} skills`
    : `${shared.length} of ${asked.length} skills`
  return `you have ${of} asked: ${listed(shared.sort(), 'and', 6)}${also}`
}
