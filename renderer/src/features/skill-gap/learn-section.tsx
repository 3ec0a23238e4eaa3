import { Plus } from 'lucide-react'
import type { SkillGap } from '../../../../main/contract/skill-gap.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import type { SkillActs } from './demand-section.tsx'
import { learnSentence, opensText } from './skill-gap-words.ts'

/** Up to five skills by the jobs that each would open, to try or to add. */
export function LearnSection({
  gap,
  acts,
  className,
}: {
  gap: SkillGap
  acts: SkillActs
  className: string
}) {
  const { learn, tried } = gap
  return (
    <Section title="Worth learning first" lead={learnSentence(gap)} className={className}>
      <ol tabIndex={-1} aria-label="Worth learning first" className="flex flex-col">
        {learn.map(skill => (
          <li
            key={skill.name}
            className="flex min-h-11 items-center gap-2 border-b border-line py-1 last:border-b-0"
          >
            <Checkbox
              hideLabel
              label={`Try ${skill.name}`}
              checked={skill.tried}
              onChange={on => acts.onTry(skill.name, on)}
            />
            <span className="min-w-0 flex-1">
              <span className="block truncate text-sm font-medium" title={skill.name}>
                {skill.name}
              </span>
              <span className="block text-xs text-ink-2">{opensText(skill, tried.length > 0)}</span>
            </span>
            <Button
              size="small"
              icon={Plus}
              busy={acts.adding === skill.name}
              aria-label={`Add to profile: ${skill.name}`}
              onClick={event => {
                // The row goes away; the list stays.
                event.currentTarget.closest('ol')?.focus()
                acts.onAdd(skill.name)
              }}
            >
              Add to profile
            </Button>
          </li>
        ))}
      </ol>
    </Section>
  )
}
