import type { PlaceFinder } from './place/place.ts'
import type { SkillFinder } from './skills/skills.ts'

/** The finders that need a resource file; null where it is not loaded, which leaves those facts null. */
export interface DetectorParts {
  places: Pick<PlaceFinder, 'find'> | null
  skills: Pick<SkillFinder, 'find'> | null
}
