import type { RemoteOption } from '../../contract/values.ts'

/** What makes two postings one opening at first sight. */
export interface OpeningParts {
  title: string
  company: string
  location_text: string
  city: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  remote: RemoteOption | null
  province?: string | null
}

/** A title or a company as people should read it. */
export function cleanText(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Normal form of a company name, for comparing only. */
export function normaliseCompany(company: string): string {
  return cleanText(company).toLowerCase()
}

/** Normal form of a title, for comparing only. */
export function normaliseTitle(title: string): string {
  return cleanText(title).toLowerCase()
}

/** Normal form of a place, for comparing only; empty when nothing is said. */
export function normalisePlace(location: string): string {
  return cleanText(location).toLowerCase()
}

/** One address for the many ways of writing it; null when it is not an http(s) address. */
export function canonicalUrl(url: string | null): string | null {
  if (!url || !/^https?:\/\//i.test(url)) return null
  return url
}

/** Postings with one key have the same company, title and place; the last part is empty when no place is said. */
export function openingKey(parts: OpeningParts): string {
  const place = normalisePlace(
    parts.location_text || parts.city || (parts.remote === 'remote' ? 'remote' : ''),
  )
  return `${normaliseCompany(parts.company)}|${normaliseTitle(parts.title)}|${place}`
}
