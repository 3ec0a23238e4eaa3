import type { SkillMention } from '../../../contract/facts.ts'
import { languageKey } from '../../../profile/rules/human-languages.ts'
import { skillKey } from '../../../ranking/rules/skills.ts'
import type { SkillVocabulary } from './resume-words.ts'

/** The words that a posting asks for. */
export interface AskedWord {
  name: string
  required: boolean
  soft: boolean
  /** How often the posting says it. */
  inJob: number
  /** Its text repeats it, though it is none of the job's skills: it is shown and not counted. */
  extra: boolean
}

/** A posting that says a word so often means it. */
const REPEATED = 2

/** The skills of a job, each once whatever its spelling: required when one spelling is. Languages that people speak are none. */
export function askedSkills(
  skills: readonly (Pick<SkillMention, 'name' | 'required'> & Partial<SkillMention>)[],
): AskedWord[] {
  const byKey = new Map<string, AskedWord>()
  for (const { name, required, kind, count } of skills) {
    const key = skillKey(name)
    if (key === '' || languageKey(name) !== null) continue
    const before = byKey.get(key)
    byKey.set(key, {
      name: before === undefined || name < before.name ? name : before.name,
      required: required || before?.required === true,
      soft: kind === 'soft' && before?.soft !== false,
      inJob: Math.max(1, count ?? 1, before?.inJob ?? 1),
      extra: false,
    })
  }
  return [...byKey.values()]
}

/** These words with how often the text says them, and what else it repeats. */
export function withRepeated(
  asked: readonly AskedWord[],
  posting: { title: string; description: string },
  vocabulary: SkillVocabulary,
): AskedWord[] {
  const found = new Map(vocabulary.find(posting).map(mention => [skillKey(mention.name), mention]))
  const own = new Set(asked.map(({ name }) => skillKey(name)))
  const counted = asked.map(word => ({
    ...word,
    inJob: Math.max(word.inJob, found.get(skillKey(word.name))?.count ?? 0),
  }))
  for (const [key, { name, kind, count }] of found)
    if (!own.has(key) && count >= REPEATED && kind !== 'soft' && languageKey(name) === null)
      counted.push({ name, required: false, soft: false, inJob: count, extra: true })
  return counted
}
