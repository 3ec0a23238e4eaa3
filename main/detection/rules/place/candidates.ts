import { distanceKm } from './distance.ts'
import { keyOf } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Piece } from './pieces.ts'
import type { CityMeaning } from './sense.ts'

/** One city that a piece can mean, judged by the other pieces. */
export interface Candidate {
  piece: Piece
  meaning: CityMeaning
  population: number
  famous: boolean
  support: number
  conflict: boolean
  score: number
}

/** Places whose one name is country and city at once. */
const CITY_STATES = new Set(['SG', 'HK', 'MO', 'MC', 'GI'])
/** Countries whose provinces people write as places; elsewhere a large city of the same name is meant. */
const KNOWN_PROVINCES = new Set([
  'US',
  'CA',
  'AU',
  'GB',
  'DE',
  'IN',
  'FR',
  'IT',
  'ES',
  'BR',
  'AT',
  'CH',
  'PL',
  'NL',
])
// biome-ignore format: a table
const ITALIAN_PROVINCES = new Set(
  (
    'AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS ' +
    'KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI ' +
    'SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV'
  ).split(' '),
)
/** Towns nearer than this are parts or neighbours of each other. */
const NEAR_KM = 80

/** Every city that the pieces can mean, the likeliest first. */
export function cityCandidates(text: string, pieces: readonly Piece[], gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = []
  for (const [order, piece] of pieces.entries()) {
    for (const meaning of piece.meanings) {
      if (meaning.kind !== 'city') continue
      const city = gazetteer.city(meaning.city)
      let support = 0
      let conflict = false
      let odd = false
      for (const other of pieces) {
        if (other === piece) continue
        const before = pieces.indexOf(other) < order && isTown(other, gazetteer)
        // What stands before is no larger place: in "Berlin (Mitte)" Berlin is the city.
        const agrees = Math.min(agreement(meaning, other, gazetteer), before ? 0.4 : 4)
        // Letters of another system ("Bologna, BO, Italia") do not speak against a city that its country supports.
        if (agrees < 0 && isItalianCode(text, meaning, other)) continue
        if (agrees < 0 && other.short && !namesProvinceOf(meaning.country, other)) odd = true
        else if (agrees < 0) conflict = true
        support += agrees
      }
      if (odd && support < 1) conflict = true
      if (piece.weak && support < 3) continue
      const score =
        support +
        (piece.whole ? 1.5 : 0) -
        order * 0.3 +
        Math.log10(city.population + 1) * 0.25 +
        (city.famous ? 0.5 : 0)
      found.push({
        piece,
        meaning,
        population: city.population,
        famous: city.famous,
        support,
        conflict,
        score,
      })
    }
  }
  found.sort((a, b) => b.score - a.score)
  return firstOffice(found, pieces, gazetteer)
}

/** From this many inhabitants on a city is meant by a name that is a region's too. */
export const SIZE_OF_TOWN = 50_000

/** Whether a piece can be an office itself; the small namesakes of "California" or "Panama" cannot. */
function isTown(piece: Piece, gazetteer: Gazetteer): boolean {
  const region = isRegion(piece) && !piece.short
  return piece.meanings.some(
    meaning =>
      meaning.kind === 'city' && (!region || gazetteer.city(meaning.city).population >= SIZE_OF_TOWN),
  )
}

/** "Milano (MI)": Italians write a town with the letters of its province, which name states of other countries. */
const isItalianCode = (text: string, city: CityMeaning, piece: Piece) =>
  city.country === 'IT' && piece.short && ITALIAN_PROVINCES.has(text.slice(piece.start, piece.end))

/** "TX" beside a town of Ohio does speak against it. */
const namesProvinceOf = (country: string, piece: Piece) =>
  piece.meanings.some(meaning => meaning.kind === 'province' && meaning.country === country)

/** Of several offices in a row ("Kraków / Warszawa") the first is meant, although a later one is larger. */
function firstOffice(found: Candidate[], pieces: readonly Piece[], gazetteer: Gazetteer): Candidate[] {
  const best = found[0]
  const earlier = found.find(
    other =>
      best !== undefined &&
      other.piece.whole &&
      !other.conflict &&
      isTown(other.piece, gazetteer) &&
      pieces.indexOf(other.piece) < pieces.indexOf(best.piece) &&
      other.support >= best.support - 0.5 &&
      (other.meaning.country === best.meaning.country || other.population >= 100_000 || other.famous),
  )
  if (!best || !earlier) return found
  const apart = distanceKm(gazetteer.city(best.meaning.city), gazetteer.city(earlier.meaning.city))
  return apart < NEAR_KM ? found : [earlier, ...found.filter(other => other !== earlier)]
}

const isRegion = (piece: Piece) => piece.meanings.some(meaning => meaning.kind !== 'city')

/** How well another piece goes with a city: its province 4, its country 3, a neighbour 0.4, another town of its country 0.2, another office 0, else −2. */
function agreement(city: CityMeaning, other: Piece, gazetteer: Gazetteer): number {
  let best = other.weak ? 0 : -2
  const country = other.meanings.some(item => item.kind === 'country') && !other.short
  for (const meaning of other.meanings) {
    let value = -2
    // "Panama City, Panama": the country is meant, not a town of its name.
    if (country && meaning.kind === 'city' && gazetteer.city(meaning.city).population < SIZE_OF_TOWN) continue
    if (meaning.kind === 'country') value = meaning.country === city.country ? 3 : -2
    else if (meaning.kind === 'province') {
      if (meaning.province === city.province) value = meaning.area ? 3.5 : 4
      else if (meaning.area && meaning.country === city.country) value = 0.2
    } else if (meaning.country === city.country) {
      value = distanceKm(gazetteer.city(meaning.city), gazetteer.city(city.city)) < NEAR_KM ? 0.4 : 0.2
    } else if (!isRegion(other) || gazetteer.city(meaning.city).population >= 50_000) value = 0
    if (value > best) best = value
  }
  return best
}

/** A name that is also a country or a province counts as a city only with support, or when the city is the plain sense. */
export function beatsRegion(best: Candidate, pieces: readonly Piece[], gazetteer: Gazetteer): boolean {
  const { piece, meaning } = best
  const city = gazetteer.city(meaning.city)
  for (const other of piece.meanings) {
    if (piece.short && !other.country.includes(meaning.country)) continue
    if (other.kind === 'country') {
      if (other.country === meaning.country && CITY_STATES.has(other.country)) continue
      if (best.support < 3) return false
    }
    if (
      other.kind === 'province' &&
      !other.area &&
      best.support < 4 &&
      other.country === meaning.country &&
      other.province !== meaning.province &&
      city.population < 300_000
    ) {
      return false
    }
    // "Quebec" beside nothing or "Canada" is the province, although it is written for Quebec City as well.
    if (
      other.kind === 'province' &&
      best.support < 4 &&
      keyOf(city.name) === `${keyOf(gazetteer.provinceName(other.province))} city`
    ) {
      return false
    }
    if (other.kind === 'province' && best.support < 3) {
      if (other.province === meaning.province && !piece.short) continue
      const large = city.famous || city.population >= (other.area ? 300_000 : 100_000)
      if (large && (other.area ? piece === pieces[0] : !KNOWN_PROVINCES.has(other.country))) continue
      if (pieces.length === 1 || !other.area) return false
    }
  }
  return true
}
