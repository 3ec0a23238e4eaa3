import clsx from 'clsx'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Line, LineGroup } from './lines.tsx'

/** Which line of some groups the keys stand on. */
export interface ActiveLine {
  line: Line | null
  activate: (key: string | null) => void
  /** Takes the arrow keys of the field; true when it was one. */
  onArrow: (event: KeyboardEvent) => boolean
}

/** The line that Enter takes. `first`: the first one unless another is chosen; else none until an arrow is pressed. */
export function useActiveLine(groups: readonly LineGroup[], { first }: { first: boolean }): ActiveLine {
  const [key, setKey] = useState<string | null>(null)
  const lines = groups.flatMap(group => group.lines)
  const at = lines.findIndex(line => line.key === key)
  const line = lines[at] ?? (first ? lines[0] : undefined) ?? null
  return {
    line,
    activate: setKey,
    onArrow: event => {
      if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || event.nativeEvent.isComposing)
        return false
      if (lines.length === 0) return false
      event.preventDefault()
      const from = line ? lines.indexOf(line) : -1
      const step = event.key === 'ArrowDown' ? 1 : from < 0 ? 0 : -1
      setKey(lines.at((from + step) % lines.length)?.key ?? null)
      return true
    },
  }
}

/** The lines under a search field as one listbox; the focus stays in the field, which names the active line. */
export function LineList({
  id,
  groups,
  active,
  onActivate,
}: {
  id: string
  groups: readonly LineGroup[]
  active: Line | null
  onActivate: (key: string) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const key = active?.key
  useEffect(() => {
    if (key !== undefined)
      list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [key])
  return (
    <div ref={list} id={id} role="listbox" aria-label="Suggestions" className="min-h-0 overflow-y-auto p-1">
      {groups
        .filter(group => group.lines.length > 0)
        .map(group => (
          <Group key={group.title} listId={id} group={group} active={active} onActivate={onActivate} />
        ))}
    </div>
  )
}

/** The id of a line's element, for `aria-activedescendant`. */
export const lineId = (listId: string, line: Line): string => `${listId} ${line.key}`.replace(/\s+/g, '_')

function Group({
  listId,
  group,
  active,
  onActivate,
}: {
  listId: string
  group: LineGroup
  active: Line | null
  onActivate: (key: string) => void
}) {
  const heading = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
    <div role="group" aria-labelledby={heading}>
      <div id={heading} className="px-2 pt-2 pb-1 text-xs text-ink-3">
        {group.title}
      </div>
      {group.lines.map(line => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field that names the active line
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
        <div
          key={line.key}
          id={lineId(listId, line)}
          role="option"
          aria-selected={line.key === active?.key}
          onMouseMove={() => line.key !== active?.key && onActivate(line.key)}
          onMouseDown={event => event.preventDefault()}
          onClick={line.run}
          className={clsx(
            'flex min-h-9 items-center gap-3 rounded-sm px-2 text-base',
            line.key === active?.key && 'bg-selected text-ink',
          )}
        >
          <span className="sr-only">{line.label}</span>
          <span aria-hidden className="contents">
            {line.body}
          </span>
        </div>
      ))}
    </div>
  )
}
