/**
 * The mark of a text for comparing: one-permutation MinHash over runs of three words, eight bits a bin (Li, Owen and
 * Zhang 2012), empty bins filled after Shrivastava 2017. 128 bins estimate the share of equal runs within ± 4 %.
 */

const BINS = 128
/** Bytes of a mark: the bins, how many runs there were (two bytes), and whether the text names its title. */
const BYTES = BINS + 3
const MOST_RUNS = 0xffff

const mix = (bits: number): number => {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Letters and digits; index is the code of an ASCII character in lower case. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? 1 : 0,
)
/** Beyond ASCII, letters of any script; general and ideographic punctuation separates. */
const isWordBeyond = (code: number): boolean =>
  code > 0xbf && !(code >= 0x2000 && code < 0x2070) && !(code >= 0x3000 && code < 0x3003)

// Small whole numbers throughout: others are boxed, and slow.
const EMPTY = 0x7fffffff
const FIRST = 0x811c9dc5 | 0
/** Read by one text at a time. */
const least = new Int32Array(BINS)

/** Fills `least` with the smallest run of each bin; answers how many runs of three words there are. */
function readRuns(text: string): number {
  least.fill(EMPTY)
  let words = 0
  let before = 0
  let last = 0
  let word = FIRST
  let inside = false
  const end = text.length
  for (let at = 0; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 32
    if (code < 128 ? ASCII_WORD[code] === 1 : isWordBeyond(code)) {
      word = Math.imul(word ^ code, 0x01000193)
      inside = true
      continue
    }
    if (!inside) continue
    words += 1
    if (words > 2) {
      const run = mix(Math.imul(before, 0x9e3779b1) ^ Math.imul(last, 0x85ebca77) ^ word)
      const bin = run >>> 25
      const value = run & 0x1ffffff
      if (value < (least[bin] ?? 0)) least[bin] = value
    }
    before = last
    last = word
    word = FIRST
    inside = false
  }
  return Math.max(0, words - 2)
}

/** The mark of a text; null when it has fewer than three words. `names`: words of the title to look for in it. */
export function textMark(description: string, names: readonly string[] = []): Uint8Array | null {
  const text = description.toLowerCase()
  const runs = readRuns(text)
  if (runs === 0) return null
  const mark = new Uint8Array(BYTES)
  for (let bin = 0; bin < BINS; bin++) {
    let from = bin
    for (let attempt = 1; least[from] === EMPTY; attempt++)
      from = mix(bin * 0x2545 + attempt * 0x9e37) & (BINS - 1)
    mark[bin] = mix(least[from] ?? 0) & 0xff
  }
  const counted = Math.min(runs, MOST_RUNS)
  mark[BINS] = counted & 0xff
  mark[BINS + 1] = counted >>> 8
  const named = names.filter(name => text.includes(name)).length
  mark[BINS + 2] = names.length > 0 && named * 2 >= names.length ? 1 : 0
  return mark
}

/** How many runs of three words a text has. */
export const runsOf = (mark: Uint8Array): number => (mark[BINS] ?? 0) | ((mark[BINS + 1] ?? 0) << 8)

/** Whether the text uses at least half of the words of its title. */
export const namesItsTitle = (mark: Uint8Array): boolean => mark[BINS + 2] === 1

/** Estimated share (0–1) of runs of three words that both texts have, of all that either has. */
export function similarity(a: Uint8Array, b: Uint8Array): number {
  let equal = 0
  for (let bin = 0; bin < BINS; bin++) if (a[bin] === b[bin]) equal += 1
  // Bins of different texts agree by chance once in 256 times.
  return Math.max(0, (equal / BINS - 1 / 256) / (1 - 1 / 256))
}

/** Estimated share (0–1) of the shorter text that stands in the longer one. */
export function containment(a: Uint8Array, b: Uint8Array): number {
  const share = similarity(a, b)
  const [x, y] = [runsOf(a), runsOf(b)]
  return Math.min(1, (share * (x + y)) / ((1 + share) * Math.min(x, y)))
}

/** 28 bits that equal and nearly equal texts share: a few of the bins together. */
export function textBand(mark: Uint8Array): number {
  let bits = 0x51ab
  for (const bin of [5, 47, 101]) bits = mix(Math.imul(bits, 31) + (mark[bin] ?? 0))
  return bits >>> 4
}
