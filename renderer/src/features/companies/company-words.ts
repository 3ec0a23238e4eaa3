import type { CompanyFact, CompanyRow } from '../../../../main/contract/companies.ts'
import { COMPANY_SIZE_LABELS } from '../../../../main/contract/labels.ts'
import { CompanySize } from '../../../../main/contract/values.ts'

/** "1 job", "1,234 jobs". */
export const jobsText = (count: number): string =>
  count === 1 ? '1 job' : `${count.toLocaleString('en')} jobs`

/** "4.1 of 5, 1,234 reviews"; null without a rating. */
export function ratingText(rating: number | null, reviews: number | null): string | null {
  if (rating === null) return null
  const stars = `${rating.toFixed(1)} of 5`
  if (reviews === null) return stars
  return `${stars}, ${reviews === 1 ? '1 review' : `${reviews.toLocaleString('en')} reviews`}`
}

/** A fact as people read it; null when nothing is known. */
export function factText({ name, value }: Pick<CompanyFact, 'name' | 'value'>): string | null {
  if (value === null) return null
  if (name !== 'size_range') return String(value)
  const size = CompanySize.safeParse(value)
  return size.success ? COMPANY_SIZE_LABELS[size.data] : String(value)
}

/** "work_life_balance" as "Work life balance". */
export function topicText(topic: string): string {
  const words = topic.replaceAll('_', ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** An address without what every address has: "acme.com/about". */
export const addressText = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')

/** Industry, size and head office in one line. */
export function aboutText(row: CompanyRow): string {
  const size = row.size_range === null ? null : COMPANY_SIZE_LABELS[row.size_range]
  return [row.industry, size, row.headquarters].filter(Boolean).join(' · ')
}

/** What a screen reader says of a row of the list. */
export function companyRowName(row: CompanyRow): string {
  return [
    row.name,
    jobsText(row.jobs),
    aboutText(row),
    ratingText(row.rating, row.reviewCount) ?? '',
    row.favourite ? 'favourite' : '',
    row.blocked ? 'blocked' : '',
  ]
    .filter(Boolean)
    .join(', ')
}
