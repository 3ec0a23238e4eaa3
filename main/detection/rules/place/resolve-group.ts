import { distanceKm } from './distance.ts'
import { keyOf } from './fold.ts'
import type { Gazetteer, Meaning } from './gazetteer.ts'
import type { Piece, Segment } from './pieces.ts'
import { NEVER_ALONE, NOISE, STREET, WIDE } from './words.ts'

/** A stretch of the text that proves a value. */
export interface Proof {
  start: number
  end: number
  /** True when the value follows from another one (London lies in England). */
  derived: boolean
}

/** What a group of segments names together. */
export interface Place {
  city: string | null
  province: string | null
  country: string | null
  cityProof: Proof | null
  provinceProof: Proof | null
  countryProof: Proof | null
  /** False when the city is not in the gazetteer, or only part of its segment was understood. */
  sure: boolean
}

/** Says which of several countries the rest of the posting speaks for, if one. */
export type Hint = (countries: readonly string[]) => string | null

type CityMeaning = Extract<Meaning, { kind: 'city' }>
interface Candidate {
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
/** A list of more names than this is read only so far: every name is weighed against every other. */
const MOST_PIECES = 8
/** Towns nearer than this are parts or neighbours of each other. */
const NEAR_KM = 80
/** Namesakes at least this many times smaller do not make a bare name doubtful. */
const CLEAR = 3

/**
 * Understands segments such as "Paris", "TX" together: every meaning is judged by how well the other pieces agree.
 * `mayInvent` lets a first segment that the gazetteer lacks count as the city when province or country are known.
 */
export function resolveGroup(
  text: string,
  segments: readonly Segment[],
  gazetteer: Gazetteer,
  hint: Hint,
  mayInvent: boolean,
): Place | null {
  const all = segments.flatMap(segment => segment.pieces).slice(0, MOST_PIECES)
  const pieces = all.filter(piece => !piece.weak || all.length > 1)
  if (pieces.length === 0 || all.every(piece => piece.weak)) return null
  const candidates = cityCandidates(pieces, gazetteer)
  const best = candidates[0]
  const region = resolveRegion(pieces, gazetteer, hint, best === undefined)
  if (best && !best.conflict && beatsRegion(best, pieces, gazetteer)) {
    return fromCity(best, candidates, pieces, gazetteer, hint)
  }
  const several = distinctCountries(pieces)
  if (best?.conflict && mayInvent && region && isFirstAndOnlyCity(best, pieces)) {
    return {
      ...region,
      city: gazetteer.city(best.meaning.city).name,
      cityProof: proof(best.piece, false),
      sure: false,
    }
  }
  if (!region) return null
  if (mayInvent && several <= 1) {
    const named = inventCity(text, segments)
    if (named) return { ...region, ...named, sure: false }
  }
  return region
}

/** A known name in a place where the gazetteer has none ("Springfield, Portugal"). */
function isFirstAndOnlyCity(best: Candidate, pieces: readonly Piece[]): boolean {
  return (
    best.piece === pieces[0] &&
    best.piece.whole &&
    best.piece.meanings.every(meaning => meaning.kind === 'city')
  )
}

const proof = (piece: Piece, derived: boolean): Proof => ({ start: piece.start, end: piece.end, derived })

function cityCandidates(pieces: readonly Piece[], gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = []
  for (const [order, piece] of pieces.entries()) {
    for (const meaning of piece.meanings) {
      if (meaning.kind !== 'city') continue
      const city = gazetteer.city(meaning.city)
      let support = 0
      let conflict = false
      for (const other of pieces) {
        if (other === piece) continue
        const before = pieces.indexOf(other) < order && other.meanings.some(item => item.kind === 'city')
        // What stands before is no larger place: in "Berlin (Mitte)" Berlin is the city.
        const agrees = Math.min(agreement(meaning, other, gazetteer), before ? 0.4 : 4)
        if (agrees < 0) conflict = true
        support += agrees
      }
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

/** Of several offices in a row ("Kraków / Warszawa") the first is meant, although a later one is larger. */
function firstOffice(found: Candidate[], pieces: readonly Piece[], gazetteer: Gazetteer): Candidate[] {
  const best = found[0]
  const earlier = found.find(
    other =>
      best !== undefined &&
      other.piece.whole &&
      !other.conflict &&
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
  let best = -2
  for (const meaning of other.meanings) {
    let value = -2
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
function beatsRegion(best: Candidate, pieces: readonly Piece[], gazetteer: Gazetteer): boolean {
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
    if (other.kind === 'province' && best.support < 3) {
      if (other.province === meaning.province && !piece.short) continue
      const large = city.famous || city.population >= (other.area ? 300_000 : 100_000)
      if (large && (other.area ? piece === pieces[0] : !KNOWN_PROVINCES.has(other.country))) continue
      if (pieces.length === 1 || !other.area) return false
    }
  }
  return true
}

function fromCity(
  best: Candidate,
  candidates: readonly Candidate[],
  pieces: readonly Piece[],
  gazetteer: Gazetteer,
  hint: Hint,
): Place {
  const rivals = candidates.filter(
    other => other.piece === best.piece && !other.conflict && Math.abs(other.support - best.support) < 0.15,
  )
  const chosen = settle(best, rivals, hint)
  const stated = (kind: 'country' | 'province') =>
    pieces.find(
      piece =>
        piece !== best.piece &&
        piece.meanings.some(meaning =>
          kind === 'country'
            ? meaning.kind === 'country' && meaning.country === best.meaning.country
            : meaning.kind === 'province' && meaning.province === best.meaning.province,
        ) &&
        (kind === 'country' || !countriesOf(piece).includes(best.meaning.country)),
    )
  const name = gazetteer.city(chosen.meaning.city).name
  const cityProof = proof(best.piece, false)
  const place: Place = {
    city: name,
    province: null,
    country: null,
    cityProof,
    provinceProof: null,
    countryProof: null,
    sure: best.piece.whole,
  }
  if (chosen.country) {
    const piece = stated('country')
    place.country = chosen.meaning.country
    place.countryProof = piece ? proof(piece, false) : proof(best.piece, true)
  }
  if (chosen.province && chosen.meaning.province >= 0) {
    const piece = stated('province')
    const province = gazetteer.provinceName(chosen.meaning.province)
    // "Prague, Prague" says nothing; a state that shares its city's name does.
    const small = gazetteer.city(chosen.meaning.city).population < 100_000
    const doubtful = !piece && small && otherProvince(best.piece, chosen.meaning, pieces)
    const country = gazetteer.countryName(chosen.meaning.country)
    const empty =
      !piece &&
      chosen.meaning.country !== 'US' &&
      (repeats(province, name) || keyOf(province) === keyOf(country))
    if (!empty && !doubtful && province !== '') {
      place.province = province
      place.provinceProof = piece ? proof(piece, false) : proof(best.piece, true)
    }
  }
  return place
}

/** "Prague" of Prague, "Kyiv City" of Kyiv, "Santiago Metropolitan" of Santiago. */
function repeats(province: string, city: string): boolean {
  const rest = ` ${keyOf(province)} `.replace(` ${keyOf(city)} `, ' ')
  return /^(?: (?:city|metropolitan|capital|district|municipality|state|of|hcmc))* $/.test(rest)
}

/** "Newtown, Disley": a second town of the country, in none of the first one's provinces, makes the province doubtful. */
function otherProvince(own: Piece, city: CityMeaning, pieces: readonly Piece[]): boolean {
  return pieces.some(piece => {
    if (piece === own || !piece.whole) return false
    const towns = piece.meanings.filter(
      meaning => meaning.kind === 'city' && meaning.country === city.country,
    )
    return (
      towns.length > 0 &&
      piece.meanings.every(meaning => meaning.kind === 'city') &&
      !towns.some(meaning => meaning.kind === 'city' && meaning.province === city.province)
    )
  })
}

/** Decides between namesakes; keeps country or province only as far as they are beyond doubt. */
function settle(
  best: Candidate,
  rivals: readonly Candidate[],
  hint: Hint,
): { meaning: CityMeaning; country: boolean; province: boolean } {
  const sorted = [...rivals].sort(
    (a, b) => Number(b.famous) - Number(a.famous) || b.population - a.population,
  )
  const top = sorted[0] ?? best
  const clear = (others: readonly Candidate[], first: Candidate) =>
    first.famous || others.every(other => other === first || other.population * CLEAR <= first.population)
  const countries = [...new Set(sorted.map(rival => rival.meaning.country))]
  if (countries.length > 1) {
    const spoken = hint(countries)
    const hinted = sorted.filter(rival => rival.meaning.country === spoken)
    const first = hinted[0]
    if (first && (!top.famous || first === top || first.population >= 50_000)) {
      return { meaning: first.meaning, country: true, province: clear(hinted, first) }
    }
    const elsewhere = sorted.filter(rival => rival.meaning.country !== top.meaning.country)
    if (!clear(elsewhere, top)) return { meaning: top.meaning, country: false, province: false }
  }
  const own = sorted.filter(rival => rival.meaning.country === top.meaning.country)
  const provinces = new Set(own.map(rival => rival.meaning.province))
  return { meaning: top.meaning, country: true, province: provinces.size === 1 || clear(own, top) }
}

function distinctCountries(pieces: readonly Piece[]): number {
  const seen = new Set<string>()
  for (const piece of pieces) {
    const country = piece.meanings.find(meaning => meaning.kind === 'country')
    if (country) seen.add(country.country)
  }
  return seen.size
}

/** The province or country that the pieces agree on, without a city. */
function resolveRegion(
  pieces: readonly Piece[],
  gazetteer: Gazetteer,
  hint: Hint,
  noCity: boolean,
): Place | null {
  const empty: Place = {
    city: null,
    province: null,
    country: null,
    cityProof: null,
    provinceProof: null,
    countryProof: null,
    sure: true,
  }
  let options: { piece: Piece; meaning: Extract<Meaning, { kind: 'province' }>; support: number }[] = []
  for (const piece of pieces) {
    for (const meaning of piece.meanings) {
      if (meaning.kind !== 'province') continue
      let support = 0
      for (const other of pieces) {
        if (other === piece) continue
        const agrees = other.meanings.some(
          item =>
            (item.kind === 'country' && item.country === meaning.country) ||
            (item.kind === 'province' && item.province === meaning.province),
        )
        support += agrees ? 1 : -1
      }
      options.push({ piece, meaning, support })
    }
  }
  const countryPieces = pieces.filter(piece => piece.meanings.some(meaning => meaning.kind === 'country'))
  const most = Math.max(...options.map(option => option.support))
  options = options.filter(option => option.support === most && option.support >= 0)
  const ids = new Set(options.map(option => option.meaning.province))
  const first = options[0]
  if (first && options.length > 0) {
    const alone = most === 0
    const senses = new Set(options.map(option => option.meaning.country))
    for (const piece of alone ? pieces : []) {
      for (const meaning of piece.meanings) {
        if (meaning.kind === 'country') senses.add(meaning.country)
        if (meaning.kind !== 'city') continue
        const city = gazetteer.city(meaning.city)
        if (city.population >= 300_000 && meaning.province !== first.meaning.province)
          senses.add(meaning.country)
      }
    }
    const spoken = senses.size > 1 ? hint([...senses]) : (first.meaning.country ?? null)
    const chosen = options.find(option => option.meaning.country === spoken)
    const shadowed =
      alone &&
      pieces.some(piece =>
        piece.meanings.some(
          meaning =>
            meaning.kind === 'city' &&
            meaning.country === spoken &&
            meaning.province !== chosen?.meaning.province &&
            gazetteer.city(meaning.city).population >= 300_000,
        ),
      )
    if (chosen && !(chosen.piece.short && alone && pieces.length === 1 && !noPartnerNeeded(chosen.piece))) {
      const only =
        ids.size === 1 ||
        options.every(o => o.meaning.country !== spoken || o.meaning.province === chosen.meaning.province)
      const statedCountry = countryPieces.find(piece =>
        piece.meanings.some(meaning => meaning.kind === 'country' && meaning.country === spoken),
      )
      return {
        ...empty,
        province: only && !shadowed ? gazetteer.provinceName(chosen.meaning.province) : null,
        provinceProof: only && !shadowed ? proof(chosen.piece, false) : null,
        country: spoken,
        countryProof: statedCountry ? proof(statedCountry, false) : proof(chosen.piece, true),
      }
    }
    if (senses.size > 1) return null
  }
  if (!noCity && countryPieces.length === 0) return null
  return onlyCountry(countryPieces, empty)
}

/** Abbreviations of one sense only, such as "NSW", may stand alone; "CA" and "DE" may not. */
function noPartnerNeeded(piece: Piece): boolean {
  return new Set(piece.meanings.map(meaning => meaning.country)).size === 1 && piece.meanings.length === 1
}

function onlyCountry(countryPieces: readonly Piece[], empty: Place): Place | null {
  const first = countryPieces[0]
  if (!first) return null
  const common = countriesOf(first).filter(country =>
    countryPieces.every(piece => countriesOf(piece).includes(country)),
  )
  const country = common[0]
  if (country === undefined) return null
  const doubtful = first.short && first.meanings.some(meaning => meaning.country !== country)
  if (doubtful && countryPieces.length === 1) return null
  return { ...empty, country, countryProof: proof(first, false) }
}

const countriesOf = (piece: Piece) =>
  piece.meanings.filter(meaning => meaning.kind === 'country').map(meaning => meaning.country)

/** Takes the first segment as a city by its form: capitalised words, no digits, nothing that only describes. */
function inventCity(text: string, segments: readonly Segment[]): { city: string; cityProof: Proof } | null {
  const segment = segments[0]
  let words = segment?.unknown
  if (!words && segment && segment.pieces.length > 0 && segments.length > 1) return null
  const near = words?.findIndex(word => ['near', 'bei', 'nr', 'close'].includes(word.key)) ?? -1
  if (words && near > 0) words = words.slice(0, near)
  const first = words?.[0]
  const last = words?.at(-1)
  if (!words || !first || !last || words.length > 5) return null
  const city = text.slice(first.start, last.end)
  if (!/^\p{Lu}[\p{L}\p{M}'’. -]+$/u.test(city) || city.length < 3) return null
  if (
    words.some(
      word =>
        WIDE.has(word.key) ||
        (NOISE.has(word.key) && !['of', 'on', 'the', 'in', 'a', 'and', 'an', 'de', 'bei'].includes(word.key)),
    )
  )
    return null
  if (words.length === 1 && NEVER_ALONE.has(first.key)) return null
  if (words.length > 1 && STREET.has(last.key)) return null
  return { city, cityProof: { start: first.start, end: last.end, derived: false } }
}
