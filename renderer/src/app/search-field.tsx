import { Search } from 'lucide-react'
import { type FocusEvent, useEffect, useId, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { type JobsView, readJobsView } from '../features/jobs/jobs-view.ts'
import { lineId, useActiveLine } from '../features/search/line-list.tsx'
import { jobLines, suggestionGroups } from '../features/search/lines.tsx'
import { openSuggestion, openText } from '../features/search/open-search.ts'
import { SearchPanel } from '../features/search/search-panel.tsx'
import { holdsScopes } from '../features/search/search-text.ts'
import { useFound } from '../features/search/use-found.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useCommand } from './commands.ts'

/** A pause in typing after which the list of jobs follows, so that superseded words are never searched. */
const PAUSE_MS = 120

/**
 * The one search field. What it holds is in the address (`/jobs?q=`), so that Back and links know it too. On the page of
 * jobs the list follows while somebody types; elsewhere the first jobs stand below the field.
 */
export function SearchField() {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const onJobs = pathname.startsWith('/jobs')
  const asked = onJobs ? (params.get('q') ?? '') : ''
  const [text, setText] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const listId = useId()

  // The address changed from elsewhere: a link, Back, another page.
  if (asked !== followed) {
    setFollowed(asked)
    if (asked !== text.trim()) setText(asked)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  /** The filters that stand already, on the page of jobs. */
  const base: JobsView | undefined = onJobs ? readJobsView(params) : undefined
  const finish = (act: () => unknown) => {
    clearTimeout(timer.current)
    setOpen(false)
    void act()
  }
  const found = useFound(text, { open, withJobs: !onJobs })
  const groups = [
    ...suggestionGroups(
      found.suggestions,
      one => finish(() => openSuggestion(navigate, one, text, base)),
      new Date(),
    ),
    {
      title: 'Jobs',
      lines: found.jobs ? jobLines(found.jobs, jobId => finish(() => navigate(`/jobs/${jobId}`))) : [],
    },
  ]
  const { line, activate, onArrow } = useActiveLine(groups, { first: false })
  const isEmpty = groups.every(group => group.lines.length === 0)
  const help = text.trim() === '?'
  // Over the list of jobs nothing is laid that says nothing.
  const shown = open && text.trim() !== '' && (!onJobs || help || !isEmpty)

  const follow = (next: string) => {
    clearTimeout(timer.current)
    if (!onJobs || holdsScopes(next)) return
    timer.current = setTimeout(() => putInAddress(next), PAUSE_MS)
  }
  const putInAddress = (next: string) => {
    const query = new URLSearchParams(params)
    if (next.trim() === '') query.delete('q')
    else query.set('q', next.trim())
    void navigate({ pathname: '/jobs', search: query.toString() }, { replace: true })
  }
  const clear = () => {
    setText('')
    clearTimeout(timer.current)
    if (onJobs) putInAddress('')
  }
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }

  useCommand({
    id: 'app.search',
    title: 'Search jobs',
    group: 'General',
    icon: Search,
    shortcut: '/',
    run: () => {
      input.current?.focus()
      input.current?.select()
    },
  })

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser in use
    <form
      role="search"
      className="relative mr-auto max-w-xl min-w-0 flex-1"
      onBlur={leave}
      onSubmit={event => {
        event.preventDefault()
        if (help) return
        if (shown && line) line.run()
        else if (text.trim() !== '') finish(() => openText(navigate, text, base))
        else if (onJobs) clear()
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label="Search jobs"
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={shown && !isEmpty}
        aria-controls={shown && !isEmpty ? listId : undefined}
        aria-activedescendant={shown && line ? lineId(listId, line) : undefined}
        placeholder="Search jobs"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={event => {
          const next = event.target.value
          setText(next)
          setOpen(true)
          activate(null)
          follow(next)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown' && !open && text.trim() !== '' && !onJobs) {
            event.preventDefault()
            setOpen(true)
          } else if (shown && onArrow(event)) return
          else if (event.key === 'ArrowDown') {
            event.preventDefault()
            document.querySelector<HTMLElement>('#main [role="listitem"][tabindex="0"]')?.focus()
          } else if (event.key === 'Escape' && (shown || text !== '')) {
            event.preventDefault()
            if (shown) setOpen(false)
            else clear()
          }
        }}
        className="h-8 w-full rounded border border-control/60 bg-surface pr-9 pl-8 text-base placeholder:text-ink-3 hover:border-control [&::-webkit-search-cancel-button]:hidden"
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-2 hidden items-center sm:flex"
      >
        <Kbd keys="/" />
      </span>
      {shown ? (
        <div
          data-floating
          className="absolute top-full left-0 z-40 mt-1 flex max-h-[70vh] w-[calc(100vw-2rem)] flex-col overflow-hidden rounded border border-line bg-raised shadow-float sm:w-full sm:min-w-96"
        >
          <SearchPanel
            id={listId}
            text={text}
            found={found}
            groups={groups}
            active={line}
            onActivate={activate}
          />
        </div>
      ) : null}
    </form>
  )
}
