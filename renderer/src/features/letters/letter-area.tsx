import { Bold, Heading, Italic, Link, List, type LucideIcon } from 'lucide-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { LARGEST_DOCUMENT_TEXT } from '../../../../main/contract/documents.ts'
import { IconButton } from '../../ui/button.tsx'
import { isMac } from '../../ui/kbd.tsx'
import { chordOf } from '../../ui/keys.ts'
import { applyEdit, editedOf } from '../job/notes/apply-edit.ts'
import { type Edited, linkSelection, listLines, nextItem, wrapSelection } from '../job/notes/markdown-edit.ts'
import { nextHeading } from './heading-line.ts'

interface Tool {
  label: string
  icon: LucideIcon
  shortcut: string
  edit: (edited: Edited) => Edited
}

const TOOLS: readonly Tool[] = [
  { label: 'Bold', icon: Bold, shortcut: 'mod+b', edit: edited => wrapSelection(edited, '**') },
  { label: 'Italic', icon: Italic, shortcut: 'mod+i', edit: edited => wrapSelection(edited, '_') },
  { label: 'Heading', icon: Heading, shortcut: 'mod+shift+h', edit: nextHeading },
  { label: 'List', icon: List, shortcut: 'mod+shift+l', edit: edited => listLines(edited, '- ') },
  { label: 'Link', icon: Link, shortcut: 'mod+shift+u', edit: linkSelection },
]

/** Where a letter is written: the marks of Markdown as buttons and keys above, lists that go on with Enter. */
export function LetterArea({
  area,
  value,
  onType,
  beside,
}: {
  area: RefObject<HTMLTextAreaElement | null>
  value: string
  onType: (text: string) => void
  /** At the end of the line of buttons. */
  beside?: ReactNode
}) {
  const use = (tool: Tool) => area.current && applyEdit(area.current, tool.edit(editedOf(area.current)))
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
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
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-10 flex-wrap items-center gap-x-2 border-b border-line px-2 sm:px-4">
        <div role="toolbar" aria-label="Marks of the letter" className="flex flex-wrap">
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
        <span className="flex-1" />
        {beside}
      </div>
      <textarea
        ref={area}
        aria-label="Text of the letter"
        maxLength={LARGEST_DOCUMENT_TEXT}
        placeholder={'Dear …\n\nWrite here. Markdown works: **bold**, _italic_, # heading, - list.'}
        spellCheck
        value={value}
        onChange={event => onType(event.target.value)}
        onKeyDown={onKeyDown}
        className="min-h-40 w-full flex-1 resize-none bg-bg px-4 py-4 text-base leading-relaxed text-ink outline-offset-[-2px] placeholder:text-ink-3 sm:px-6"
      />
    </div>
  )
}
