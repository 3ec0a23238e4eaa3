import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { Kbd } from '../ui/kbd.tsx'
import { useCommand } from './commands.ts'

/** A pause in typing after which the search is asked, so that superseded words are never searched. */
const PAUSE_MS = 120

/** The one search field. What it holds is in the address (`/jobs?q=`), so that Back and links know it too. */
export function SearchField() {
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const onJobs = pathname.startsWith('/jobs')
  const asked = onJobs ? (params.get('q') ?? '') : ''
  const [text, setText] = useState(asked)
  const [followed, setFollowed] = useState(asked)
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address changed from elsewhere: a link, Back, another page.
  if (asked !== followed) {
    setFollowed(asked)
    if (asked !== text.trim()) setText(asked)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const go = (next: string) => {
    clearTimeout(timer.current)
    const query = new URLSearchParams(onJobs ? params : undefined)
    if (next.trim() === '') query.delete('q')
    else query.set('q', next.trim())
    if (!onJobs && next.trim() === '') return
    void navigate({ pathname: '/jobs', search: query.toString() }, { replace: onJobs })
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
      onSubmit={event => {
        event.preventDefault()
        go(text)
      }}
    >
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 size-4 text-ink-3" />
      <input
        ref={input}
        type="search"
        aria-label="Search jobs"
        aria-keyshortcuts="/"
        placeholder="Search jobs"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={event => {
          const next = event.target.value
          setText(next)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => go(next), PAUSE_MS)
        }}
        onKeyDown={event => {
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            document.querySelector<HTMLElement>('#main [role="listitem"][tabindex="0"]')?.focus()
          }
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault()
            setText('')
            go('')
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
    </form>
  )
}
