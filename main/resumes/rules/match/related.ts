import { skillKey } from '../../../ranking/rules/skills.ts'
import { conceptsNear, isSpeciality, titleConcepts } from '../../../ranking/rules/title-words.ts'

/** Skills that are near each other: by the tables of titles (React and JavaScript), and by names that begin alike. */

/** The skills of a résumé by what makes them near others. */
export interface NearSkills {
  /** By their own keys. */
  own: ReadonlyMap<string, string>
  /** By the keys of the words that they begin with: "Spring Boot" by that of "Spring". */
  beginnings: ReadonlyMap<string, string>
  /** By the language or speciality that they mean. */
  concepts: ReadonlyMap<string, string>
}

/** Shorter beginnings are no names. */
const SHORTEST = 3

/** The keys of the words that a name begins with, without the whole. */
function beginningsOf(name: string): string[] {
  const words = name.split(/[\s/–-]+/).filter(word => word !== '')
  return words
    .slice(0, -1)
    .map((_, at) => skillKey(words.slice(0, at + 1).join('')))
    .filter(key => key.length >= SHORTEST)
}

/** The one software language or speciality that a name means; null for other names. */
function conceptOf(name: string): string | null {
  const concepts = [...titleConcepts(name).words.keys()]
  const [only] = concepts
  return concepts.length === 1 && only !== undefined && isSpeciality(only) ? only : null
}

/** Works the names of a résumé's skills in. Of several that are equally near, the first by name counts. */
export function nearSkills(names: readonly string[]): NearSkills {
  const own = new Map<string, string>()
  const beginnings = new Map<string, string>()
  const concepts = new Map<string, string>()
  for (const name of names.toSorted().reverse()) {
    own.set(skillKey(name), name)
    for (const key of beginningsOf(name)) beginnings.set(key, name)
    const concept = conceptOf(name)
    if (concept !== null) concepts.set(concept, name)
  }
  return { own, beginnings, concepts }
}

/** A skill of the résumé that is near one it does not name; null: none is. */
export function relatedSkill({ own, beginnings, concepts }: NearSkills, name: string): string | null {
  const key = skillKey(name)
  const longer = beginnings.get(key)
  if (longer !== undefined) return longer
  for (const beginning of beginningsOf(name).reverse()) {
    const shorter = own.get(beginning)
    if (shorter !== undefined) return shorter
  }
  if (concepts.size === 0) return null
  const concept = conceptOf(name)
  if (concept === null) return null
  const near = conceptsNear(concept).flatMap(other => (other === concept ? [] : (concepts.get(other) ?? [])))
  return near.toSorted()[0] ?? null
}
