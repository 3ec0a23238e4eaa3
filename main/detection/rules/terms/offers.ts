import type { ReadText } from '../text.ts'

/** A stretch of the text that lists what the employer offers. */
export interface Offer {
  start: number
  end: number
}

const HEADING =
  /benefits|perks|(?:what|why) (?:we|you|do we|does|are we)\b[^?\n]{0,30}(?:offer|get|for you|provide|receive)|we(?:'re)? (?:also )?offer|on offer|the offer\b|offer(?:s|ing)? you|in it for you|(?:compensation|package|rewards)|wir (?:dir |ihnen )?bieten|was (?:dich|sie) erwartet|bieten wir|(?:deine|ihre|unsere) (?:vorteile|benefits)|avantages|nous (?:te |vous )?offrons|ofrecemos|beneficios|wij bieden|wat bieden|ons aanbod|vorteile|benefity|we offer/
const INLINE =
  /(?:we|company|employer|also|proudly|role|position|package|benefits?|plan) (?:\w+ ){0,2}(?:offers?|provides?)\b|offers? (?:a |an |competitive |comprehensive |great |excellent |generous |full |you )|(?:benefits?|perks|package|compensation)[^.\n]{0,40}(?:includ\w+|such as|like|:|are|-|\()|includ\w+[^.\n]{0,60}(?:benefits|insurance)|in return|bieten|offrons|ofrecemos|bieden|(?:plus|\+|and|inc\.?|including|excellent|great|full|good|competitive|comprehensive) (?:\w+ )?(?:benefits|perks)|benefits?:/
const NEXT_HEADING =
  /^\W*(?:about|requirements?|responsibilit|qualifications?|what you(?:'ll| will)? (?:do|bring|need|have)|what we(?:'re| are) looking|who (?:you|we)|your (?:profile|tasks|role|missions?|responsib)|you (?:have|are|bring|will)|skills|experience|duties|the role|role\b|job (?:desc|summ|req|duties)|how to apply|to apply|apply|location|salary|job type|next steps|interview|equal|eeo|our (?:stack|mission|values|commitment|hiring|process)|must|nice|bonus points|aufgaben|profil|dein|ihr profil|anforderung|wir suchen|bewerb|kontakt|mission|requisitos|funciones|functie|wat (?:ga|breng)|education|physical|work (?:location|environment)|minimum|preferred|key|essential|desirable|disclaimer|note|additional information|vote équipe|vos missions)/
const LONGEST_HEADING = 70
const MOST_LINES = 30
const LONGEST_ZONE = 2_500

/** Finds sections and sentences of what is offered, in order and without overlap. */
export function findOffers({ lower }: ReadText, marks: readonly number[]): Offer[] {
  const offers: Offer[] = []
  let done = -1
  for (const mark of marks) {
    if (mark < done) continue
    const start = lower.lastIndexOf('\n', mark) + 1
    let end = lower.indexOf('\n', mark)
    if (end < 0) end = lower.length
    const offer = offerAt(lower, mark, start, end)
    if (!offer) continue
    offers.push(offer)
    done = offer.end
  }
  return offers
}

function offerAt(lower: string, mark: number, start: number, end: number): Offer | null {
  const line = lower.slice(start, Math.min(end, start + LONGEST_HEADING + 1)).trim()
  if (line.length <= LONGEST_HEADING && HEADING.test(line) && !/[.,;]$/.test(line)) {
    return { start, end: sectionEnd(lower, end) }
  }
  const from = Math.max(start, mark - 60)
  const near = lower.slice(from, Math.min(end, mark + 80))
  if (!INLINE.test(near) && !HEADING.test(near)) return null
  // A sentence that ends in a colon speaks of the lines below it.
  if (lower.charAt(end - 1) === ':') return { start: from, end: sectionEnd(lower, end) }
  return { start: from, end: Math.min(end, mark + 500) }
}

/** True when an offset lies in one of the stretches. */
export function offered(offers: readonly Offer[], at: number): boolean {
  for (const { start, end } of offers) {
    if (at < start) return false
    if (at < end) return true
  }
  return false
}

function sectionEnd(lower: string, from: number): number {
  let at = from + 1
  for (let lines = 0; lines < MOST_LINES && at < lower.length && at - from < LONGEST_ZONE; ) {
    let end = lower.indexOf('\n', at)
    if (end < 0) end = lower.length
    if (end - at > 1) {
      lines++
      const line = lower.slice(at, Math.min(end, at + LONGEST_HEADING))
      if (lines > 1 && end - at < LONGEST_HEADING && NEXT_HEADING.test(line) && !/^\s*[-*•·–]\s/.test(line))
        return at
    }
    at = end + 1
  }
  return Math.min(at, lower.length, from + LONGEST_ZONE)
}
