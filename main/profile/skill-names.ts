import { readFileSync } from 'node:fs'
import { createSkillFinder, type SkillFinder } from '../detection/rules/skills/skills.ts'
import { resourcePath } from '../platform/paths.ts'

let finder: SkillFinder | null = null

/** The vocabulary of postings; loaded when first asked. */
export function skillFinder(): SkillFinder {
  finder ??= createSkillFinder(readFileSync(resourcePath('vocabularies/skills.tsv'), 'utf8'))
  return finder
}

/** How postings name a skill: "PostgreSQL" for "Postgres"; null when it is not known. Loads the vocabulary when first asked. */
export function knownSkill(name: string): string | null {
  return skillFinder().canonical(name)
}
