import clsx from 'clsx'
import { Ellipsis, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { Link, NavLink, useLocation, useNavigate } from 'react-router'
import { IconButton } from '../ui/button.tsx'
import { Logo } from '../ui/logo.tsx'
import { Menu } from '../ui/menu.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { setLook, useLook } from './look.ts'
import { isInPlace, PLACES } from './navigation.ts'

/** The navigation at the left, from a window of 48 rem on; icons only when the person wants the room. */
export function SideNav() {
  const { narrowNav } = useLook()
  const { pathname } = useLocation()
  return (
    <nav
      aria-label="Places"
      className={clsx(
        'hidden shrink-0 flex-col border-r border-line bg-sunken px-2 py-2 md:flex',
        narrowNav ? 'w-13' : 'w-52',
      )}
    >
      <div className={clsx('flex h-9 items-center gap-2 px-2', narrowNav && 'justify-center')}>
        <Logo className="size-5 shrink-0 text-accent" />
        {narrowNav ? null : <span className="font-semibold tracking-tight">Rolecall</span>}
      </div>
      <ul className="mt-3 flex flex-1 flex-col gap-0.5">
        {PLACES.map(place => {
          const link = (
            <Link
              to={place.path}
              aria-current={isInPlace(place, pathname) ? 'page' : undefined}
              aria-label={place.title}
              className={clsx(
                'flex h-8 items-center gap-2.5 rounded px-2 text-base text-ink-2 transition-colors hover:bg-hover hover:text-ink',
                'aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink',
                'forced-colors:aria-[current=page]:outline-1',
                narrowNav && 'justify-center',
              )}
            >
              <place.icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              {narrowNav ? null : place.title}
            </Link>
          )
          return (
            <li key={place.path}>
              {narrowNav ? (
                <Tooltip text={place.title} shortcut={place.shortcut} side="right">
                  {link}
                </Tooltip>
              ) : (
                link
              )}
            </li>
          )
        })}
      </ul>
      <div className={clsx('flex', narrowNav ? 'justify-center' : 'justify-end')}>
        <IconButton
          label={narrowNav ? 'Widen the navigation' : 'Narrow the navigation'}
          shortcut="mod+b"
          icon={narrowNav ? PanelLeftOpen : PanelLeftClose}
          onClick={() => setLook({ narrowNav: !narrowNav })}
        />
      </div>
    </nav>
  )
}

/** So many places fit beside each other on a phone; the rest stands behind "More". */
const BESIDE = 4

const BOTTOM_ITEM =
  'flex min-h-12 w-full flex-col items-center justify-center gap-0.5 px-1 text-xs focus-visible:outline-offset-[-2px]'

/** The navigation at the bottom of a narrow window. */
export function BottomNav() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const shown = PLACES.length > BESIDE ? PLACES.slice(0, BESIDE - 1) : PLACES
  const rest = PLACES.slice(shown.length)
  return (
    <nav aria-label="Places" className="shrink-0 border-t border-line bg-sunken md:hidden">
      <ul className="flex">
        {shown.map(place => (
          <li key={place.path} className="min-w-0 flex-1">
            <NavLink
              to={place.path}
              end={place.path === '/'}
              className={({ isActive }) =>
                clsx(BOTTOM_ITEM, isActive ? 'font-medium text-accent' : 'text-ink-2')
              }
            >
              <place.icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
              <span className="max-w-full truncate">{place.title}</span>
            </NavLink>
          </li>
        ))}
        {rest.length > 0 ? (
          <li className="min-w-0 flex-1">
            <Menu
              align="end"
              trigger={
                <button
                  type="button"
                  className={clsx(
                    BOTTOM_ITEM,
                    rest.some(place => isInPlace(place, pathname)) ? 'font-medium text-accent' : 'text-ink-2',
                  )}
                >
                  <Ellipsis aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
                  More
                </button>
              }
              entries={rest.map(place => ({
                label: place.title,
                icon: place.icon,
                ...(isInPlace(place, pathname) ? { checked: true } : {}),
                onSelect: () => void navigate(place.path),
              }))}
            />
          </li>
        ) : null}
      </ul>
    </nav>
  )
}
