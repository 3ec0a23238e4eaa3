import type { Keyword, ResumeJob } from '../../../contract/resumes.ts'
import { listed } from '../../../ranking/rules/factor.ts'
import { skillKey } from '../../../ranking/rules/skills.ts'
import { relatedSkill } from './related.ts'
import type { ResumeWords, SkillInResume } from './resume-words.ts'

/** How a résumé stands before one word that a posting asks for. */

/** `related`: only a related word is there; pages show it as weak. */
export type State = Keyword['state'] | 'related'

export interface Standing {
  state: State
  /** How often the résumé says it. */
  times: number
  /** What it says of the skill; null when it does not, or when the vocabulary lacks the word. */
  said: SkillInResume | null
  /** The positions that show it. */
  positions: readonly ResumeJob[]
  /** The related skill that it names instead. */
  related: string | null
}

/** The standing of a name in whatever spelling. */
export function standingOf(words: ResumeWords, name: string): Standing {
  const known = words.vocabulary.canonical(name)
  const said = words.skills.get(skillKey(known ?? name)) ?? null
  if (said !== null || known !== null) {
    const positions = said?.positions ?? []
    return finished(words, known ?? name, { times: said?.total ?? 0, said, positions })
  }
  const key = skillKey(name)
  const times = words.phrases.get(key) ?? 0
  const positions = words.phrasesOf.filter(({ keys }) => keys.has(key)).map(({ job }) => job)
  return finished(words, name, { times, said: null, positions })
}

function finished(
  words: ResumeWords,
  name: string,
  found: Pick<Standing, 'times' | 'said' | 'positions'>,
): Standing {
  const { times, said, positions } = found
  if (times === 0) {
    const related = relatedSkill(words.near, name)
    return { ...found, state: related === null ? 'missing' : 'related', related }
  }
  const onlyListed = said !== null && said.listed >= times
  const covered = positions.length > 0 || (times > 1 && !onlyListed)
  return { ...found, state: covered ? 'covered' : 'weak', related: null }
}

/** Where and how the résumé says a word, in a sentence. */
export function whyOf({ state, times, said, positions, related }: Standing): string {
  if (state === 'missing') return 'The résumé does not say it.'
  if (state === 'related') return `The résumé names ${related}, which is near it.`
  const places: string[] = []
  if (positions.length > 0) places.push(inPositions(positions))
  if (said !== null && said.listed > 0) places.push('in the list of skills')
  if (said?.inSummary) places.push('in the summary')
  if (said?.inHeadline) places.push('in the headline')
  const where = listed(places, 'and', 4)
  const spelling = said?.written ? ` as “${said.written}”` : ''
  if (state === 'weak') {
    if (said !== null && said.listed > 0)
      return `Only in the list of skills${spelling}; no position shows it.`
    return where === '' ? 'Said once, in no position.' : `Said once, ${where}.`
  }
  if (where === '') return `Said ${times} times.`
  return `${where[0]?.toUpperCase()}${where.slice(1)}${spelling}.`
}

function inPositions(positions: readonly ResumeJob[]): string {
  const [first] = positions
  const name = first?.company.trim() || first?.title.trim() || ''
  if (positions.length === 1) return name === '' ? 'in one position' : `in the position at ${name}`
  return name === ''
    ? `in ${positions.length} positions`
    : `in ${positions.length} positions, such as ${name}`
}
