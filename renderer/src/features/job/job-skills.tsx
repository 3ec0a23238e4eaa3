import { Pencil } from 'lucide-react'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { IconButton } from '../../ui/button.tsx'
import { FactMark } from '../../ui/fact-mark.tsx'
import { Section } from '../../ui/page.tsx'
import { FactEditor } from './fact-editor.tsx'
import { focusEditButton } from './fact-row.tsx'
import type { FactLine } from './group-facts.ts'
import { useFactChanges } from './use-fact-changes.ts'

type Skill = JobView['skills'][number]

/** The skills that the posting asks for, and those it calls a plus; corrected in place. */
export function JobSkills({
  view,
  line,
  editing,
  onEdit,
}: {
  view: JobView
  line: FactLine
  editing: boolean
  onEdit: (editing: boolean) => void
}) {
  const { skills, skillsOrigin } = view
  const changes = useFactChanges(view.job.id)
  const close = () => {
    onEdit(false)
    focusEditButton('skills')
  }
  const required = skills.filter(skill => skill.required)
  const nice = skills.filter(skill => !skill.required)
  return (
    <Section
      title="Skills"
      action={
        editing ? null : (
          <span className="flex items-center">
            {skillsOrigin === null ? null : (
              <FactMark
                fact="Skills"
                origin={skillsOrigin}
                confidence={null}
                quote={null}
                where={null}
                note={null}
              />
            )}
            <IconButton
              label="Correct: Skills"
              icon={Pencil}
              data-edit="skills"
              onClick={() => onEdit(true)}
            />
          </span>
        )
      }
    >
      {editing ? (
        <FactEditor
          line={line}
          problem={changes.problem}
          busy={changes.busy}
          saveLabel="Save"
          onSave={edits => changes.set(edits, close)}
          onClose={close}
          onClear={skillsOrigin === 'manual' ? () => changes.clear(['skills'], close) : null}
        />
      ) : (
        <>
          {skills.length === 0 ? (
            <p className="text-ink-3">
              {skillsOrigin === 'manual' ? 'You said: no skills are named.' : 'The posting names no skills.'}
            </p>
          ) : null}
          <SkillList title="Required" skills={required} />
          <SkillList title="Nice to have" skills={nice} />
        </>
      )}
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
