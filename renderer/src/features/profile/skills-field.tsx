import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useRef, useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import type { Profile } from '../../../../main/contract/profile.ts'
import { announce } from '../../app/announce.tsx'
import { ask } from '../../app/core.ts'
import { IconButton } from '../../ui/button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { AddWords } from './add-words.tsx'
import { SKILL_LEVEL_CHOICES } from './choices.ts'

type Skills = Profile['skills']

const MOST = 500

/** The skills with level and years; names that postings ask for are suggested. */
export function SkillsField({
  value,
  onChange,
  errors,
  problem,
}: {
  value: Skills
  onChange: (value: Skills) => void
  errors: FieldErrors<Profile>['skills']
  /** What is wrong with the list as a whole. */
  problem: string | undefined
}) {
  const [typed, setTyped] = useState('')
  const [twice, setTwice] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const text = useDeferredValue(typed.split(/[,;]/).at(-1)?.trim() ?? '')
  const { data } = useQuery({
    ...ask('profile', 'skillNames', { text, limit: 8 }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })
  const own = new Set(value.map(({ name }) => name.toLowerCase()))
  const suggestions = text === '' ? [] : (data?.names ?? []).filter(name => !own.has(name.toLowerCase()))

  const add = (words: string[]) => {
    const known = new Set(own)
    const fresh = words.filter(word => !known.has(word.toLowerCase()) && known.add(word.toLowerCase()))
    const again = words.find(word => own.has(word.toLowerCase()))
    // No mistake of the form: it can be saved as it is.
    setTwice(again === undefined ? undefined : `${again} is in the list already.`)
    if (again !== undefined) announce(`${again} is in the list already`)
    if (fresh.length > 0)
      onChange(
        [...value, ...fresh.map(name => ({ name, level: null, years: null, known_as: null }))].slice(0, MOST),
      )
  }
  const change = (at: number, changed: Partial<Skills[number]>) =>
    onChange(value.map((skill, index) => (index === at ? { ...skill, ...changed } : skill)))
  const remove = (at: number) => {
    onChange(value.filter((_, index) => index !== at))
    // The next line's button moves up into this place; after the last one, the field takes over.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? []
      const next = buttons[at] ?? field.current
      next?.focus()
    })
  }
  return (
    <div className="@container flex flex-col gap-3">
      <AddWords
        label="Add a skill"
        hint={twice ?? 'Enter adds it; a list with commas adds several.'}
        placeholder="Python"
        separators={/[,;\n]/}
        suggestions={suggestions}
        error={problem}
        field={field}
        onTyped={words => {
          setTyped(words)
          if (words !== '') setTwice(undefined)
        }}
        onAdd={add}
      />
      {value.length === 0 ? null : (
        <ul ref={list} aria-label="Your skills" className="flex flex-col">
          {value.map((skill, index) => {
            const wrong = errors?.[index]
            return (
              <li
                key={skill.name}
                className="grid grid-cols-[minmax(0,1fr)_5.5rem_1.75rem] items-start gap-x-2 gap-y-1 border-t border-line py-1.5 first:border-t-0 @min-[32rem]:grid-cols-[minmax(0,1fr)_10rem_6rem_1.75rem]"
              >
                <div className="order-1 col-span-2 min-w-0 self-center @min-[32rem]:order-none @min-[32rem]:col-span-1">
                  <span className="block truncate">{skill.name}</span>
                  {skill.known_as ? (
                    <span className="block text-xs text-ink-3">postings say {skill.known_as}</span>
                  ) : null}
                  {wrong?.name?.message ? (
                    <span className="block text-xs text-bad">{wrong.name.message}</span>
                  ) : null}
                </div>
                <Select
                  hideLabel
                  className="order-3 @min-[32rem]:order-none"
                  label={`Level of ${skill.name}`}
                  options={SKILL_LEVEL_CHOICES}
                  value={skill.level ?? ''}
                  onChange={level => change(index, { level: level === '' ? null : level })}
                  error={wrong?.level?.message}
                />
                <NumberField
                  hideLabel
                  className="order-4 @min-[32rem]:order-none"
                  label={`Years of ${skill.name}`}
                  placeholder="Years"
                  min={0}
                  max={80}
                  value={skill.years}
                  onChange={years => change(index, { years })}
                  error={wrong?.years?.message}
                />
                <IconButton
                  label={`Remove ${skill.name}`}
                  icon={X}
                  data-remove
                  className="order-2 mt-0.5 @min-[32rem]:order-none"
                  onClick={() => remove(index)}
                />
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
