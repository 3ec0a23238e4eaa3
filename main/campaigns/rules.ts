/** The longest name of a campaign, in characters. */
const LONGEST = 80

/**
 * A free name for the copy of a campaign: "Backend (copy)", then "Backend (copy 2)". The copy of a copy counts on, and
 * a long name is cut so that the ending fits.
 */
export function copyName(name: string, taken: (name: string) => boolean): string {
  const stem = name.replace(/ \(copy(?: \d+)?\)$/, '')
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? ' (copy)' : ` (copy ${number})`
    // Not through the middle of a sign that is two characters long.
    const short = stem.slice(0, LONGEST - ending.length).replace(/[\uD800-\uDBFF]$/, '')
    const copy = `${short.trimEnd()}${ending}`
    if (!taken(copy)) return copy
  }
}
