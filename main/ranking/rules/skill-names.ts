import type { SkillMention } from '../../contract/facts.ts'

/** The skills behind their numbers, as one text that travels and is read once. */
export interface SkillNames {
  /** JSON rows of [number, name, kind]. */
  rows: string
  /** Differs when another skill was added. */
  version: number
}

type Named = Pick<SkillMention, 'name' | 'kind' | 'required'>

/** Answers the skills of a job by their numbers; those of one list are shared by all jobs. */
export function skillReader({
  rows,
}: SkillNames): (skills: { required: readonly number[]; nice: readonly number[] }) => Named[] {
  const required = new Map<number, Named>()
  const nice = new Map<number, Named>()
  const read: [number, string, SkillMention['kind']][] = JSON.parse(rows)
  for (const [id, name, kind] of read) {
    required.set(id, { name, kind, required: true })
    nice.set(id, { name, kind, required: false })
  }
  return skills => {
    const named: Named[] = []
    for (const id of skills.required) {
      const skill = required.get(id)
      if (skill) named.push(skill)
    }
    for (const id of skills.nice) {
      const skill = nice.get(id)
      if (skill) named.push(skill)
    }
    return named
  }
}
