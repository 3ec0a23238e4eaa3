import { folded } from '../../postings/rules/clean-text.ts'
import {
  CITY_ALIASES,
  COUNTRY_BY_NAME,
  KNOWN_CITIES,
  REGION_AFTER_CITY,
  REGION_BY_NAME,
  REGION_CODES,
} from '../../postings/rules/place-names.ts'

/** A place in parts; all names as written or as codes. */
export interface ResolvedPlace {
  city: string | null
  province: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
}

/** The form in which cities are compared: folded, the usual name. */
export function cityKey(city: string): string {
  const name = folded(city).trim()
  return CITY_ALIASES.get(name) ?? name
}

/** The form in which states, provinces and regions are compared; null for one that says no more than its country. */
export function regionKey(province: string | null, country: string | null): string | null {
  if (province === null || province === '') return null
  const name = folded(province).trim()
  // Half of the country's towns are in England; being there is no nearness.
  if (name === 'england') return null
  const code = country?.toLowerCase() ?? ''
  if (REGION_CODES[code]?.has(name)) return `${code}-${name}`
  return REGION_BY_NAME.get(name) ?? REGION_AFTER_CITY.get(name) ?? name
}

/** Reads "London", "Leeds, GB", "Austin, TX", "California" or "Germany" by the small table of names. */
export function placeFromText(text: string): ResolvedPlace {
  const parts = text
    .split(',')
    .map(part => folded(part).trim())
    .filter(part => part !== '')
  const place: ResolvedPlace = { city: null, province: null, country: null }
  const only = parts.length === 1
  const last = parts.at(-1) ?? ''
  if (only && KNOWN_CITIES.has(cityKey(last))) return withKnownCity(cityKey(last), place)
  const country = COUNTRY_BY_NAME.get(last)
  if (country !== undefined && (only || last.length > 2 || !REGION_CODES.us?.has(last))) {
    place.country = country.toUpperCase()
    parts.pop()
  }
  const region = regionKey(parts.at(-1) ?? null, place.country ?? (parts.length > 1 ? 'US' : null))
  if (region !== null && /^(?:us|ca|au)-/.test(region)) {
    place.province = region.slice(3).toUpperCase()
    place.country ??= region.slice(0, 2).toUpperCase()
    parts.pop()
  }
  const city = parts[0]
  return city === undefined ? place : withKnownCity(cityKey(city), place)
}

function withKnownCity(city: string, place: ResolvedPlace): ResolvedPlace {
  const known = place.country === null ? KNOWN_CITIES.get(city) : undefined
  if (known === undefined) return { ...place, city }
  return { city, province: known.slice(3).toUpperCase() || null, country: known.slice(0, 2).toUpperCase() }
}

const EUROPE = `at be bg ch cy cz de dk ee es fi fr gb gr hr hu ie is it lt lu lv mt nl no pl pt ro rs se si sk ua`
const EUROPEAN_UNION = 'at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk'
const LATIN_AMERICA = 'ar br cl co cr mx pe pr uy'
const ASIA = 'ae cn hk id il in jp kr lk my ph pk qa sa sg th tr tw vn'

/** Parts of the world that remote postings are open to. */
const WIDE_REGIONS = new Map(
  Object.entries({
    europe: EUROPE,
    eea: EUROPEAN_UNION,
    eu: EUROPEAN_UNION,
    'european union': EUROPEAN_UNION,
    emea: `${EUROPE} ae eg il ke ma ng qa sa tr za`,
    'north america': 'us ca mx',
    americas: `us ca ${LATIN_AMERICA}`,
    latam: LATIN_AMERICA,
    'latin america': LATIN_AMERICA,
    'south america': 'ar br cl co pe uy',
    asia: ASIA,
    apac: `${ASIA} au nz`,
    dach: 'de at ch',
    nordics: 'dk fi is no se',
    benelux: 'be nl lu',
    'uk and ireland': 'gb ie',
  }).map(([name, codes]) => [name, codes.toUpperCase().split(' ')] as const),
)

const NORTH_AMERICA = ['US', 'CA']
/** Where people keep such hours; read only beside a word for hours. */
const TIME_ZONES = new Map([
  ...'et est edt ct cst cdt mt mst mdt pt pst pdt'.split(' ').map(zone => [zone, NORTH_AMERICA] as const),
  ...'cet cest eet eest'.split(' ').map(zone => [zone, EUROPE.toUpperCase().split(' ')] as const),
  ['bst', ['GB']] as const,
  ['ist', ['IN']] as const,
])

const FILLERS =
  /\b(?:fully|100%|remote|only|in|from|within|the|based|work|anywhere|worldwide|residents)(?![\p{L}\p{N}])/gu
const HOURS = /\b(?:hours|hrs|time|time ?zones?|tz)\b/i
const ONLY_REMOTE = /^(?:|remote|anywhere|worldwide)$/i

/** The countries that a remote posting is open to by its location text, ISO alpha-2; null when it names none. */
export function countriesOpenTo(locationText: string): ReadonlySet<string> | null {
  if (ONLY_REMOTE.test(locationText)) return null
  let open: Set<string> | null = null
  const ofHours = HOURS.test(locationText)
  for (const part of folded(locationText.slice(0, 300)).split(/[,;/|()•]|\s[-–]\s/)) {
    // "PT/ET hours" are those of America, not Portugal's.
    const zoned = ofHours ? part.split(/\s+/).map(word => TIME_ZONES.get(word)) : []
    const codes =
      zoned.find(zone => zone !== undefined) ??
      codesOf(part.trim()) ??
      codesOf(part.replace(FILLERS, ' ').replace(/\s+/g, ' ').trim())
    if (codes === null) continue
    open ??= new Set()
    for (const code of codes) open.add(code)
  }
  return open
}

function codesOf(name: string): readonly string[] | null {
  const wide = WIDE_REGIONS.get(name)
  if (wide !== undefined) return wide
  const country = COUNTRY_BY_NAME.get(name)
  return country === undefined ? null : [country.toUpperCase()]
}
