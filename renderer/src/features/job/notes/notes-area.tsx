import { Bold, Italic, Link, List, ListChecks, type LucideIcon } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { IconButton } from '../../../ui/button.tsx'
import { CONTROL } from '../../../ui/field.tsx'
import { isMac } from '../../../ui/kbd.tsx'
import { chordOf } from '../../../ui/keys.ts'
import { applyEdit, editedOf } from './apply-edit.ts'
import { type Edited, linkSelection, listLines, nextItem, wrapSelection } from './markdown-edit.ts'

interface Tool {
  label: string
  icon: LucideIcon
  shortcut: string
  edit: (edited: Edited) => Edited
}

const TOOLS: readonly Tool[] = [
  { label: 'Bold', icon: Bold, shortcut: 'mod+b', edit: edited => wrapSelection(edited, '**') },
  { label: 'Italic', icon: Italic, shortcut: 'mod+i', edit: edited => wrapSelection(edited, '_') },
  { label: 'List', icon: List, shortcut: 'mod+shift+l', edit: edited => listLines(edited, '- ') },
  {
    label: 'List to tick',
    icon: ListChecks,
    shortcut: 'mod+shift+k',
    edit: edited => listLines(edited, '- [ ] '),
  },
  { label: 'Link', icon: Link, shortcut: 'mod+shift+u', edit: linkSelection },
]

/** Where notes are written: the marks of Markdown as buttons and keys above, lists that go on with Enter. */
export function NotesArea({
  area,
  value,
  onType,
  onLeave,
  onBlur,
}: {
  area: RefObject<HTMLTextAreaElement | null>
  value: string
  onType: (text: string) => void
  /** Esc: to how it reads. */
  onLeave: () => void
  onBlur: () => void
}) {
  const use = (tool: Tool) => area.current && applyEdit(area.current, tool.edit(editedOf(area.current)))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onLeave()
      return
    }
    const tool = TOOLS.find(one => one.shortcut === chordOf(event, isMac))
    const next = event.key === 'Enter' && !event.shiftKey ? nextItem(editedOf(event.currentTarget)) : null
    if (!tool && !next) return
    event.preventDefault()
    // Ctrl+B narrows the navigation elsewhere.
    event.stopPropagation()
    if (tool) use(tool)
    else if (next) applyEdit(event.currentTarget, next)
  }
  return (
    <div className="flex flex-col gap-1">
      <div role="toolbar" aria-label="Marks of the notes" className="-ml-1.5 flex flex-wrap">
        {TOOLS.map(tool => (
          <IconButton
            key={tool.label}
            label={tool.label}
            icon={tool.icon}
            shortcut={tool.shortcut}
            // The text keeps its selection.
            onMouseDown={event => event.preventDefault()}
            onClick={() => use(tool)}
          />
        ))}
      </div>
      <textarea
        ref={area}
        aria-label="Notes on this job"
        rows={4}
        maxLength={200_000}
        placeholder="What to remember: people, questions, salary talk. Markdown works, such as - [ ] for a list to tick."
        value={value}
        onChange={event => onType(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
        className={`${CONTROL} field-sizing-content max-h-[60vh] min-h-24 py-1.5`}
      />
    </div>
  )
}
