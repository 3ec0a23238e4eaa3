import type { SalaryPeriod } from '../../../contract/values.ts'
import { allMatches, upTo } from '../text.ts'

const HOUR = 'hours?|hrs?|h|stunden?|std\\.?|heures?|horas?|uur|ora|godz(?:inę|\\.)?|hod\\.?|timme|time|timen'
const DAY = 'days?|diem|tag|jours?|journée|día|dag|giorno|manday|md|dzień|den'
const WEEK = 'weeks?|wk|woche|semaine|semana|week|settimana|tydzień'
const MONTH =
  'months?|mo|mth|mnth|monat|mois|mes|mês|maand|mese|miesiąc|mies\\.?|měsíc|mån(?:ad)?|måned(?:en)?|mnd|mt\\.?|kk|m'
const YEAR = 'years?|annum|annual|yr|y|jahr|année|an|año|ano|jaar|anno|rok|år|a'

/** "per year", "/ hr", "a month", "al año": a preposition and the unit. */
const PREPOSITION =
  "(?:\\/|\\bper\\b|\\bp\\/|\\ban?\\b|\\bje\\b|\\bpro\\b|\\bpar\\b|\\bpor\\b|\\bal?l?\\b|\\b(?:à|de) l'|\\ball'|\\bau\\b|\\bim\\b|\\bde\\b|\\bna\\b|\\bza\\b|\\b(?:in )?d(?:ie|er)\\b|\\bl'|\\bla\\b|\\bel\\b|\\beach\\b|\\bevery\\b)"
const UNIT_AFTER = new RegExp(
  `${PREPOSITION}\\s?(?:(${HOUR})|(${DAY})|(${WEEK})|(${MONTH})|(${YEAR}))(?![a-zà-ž])`,
)
/** "annually", "p.a.", "pcm", "brut annuel", "brutto/m": the unit alone. */
const ADVERB_AFTER =
  /(?<![a-zà-ž])(?:(hourly|p[./]?h\.?|stündlich|horaire|orari[eo])|(daily|(?:full|half|whole)[- ]day|p[./]?d\.?|täglich|journaliers?|diari[oae]s?)|(weekly|p[./]?w\.?|wöchentlich|hebdomadaire|semanal(?:es)?)|(monthly|pcm|p\.?m\.?|monatlich|mensuels?|mensual(?:es)?|mensil[ei]|maandelijks|miesięcznie|měsíčně|p\/m)|(annually|yearly|annual|annum|p\.?a\.?|jährlich|annuels?|annu[ie]|anual(?:es)?|jaarlijks|rocznie|ročně|ral|p\/a))(?![a-zà-ž])/
const NOT_PAY_UNIT =
  /(?:paid|invoiced?|billed|payable|bonus|review(?:ed)?|hours|days|leave|holiday|vacation|budget|stipend|reviewed|shift|hrs|stunden|tage)\s*\(?$/
const UNIT_BEFORE =
  /(hourly|per hour|an hour|stundenlohn|stundensatz|taux horaire|horaire|por hora|uurloon|paga oraria|\/ ?hr)|(day rate|daily rate|daily|per day|tagessatz|\btjm\b|dagtarief|tarifa diaria|por día|per diem)|(weekly (?:pay|rate|salary|wage)|per week|wochenlohn)|(monthly|per month|monatsgehalt|monatslohn|minijob|ausbildungsvergütung|monatlich|mensuel|mensual|maandsalaris|mensile|per maand|mzda|měsíčn|miesięczn)|(annual(?:ly|ised|ized)?|yearly|per annum|p\.a\.|per year|jahresgehalt|bruttojahres|jahresbrutto|jährlich|annuel|anual|jaarsalaris|\bral\b|annu[ao]|\bctc\b|per jaar)/g

function periodOf(match: RegExpExecArray): SalaryPeriod | null {
  if (match[1] !== undefined) return 'hour'
  if (match[2] !== undefined) return 'day'
  if (match[3] !== undefined) return 'week'
  if (match[4] !== undefined) return 'month'
  return match[5] === undefined ? null : 'year'
}

/** "5000 EUR + VAT per month" */
const TAX = /^\s?(?:net |netto )?\+ ?(?:vat|gst|btw|mwst|tva|iva)\b/

/**
 * The period named in the words right after an amount. Only the same clause counts, up to the next number
 * ("£30,000 + 25 days a year").
 */
export function periodAfter(right: string): SalaryPeriod | null {
  const clause = upTo(right.slice(0, 52).replace(TAX, ''), /\d|[.;!?](?:\s|$)| \+|\bplus\b|\|/)
  const lpa = /^\s*(?:lpa)\b/.test(clause)
  if (lpa) return 'year'
  const unit = UNIT_AFTER.exec(clause)
  const adverb = ADVERB_AFTER.exec(clause)
  const first = unit && (!adverb || unit.index <= adverb.index) ? unit : adverb
  if (!first) return null
  if (NOT_PAY_UNIT.test(clause.slice(0, first.index))) return null
  if (
    first === adverb &&
    /^\s*(?:bonus|leave|performance|review|budget|stipend|allowance|holiday)/.test(
      clause.slice(first.index + first[0].length),
    )
  )
    return null
  return periodOf(first)
}

/** The period named last in the words before an amount: "hourly rate: ", "Jahresgehalt von ". */
export function periodBefore(left: string): SalaryPeriod | null {
  let last: RegExpExecArray | null = null
  for (const match of allMatches(UNIT_BEFORE, left)) last = match
  return last ? periodOf(last) : null
}
