/** What was searched last, kept in this browser only. */

const KEY = 'rolecall-searches'
const MOST = 6

/** The last searches, the newest first. */
export function lastSearches(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(one => typeof one === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** The searches with another one first, each once. */
export const withSearch = (before: readonly string[], text: string): string[] => {
  const same = text.toLowerCase()
  return [text, ...before.filter(one => one.toLowerCase() !== same)].slice(0, MOST)
}

/** Remembers a search. */
export function rememberSearch(text: string): void {
  const plain = text.trim()
  if (plain === '' || plain.length > 300) return
  try {
    localStorage.setItem(KEY, JSON.stringify(withSearch(lastSearches(), plain)))
  } catch {
    // Without a store nothing is remembered.
  }
}

/** Forgets all searches. */
export function forgetSearches(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // There was no store.
  }
}
