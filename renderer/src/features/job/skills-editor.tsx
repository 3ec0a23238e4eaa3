import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { FieldValue, SkillEdit } from '../../../../main/contract/detection.ts'
import { announce } from '../../app/announce.tsx'
import { IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { EditorFrame, type FactEditorProps } from './editor-frame.tsx'
import { saysTheSame } from './fact-edits.ts'

type Skill = z.output<typeof SkillEdit>

const skillsOf = (value: FieldValue | undefined): Skill[] => (Array.isArray(value) ? value : [])
const MOST = 300

/** The skills by hand: add, remove, required or nice to have. */
export function SkillsEditor({ line, problem, busy, saveLabel, onSave, onClose, onClear }: FactEditorProps) {
  const [skills, setSkills] = useState(() => skillsOf(line.values.skills))
  const [typed, setTyped] = useState('')
  const [own, setOwn] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const focusOn = useRef<string>(undefined)
  useEffect(() => {
    form.current?.querySelector('input')?.focus()
  }, [])
  // A skill that changed its list takes the focus along; after a removed one, the field has it.
  useEffect(() => {
    const goal = focusOn.current
    if (goal === undefined) return
    focusOn.current = undefined
    const button = form.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(goal)}"]`)
    const field = form.current?.querySelector('input')
    const place = button ?? field
    place?.focus()
  })

  /** All skills with the typed one, or null when it cannot be taken. */
  const withTyped = (): Skill[] | null => {
    const names = typed
      .split(/[,;\n]/)
      .map(part => part.trim())
      .filter(Boolean)
    const known = new Set(skills.map(skill => skill.name.toLowerCase()))
    const fresh = names.filter(name => !known.has(name.toLowerCase()) && known.add(name.toLowerCase()))
    if (names.some(name => name.length > 120)) return refuse('A skill has at most 120 letters.')
    if (names.length > 0 && fresh.length === 0) return refuse(`${names[0]} is there already.`)
    if (skills.length + fresh.length > MOST) return refuse(`A job has at most ${MOST} skills.`)
    const added = fresh.map((name): Skill => ({ name, kind: 'technical', required: true, count: 1 }))
    return [...skills, ...added]
  }
  const refuse = (words: string): null => {
    setOwn(words)
    form.current?.querySelector('input')?.focus()
    return null
  }
  const add = () => {
    const all = withTyped()
    if (!all) return
    setSkills(all)
    setTyped('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const all = withTyped()
    if (!all || busy) return
    const edits = { skills: all }
    if (saysTheSame(edits, line.values)) onClose()
    else onSave(edits)
  }
  const move = (skill: Skill) => {
    focusOn.current = skill.name
    setSkills(skills.map(one => (one.name === skill.name ? { ...one, required: !one.required } : one)))
    announce(`${skill.name}: ${skill.required ? 'nice to have' : 'required'}`)
  }
  const remove = (skill: Skill) => {
    focusOn.current = ''
    setSkills(skills.filter(one => one.name !== skill.name))
    announce(`${skill.name} removed`)
  }
  return (
    <EditorFrame
      ref={form}
      label={line.label}
      onSubmit={submit}
      onClose={onClose}
      busy={busy}
      saveLabel={saveLabel}
      onNothing={() => onSave({ skills: [] })}
      onClear={onClear}
    >
      <TextField
        label="Add skills"
        hint="Enter adds, a comma parts several."
        value={typed}
        error={own ?? problem?.message}
        onChange={event => {
          setTyped(event.target.value)
          setOwn(undefined)
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter' || typed.trim() === '' || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          add()
        }}
      />
      {[true, false].map(required => {
        const mine = skills.filter(skill => skill.required === required)
        if (mine.length === 0) return null
        const title = required ? 'Required' : 'Nice to have'
        const other = required ? 'nice to have' : 'required'
        return (
          <div key={title}>
            <h3 className="pb-1 text-sm text-ink-3">{title}</h3>
            <ul aria-label={`${title} skills, by hand`} className="flex flex-wrap gap-1">
              {mine.map(skill => (
                <li
                  key={skill.name}
                  className="inline-flex max-w-full items-center rounded-sm border border-line pl-1.5 text-sm"
                >
                  <span className="truncate">{skill.name}</span>
                  <IconButton
                    label={`${skill.name}: make it ${other}`}
                    icon={required ? ArrowDown : ArrowUp}
                    className="size-6"
                    data-move={skill.name}
                    onClick={() => move(skill)}
                  />
                  <IconButton
                    label={`Remove ${skill.name}`}
                    icon={X}
                    className="size-6"
                    onClick={() => remove(skill)}
                  />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </EditorFrame>
  )
}
