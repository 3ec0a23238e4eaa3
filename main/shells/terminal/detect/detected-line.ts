import type { Detection, Evidence } from '../../../contract/facts.ts'
import type { RawFinding, RawReading } from '../../../contract/read-postings.ts'
import { SalaryPeriod } from '../../../contract/values.ts'
import { wordFinder } from '../../../detection/rules/ai/find-words.ts'
import { yearly } from '../../../detection/rules/salary/yearly.ts'
import { FACT_FIELDS } from '../../../postings/rules/fields.ts'
import type { GivenPosting } from './given-posting.ts'

/** What is said of one posting, before it becomes a line. */
export interface Said {
  detection: Detection
  /** What a model adds; absent when none was to be asked. */
  byModel?: Pick<RawReading, 'found' | 'ai' | 'message'>
}

export type DetectedLine = ReturnType<typeof detectedLine>

/** The value of one line of the answer; see the README for its members. */
export function detectedLine(id: string | number, posting: GivenPosting, { detection, byModel }: Said) {
  const { facts, skills, terms, conflicts, years_proof: years } = detection
  const inGiven = placeIn(posting)
  const provenance: Record<string, Evidence> = {}
  const fields: Record<string, string | number | null | string[]> = {}
  for (const name of FACT_FIELDS) {
    fields[name] = facts[name]
    const proof = detection.evidence[name]
    if (facts[name] !== null && proof) provenance[name] = inGiven(proof)
  }
  fields.skills = skills.map(skill => skill.name)
  if (skills.length > 0) provenance.skills = inGiven(skillsProof(fields.skills, posting))
  if (years) provenance.years_low = inGiven(years)
  let skillDetails = skills
  let summary: string | null = null
  for (const { field, value, proof } of byModel?.found ?? []) {
    if (field === 'summary') summary = String(value)
    else if (field === 'skills' && Array.isArray(value)) {
      skillDetails = value
      fields.skills = value.map(skill => skill.name)
    } else if (fields[field] === null && !Array.isArray(value)) fields[field] = value
    else continue
    provenance[field] = inGiven(proof)
  }
  const { low, high } = yearlyPay(detection, byModel?.found ?? [])
  return {
    id,
    fields,
    provenance,
    language: detection.language,
    salary_words: detection.salary_words,
    salary_year_low: low,
    salary_year_high: high,
    years_low: detection.years_low,
    years_high: detection.years_high,
    skill_details: skillDetails,
    terms: termsIn(terms, inGiven),
    conflicts: conflicts.map(({ fact, value, evidence }) => ({
      field: fact,
      value,
      provenance: inGiven(evidence),
    })),
    ...(byModel ? { summary, ai: { state: byModel.ai, message: byModel.message } } : {}),
  }
}

function yearlyPay(detection: Detection, found: readonly RawFinding[]) {
  const { salary_year_low: low, salary_year_high: high, facts } = detection
  if (facts.salary_low !== null || facts.salary_high !== null) return { low, high }
  const said = (field: RawFinding['field']) => found.find(finding => finding.field === field)?.value
  const period = SalaryPeriod.safeParse(facts.salary_period ?? said('salary_period')).data ?? null
  const end = (value: unknown) => (typeof value === 'number' ? yearly(value, period) : null)
  return { low: end(said('salary_low')), high: end(said('salary_high')) }
}

/** Skills are found by all their spellings; the first one that stands under its own name is quoted. */
function skillsProof(names: readonly string[], { posting }: GivenPosting): Evidence {
  const proof: Evidence = {
    origin: 'pattern',
    confidence: 0.8,
    quote: null,
    where: 'description',
    start: null,
  }
  for (const [where, text] of [
    ['description', posting.description],
    ['title', posting.title],
  ] as const) {
    const lower = text.toLowerCase()
    for (const name of names) {
      const start = lower.indexOf(name.toLowerCase())
      if (start === -1 || lower.length !== text.length || !standsAlone(lower, start, name.length)) continue
      return { ...proof, quote: text.slice(start, start + name.length), where, start }
    }
  }
  return proof
}

const LETTER = /[\p{L}\p{N}]/u
const standsAlone = (text: string, start: number, length: number): boolean =>
  !LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(start + length))

/** Turns a proof of a cleaned text into one of the text as it was given. */
type InGiven = <Proof extends Pick<Evidence, 'quote' | 'where' | 'start'>>(proof: Proof) => Proof

function placeIn({ given, posting }: GivenPosting): InGiven {
  const texts = {
    title: { given: given.title, cleaned: posting.title },
    location: { given: given.location, cleaned: posting.location_text },
    description: { given: given.description, cleaned: posting.description },
  }
  const finders = new Map<string, ReturnType<typeof wordFinder>>()
  return proof => {
    const { quote, where, start } = proof
    if (quote === null || start === null || where === 'structured') return proof
    const { given: text, cleaned } = texts[where]
    if (text === cleaned) return proof
    const at = sameOccurrence(text, cleaned, quote, start)
    if (at !== -1) return { ...proof, start: at }
    // Other white space, or characters that nobody sees: the words are quoted as they were given.
    const find = finders.get(where) ?? wordFinder(text)
    finders.set(where, find)
    const found = find(quote)
    return found ? { ...proof, quote: found.words, start: found.start } : { ...proof, start: null }
  }
}

/** Where the same occurrence of a quote stands in another version of its text; -1 when it does not. */
function sameOccurrence(text: string, cleaned: string, quote: string, start: number): number {
  let before = 0
  for (let at = cleaned.indexOf(quote); at !== -1 && at < start; at = cleaned.indexOf(quote, at + 1)) before++
  let at = text.indexOf(quote)
  for (; at !== -1 && before > 0; before--) at = text.indexOf(quote, at + 1)
  return at
}

function termsIn(terms: Detection['terms'], inGiven: InGiven) {
  const { education, visa_sponsorship: visa, languages, benefits, remote_from: from } = terms
  const { time_zone: zone, offices } = terms
  return {
    education: education && inGiven(education),
    visa_sponsorship: visa && inGiven(visa),
    languages: languages.map(inGiven),
    benefits: benefits.map(inGiven),
    remote_from: from.map(inGiven),
    time_zone: zone && inGiven(zone),
    offices: offices.map(inGiven),
  }
}
