import type { Term, VisaSponsorship } from '../../../contract/terms.ts'
import { allMatches, type ReadText } from '../text.ts'
import { termAt } from './term.ts'

/** Words that show that sponsorship is about the right to work and not about events, trials or projects. */
const ABOUT_WORK =
  /\bvisas?\b|h-?1b|\bwork (?:permits?|authori[sz]ation)|\bimmigration|authori[sz]ed to work|right to work|legally (?:authori[sz]ed|eligible|entitled|work)|eligib\w+ to work|employment (?:visa|authori[sz]ation|eligibility)|green card|\bu\.?s\.? citizen|permanent resident|\bvisum|\bvisado|arbeitserlaubnis|employment-based|tier 2|skilled worker/
const SPONSOR_PEOPLE =
  /(?:unable|not able|cannot|can't|can not|(?:do|will|does) not|don't|won't|doesn't|able|happy|willing) (?:to |currently |be able to )*sponsor(?= (?:at this time|candidates|applicants|anyone|individuals|employees|people|foreign|now or)|[.,)\n]|$)|sponsorship (?:is |will )?(?:not )?(?:be )?(?:available|offered|provided|possible)|require (?:\w+ )?sponsorship|no sponsorship|sponsorship now or/
const QUESTION = /(?:will|do|would) you\b[^.\n]{0,60}(?:require|need)[^.\n]{0,30}sponsorship[^.\n]{0,60}\?/
const REFUSED =
  /\b(?:unable|not able|not in a position|cannot|can't|can not|do not|does not|will not|don't|doesn't|won't|are not|aren't|is not|isn't|not currently|not (?:offer|provid|consider|eligible|sponsor|requir|need)\w*|no|without|never|neither|nor|kein\w*|nicht|pas de|aucun|sin|geen|niet)\b[^.\n]{0,90}?(?:sponsor|\bvisas?\b|visum|visado|patrocinio)|(?:sponsorship|sponsoring|visas?|visum)\b[^.\n]{0,50}?\b(?:not|cannot|can't|isn't|unavailable|won't|nicht|no longer)\b|(?:sponsorship|visa)\s*:\s*no\b|sponsorship (?:not|un)available/
const OFFERED =
  /(?:visas?|h-?1b|work permits?|immigration|relocation)(?: (?:and|or|&|\/) (?:relocation|visa|work permit))? (?:sponsorship|support|assistance|sponsoring|help|process(?:ing)? (?:support|help))|sponsor(?:s|ing|ed)?\b[^.\n]{0,40}?(?:visas?|h-?1b|work permits?|green cards?|immigration)|sponsorship (?:is |will be |can be |may be )?(?:available|offered|provided|possible|considered|for the right)|(?:offer|offers|provide|provides|provided|open to|support|supports|help with|assist with|handle|cover) (?:your |the |with |full |you with |)*(?:visas?|work permits?|(?:visa )?sponsorship)|visas? (?:available|offered|provided|possible|ok)|sponsorship\s*:\s*(?:yes|available)|visum[- ]?(?:sponsoring|unterstützung)|unterstütz\w+[^.\n]{0,40}visum|patrocinio de visado|sponsor(?:ing)? (?:de )?visa/
/** "Visa" alone between the bars of a "Who is hiring" line. */
const IN_HEADER = /(?:^|[|,;/(]|intern\w*,?)\s*(?:visa|visas|h-?1b|h1b)\s*(?:$|[|,;/)])/
const CARD = /visa (?:inc|card|and mastercard|or mastercard|europe|direct)|mastercard/
const NOT_PEOPLE =
  /(?:clinical|trial|study|studies|event|executive|project|conference|brand|sports?|company|employer|agency|program|podcast|corporate|bill|business|senior)[- ]sponsor|sponsored (?:events?|training|research|projects?|content|posts?|health|benefits?|401)/

/** Whether the employer helps to get the right to work: explicit words only; "right to work required" alone says nothing. */
export function findVisa(text: ReadText, marks: readonly number[]): Term<VisaSponsorship> | null {
  let found: Term<VisaSponsorship> | null = null
  let done = -1
  for (const mark of marks) {
    if (mark < done) continue
    const [start, end] = sentenceAround(text.lower, mark)
    done = end
    const said = readSentence(text.lower.slice(start, end))
    if (!said) continue
    const [from, to] = aroundMark(text.lower, mark, start, end)
    const term = termAt(said.value, text, from, to, said.confidence)
    if (!found || term.confidence > found.confidence) found = term
  }
  return found
}

function readSentence(sentence: string): { value: VisaSponsorship; confidence: number } | null {
  if (CARD.test(sentence) || QUESTION.test(sentence)) return null
  const work = ABOUT_WORK.test(sentence)
  const short = sentence.length < 45 && /sponsorship/.test(sentence)
  if (!work && !short && !SPONSOR_PEOPLE.test(sentence)) return null
  if (NOT_PEOPLE.test(sentence) && !/visa|authori[sz]|h-?1b/.test(sentence)) return null
  if (REFUSED.test(sentence)) return { value: 'not_offered', confidence: 0.92 }
  if (OFFERED.test(sentence)) return { value: 'offered', confidence: 0.9 }
  return IN_HEADER.test(sentence) ? { value: 'offered', confidence: 0.75 } : null
}

const REACH = 220

function sentenceAround(lower: string, at: number): [number, number] {
  const left = lower.slice(Math.max(0, at - REACH), at)
  const right = lower.slice(at, at + REACH)
  let from = 0
  for (const stop of allMatches(/\n|[.!?;](?=\s)(?<!\bu\.s\.)/g, left)) from = stop.index + 1
  const end = /\n|[.!;](?=\s)|\?/.exec(right)
  const base = Math.max(0, at - REACH)
  return [base + from, at + (end ? end.index + (end[0] === '?' ? 1 : 0) : right.length)]
}

/** A quote of at most 150 characters that holds the mark. */
function aroundMark(lower: string, mark: number, start: number, end: number): [number, number] {
  if (end - start <= 150) return [start, end]
  let from = Math.max(start, mark - 100)
  if (from > start) from = lower.indexOf(' ', from) + 1
  return [from, Math.min(end, from + 150)]
}
