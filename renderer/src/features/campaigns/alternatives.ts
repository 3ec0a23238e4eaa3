const OR = /\s+OR\s+|\s*\|\s*/i

/** The last alternative of a wanted title, and what stands before it with its "OR". */
export function lastAlternative(query: string): { before: string; text: string } {
  const parts = query.split(OR)
  const text = parts.at(-1) ?? ''
  return { before: query.slice(0, query.length - text.length), text: text.trim() }
}
