import type { Evidence, SkillMention } from '../../contract/facts.ts'

/** What the place finder reads: a posting's location line first, its text next. */
export interface PlaceInput {
  location_text: string
  title: string
  description: string
  /** ISO 3166-1 alpha-2 of the board, when it is for one country. */
  board_country?: string | null
}

/** The office of a posting; `country` is ISO 3166-1 alpha-2. */
export interface FoundPlace {
  city: string | null
  province: string | null
  country: string | null
  evidence: Partial<Record<'office_city' | 'office_province' | 'office_country', Evidence>>
}

/** Finds the first office that a posting names. */
export interface PlaceFinder {
  find(input: PlaceInput): FoundPlace
}

/** Finds the skills that a posting asks for. */
export interface SkillFinder {
  find(text: { title: string; description: string }): SkillMention[]
}
