import type { IncomingMessage } from 'node:http'
import { z } from 'zod'

/** What a clip sends: the token with a page, or the company of a page that was sent before. */
export const Clip = z.object({
  token: z.string().max(200).optional(),
  url: z.string().max(4000).optional(),
  html: z.string().optional(),
  pending: z.string().max(200).optional(),
  company: z.string().trim().max(200).optional(),
})
export type Clip = z.infer<typeof Clip>

/** A sender that goes on past so many times the limit is cut off instead of being answered. */
const PATIENCE = 4

/** The bytes of a request, at most `most`; null when there are more, which are read and thrown away. */
export async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | null> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    if (size <= most) kept.push(piece)
    if (size > most * PATIENCE) break
  }
  return size > most ? null : Buffer.concat(kept)
}

/** The fields of a form or of JSON; null for anything else. */
export function clipOf(body: Buffer, contentType: string | undefined): Clip | null {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  const text = body.toString('utf8')
  if (type === 'application/x-www-form-urlencoded')
    return Clip.safeParse(Object.fromEntries(new URLSearchParams(text))).data ?? null
  if (type !== 'application/json') return null
  try {
    return Clip.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
