import { X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { FieldErrors } from 'react-hook-form'
import type { Profile } from '../../../../main/contract/profile.ts'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { languageChoices, languageName } from '../campaigns/language-choices.ts'
import { LANGUAGE_LEVEL_CHOICES } from './choices.ts'

type Languages = Profile['languages']

/** "English" for en; a language without a code stands as it was written. */
const nameOf = (language: string): string => (/^[a-z]{2}$/.test(language) ? languageName(language) : language)

/** The languages that the person speaks, with how well. */
export function LanguagesField({
  value,
  onChange,
  errors,
  problem,
}: {
  value: Languages
  onChange: (value: Languages) => void
  errors: FieldErrors<Profile>['languages']
  problem: string | undefined
}) {
  const all = useMemo(languageChoices, [])
  const box = useRef<HTMLDivElement>(null)
  const own = new Set(value.map(({ language }) => language))
  const remove = (at: number) => {
    onChange(value.filter((_, index) => index !== at))
    requestAnimationFrame(() => {
      const buttons = box.current?.querySelectorAll<HTMLElement>('[data-remove]') ?? []
      const next = buttons[at] ?? box.current?.querySelector<HTMLElement>('select')
      next?.focus()
    })
  }
  return (
    <div ref={box} className="@container flex flex-col gap-2">
      <Select
        label="Add a language"
        className="max-w-xs"
        options={[{ value: '', label: 'Choose a language' }, ...all.filter(option => !own.has(option.value))]}
        value=""
        onChange={language => language !== '' && onChange([...value, { language, level: null }])}
        error={problem}
      />
      {value.length === 0 ? null : (
        <ul aria-label="Your languages" className="flex max-w-md flex-col">
          {value.map(({ language, level }, index) => (
            <li
              key={language}
              className="grid grid-cols-[minmax(0,1fr)_10rem_1.75rem] items-start gap-x-2 border-t border-line py-1.5 first:border-t-0"
            >
              <span className="min-w-0 self-center truncate">{nameOf(language)}</span>
              <Select
                hideLabel
                label={`Level of ${nameOf(language)}`}
                options={LANGUAGE_LEVEL_CHOICES}
                value={level ?? ''}
                onChange={chosen =>
                  onChange(
                    value.map((each, at) =>
                      at === index ? { ...each, level: chosen === '' ? null : chosen } : each,
                    ),
                  )
                }
                error={errors?.[index]?.language?.message ?? errors?.[index]?.level?.message}
              />
              <IconButton
                label={`Remove ${nameOf(language)}`}
                icon={X}
                data-remove
                className="mt-0.5"
                onClick={() => remove(index)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
