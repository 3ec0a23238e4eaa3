import type { Gazetteer, Meaning } from './gazetteer.ts'
import type { Piece } from './pieces.ts'
import { countriesOf, type Hint, type Place, proof } from './sense.ts'

/** The province or country that the pieces agree on, without a city. */
export function resolveRegion(
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
      if (!piece.weak || support > 0) options.push({ piece, meaning, support })
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
