import type { JobView } from '../../../../main/contract/shapes.ts'
import { Section } from '../../ui/page.tsx'

type Skill = JobView['skills'][number]

/** The skills that the posting asks for, and those it calls a plus. */
export function JobSkills({ skills }: { skills: readonly Skill[] }) {
  const required = skills.filter(skill => skill.required)
  const nice = skills.filter(skill => !skill.required)
  return (
    <Section title="Skills">
      {skills.length === 0 ? <p className="text-ink-3">The posting names no skills.</p> : null}
      <SkillList title="Required" skills={required} />
      <SkillList title="Nice to have" skills={nice} />
    </Section>
  )
}

function SkillList({ title, skills }: { title: string; skills: readonly Skill[] }) {
  if (skills.length === 0) return null
  const sorted = [...skills].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  return (
    <div className="pb-2 last:pb-0">
      <h3 className="pb-1 text-sm text-ink-3">{title}</h3>
      <ul aria-label={`${title} skills`} className="flex flex-wrap gap-1">
        {sorted.map(skill => (
          <li
            key={skill.name}
            title={skill.count === 1 ? 'named once' : `named ${skill.count} times`}
            className={`rounded-sm border border-line px-1.5 text-sm ${skill.kind === 'soft' ? 'text-ink-2' : ''}`}
          >
            {skill.name}
          </li>
        ))}
      </ul>
    </div>
  )
}
