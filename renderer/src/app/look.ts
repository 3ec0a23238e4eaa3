import { useSyncExternalStore } from 'react'

/**
 * How the page looks on this screen. Kept in the page as well as in the settings, because public/theme.js needs it
 * before anything is asked; the cookie serves the browser shell, whose port (and local storage) changes.
 */
export interface Look {
  theme: 'system' | 'light' | 'dark'
  density: 'compact' | 'comfortable'
  /** The navigation shows icons only. */
  narrowNav: boolean
  /** Shortcuts of single keys; off for people who dictate or tremble. */
  singleKeys: boolean
}

const KEY = 'rolecall-look'
const DEFAULT: Look = { theme: 'system', density: 'compact', narrowNav: false, singleKeys: true }
const dark = matchMedia('(prefers-color-scheme: dark)')

function read(): Look {
  try {
    const cookie = document.cookie.split('; ').find(part => part.startsWith(`${KEY}=`))
    const text =
      localStorage.getItem(KEY) ?? (cookie ? decodeURIComponent(cookie.slice(KEY.length + 1)) : '{}')
    return { ...DEFAULT, ...(JSON.parse(text) as Partial<Look>) }
  } catch {
    return DEFAULT
  }
}

let look = read()
const listeners = new Set<() => void>()

function apply(): void {
  const theme = look.theme === 'system' ? (dark.matches ? 'dark' : 'light') : look.theme
  document.documentElement.dataset.theme = theme
  document.documentElement.dataset.density = look.density
}
apply()
dark.addEventListener('change', () => {
  apply()
  for (const listener of listeners) listener()
})

/** Changes the look at once and remembers it for the next start. */
export function setLook(change: Partial<Look>): void {
  const next = { ...look, ...change }
  if (JSON.stringify(next) === JSON.stringify(look)) return
  look = next
  apply()
  try {
    const text = JSON.stringify(look)
    localStorage.setItem(KEY, text)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store needs a secure context, which loopback http lacks
    document.cookie = `${KEY}=${encodeURIComponent(text)}; max-age=31536000; path=/; samesite=strict`
  } catch {
    // Without a store the look lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

export function currentLook(): Look {
  return look
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLook(): Look {
  return useSyncExternalStore(subscribe, () => look)
}

/** The theme that the page shows, also when the system changes it. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
  )
}
