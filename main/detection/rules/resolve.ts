import type { Conflict, Evidence, FactName, JobFacts } from '../../contract/facts.ts'
import type { Office, Term } from '../../contract/terms.ts'
import { evidenceOf, type Finding } from './finding.ts'
import type { FoundPlace } from './place/place.ts'

/** The proof of a value that the source gave in a field of its own. */
export const STRUCTURED: Evidence = {
  origin: 'structured',
  confidence: 0.98,
  quote: null,
  where: 'structured',
  start: null,
}

/** What a posting's facts rest on, and what lost; rules add to both. */
export interface Proofs {
  evidence: Partial<Record<FactName, Evidence>>
  conflicts: Conflict[]
}

/**
 * Decides between the source's field and what the text says. The field is the surer one, but for a bare flag on remote
 * work that the text refines ("hybrid, 3 days in the office"). What loses is kept as a conflict.
 */
export function resolve<Name extends 'remote_options' | 'job_type' | 'seniority_level'>(
  name: Name,
  hint: JobFacts[Name] | undefined,
  found: Finding<NonNullable<JobFacts[Name]>> | null,
  { evidence, conflicts }: Proofs,
): JobFacts[Name] | null {
  if (hint === null || hint === undefined) {
    if (found) evidence[name] = evidenceOf(found)
    return found?.value ?? null
  }
  if (!found || found.value === hint) {
    evidence[name] = STRUCTURED
    return hint
  }
  if (name === 'remote_options' && refines(found)) {
    evidence[name] = evidenceOf(found)
    conflicts.push({ fact: name, value: hint, evidence: STRUCTURED })
    return found.value
  }
  evidence[name] = STRUCTURED
  conflicts.push({ fact: name, value: found.value, evidence: evidenceOf(found) })
  return hint
}

const DAYS = /\d|\b(?:one|two|three|four|once|twice|days?|tage?n?|jours?|días?|dagen|dag)\b/
const SURE_ENOUGH = 0.85

/** A flag knows no days; a sentence with days in the office does. */
function refines({ value, text, span, confidence }: Finding<string>): boolean {
  if (value !== 'hybrid' || confidence < SURE_ENOUGH) return false
  return DAYS.test(text.lower.slice(span.start, span.end + 30))
}

type PlaceFacts = Pick<JobFacts, 'office_city' | 'office_province' | 'office_country'>
const PLACE = ['office_city', 'office_province', 'office_country'] as const

/** A structured city brings its own province and country; gaps are only filled from a place of the same city. */
export function resolvePlace(
  hints: Partial<JobFacts>,
  place: FoundPlace,
  { evidence, conflicts }: Proofs,
): PlaceFacts {
  const facts: PlaceFacts = {
    office_city: hints.office_city ?? place.city,
    office_province: hints.office_province ?? place.province,
    office_country: hints.office_country ?? place.country,
  }
  const same = !hints.office_country || !place.country || hints.office_country === place.country
  for (const name of PLACE) {
    if (hints[name]) {
      evidence[name] = STRUCTURED
    } else if (!same) {
      facts[name] = null
    } else if (facts[name] !== null) {
      const found = place.evidence[name]
      if (found) evidence[name] = found
    }
  }
  noteOtherPlace(hints, place, conflicts)
  return facts
}

/** The offices of the text, that of the job's facts first: a structured city that is not among them goes before them. */
export function resolveOffices({ offices = [] }: FoundPlace, facts: PlaceFacts): Term<Office>[] {
  const city = facts.office_city
  if (offices.length === 0 || city === null) return offices
  const own = offices.find(({ value }) => value.city !== null && sameName(value.city, city))
  if (own) return [own, ...offices.filter(office => office !== own)]
  const value = { city, province: facts.office_province, country: facts.office_country }
  return [{ value, ...STRUCTURED }, ...offices].slice(0, MOST_OFFICES)
}

const MOST_OFFICES = 20

/** Names of one province differ by their spelling ("CA", "California"), so only cities and countries can conflict. */
function noteOtherPlace(hints: Partial<JobFacts>, place: FoundPlace, conflicts: Conflict[]): void {
  const { office_city: city, office_country: country } = place.evidence
  if (hints.office_city && place.city && city && !sameName(hints.office_city, place.city))
    conflicts.push({ fact: 'office_city', value: place.city, evidence: city })
  if (hints.office_country && place.country && country && hints.office_country !== place.country)
    conflicts.push({ fact: 'office_country', value: place.country, evidence: country })
}

/** "Zürich" is "Zurich", and "London, UK" holds "London". */
function sameName(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a.includes(b) || b.includes(a)
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
