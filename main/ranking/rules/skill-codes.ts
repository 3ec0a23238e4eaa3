/** Skills of jobs as they are stored: three characters of base 64 for each number, without separators. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Uint8Array(128)
for (let index = 0; index < LETTERS.length; index++) VALUES[LETTERS.charCodeAt(index)] = index

/** Numbers up to this one have a code. */
export const LARGEST_SKILL_ID = 64 ** 3 - 1

/** The three characters of a skill's number. Throws a `RangeError` for a number that has none. */
export function skillCode(id: number): string {
  if (!Number.isInteger(id) || id < 0 || id > LARGEST_SKILL_ID)
    throw new RangeError(`No code for the skill ${id}`)
  return `${LETTERS[id >> 12] ?? ''}${LETTERS[(id >> 6) & 63] ?? ''}${LETTERS[id & 63] ?? ''}`
}

/** The numbers of a text of codes, in its order. */
export function skillIds(codes: string): number[] {
  const ids: number[] = []
  for (let at = 0; at + 2 < codes.length; at += 3) ids.push(skillIdAt(codes, at))
  return ids
}

/** The number whose code begins at an offset. */
export function skillIdAt(codes: string, at: number): number {
  return (
    ((VALUES[codes.charCodeAt(at)] ?? 0) << 12) |
    ((VALUES[codes.charCodeAt(at + 1)] ?? 0) << 6) |
    (VALUES[codes.charCodeAt(at + 2)] ?? 0)
  )
}
