import { Search } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { forgetSearches, lastSearches } from '../features/search/last-searches.ts'
import { lineId, useActiveLine } from '../features/search/line-list.tsx'
import {
  commandLine,
  jobLines,
  type LineGroup,
  lastLine,
  searchLine,
  suggestionGroups,
} from '../features/search/lines.tsx'
import { openSuggestion, openText } from '../features/search/open-search.ts'
import { SearchPanel } from '../features/search/search-panel.tsx'
import { commandRank } from '../features/search/search-text.ts'
import { type Found, useFound } from '../features/search/use-found.ts'
import { returnFocus } from '../ui/focus.ts'
import { type Command, useAllCommands } from './commands.ts'

/** Every command by its words, with its shortcut; jobs and all that they can be searched by; the last searches. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  // Run once the palette has gone and the focus is back, so that a command finds the place it came from.
  const chosen = useRef<(() => void) | null>(null)
  return (
    <Radix.Root open={open} onOpenChange={next => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-scrim animate-float" />
        <Radix.Content
          data-floating
          data-modal
          aria-describedby={undefined}
          onCloseAutoFocus={event => {
            event.preventDefault()
            returnFocus()
            chosen.current?.()
            chosen.current = null
          }}
          className="fixed inset-x-2 top-[12vh] z-50 mx-auto flex max-h-[76vh] max-w-xl flex-col overflow-hidden rounded border border-line bg-raised shadow-float animate-float"
        >
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Palette
            onRun={act => {
              chosen.current = act
              onClose()
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Palette({ onRun }: { onRun: (act: () => void) => void }) {
  const [text, setText] = useState('')
  const [searches, setSearches] = useState(lastSearches)
  const commands = useAllCommands()
  const navigate = useNavigate()
  const listId = useId()
  const found = useFound(text, { open: true, withJobs: true })
  const typed = text.trim()
  const search = (words: string) => onRun(() => void openText(navigate, words))
  const groups: LineGroup[] =
    typed === ''
      ? [
          { title: 'Last searches', lines: searches.map(one => lastLine(one, () => search(one))) },
          ...commandGroups(commands, onRun),
        ]
      : [
          { title: 'Commands', lines: matching(commands, typed).map(one => toLine(one, onRun)) },
          { title: 'Search', lines: [searchLine(typed, () => search(text))] },
          ...foundGroups(withoutCommands(found, commands), text, onRun, navigate),
        ]
  const { line, activate, onArrow } = useActiveLine(groups, { first: true })
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <input
          type="text"
          role="combobox"
          aria-label="Commands and jobs"
          aria-autocomplete="list"
          aria-expanded={typed !== '?'}
          aria-controls={typed === '?' ? undefined : listId}
          aria-activedescendant={line ? lineId(listId, line) : undefined}
          placeholder="What do you want to do or find?"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={event => {
            setText(event.target.value)
            activate(null)
          }}
          onKeyDown={event => {
            if (onArrow(event) || event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            line?.run()
          }}
          className="h-11 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3"
        />
        {typed === '' && searches.length > 0 ? (
          <button
            type="button"
            className="min-h-6 shrink-0 rounded px-2 text-xs text-ink-3 hover:bg-hover hover:text-ink"
            onClick={() => {
              forgetSearches()
              setSearches([])
            }}
          >
            Forget searches
          </button>
        ) : null}
      </div>
      <div className="flex min-h-0 flex-col">
        <SearchPanel
          id={listId}
          text={text}
          found={found}
          groups={groups}
          active={line}
          onActivate={activate}
        />
      </div>
    </>
  )
}

type Run = (act: () => void) => void

const toLine = (command: Command, onRun: Run) => commandLine({ ...command, run: () => onRun(command.run) })

function commandGroups(commands: readonly Command[], onRun: Run): LineGroup[] {
  return [...new Set(commands.map(one => one.group))].map(group => ({
    title: group,
    lines: commands.filter(one => one.group === group).map(one => toLine(one, onRun)),
  }))
}

/** Commands that are shown beside what a text finds. */
const MOST_COMMANDS = 6

function matching(commands: readonly Command[], typed: string): Command[] {
  return commands
    .map(command => ({ command, rank: commandRank(command, typed) }))
    .filter(one => one.rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_COMMANDS)
    .map(one => one.command)
}

/** Saved views that have a command of their own stand once. */
const withoutCommands = (found: Found, commands: readonly Command[]): Found => ({
  ...found,
  suggestions: found.suggestions.filter(
    one => one.kind !== 'preset' || !commands.some(({ id }) => id === `view.${one.presetId}`),
  ),
})

function foundGroups(
  found: Found,
  text: string,
  onRun: Run,
  navigate: ReturnType<typeof useNavigate>,
): LineGroup[] {
  const jobs = found.jobs ? jobLines(found.jobs, jobId => onRun(() => void navigate(`/jobs/${jobId}`))) : []
  return [
    ...suggestionGroups(
      found.suggestions,
      one => onRun(() => void openSuggestion(navigate, one, text)),
      new Date(),
    ),
    { title: 'Jobs', lines: jobs },
  ]
}
