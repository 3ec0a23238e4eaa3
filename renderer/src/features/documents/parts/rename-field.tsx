import { useEffect, useRef, useState } from 'react'
import { DocumentTitle } from '../../../../../main/contract/documents.ts'
import { CONTROL } from '../../../ui/field.tsx'

/** A title that is written where it stands: Enter keeps it, Esc and an empty name leave it as it was. */
export function RenameField({
  title,
  onRename,
  onEnd,
  className = '',
}: {
  title: string
  onRename: (title: string) => void
  /** `byKey`: the focus is to go back to where it came from. */
  onEnd: (byKey: boolean) => void
  className?: string
}) {
  const [text, setText] = useState(title)
  const input = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useEffect(() => {
    // The menu that led here gives the focus back first.
    const frame = requestAnimationFrame(() => input.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [])
  const end = (keep: boolean, byKey: boolean) => {
    if (over.current) return
    over.current = true
    const read = DocumentTitle.safeParse(text)
    if (keep && read.success && read.data !== title) onRename(read.data)
    onEnd(byKey)
  }
  return (
    <input
      ref={input}
      // biome-ignore lint/a11y/noAutofocus: it stands because the person asked for it
      autoFocus
      aria-label={`New name of ${title}`}
      maxLength={200}
      value={text}
      onChange={event => setText(event.target.value)}
      onBlur={() => end(true, false)}
      onClick={event => event.stopPropagation()}
      onKeyDown={event => {
        // The keys of the list move in the text here.
        event.stopPropagation()
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        end(event.key === 'Enter', true)
      }}
      className={`${CONTROL} h-7 font-medium ${className}`}
    />
  )
}
