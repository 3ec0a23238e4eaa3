import { Keyboard, Moon, PanelLeft, Rows3, SquareChevronRight, Sun, Undo2 } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { AddHost } from '../features/add/add-host.tsx'
import { AddingPanel } from '../features/documents/adding/adding-panel.tsx'
import { DocumentsHost } from '../features/documents/adding/documents-host.tsx'
import { ImportHost } from '../features/imports/import-host.tsx'
import { SentQuestion } from '../features/job/apply/sent-question.tsx'
import { RunCommands } from '../features/runs/run-commands.tsx'
import { AddSourceHost } from '../features/sources/add/add-source-host.tsx'
import { IconButton } from '../ui/button.tsx'
import { tellCutWords } from '../ui/cut-words.ts'
import { guardFocus } from '../ui/focus.ts'
import { windowTitle } from '../ui/page-title.ts'
import { OfflineBanner, SkeletonRows } from '../ui/states.tsx'
import { Toaster } from '../ui/toaster.tsx'
import { TooltipProvider } from '../ui/tooltip.tsx'
import { Announcer, announce } from './announce.tsx'
import { undoLatest } from './changes.ts'
import { CommandPalette } from './command-palette.tsx'
import { listenForShortcuts, useCommands } from './commands.ts'
import { startLive, useCoreState } from './live.ts'
import { setLook, useLook } from './look.ts'
import { BottomNav, SideNav } from './nav.tsx'
import { OTHER_PLACES, PLACES } from './navigation.ts'
import { NotificationBell } from './notification-bell.tsx'
import { SearchField } from './search-field.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { updateSettings, useStoredLook } from './use-settings.ts'

/** What stands around every page: navigation, search, palette, messages, live region. */
export function Frame() {
  const navigate = useNavigate()
  const [palette, setPalette] = useState(false)
  const [sheet, setSheet] = useState(false)
  const main = useRef<HTMLElement>(null)
  const core = useCoreState()
  useEffect(() => startLive(path => void navigate(path)), [navigate])
  useEffect(guardFocus, [])
  useEffect(tellCutWords, [])
  useEffect(listenForShortcuts, [])
  useStoredLook()
  useFocusAfterNavigation(main)
  useFrameCommands({ openPalette: () => setPalette(true), openSheet: () => setSheet(true) })

  return (
    <TooltipProvider delayDuration={300} skipDelayDuration={150}>
      <button
        type="button"
        onClick={() => main.current?.focus()}
        className="fixed top-1 left-1 z-60 -translate-y-16 rounded border border-control bg-raised px-3 py-1.5 text-sm focus:translate-y-0"
      >
        Skip to the content
      </button>
      <div className="flex h-full flex-col md:flex-row">
        <SideNav />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <header className="flex h-12 shrink-0 items-center gap-1.5 border-b border-line px-4 sm:px-6">
            <SearchField />
            <IconButton
              label="Commands"
              shortcut="mod+k"
              icon={SquareChevronRight}
              className="size-8"
              onClick={() => setPalette(true)}
            />
            <NotificationBell />
          </header>
          {core.state === 'restarting' ? (
            <OfflineBanner message="Rolecall's core does not answer; it is being reached again. What you see is what was there before, and what was saved is safe." />
          ) : null}
          {core.state === 'failed' ? (
            <OfflineBanner
              message={`${core.message || "Rolecall's core could not be started again."} What was saved is safe. Start Rolecall again.`}
            />
          ) : null}
          <SentQuestion />
          <AddingPanel />
          <main ref={main} id="main" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto">
            <Suspense fallback={<SkeletonRows />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <BottomNav />
      </div>
      <CommandPalette open={palette} onClose={() => setPalette(false)} />
      <ShortcutSheet open={sheet} onClose={() => setSheet(false)} />
      <RunCommands />
      <AddHost />
      <ImportHost />
      <DocumentsHost />
      <AddSourceHost />
      <Toaster />
      <Announcer />
    </TooltipProvider>
  )
}

/** After a change of page the focus is in the new page, unless a person types or works inside of it already. */
function useFocusAfterNavigation(main: { current: HTMLElement | null }): void {
  const { pathname } = useLocation()
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    const frame = requestAnimationFrame(() => {
      announce(windowTitle())
      const active = document.activeElement
      const stays = active instanceof HTMLInputElement || (active !== null && main.current?.contains(active))
      if (!stays) main.current?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname, main])
}

function useFrameCommands({
  openPalette,
  openSheet,
}: {
  openPalette: () => void
  openSheet: () => void
}): void {
  const navigate = useNavigate()
  const look = useLook()
  const isDark = document.documentElement.dataset.theme === 'dark'
  useCommands([
    ...PLACES.map(place => ({
      id: `go.${place.path}`,
      title: `Go to ${place.title}`,
      group: 'Go to',
      icon: place.icon,
      shortcut: place.shortcut,
      run: () => void navigate(place.path),
    })),
    ...OTHER_PLACES.map(({ path, ...place }) => ({
      ...place,
      id: `go.${path}`,
      group: 'Go to',
      run: () => void navigate(path),
    })),
    {
      id: 'app.palette',
      title: 'Show all commands',
      group: 'General',
      icon: SquareChevronRight,
      shortcut: 'mod+k',
      run: openPalette,
    },
    {
      id: 'app.shortcuts',
      title: 'Show keyboard shortcuts',
      group: 'General',
      icon: Keyboard,
      shortcut: '?',
      run: openSheet,
    },
    {
      id: 'app.undo',
      title: 'Undo the last change',
      group: 'General',
      icon: Undo2,
      shortcut: 'mod+z',
      run: () => void undoLatest(),
    },
    {
      id: 'look.nav',
      title: look.narrowNav ? 'Widen the navigation' : 'Narrow the navigation',
      group: 'View',
      icon: PanelLeft,
      shortcut: 'mod+b',
      run: () => setLook({ narrowNav: !look.narrowNav }),
    },
    {
      id: 'look.theme',
      title: isDark ? 'Use the light theme' : 'Use the dark theme',
      group: 'View',
      icon: isDark ? Sun : Moon,
      keywords: 'dark light colour theme',
      run: () => void updateSettings({ theme: isDark ? 'light' : 'dark' }),
    },
    {
      id: 'look.density',
      title: look.density === 'compact' ? 'Use comfortable rows' : 'Use compact rows',
      group: 'View',
      icon: Rows3,
      keywords: 'density compact comfortable',
      run: () => void updateSettings({ density: look.density === 'compact' ? 'comfortable' : 'compact' }),
    },
  ])
}
