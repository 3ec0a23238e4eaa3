import type { Evidence } from '../../../contract/facts.ts'
import type { Office, Term } from '../../../contract/terms.ts'
import { readDescription } from './description.ts'
import { keyOf } from './fold.ts'
import { createGazetteer, type Gazetteer } from './gazetteer.ts'
import { locationGroups, readLocation } from './location-text.ts'
import { officeTerms, readOffices } from './offices.ts'
import { placeOfPostcode } from './postcode.ts'
import type { Reading } from './running-text.ts'
import type { Hint, Place, Proof } from './sense.ts'
import { quoteOf, type ShownText, shownText } from './shown-text.ts'
import { readTitle } from './title.ts'
import { readTownOf } from './town-of-region.ts'
import { liesElsewhere } from './wide-region.ts'

/** What the place rules read of a posting. */
export interface PlaceInput {
  location_text: string
  title: string
  description: string
  /** ISO 3166-1 alpha-2 of the board; only settles doubtful names. */
  board_country?: string | null
}

export interface FoundPlace {
  city: string | null
  province: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  evidence: Partial<Record<'office_city' | 'office_province' | 'office_country', Evidence>>
  /** Every office that the place text (or the label or first line of the description) names, in order, when there are two or more; at most 20. */
  offices?: Term<Office>[]
}

/** A city as a point, for ranking by distance. Degrees; number of inhabitants. */
export interface LocatedPlace {
  lat: number
  lon: number
  population: number
}

export interface PlaceFinder {
  find(input: PlaceInput): FoundPlace
  /** The point of a city; null when the city is null, unknown or not in that province or country. */
  locate(city: string | null, province: string | null, country: string | null): LocatedPlace | null
  /** Understands a place that a person typed ("London, GB", "Manchester"); null for "Remote" and unknown words. */
  resolve(text: string): { city: string | null; province: string | null; country: string | null } | null
}

/** Makes a finder from the text of resources/vocabularies/places.tsv; the index is built at the first question. */
export function createPlaceFinder(data: string): PlaceFinder {
  let made: Gazetteer | null = null
  const gazetteer = (): Gazetteer => {
    made ??= createGazetteer(data)
    return made
  }
  return {
    find: input => find(input, gazetteer()),
    locate: (city, province, country) => locate(city, province, country, gazetteer()),
    resolve(text) {
      const place = readLocation(text, gazetteer(), () => null)
      if (!place) return null
      return { city: place.city, province: place.province, country: place.country }
    },
  }
}

/** From this strength on, a description may name the city of a posting whose location text names only a country. */
const STRONG = 0.8
/** Longest parts of the texts that are looked at, in UTF-16 units. */
const MOST_LOCATION = 600
const MOST_TITLE = 400
const MOST_DESCRIPTION = 60_000

function find(input: PlaceInput, gazetteer: Gazetteer): FoundPlace {
  const hint = hintFrom(input, gazetteer)
  const location = shownText('location', input.location_text, MOST_LOCATION)
  const groups = locationGroups(location.text, gazetteer)
  const offices = readOffices(location.text, groups, gazetteer, hint)
  const read = readLocation(location.text, gazetteer, hint, groups)
  const postcode = placeOfPostcode(location.text, () => hint(['GB']) === 'GB')
  const stated = read?.city ? read : (postcode ?? offices[0] ?? read)
  if (stated?.city) {
    const found = answer([[stated, location, stated.sure ? 0.95 : 0.7]])
    return offices.length > 0 ? { ...found, offices: officeTerms(offices, stated, location) } : found
  }
  const description = shownText('description', input.description, MOST_DESCRIPTION)
  const spoken = readDescription(description.text, gazetteer, hint)
  const told = spoken && liesElsewhere(spoken.place, location.text) ? null : spoken
  if (stated) {
    const fits =
      told !== null &&
      told.place.city !== null &&
      // Of a postcode one only wants to know the name.
      (told.strength >= STRONG || postcode !== null) &&
      told.place.country === stated.country &&
      (stated.province === null || stated.province === told.place.province)
    const town = fits ? told : readTownOf(stated, location.text, description.text, gazetteer, hint)
    if (!town) return answer([[stated, location, 0.95]])
    return answer([
      [stated, location, 0.95],
      [town.place, description, town.strength],
    ])
  }
  if (told && told.strength >= STRONG && told.place.city !== null) return fromDescription(told, description)
  const title = shownText('title', input.title, MOST_TITLE)
  const titled = readTitle(title.text, gazetteer, hint)
  if (titled && (!told || told.place.city === null || titled.strength > told.strength)) {
    return answer([[titled.place, title, titled.strength]])
  }
  return told ? fromDescription(told, description) : answer([])
}

function fromDescription({ place, strength, offices = [] }: Reading, description: ShownText): FoundPlace {
  const found = answer([[place, description, strength]])
  return offices.length > 1 ? { ...found, offices: officeTerms(offices, place, description) } : found
}

/** Puts the facts of several readings together; the first that knows a fact wins. */
function answer(readings: [place: Place, text: ShownText, confidence: number][]): FoundPlace {
  const found: FoundPlace = { city: null, province: null, country: null, evidence: {}, offices: [] }
  for (const [place, text, confidence] of readings) {
    if (found.city === null && place.city !== null && place.cityProof) {
      found.city = place.city
      found.evidence.office_city = evidence(text, place.cityProof, confidence)
    }
    if (found.province === null && place.province !== null && place.provinceProof) {
      found.province = place.province
      found.evidence.office_province = evidence(text, place.provinceProof, confidence)
    }
    if (found.country === null && place.country !== null && place.countryProof) {
      found.country = place.country
      found.evidence.office_country = evidence(text, place.countryProof, confidence)
    }
  }
  return found
}

function evidence(text: ShownText, proof: Proof, confidence: number): Evidence {
  const base: Evidence = {
    origin: 'pattern',
    confidence: Math.round((proof.derived ? confidence * 0.92 : confidence) * 100) / 100,
    ...quoteOf(text, proof.start, proof.end),
  }
  return proof.derived ? { ...base, note: 'follows from the place' } : base
}

const SPEAKS: Record<string, RegExp> = {
  GB: /£|\bUK\b|\bU\.K\.|United Kingdom|\bEngland\b|\bBritish\b/,
  US: /\bUSA?\b|\bU\.S\.|United States|\b401\(?k\)?|\bUSD\b/,
  CA: /\bCanad(?:a|ian)\b|\bCAD\b/,
  AU: /\bAustralian?\b|\bAUD\b/,
  IE: /\bIreland\b|\bIrish\b/,
  DE: /\bGermany\b|\bDeutschland\b|\((?:m|w)\/(?:w|m)\/[dx]\)/,
  FR: /\bFrance\b|\bH\/F\b|\bF\/H\b|\bCDI\b|\bCDD\b/,
  NL: /\bNetherlands\b|\bNederland\b|\brijbewijs\b|\bvakantiegeld\b/,
  PL: /\bPoland\b|\bPolska\b|\bPLN\b|\d zł/,
  CZ: /\bCzech|\bČesk|\bCZK\b|\d Kč/,
}

/** Looks at board and texts only when a name is doubtful. */
function hintFrom(input: PlaceInput, gazetteer: Gazetteer): Hint {
  return countries => {
    const board = input.board_country
    if (board && countries.includes(board)) return board
    const text = `${input.title.slice(0, MOST_TITLE)}\n${input.description.slice(0, 20_000)}`
    const spoken = countries.filter(country => {
      const pattern = SPEAKS[country]
      return pattern ? pattern.test(text) : text.includes(gazetteer.countryName(country))
    })
    return spoken.length === 1 ? (spoken[0] ?? null) : null
  }
}

function locate(
  city: string | null,
  province: string | null,
  country: string | null,
  gazetteer: Gazetteer,
): LocatedPlace | null {
  if (city === null) return null
  const wanted = province === null ? null : keyOf(province)
  let best: (LocatedPlace & { fits: number }) | null = null
  for (const meaning of gazetteer.meanings(keyOf(city))) {
    if (meaning.kind !== 'city' || (country !== null && meaning.country !== country)) continue
    const { lat, lon, population, famous } = gazetteer.city(meaning.city)
    const same = wanted !== null && keyOf(gazetteer.provinceName(meaning.province)) === wanted
    const fits = (same ? 2 : 0) + (famous ? 1 : 0)
    if (!best || fits > best.fits || (fits === best.fits && population > best.population)) {
      best = { lat, lon, population, fits }
    }
  }
  return best && { lat: best.lat, lon: best.lon, population: best.population }
}
