import type { JobView } from '../../../../main/contract/shapes.ts'

type Skills = JobView['skills']

/** One line of skills side by side; null: none. */
export interface SkillLine {
  label: string
  sides: readonly [string | null, string | null]
  same: boolean
}

function names(skills: Skills): string | null {
  const sorted = [...skills].sort(
    (a, b) => Number(b.required) - Number(a.required) || a.name.localeCompare(b.name, 'en'),
  )
  return sorted.map(skill => (skill.required ? skill.name : `${skill.name} (a plus)`)).join(', ') || null
}

/** What both ask for, and what only one of them does; required skills first. Lines without a skill are left out. */
export function skillLines(first: Skills, second: Skills): SkillLine[] {
  const named = (skills: Skills) => new Set(skills.map(skill => skill.name))
  const [inFirst, inSecond] = [named(first), named(second)]
  const pair = (label: string, both: boolean): SkillLine => {
    const sides = [
      names(first.filter(skill => inSecond.has(skill.name) === both)),
      names(second.filter(skill => inFirst.has(skill.name) === both)),
    ] as const
    return { label, sides, same: sides[0] === sides[1] }
  }
  const lines = [pair('Skills of both', true), pair('Skills of one', false)]
  return lines.filter(line => line.sides.some(side => side !== null))
}
