import { z } from 'zod'

const MOST = 500
const Named = z.object({ id: z.string() })
/** Signs that steer a line or its direction, and have no place in a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu

/** The names in an answer of /models, cleaned, sorted, each once, at most 500; null when it is no such answer. */
export function modelNames(data: unknown): string[] | null {
  if (!Array.isArray(data)) return null
  const names = data.slice(0, 20 * MOST).flatMap(each => {
    const named = Named.safeParse(each)
    const name = named.success ? named.data.id.replace(UNSEEN, '').trim() : ''
    return name === '' || name.length > 200 ? [] : [name]
  })
  if (names.length === 0) return null
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1)).slice(0, MOST)
}
