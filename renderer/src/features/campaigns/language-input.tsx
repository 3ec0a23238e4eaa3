import { X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { FieldWords } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { languageChoices, languageName } from './language-choices.ts'

/** Languages as chips; the list below adds one. */
export function LanguageInput({
  value,
  onChange,
  ...words
}: Pick<FieldWords, 'label' | 'hint' | 'error'> & {
  /** ISO 639-1. */
  value: readonly string[]
  onChange: (value: string[]) => void
}) {
  const all = useMemo(languageChoices, [])
  const list = useRef<HTMLSelectElement>(null)
  const remove = (code: string) => {
    onChange(value.filter(other => other !== code))
    // The button goes away with its chip.
    list.current?.focus()
  }
  return (
    <div className="flex flex-col gap-1.5">
      <Select
        {...words}
        ref={list}
        className="max-w-xs"
        options={[
          { value: '', label: value.length === 0 ? 'Any language' : 'Add another' },
          ...all.filter(option => !value.includes(option.value)),
        ]}
        value=""
        onChange={code => code !== '' && onChange([...value, code])}
      />
      {value.length > 0 ? (
        <ul aria-label={`${words.label}: chosen`} className="flex flex-wrap gap-1">
          {value.map(code => (
            <li key={code} className="inline-flex items-center rounded-sm bg-pressed pl-2 text-sm">
              {languageName(code)}
              <button
                type="button"
                aria-label={`Remove ${languageName(code)}`}
                onClick={() => remove(code)}
                className="inline-flex size-6 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
