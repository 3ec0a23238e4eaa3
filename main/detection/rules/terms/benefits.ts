import type { Benefit, Term } from '../../../contract/terms.ts'
import type { ReadText } from '../text.ts'
import { type BenefitRule, rulesAt } from './benefit-words.ts'
import { findOffers, type Offer, offered } from './offers.ts'
import { clauseBefore, matchAt, termAt } from './term.ts'

/** What the words after a benefit make of it when it is a product or a field of work. */
const PRODUCT_AFTER =
  /^(?:\)?[ -](?:products?|software|platforms?|compan(?:y|ies)|industry|providers?|carriers?|markets?|claims?|customers?|clients?|brokers?|brokerage|solutions?|app\b|apps\b|administrat|sector|space|startup|start-up|team\b|specialist|advisors?|advisers?|consult|agents?|sales\b|saas|tech\b|services? (?:compan|provider|to|for|market)|plans? for (?:small|our|their|employers|companies)|records?|management (?:software|system|platform)|systems?\b|tools?\b|policies\b|networks?|offices?\b|practices?|assistants?|nurs|hygien|issues|conditions|disorders|workers?|professionals?|patients?|needs|technology|technologies|sponsors|actuar|fund\b|funds\b|trustee|reform|applicat|api\b|engine|data\b))/
const PRODUCT_BEFORE =
  /\b(?:build(?:s|ing)?|sells?|selling|sold|develop(?:s|ing|ed)?|manag(?:e|es|ing)|administer\w*|process(?:es|ing)?|audit\w*|experience (?:with|in|of|working)|knowledge of|responsible for|calculat\w+|provider of|specializ\w+ in|speciali[sz]ing in|implement\w*|oversee\w*|coordinat\w*|design\w*|understanding of|handl\w+|help(?:s|ing)? (?:\w+ ){0,4}(?:find|get|manage|offer|choose)|advis\w+|market leader|for (?:our |their |its )?(?:customers|clients|members|patients)|our (?:customers|clients)|background in|payroll|reconcil\w+|prepare|enrol\w*)\b[^.\n]{0,45}$/
const REFUSED_BEFORE =
  /\b(?:no|not|without|isn't|excluding|not include|does not offer|don't offer|kein\w*)\s+(?:an? |any |offer |provide |eligible for )?$/
const REFUSED_AFTER =
  /^ (?:is |are |will be )?(?:not|un)\s?(?:available|offered|provided|eligible|included|applicable)/
/** Cues in the same clause that make a phrase an offer. */
const OFFER_BEFORE =
  /(?:\b(?:offer(?:s|ing)?|provid(?:e|es|ed|ing)|receive|enjoy|get|includ(?:es|e|ing)|inc|benefits?|perks|plus|package|salary|base|pay|eligible for|access to|competitive|generous|comprehensive|company[- ]paid|employer[- ]paid|fully[- ]paid|subsidi[sz]ed|free|annual|quarterly|yearly|performance|uncapped|meaningful|significant|k|per annum|ote|bieten|inkl\.?|offrons|ofrecemos|days'?|weeks'?)\b|[+%€$£]|\d)[^.\n]{0,40}$/
/** "Medical, dental and vision insurance" names three. */
const IN_ONE_BREATH: [string, Benefit][] = [
  ['dental', 'dental_insurance'],
  ['vision', 'vision_insurance'],
  ['life', 'life_insurance'],
]
const NEAR = 40

interface Hit {
  rule: BenefitRule
  start: number
  end: number
  sure: boolean
  /** Stands in a stretch of what is offered. */
  listed: boolean
}

/** What the employer offers beside pay, each benefit once, in order of first mention. */
export function findBenefits(
  text: ReadText,
  marks: readonly number[],
  offerMarks: readonly number[],
): Term<Benefit>[] {
  if (marks.length === 0) return []
  const offers = findOffers(text, offerMarks)
  const hits: Hit[] = []
  const known = new Set<Benefit>()
  let done = -1
  for (const mark of marks) {
    if (mark < done) continue
    const hit = hitAt(text.lower, mark, offers, known)
    if (!hit) continue
    if (hit.sure) known.add(hit.rule.benefit)
    hits.push(hit)
    done = hit.end
  }
  const found = new Map<Benefit, Term<Benefit>>()
  for (const [index, hit] of hits.entries()) {
    const { benefit } = hit.rule
    if (found.has(benefit)) continue
    const vouched =
      hit.sure || isBeside(text.lower, hit, hits[index - 1]) || isBeside(text.lower, hit, hits[index + 1])
    if (!vouched) continue
    const confidence = hit.listed ? 0.92 : hit.rule.need === 'sure' ? 0.8 : 0.7
    found.set(benefit, termAt(benefit, text, hit.start, hit.end, confidence))
    if (benefit !== 'health_insurance') continue
    for (const [word, other] of IN_ONE_BREATH) {
      if (!found.has(other) && text.lower.slice(hit.start, hit.end).includes(word))
        found.set(other, termAt(other, text, hit.start, hit.end, confidence))
    }
  }
  return [...found.values()]
}

function hitAt(
  lower: string,
  mark: number,
  offers: readonly Offer[],
  known: ReadonlySet<Benefit>,
): Hit | null {
  for (const rule of rulesAt(lower, mark)) {
    const match = matchAt(rule.pattern, lower, mark)
    if (!match) continue
    const end = mark + match[0].length
    // Beside a second mention another benefit may still stand.
    if (known.has(rule.benefit)) return { rule, start: mark, end, sure: true, listed: true }
    const rest = lower.slice(end, end + 40)
    if (PRODUCT_AFTER.test(rest) || REFUSED_AFTER.test(rest)) return null
    const left = clauseBefore(lower, mark, 80)
    if (REFUSED_BEFORE.test(left.slice(-32)) || isOtherSense(rule.benefit, left)) return null
    const listed = offered(offers, mark)
    if (!listed && PRODUCT_BEFORE.test(left)) return null
    const sure = listed || rule.need === 'sure' || (OFFER_BEFORE.test(left) && !/ care$/.test(match[0]))
    return { rule, start: mark, end, sure, listed }
  }
  return null
}

/** "Private equity", "a Bonus if you know Go", "European Commission", "drive a company car". */
function isOtherSense(benefit: Benefit, left: string): boolean {
  if (benefit === 'equity')
    return /(?:private|brand|health|gender|pay|racial|social|home|growth|internal|external|wage|education|diversity,?(?: and| &)?|promot\w+|advanc\w+|justice,?) $/.test(
      left,
    )
  if (benefit === 'bonus')
    return (
      /(?:(?:is|as|a|an|added|big|huge|nice|real|welcome|definite|major|extra|considered) )$/.test(left) &&
      !/(?:offer|plus|receive|get|with|pay|earn)\w* (?:an?|extra) $/.test(left)
    )
  if (benefit === 'sign_on_bonus') return /(?:is|as|be|are) (?:an? )?$/.test(left)
  if (benefit === 'commission')
    return /(?:european|the|trade|communications|exchange|by|install and|securities and exchange) $/.test(
      left,
    )
  if (benefit === 'company_car')
    return /(?:drive|driving|operate|clean|maintain\w*|with) (?:an? |our |the )?company $/.test(left)
  if (benefit === 'vision_insurance')
    return /(?:our|the|a|your|computer|machine|product|company|shared|clear) $/.test(left)
  if (benefit === 'relocation') return /(?:willing to|open to|for|require\w*|consider|no) $/.test(left)
  if (benefit === 'learning_budget') return /(?:manage|own|control|oversee) (?:an? |the |our )?$/.test(left)
  return false
}

const LISTED = /^[)\s]*(?:(?:[,;/|&+•*·–-]|\b(?:and|plus|or|und|et|y|en)\b)[)\s]*)+(?:[^\s.]{1,14} ){0,2}$/

/** Whether a doubtful benefit stands beside another one in a list. */
function isBeside(lower: string, hit: Hit, other: Hit | undefined): boolean {
  if (!other || other.rule.benefit === hit.rule.benefit) return false
  const [a, b] = hit.start < other.start ? [hit, other] : [other, hit]
  if (b.start - a.end > NEAR) return false
  return LISTED.test(lower.slice(a.end, b.start))
}
