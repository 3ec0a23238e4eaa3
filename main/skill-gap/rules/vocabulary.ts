import type { SkillGapKind } from '../../contract/skill-gap.ts'
import { skillKey } from '../../ranking/rules/skills.ts'

/** A skill as the database numbers it. */
export interface NumberedSkill {
  id: number
  name: string
  kind: 'technical' | 'soft'
}

/** Skills under consecutive numbers from 0, their places; several spellings of one skill share a place. */
export interface Vocabulary {
  size: number
  /** The place by the database's number; -1: unknown or not of the kind. */
  placeOf: Int32Array
  /** The first spelling by place. */
  names: readonly string[]
  kinds: readonly NumberedSkill['kind'][]
  /** The place of a name in whatever spelling; undefined when no job names it. */
  find(name: string): number | undefined
}

/** Folds spellings as ranking compares them, and leaves out what is not of the kind. */
export function createVocabulary(skills: readonly NumberedSkill[], kind: SkillGapKind): Vocabulary {
  const highest = skills.reduce((most, skill) => Math.max(most, skill.id), 0)
  const placeOf = new Int32Array(highest + 1).fill(-1)
  const places = new Map<string, number>()
  const names: string[] = []
  const kinds: NumberedSkill['kind'][] = []
  for (const skill of skills) {
    if (kind !== 'any' && skill.kind !== kind) continue
    const key = skillKey(skill.name)
    if (key === '') continue
    let place = places.get(key)
    if (place === undefined) {
      place = names.length
      places.set(key, place)
      names.push(skill.name)
      kinds.push(skill.kind)
    }
    placeOf[skill.id] = place
  }
  return { size: names.length, placeOf, names, kinds, find: name => places.get(skillKey(name)) }
}
