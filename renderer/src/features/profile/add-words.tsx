import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'

/** A field whose words are added to a list by Enter or its button. `separators`: at these, a pasted text is split. */
export function AddWords({
  label,
  hint,
  placeholder,
  separators,
  suggestions = [],
  error,
  field,
  onTyped,
  onAdd,
}: {
  label: string
  hint?: string
  placeholder?: string
  separators: RegExp
  suggestions?: readonly string[]
  error?: string | undefined
  field?: RefObject<HTMLInputElement | null>
  onTyped?: (text: string) => void
  onAdd: (words: string[]) => void
}) {
  const [typed, setTyped] = useState('')
  const list = useId()
  const type = (text: string) => {
    setTyped(text)
    onTyped?.(text)
  }
  const add = () => {
    const words = typed
      .split(separators)
      .map(word => word.trim())
      .filter(word => word !== '')
    if (words.length > 0) onAdd(words)
    type('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    // Enter adds the word; it does not send the form.
    event.preventDefault()
    add()
  }
  return (
    <div className="flex max-w-md items-start gap-2">
      <TextField
        className="flex-1"
        ref={field}
        label={label}
        hint={hint}
        placeholder={placeholder}
        error={error}
        value={typed}
        list={suggestions.length > 0 ? list : undefined}
        onChange={event => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
      {/* The field gives its words on when it is left, so the button needs only to be pressed. */}
      <Button className="mt-6" onClick={add} aria-label={`Add: ${label}`}>
        Add
      </Button>
      {suggestions.length > 0 ? (
        <datalist id={list}>
          {suggestions.map(word => (
            <option key={word} value={word} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}
