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
  // A name stands at the beginning of a line, or folded among the others at its end.
  const stands = (name: string, before: string, after: string): boolean => {
    for (let at = data.indexOf(name, towns); at >= 0; at = data.indexOf(name, at + 1))
      if (before.includes(data.charAt(at - 1)) && after.includes(data.charAt(at + name.length) || '\n'))
        return true
    return false
  }
  const isKnown = (name: string): boolean =>
    stands(name, '\n', '\t') || stands(foldText(name), '\t|*', '|\n\t')
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
  }
  return names
}
