/** A sender that goes on past so many times the limit is cut off instead of being answered. */
const PATIENCE = 8

/**
 * The text of a body of at most `most` bytes; null when it is longer. A longer one is read and thrown away, because a
 * sender that is still writing would see a broken connection in place of the answer.
 */
export async function bodyText(request: Request, most: number): Promise<string | null> {
  if (!request.body) return ''
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body) {
    size += piece.length
    if (size <= most) kept.push(piece)
    if (size > most * PATIENCE) break
  }
  return size > most ? null : Buffer.concat(kept).toString('utf8')
}

/** What JSON text holds; undefined for text that is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
