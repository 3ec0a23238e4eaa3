import { cleanText, folded } from './clean-text.ts'
import {
  CITY_ALIASES,
  COUNTRY_BY_NAME,
  KNOWN_CITIES,
  REGION_AFTER_CITY,
  REGION_BY_NAME,
  REGION_CODES,
  UK_REGIONS,
} from './place-names.ts'

/** What is known of a place besides its text; used where the text itself says nothing. */
export interface PlaceHint {
  province: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
}

/** Lists of places can be long, but not longer; the bound keeps hostile input cheap. */
const LONGEST = 600

const NO_HINT: PlaceHint = { province: null, country: null }

const REMOTE_WORDS =
  /\b(?:(?:fully|100 ?%|completely|mostly|permanently) ?-?)?(?:remote(?:ly)?(?: first| only| work| working| job)?|work(?:ing)? from (?:home|anywhere)|wfh|home ?-?(?:office|based|working)|tele(?:travail|trabajo|lavoro|work)|anywhere(?: in the world)?|worldwide|distributed)\b/g
const PRESENCE_WORDS = /\b(?:hybrid(?: working| remote)?|on ?-?site|in ?-?(?:office|person))\b/g
const NO_PLACE =
  /^(?:multiple(?: locations?| cities| sites)?|various(?: locations?)?|several locations?|nationwide|nation wide|tbd|tbc|n\/?a|none|null|unknown|unspecified|not specified|not stated|flexible|any|location|all)$/
const UK_POSTCODE = /\s*\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/
const WHOLE_POSTCODE = /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/
const STATE_AND_ZIP = / ([a-z]{2}) \d{5}(?:-\d{4})?(?=\s*(?:$|,))/
const NUMBER_AROUND = /^(?:[a-z]{1,2}-)?\d{4,6} (?=\p{L})|(?<=\p{L}\.?) \d{4,6}(?:-\d{4})?$/gu

/**
 * Normal form of the place of a posting, for comparing only; empty when no place is said. Cities that need no
 * addition stand alone ("London, England, UK" is "london"), others keep region and country ("cambridge, ma, us",
 * "cambridge, gb"), a place without a city is its country ("us"), remote without a city is "remote" or
 * "remote, us". Several places are sorted and joined by "; ". Streets and unknown parts stay, so that two sites
 * in one city differ.
 */
export function normalisePlace(location: string, hint: PlaceHint = NO_HINT): string {
  const text = cleanText(location.slice(0, LONGEST))
  if (text === '') return ''
  const whole = wholeName(folded(text))
  if (whole !== null && hint === NO_HINT) return whole
  let form = listOfPlaces(text, hint)
  // A form that is not a bare name can still hold a country in an odd position, which the next pass moves.
  for (let pass = 0; pass < 5 && !isStable(form); pass++) {
    const again = listOfPlaces(form, NO_HINT)
    if (again === form) break
    form = again
  }
  return form
}

/** Whether another pass is sure to change nothing: the common cases, told cheaply. */
function isStable(form: string): boolean {
  if (KNOWN_CITIES.has(form) || /^(?:|[a-z]{2}|remote(?:, [a-z]{2})?)$/.test(form)) return true
  const [, city, region, country = ''] =
    /^([a-z' -]{3,}(?<! [a-z]{2})), ([a-z]{2,3}, )?([a-z]{2})$/.exec(form) ?? []
  // "cambridge, uk" is still to become "gb", and "cambridge, or" Oregon.
  if (COUNTRY_BY_NAME.get(country) !== country) return false
  if (region === undefined && REGION_CODES.us?.has(country)) return false
  if (city === undefined || COUNTRY_BY_NAME.has(city) || CITY_ALIASES.has(city)) return false
  return !REGION_BY_NAME.has(city) && !UK_REGIONS.has(city) && !KNOWN_CITIES.has(city)
}

function listOfPlaces(text: string, hint: PlaceHint): string {
  if (!/[;|•\n]|\so(?:r|der|u)\s/i.test(text)) return onePlace(folded(text), hint)
  const places = text
    .split(/\s*[;|•\n]\s*|\s+(?:or|oder|ou)\s+(?=\D)/i)
    // What is known besides the text is of one place, and nobody says of which.
    .map((place, _, all) => onePlace(folded(place), all.length > 1 ? NO_HINT : hint))
    .filter(place => place !== '')
  if (places.length < 2) return places[0] ?? ''
  return [...new Set(places)].sort().join('; ')
}

/** The fast way for the commonest texts: one well-known name alone. */
function wholeName(name: string): string | null {
  if (name === 'remote') return 'remote'
  if (name === 'la') return 'los angeles'
  const city = CITY_ALIASES.get(name) ?? name
  return KNOWN_CITIES.has(city) ? city : null
}

function onePlace(text: string, hint: PlaceHint): string {
  if (NO_PLACE.test(text)) return ''
  // In a list as well as alone: Louisiana is seldom named by itself.
  if (text === 'la') return 'los angeles'
  const withoutZip = text.replace(STATE_AND_ZIP, (zip, code: string) =>
    REGION_CODES.us?.has(code) ? `, ${code}` : zip,
  )
  const withoutRemote = withoutZip.replace(REMOTE_WORDS, ',')
  const remote = withoutRemote !== withoutZip
  const segments = withoutRemote
    .replace(PRESENCE_WORDS, ',')
    .replace(/\b(?:only|residents|based|metropolitan area|metro area|metro)\b(?=\s*(?:$|[,()]))/g, ' ')
    .split(/[,/()[\]:–—]|\s-\s|^-\s|\s-$/)
    .map(tidySegment)
    .filter(
      (segment, _, all) =>
        segment !== '' && !NO_PLACE.test(segment) && !(all.length > 1 && WHOLE_POSTCODE.test(segment)),
    )
  return placed(countryLast(segments), remote, hint)
}

/** "UK - London" and "Germany, Berlin" name the country first. */
function countryLast(segments: readonly string[]): readonly string[] {
  const [first = '', ...others] = segments
  const country = COUNTRY_BY_NAME.get(first)
  if (others.length === 0 || country === undefined || KNOWN_CITIES.has(first)) return segments
  if (first.length === 2 && first !== 'uk' && first !== 'us' && first !== 'gb') return segments
  return COUNTRY_BY_NAME.has(others.at(-1) ?? '') ? segments : [...others, first]
}

function tidySegment(segment: string): string {
  const tidy = segment
    .replace(/[.'’`"“”!?*%]+(?=\s|$)|^['’`"“”.\-\s]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(UK_POSTCODE, match => (match.length === segment.trim().length ? match : ''))
    .replace(NUMBER_AROUND, '')
    .replace(/^(?:in|within|from|the city of|near|united states of america -)\s+(?=\p{L}{2})/u, '')
    .replace(/\s+(?:in|within|from)$/, '')
    .replace(/&/g, 'and')
    .trim()
  return CITY_ALIASES.get(tidy) ?? tidy
}

interface Parts {
  names: string[]
  region: string | null
  country: string | null
}

function placed(segments: readonly string[], remote: boolean, hint: PlaceHint): string {
  const countries = segments.map(segment => COUNTRY_BY_NAME.get(segment))
  if (
    countries.length > 1 &&
    countries.every(country => country !== undefined) &&
    !KNOWN_CITIES.has(segments[0] ?? '')
  ) {
    return [...(remote ? ['remote'] : []), ...new Set(countries.toSorted())].join(', ')
  }
  const parts = partsOf(segments)
  if (parts.names.length > 0) return cityForm(parts, hint)
  const country =
    parts.country ?? (remote || segments.length === 0 ? folded(hint.country ?? '') || null : null)
  const wide = [parts.region, country].filter(part => part !== null)
  if (remote) return ['remote', ...wide].join(', ')
  return wide.join(', ')
}

/** Reads the segments from the end, where country and region stand. */
function partsOf(segments: readonly string[]): Parts {
  const parts: Parts = { names: [], region: null, country: null }
  let end = segments.length
  while (end > 0) {
    const segment = segments[end - 1] ?? ''
    const before = segments[end - 2]
    if (!takeRegionOrCountry(segment, before, parts)) break
    end--
  }
  parts.names = withTrailingState(segments.slice(0, end), parts)
  return parts
}

/** Whether the segment was a region or a country and has been noted. */
function takeRegionOrCountry(segment: string, before: string | undefined, parts: Parts): boolean {
  const known = before === undefined ? undefined : KNOWN_CITIES.get(before)
  if (parts.country === null && parts.region === null && isCountry(segment, before, known)) {
    parts.country = COUNTRY_BY_NAME.get(segment) ?? null
    return true
  }
  const region = regionOf(segment, before, parts.country, known)
  if (
    parts.region === null &&
    region !== null &&
    (parts.country === null || region.startsWith(`${parts.country}-`))
  ) {
    parts.region = region.slice(3)
    parts.country = region.slice(0, 2)
    return true
  }
  if (parts.country !== null && COUNTRY_BY_NAME.get(segment) === parts.country && !KNOWN_CITIES.has(segment))
    return true
  if (before !== undefined && UK_REGIONS.has(segment) && (parts.country ?? 'gb') === 'gb') {
    parts.country = 'gb'
    // Beside a city that needs it, the county tells one Newport from another.
    if (known !== 'gb' && parts.region === null) parts.region = segment
    return true
  }
  return false
}

function isCountry(segment: string, before: string | undefined, known: string | undefined): boolean {
  const country = COUNTRY_BY_NAME.get(segment)
  if (country === undefined) return false
  // "Singapore" alone is a city; "Singapore, Singapore" is both.
  if (before === undefined) return !KNOWN_CITIES.has(segment)
  if (segment.length > 2 || !REGION_CODES.us?.has(segment)) return true
  // "Munich, DE" is Germany, "Toronto, Ontario, CA" Canada, "Wilmington, DE" Delaware.
  if (known !== undefined) return known.slice(0, 2) === country && known.slice(3) !== segment
  const region = REGION_BY_NAME.get(before)
  return region !== undefined
    ? region.startsWith(`${country}-`)
    : (REGION_CODES[country]?.has(before) ?? false)
}

function regionOf(
  segment: string,
  before: string | undefined,
  country: string | null,
  known: string | undefined,
): string | null {
  const byName =
    REGION_BY_NAME.get(segment) ?? (before === undefined ? undefined : REGION_AFTER_CITY.get(segment))
  if (byName !== undefined) return byName
  if (country !== null) return REGION_CODES[country]?.has(segment) ? `${country}-${segment}` : null
  if (known !== undefined && known.slice(3) === segment) return known
  for (const candidate of ['us', 'ca', 'au'])
    if (REGION_CODES[candidate]?.has(segment)) return `${candidate}-${segment}`
  return null
}

/** "Portland OR" without a comma: the last two letters of a name are its state. */
function withTrailingState(names: readonly string[], parts: Parts): string[] {
  const last = names.at(-1)
  const match =
    last === undefined || parts.region !== null ? null : /^(\p{L}[^\d]*) ([a-z]{2,3})$/u.exec(last)
  const code = match?.[2] ?? ''
  const known = KNOWN_CITIES.get(match?.[1] ?? '')
  // "Sydney NSW", "Toronto ON"
  if (
    match !== null &&
    known?.slice(3) === code &&
    (parts.country ?? known.slice(0, 2)) === known.slice(0, 2)
  ) {
    parts.region = code
    parts.country = known.slice(0, 2)
    return [...names.slice(0, -1), match[1] ?? '']
  }
  if (match === null || (parts.country ?? 'us') !== 'us' || !REGION_CODES.us?.has(code)) return [...names]
  // "la", "de", "in", "or", "me" and the like also end names of other languages.
  if (parts.country === null && /^(?:la|de|in|or|me|al|id|ma|pa|co)$/.test(code)) return [...names]
  parts.region = code
  parts.country = 'us'
  const name = match[1] ?? ''
  return [...names.slice(0, -1), CITY_ALIASES.get(name) ?? name]
}

const SHORT_NAMES = new Map([
  ['washington dc', 'washington dc'],
  ['la ca', 'los angeles'],
  ['ny ny', 'new york'],
])

function cityForm(parts: Parts, hint: PlaceHint): string {
  const [first = '', ...others] = parts.names
  const short = SHORT_NAMES.get(`${first} ${parts.region}`)
  if (short !== undefined) return short
  const known = KNOWN_CITIES.get(first)
  const country = parts.country ?? (folded(hint.country ?? '') || (parts.region === null ? null : 'us'))
  const region = parts.region ?? hintedRegion(hint, country)
  if (known !== undefined && agrees(known, region, country)) return first
  const names = known === undefined ? distinct([first, ...others]) : [first]
  return [...names, region, country].filter(part => part !== null && part !== '').join(', ')
}

/** States tell cities of one name apart where postings always write them; elsewhere a hint would only add noise. */
function hintedRegion(hint: PlaceHint, country: string | null): string | null {
  if (hint.province === null || country === null) return null
  const codes = REGION_CODES[country]
  const name = folded(hint.province)
  const code = (REGION_BY_NAME.get(name) ?? REGION_AFTER_CITY.get(name))?.slice(3) ?? name
  return codes?.has(code) ? code : null
}

function agrees(known: string, region: string | null, country: string | null): boolean {
  if (country !== null && country !== known.slice(0, 2)) return false
  const own = known.slice(3)
  return region === null || own === '' || own === region
}

function distinct(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) === index)
}
