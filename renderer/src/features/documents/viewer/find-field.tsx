import { ChevronDown, ChevronUp } from 'lucide-react'
import { IconButton } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'

/** The contract allows 200 letters. */
const LONGEST = 200

/** Looks for words in the text beside it: Enter and Shift+Enter go from place to place, Esc ends it. */
export function FindField({
  words,
  count,
  place,
  onWords,
  onPlace,
}: {
  words: string
  /** Places that were found; null while that is not known. */
  count: number | null
  /** The place that is stood at, from 0. */
  place: number
  onWords: (words: string) => void
  onPlace: (place: number) => void
}) {
  const looking = words.trim() !== ''
  const step = (by: 1 | -1) => {
    if (count !== null && count > 0) onPlace((place + by + count) % count)
  }
  return (
    <search className="flex min-w-0 flex-1 basis-60 flex-wrap items-center justify-end gap-x-1 gap-y-1">
      <span className="block min-w-32 flex-1 sm:max-w-56">
        <TextField
          label="Find in the text"
          hideLabel
          role="searchbox"
          maxLength={LONGEST}
          placeholder="Find in the text"
          value={words}
          onChange={event => onWords(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
            else if (event.key === 'Escape' && words !== '') onWords('')
            else return
            event.preventDefault()
            event.stopPropagation()
          }}
        />
      </span>
      <span className="flex shrink-0 items-center gap-1">
        <span role="status" className="min-w-20 text-right text-sm text-ink-2 tabular-nums">
          {!looking || count === null
            ? ''
            : count === 0
              ? 'Not in it'
              : `${(place + 1).toLocaleString('en')} of ${count.toLocaleString('en')}`}
        </span>
        <IconButton
          label="Previous place"
          icon={ChevronUp}
          disabled={!looking || !count}
          onClick={() => step(-1)}
        />
        <IconButton
          label="Next place"
          icon={ChevronDown}
          disabled={!looking || !count}
          onClick={() => step(1)}
        />
      </span>
    </search>
  )
}
