import type { FieldName, FieldValue } from '../../../contract/detection.ts'
import type { Evidence, SkillMention } from '../../../contract/facts.ts'
import type { DetectorParts } from '../parts.ts'
import { findAmounts, moneyOf } from '../salary/amounts.ts'
import { isPlausible } from '../salary/period.ts'
import { readText } from '../text.ts'
import { TOPIC } from '../topics.ts'
import { type FoundWords, wordFinder } from './find-words.ts'
import type { AskedPosting, Reading } from './question.ts'
import { soundSummary } from './summary.ts'

/** What of a model's answer stands in the posting. Everything else is dropped without a word. */

/** A value that the posting bears out. */
export interface AiFinding {
  field: FieldName
  value: Exclude<FieldValue, null>
  proof: Evidence
}

/** A model is never as sure as a plain pattern. */
const CONFIDENCE = 0.7
const LONGEST_QUOTE = 300
const MOST_SKILLS = 20

type Where = 'title' | 'location' | 'description'
interface Words extends FoundWords {
  where: Where
}

/** Checks one posting's answer against its text. Never throws. */
export function groundReading(
  asked: AskedPosting,
  reading: Reading,
  parts: Pick<DetectorParts, 'places' | 'skills'>,
): AiFinding[] {
  const { posting, wanted } = asked
  const finders: [Where, (quote: string) => FoundWords | null][] = [
    ['description', wordFinder(posting.description)],
    ['title', wordFinder(posting.title)],
    ['location', wordFinder(posting.location_text)],
  ]
  const locate = (quote: string): Words | null => {
    if (quote.length > LONGEST_QUOTE || !/\p{L}|\p{N}/u.test(quote)) return null
    for (const [where, find] of finders) {
      const found = find(quote)
      if (found) return { ...found, where }
    }
    return null
  }
  const wants = (fact: AskedPosting['wanted'][number]) => wanted.includes(fact)
  const found: AiFinding[] = []
  const take = (field: FieldName, value: Exclude<FieldValue, null> | null, words: Words) => {
    if (value !== null) found.push({ field, value, proof: proofOf(words) })
  }

  const { salary, place, remote, type, seniority } = reading
  if (wants('salary') && salary) {
    const words = locate(salary.quote)
    const pay = words && soundPay(salary, words.words)
    if (words && pay) {
      take('salary_low', pay.low, words)
      take('salary_high', pay.high, words)
      take('compensation_currency', pay.currency, words)
      take('salary_period', pay.period, words)
    }
  }
  if (wants('place') && place) {
    const words = locate(place.quote)
    const office = words && soundPlace(place, words.words, parts)
    if (words && office) {
      take('office_city', office.city, words)
      take('office_province', office.province, words)
      take('office_country', office.country, words)
    }
  }
  const single = (
    fact: 'remote' | 'type' | 'seniority',
    field: FieldName,
    said: { value: string; quote: string } | null,
  ) => {
    const words = wants(fact) && said ? locate(said.quote) : null
    if (said && words && speaksOf(fact, words)) take(field, said.value, words)
  }
  single('remote', 'remote_options', remote)
  single('type', 'job_type', type)
  single('seniority', 'seniority_level', seniority)

  if (wants('skills')) {
    const skills = soundSkills(reading, locate, parts)
    const [first] = skills
    if (first)
      take(
        'skills',
        skills.map(({ words: _words, ...skill }) => skill),
        first.words,
      )
  }
  if (wants('summary') && reading.summary !== null) {
    const summary = soundSummary(reading.summary, posting)
    if (summary !== null)
      found.push({
        field: 'summary',
        value: summary,
        proof: { origin: 'ai', confidence: CONFIDENCE, quote: null, where: 'description', start: null },
      })
  }
  return found
}

const proofOf = (words: Words): Evidence => ({
  origin: 'ai',
  confidence: CONFIDENCE,
  quote: words.words,
  where: words.where,
  start: words.start,
})

type Said<Name extends keyof Reading> = NonNullable<Reading[Name]>

/** Pay whose amounts stand in the quote as money, with an end that could be pay for the period. */
function soundPay(said: Said<'salary'>, quote: string) {
  const amounts = findAmounts(readText('description', quote))
  const written = new Set(amounts.flatMap(amount => [amount.base, moneyOf(amount)]))
  // "80 - 100k": the k is meant for both.
  for (const amount of amounts)
    if (amount.scale === null && amount.base < 1000) written.add(amount.base * 1000)
  const stands = (amount: number | null) => amount === null || written.has(amount)
  const { low, high } = said
  if ((low === null && high === null) || !stands(low) || !stands(high)) return null
  if (low !== null && high !== null && low > high) return null
  const currency = said.currency !== null && /^[A-Z]{3}$/.test(said.currency) ? said.currency : null
  const size = high ?? low ?? 0
  if (said.period !== null && !isPlausible(size, said.period, currency)) return null
  return { low, high, currency, period: said.period }
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** A place that the quote names, as the gazetteer knows it. */
function soundPlace(said: Said<'place'>, quote: string, parts: Pick<DetectorParts, 'places'>) {
  const known = parts.places?.find({ title: '', location_text: quote, description: '' })
  const country = said.country !== null && /^[A-Z]{2}$/.test(said.country) ? said.country : null
  if (known && (known.city !== null || known.country !== null)) {
    if (country !== null && known.country !== null && country !== known.country) return null
    if (said.city !== null && known.city !== null && folded(said.city) !== folded(known.city)) return null
    return { city: known.city, province: known.province, country: known.country ?? country }
  }
  const named = said.city !== null && folded(quote).includes(folded(said.city))
  return named ? { city: said.city, province: null, country: null } : null
}

const SPEAKS = {
  remote: TOPIC.away | TOPIC.hybrid | TOPIC.presence | TOPIC.ourPlace,
  type: TOPIC.contract | TOPIC.full | TOPIC.part | TOPIC.temporary | TOPIC.intern | TOPIC.permanent,
  seniority: TOPIC.level | TOPIC.intern,
}
const SPEAKS_TOO = {
  remote: /anywhere|relocat|commut|travel/,
  type: /\b(?:hours?|stunden|heures|horas|uur|uren|fte|w2|1099|cdi|cdd)\b/,
  seniority:
    /manag|director|direkt|head|chief|president|\bvp\b|leit|chef|responsable|jefe|director|graduate|trainee/,
}

/** Whether the quoted words are of the matter at all. */
function speaksOf(fact: keyof typeof SPEAKS, { words }: Words): boolean {
  const { topics, lower } = readText('description', words)
  return (topics & SPEAKS[fact]) !== 0 || SPEAKS_TOO[fact].test(lower)
}

/** Skills whose names stand in the posting, under their usual names. */
function soundSkills(
  reading: Reading,
  locate: (quote: string) => Words | null,
  parts: Pick<DetectorParts, 'skills'>,
): (SkillMention & { words: Words })[] {
  const found = new Map<string, SkillMention & { words: Words }>()
  for (const { name, required } of reading.skills.slice(0, MOST_SKILLS)) {
    const trimmed = name.trim()
    if (trimmed.length < 1 || trimmed.length > 60 || /https?:|[<>{}\n]/.test(trimmed)) continue
    const words = locate(trimmed)
    if (!words) continue
    const [known] = parts.skills?.find({ title: '', description: trimmed }) ?? []
    const skill = { name: known?.name ?? trimmed, kind: known?.kind ?? 'technical', required, count: 1 }
    if (!found.has(skill.name)) found.set(skill.name, { ...skill, words })
  }
  return [...found.values()]
}
