import { foldText } from './section-names.ts'

/** What is known of place names. */
export interface Places {
  /** Whether a text is the name of a town, in any of the usual languages. */
  isTown(name: string): boolean
  /** Whether a text is the name of a country, state, province or county, or a usual abbreviation of one. */
  isRegion(name: string): boolean
}

const COMMON_SHORT = new Set(['USA', 'UK', 'U.S.A.', 'U.K.', 'US', 'UAE', 'NYC'])

/**
 * Looks names up in the text of resources/vocabularies/places.tsv. A résumé asks for a few names only, so the text itself
 * is searched (a millisecond a name) and the large index of the detection is not built (a second).
 */
export function placesIn(data: string): Places {
  const towns = Math.max(0, data.indexOf('\nC\t'))
  let regions: Set<string> | null = null
  const known = new Map<string, boolean>()
  const isKnown = (name: string): boolean => {
    if (data.includes(`\n${name}\t`, towns)) return true
    const folded = foldText(name)
    return [
      `|${folded}|`,
      `\t${folded}|`,
      `|${folded}\n`,
      `*${folded}\n`,
      `*${folded}|`,
      `\t${folded}\n`,
    ].some(key => data.includes(key, towns))
  }
  return {
    isTown(name) {
      if (name.length < 2 || name.length > 60 || !/^[\p{L}][\p{L}\p{M}'’. -]*$/u.test(name)) return false
      const before = known.get(name)
      if (before !== undefined) return before
      const found = isKnown(name)
      known.set(name, found)
      return found
    },
    isRegion(name) {
      if (COMMON_SHORT.has(name)) return true
      regions ??= regionsIn(data.slice(0, towns))
      const bare = name.replace(/\.(?=$)/, '')
      return /^[A-Z]{2,3}$/.test(bare) ? regions.has(bare) : regions.has(foldText(bare))
    },
  }
}

/** Names and capitals of countries, states and counties: the last cell of each line. */
function regionsIn(data: string): Set<string> {
  const names = new Set<string>()
  for (const line of data.split('\n')) {
    const cells = line.split('\t')
    for (const name of (cells.at(-1) ?? '').split('|')) if (name !== '') names.add(name)
    if (cells[0] === 'N' || cells[0] === 'A') names.add(foldText(cells.at(-2) ?? ''))
  }
  return names
}
