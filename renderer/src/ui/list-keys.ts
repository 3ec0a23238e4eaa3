/** The next row for a key in a list of `count` rows, or null when the key means nothing to a list. */
export function nextRow(key: string, current: number, count: number, page: number): number | null {
  if (count === 0) return null
  const clamp = (n: number) => Math.max(0, Math.min(count - 1, n))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return clamp(current + 1)
    case 'k':
    case 'ArrowUp':
      return clamp(current - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    case 'PageDown':
      return clamp(current + page)
    case 'PageUp':
      return clamp(current - page)
    default:
      return null
  }
}

/**
 * Where the active row is after the rows changed: the same row by its key; if it is gone, the row that took its
 * place; 0 in an empty list.
 */
export function activeAfter(
  keys: readonly (string | number)[],
  key: string | number | null,
  index: number,
): number {
  const at = key === null ? -1 : keys.indexOf(key)
  if (at !== -1) return at
  return Math.max(0, Math.min(index, keys.length - 1))
}
