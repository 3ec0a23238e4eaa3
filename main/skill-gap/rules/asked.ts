import { skillCode } from '../../ranking/rules/skill-codes.ts'

/**
 * What jobs ask for as arrays of numbers: 100,000 jobs in a few megabytes, gone through in milliseconds. Job `j` requires
 * the places `skills[start[j] … plus[j] - 1]`; `skills[plus[j] … start[j + 1] - 1]` are a plus.
 */
export interface Asked {
  /** Jobs that ask for at least one counted skill. */
  jobs: number
  ids: Uint32Array
  start: Uint32Array
  plus: Uint32Array
  skills: Int32Array
}

const COMMA = 44
const SPACE = 32
const SEMICOLON = 59
const ZERO = 48
const CODE_LENGTH = 3

/** The value of each letter of skill codes, by its byte. */
const VALUES = new Uint8Array(256)
for (let value = 0; value < 64; value += 1) VALUES[skillCode(value).charCodeAt(CODE_LENGTH - 1)] = value

/** Whole numbers joined by commas, as SQL joins the ids of many rows. */
export function readIds(text: Uint8Array): Uint32Array {
  // A number and its comma take two characters at least.
  const ids = new Uint32Array(Math.ceil(text.length / 2))
  let count = 0
  let id = 0
  for (const byte of text)
    if (byte === COMMA) {
      ids[count++] = id
      id = 0
    } else id = id * 10 + byte - ZERO
  if (text.length > 0) ids[count++] = id
  return ids.subarray(0, count)
}

/**
 * Reads "id required plus" of each of `rows` jobs, joined by ";", where both lists are three letters a skill. `wanted`
 * says by id which jobs count (null: all). A skill that stands in a job twice counts once, required before plus.
 */
export function readAsked(
  text: Uint8Array,
  rows: number,
  placeOf: Int32Array,
  size: number,
  wanted: Uint8Array | null = null,
): Asked {
  const skills = new Int32Array(Math.ceil(text.length / CODE_LENGTH))
  const ids = new Uint32Array(rows)
  const start = new Uint32Array(rows + 1)
  const plus = new Uint32Array(rows)
  /** By place: the job, counted from the first, that named it last. */
  const namedBy = new Int32Array(size).fill(-1)
  let [jobs, end, row, at] = [0, 0, 0, 0]
  while (at < text.length) {
    let id = 0
    for (let byte = text[at]; byte !== undefined && byte !== SPACE; byte = text[++at])
      id = id * 10 + byte - ZERO
    at += 1
    if (wanted !== null && wanted[id] !== 1) {
      const next = text.indexOf(SEMICOLON, at)
      at = next < 0 ? text.length : next + 1
      continue
    }
    const from = end
    let middle = end
    for (;;) {
      const byte = text[at] ?? SEMICOLON
      if (byte === SPACE) {
        middle = end
        at += 1
        continue
      }
      if (byte === SEMICOLON) {
        at += 1
        break
      }
      const skill =
        ((VALUES[byte] ?? 0) << 12) |
        ((VALUES[text[at + 1] ?? 0] ?? 0) << 6) |
        (VALUES[text[at + 2] ?? 0] ?? 0)
      at += CODE_LENGTH
      const place = placeOf[skill] ?? -1
      if (place < 0 || namedBy[place] === row) continue
      namedBy[place] = row
      skills[end++] = place
    }
    if (end > from) {
      ids[jobs] = id
      start[jobs] = from
      plus[jobs] = middle
      jobs += 1
    }
    row += 1
  }
  start[jobs] = end
  // Copies, since most of the room above is for the letters of ids and for what is not wanted.
  return {
    jobs,
    ids: ids.slice(0, jobs),
    start: start.slice(0, jobs + 1),
    plus: plus.slice(0, jobs),
    skills: skills.slice(0, end),
  }
}
