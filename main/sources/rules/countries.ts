/** Names that no list of countries holds, folded: short forms, parts of the United Kingdom, three-letter codes. */
const ALIASES: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  gbr: 'GB',
  usa: 'US',
  'united states of america': 'US',
  'u s': 'US',
  'u s a': 'US',
  america: 'US',
  deutschland: 'DE',
  deu: 'DE',
  ger: 'DE',
  can: 'CA',
  aus: 'AU',
  ind: 'IN',
  fra: 'FR',
  esp: 'ES',
  nld: 'NL',
  che: 'CH',
  aut: 'AT',
  irl: 'IE',
  sgp: 'SG',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  uae: 'AE',
  'south korea': 'KR',
  russia: 'RU',
  'republic of ireland': 'IE',
}

const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Codes that are no country although the table of regions has a name for them. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO', 'UK'])

let table: Map<string, string> | null = null

/** Country names in the languages of the usual files, from the language runtime's own tables (CLDR). */
function names(): Map<string, string> {
  if (table !== null) return table
  const built = new Map<string, string>(Object.entries(ALIASES))
  for (const language of ['en', 'de', 'fr', 'es']) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (let code = 0; code < 676; code++) {
      const letters = String.fromCharCode(65 + Math.floor(code / 26), 65 + (code % 26))
      const name = NO_COUNTRY.has(letters) ? undefined : display.of(letters)
      if (name === undefined) continue
      // Old codes (DD, SU) share a name with the new one; the new one is asked for first by its canonical form.
      if (new Intl.Locale(`und-${letters}`).region !== letters) continue
      if (!built.has(fold(name))) built.set(fold(name), letters)
    }
  }
  table = built
  return built
}

/** ISO 3166-1 alpha-2 of a code or a name ("GB", "uk", "United Kingdom", "Deutschland"); null when unknown. */
export function readCountry(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 80) return null
  const folded = fold(value)
  if (/^[a-z]{2}$/.test(folded) && folded !== 'uk') {
    const code = folded.toUpperCase()
    return [...names().values()].includes(code) ? code : null
  }
  return names().get(folded) ?? null
}
