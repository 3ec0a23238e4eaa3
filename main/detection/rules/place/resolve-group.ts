import { beatsRegion, type Candidate, cityCandidates } from './candidates.ts'
import { keyOf } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isCountryInLetters, type Piece, type Segment } from './pieces.ts'
import { resolveRegion } from './region.ts'
import { type CityMeaning, countriesOf, type Hint, type Place, type Proof, proof } from './sense.ts'
import { NEVER_ALONE, NOISE, STREET, WIDE } from './words.ts'

/** A list of more names than this is read only so far: every name is weighed against every other. */
const MOST_PIECES = 8
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
  const all = alone(text, segments.flatMap(segment => segment.pieces).slice(0, MOST_PIECES))
  const pieces = all.filter(piece => !piece.weak || all.length > 1)
  if (pieces.length === 0 || all.every(piece => piece.weak)) return null
  const candidates = cityCandidates(text, pieces, gazetteer)
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
  if (best?.conflict && mayInvent && !region && isFirstAndOnlyCity(best, pieces)) {
    const home = provinceBeside(pieces, gazetteer, hint)
    if (home)
      return { ...home, city: gazetteer.city(best.meaning.city).name, cityProof: proof(best.piece, false) }
  }
  if (!region) return null
  if (mayInvent && several <= 1) {
    const named = inventCity(text, segments)
    if (named) return { ...region, ...named, sure: false }
  }
  return region
}

/** "Tecumseh, NE": a town too small for the gazetteer, which knows larger ones of its name, with its own province. */
function provinceBeside(pieces: readonly Piece[], gazetteer: Gazetteer, hint: Hint): Place | null {
  const beside = pieces[1]
  if (pieces.length !== 2 || !beside?.whole) return null
  const provinces = beside.meanings.filter(meaning => meaning.kind === 'province' && !meaning.area)
  const countries = [...new Set(beside.meanings.map(meaning => meaning.country))]
  const spoken = countries.length > 1 ? (hint(countries) ?? 'US') : countries[0]
  const chosen = provinces.find(({ country }) => country === spoken)
  if (chosen?.kind !== 'province') return null
  return {
    city: null,
    province: gazetteer.provinceName(chosen.province),
    country: chosen.country,
    cityProof: null,
    provinceProof: proof(beside, false),
    countryProof: proof(beside, true),
    sure: false,
  }
}

/** "Remote, UK": letters with no other name beside them are the country and no state of India. */
function alone(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const named = pieces.filter(piece => !piece.weak || isCountryInLetters(text, piece))
  const only = named.length === 1 ? named[0] : undefined
  if (!only || !isCountryInLetters(text, only)) return pieces
  const meanings = only.meanings.filter(({ kind }) => kind === 'country')
  return meanings.length === 0 ? pieces : [{ ...only, meanings, weak: false }]
}

/** A known name in a place where the gazetteer has none ("Springfield, Portugal"). */
function isFirstAndOnlyCity(best: Candidate, pieces: readonly Piece[]): boolean {
  return (
    best.piece === pieces[0] &&
    best.piece.whole &&
    best.piece.meanings.every(meaning => meaning.kind === 'city')
  )
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
