import { type FormEvent, useState } from 'react'
import { TextField } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'

/** A number that is saved when the person leaves the field, so that typing 100 does not begin with 1. */
export function SavedNumber({
  label,
  hint,
  unit,
  min,
  max,
  saved,
  nullable = false,
  onSave,
}: {
  label: string
  hint?: string
  unit?: string
  min: number
  max: number
  saved: number | null
  /** An empty field is a value of its own; else it goes back to what was saved. */
  nullable?: boolean
  onSave: (value: number | null) => void
}) {
  // undefined: untouched since it was saved.
  const [typed, setTyped] = useState<number | null>()
  const commit = () => {
    const wanted = typed === null && !nullable ? saved : typed
    setTyped(undefined)
    if (wanted !== undefined && wanted !== saved) onSave(wanted)
  }
  return (
    <form
      className="max-w-72"
      noValidate
      onBlur={commit}
      onSubmit={event => {
        event.preventDefault()
        commit()
      }}
    >
      <NumberField
        label={label}
        hint={hint}
        min={min}
        max={max}
        value={typed === undefined ? saved : typed}
        onChange={setTyped}
        {...(unit === undefined ? {} : { unit })}
      />
    </form>
  )
}

/** A line of text that is saved when the person leaves the field; what does not fit stays and says why. */
export function SavedText({
  label,
  hint,
  placeholder,
  saved,
  check,
  onSave,
  inputMode,
}: {
  label: string
  hint?: string
  placeholder?: string
  saved: string
  /** What is wrong with a text, in words; null when it fits. */
  check: (text: string) => string | null
  onSave: (text: string) => void
  inputMode?: 'url' | 'text' | 'email' | 'numeric'
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const commit = (event: FormEvent) => {
    event.preventDefault()
    if (typed === null) return
    const text = typed.trim()
    const wrong = check(text)
    if (wrong !== null) return setProblem(`${wrong}. Nothing was changed.`)
    setTyped(null)
    if (text !== saved) onSave(text)
  }
  return (
    <form noValidate onBlur={commit} onSubmit={commit} className="max-w-md min-w-0">
      <TextField
        label={label}
        hint={hint}
        placeholder={placeholder}
        inputMode={inputMode}
        spellCheck={false}
        value={typed ?? saved}
        error={problem}
        onChange={event => {
          setTyped(event.target.value)
          setProblem(undefined)
        }}
      />
    </form>
  )
}
