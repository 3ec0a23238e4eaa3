/** Texts as they may be shown to a helper: without secrets, addresses and the person's own folders. Pure. */

const LEFT_OUT = '[left out]'

/** Each with what stands in its place; the order matters. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Values behind a name that says what they are: api_key=…, "password": "…", Authorization: Bearer ….
  [
    /((?:api|app|access|private|secret|client)?[-_ ]?(?:key|token|secret|passw(?:or)?d|passphrase|pwd|authorization|cookie|credentials?)["']?\s*[:=]\s*["']?(?:(?:bearer|basic)\s+)?)[^\s"',;&}]+/gi,
    `$1${LEFT_OUT}`,
  ],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${LEFT_OUT}`],
  // User and password within an address, and everything behind its question mark.
  [/(\w+:\/\/)[^\s/@]+@/g, `$1${LEFT_OUT}@`],
  [/(https?:\/\/[^\s?#]+)[?#][^\s"')]*/g, `$1?${LEFT_OUT}`],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, LEFT_OUT],
  // Keys as they are commonly given out, and anything long that mixes letters and digits as only keys do.
  [/\b(?:sk|pk|rk|ghp|gho|github_pat|xox[abp]|AKIA|AIza)[-_]?[\w-]{8,}/g, LEFT_OUT],
  [/\b(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{32,}\b/g, LEFT_OUT],
]

/** A text without what could be a secret or an address; the folders in `homes` become `~`. */
export function scrub(text: string, homes: readonly string[] = []): string {
  let clean = text
  for (const home of homes) if (home.length > 1) clean = clean.replaceAll(home, '~')
  for (const [found, instead] of RULES) clean = clean.replace(found, instead)
  return clean
}
