import type { Meaning } from './gazetteer.ts'
import type { Piece } from './pieces.ts'

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

/** The meaning of a name as a city. */
export type CityMeaning = Extract<Meaning, { kind: 'city' }>

/** The place of a piece in the text, as proof. */
export const proof = (piece: Piece, derived: boolean): Proof => ({
  start: piece.start,
  end: piece.end,
  derived,
})

/** The countries that a piece can mean. */
export const countriesOf = (piece: Piece) =>
  piece.meanings.filter(meaning => meaning.kind === 'country').map(meaning => meaning.country)
