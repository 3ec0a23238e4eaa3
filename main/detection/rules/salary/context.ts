import { allMatches, upTo } from '../text.ts'
import { isDigit } from './number.ts'

/** Words before an amount that say it is pay. */
const PAY_WORD =
  /salar(?:y|ies)(?! (?:sacrifice|exchange|benchmark|data|survey|review|finance|advance))|\bpay\b(?<!(?:\b(?:who|that|they|students|customers|clients|users|consumers|people|families|households|members|merchants|companies|brands|employers|advertisers|parents|patients|buyers|creators|freelancers|sellers) )pay)(?! ?(?:out|roll|ment|off|ing|pal|gap|by|for|attention|back|up front|it forward))|compensation|remuneration|\bwages?\b|\bpaying\b(?! (?:customers|users|clients|for))|\bhourly\s*:|\bearn(?:ings?)?\b(?<!(?:\b(?:who|that|they|students|customers|clients|users|consumers|people|families|households|members|merchants|companies|brands|employers|advertisers|parents|patients|buyers|creators|freelancers|sellers) )earn(?:ings?)?)|(?:hourly|daily|day|pay|bill|contract|base|annual|monthly|weekly|starting|your)[ -]rates?|\brates?\s?:|\brates?\s*$|\bbase\b(?! in)|\bbasic\b|\bctc\b|\bote\b|on[- ]target|negotiable|(?<!relocation |benefits? |severance |joining )\bpackage\b|\boffer(?:ing)?(?: is| of)?:?\s*$|\boffers between\s*$|\bcomp\b|competitive|gehalt|\blohn\b|stundenlohn|vergütung|entlohnung|verdien|bezahlung|tagessatz|stundensatz|entgelt|minijob|salaire|taux horaire|\bfixe\b|bruttojahr|jahresbrutto|rémunération|\btjm\b|fourchette|sal[aá]ri[oa]|sueldo|tarifa|vencimento|remuneração|retribuci[óo]n|remuneraci[óo]n|\bral\b|retribuzione|stipendio|compenso|salaris|\bloon\b|uurloon|tarief|mzda|plat(?:ové|u|y)?\b|wynagrodzenie|zarobki|widełki|\bb2b\b(?! (?:saas|software|compan|business|sales|customers?\b|clients?\b|market|product|tech|start|scale|platform|environment|e-?commerce|brand|services?\b|industr|experience))|\buop\b|umowa|permanent\s?:|\blön\b|palkka|lønn|\bløn\b|\bband\b\s?:?|bruto|brutto|\bincome\b/g

/** Words that make an amount something else than pay. */
const OTHER_WORD =
  /bonus(?:es)?|sign(?:ing)?[- ]?on\b|signing|joining|referral|refer a|gift|voucher|stipends?\b|allowances?|reimburs\w*|fund(?:ing|ed|s)\b|raised|raising|raise\b|series [a-f]\b|\bseed\b|\bround\b|valuation|valued|revenues?|turnover|umsatz|chiffre d'affaires|facturación|fatturato|omzet|\b[am]rr\b|\b[at]cv\b|\bltv\b|contract values?|order values?|lifetime value|deal sizes?|pipelines?|bookings|bount(?:y|ies)|\btips?\b|gratuit\w+|differentials?|uplift|winners?|\brent\b|housing|accommodation|homes?\b(?! ?office)|houses?\b|propert(?:y|ies)|families|households|presupuesto|\bgmv\b|\bfrauds?\b|\blosses\b|gross merchandise|budgets?|portfolio|\bassets?\b|\baum\b|\bdeals?\b|quotas?|contracts? worth|industry|401|pension|superannuation|insurance|deductible|premium|grants?\b|equity|stock|shares|\brsus?\b|commissions?|tuition|education|learning|training|courses?|conferences?|\bgym\b|fitness|\bfoods?\b|lunch|meals?|travel|relocation|phone|mobile|internet|wifi|home[- ]office|equipment|laptop|wellness|wellbeing|well-being|perks?|donat\w*|charit\w*|scholarship|\bloans?\b|\bdebt\b|mortgage|pric(?:e|es|ed|ing)\b|costs?\b|\bfees?\b|savings?|saved|transactions?|volume|process(?:ed|es|ing)?|\bspend(?:s|ing)?\b|invoices?|prizes?|awards?|profits?|tickets?\b|\btax(?:es)?\b|penalt\w+|\bfines?\b|per diem|mileage|lay-?overs?\b|detention\b|border crossings?|tarp(?:s|ing)?\b|sleep-?(?:overs?|ins?)\b|overtime|childcare|pay(?:s|ing)? out|paid out|payouts?|\bplus\b|worth|\bbills?\b(?! ?rate)|\bcovers\b|\bvariable\b|prämien?|zuschuss|zulage|sachbezug|förder|finanzierung|weiterbildung|\bprimes?\b|indemnité|abonnement|levée|subvention|ayuda|\bbono\b|épargne|\babond\w+|\bchèques?|gutschein|jobticket|deutschlandticket|fahrtkosten|unterkunft|logement|hébergement|\bloyer|\bmiete|alquiler|alojamiento|\bseguro\b|\bvales?\b|\bvale-|despensa|maaltijd|ecocheques?|opleidings|rimbors|\baffitto|dofinansowan|stravenk|náborov|ubytován|\bkaution|vergoeding|reiskosten|buoni pasto|příspěv\w*|market size|\bmarket\b(?! rate)|investments?|invest(?:ed|ing|s)?\b|backed|capital|sales of|generat\w+|manag(?:e|ed|es|ing)|payments?|customers?|users|followers|employees|people|applicants|donations|credits?|coverage|match(?:ing|ed)?|contribut\w+|discounts?|projects?\b|clients?\b|p\.?o\.?\b|visa|salary exchange|dividend/g

/** Those of them that head a list of amounts; the others stand in names as well ("Rose House Care Home"). */
const OTHER_HEADING =
  /bonus|signing|sign[- ]?on|referral|refer a|voucher|stipend|allowance|reimburs|fund|raised|raising|revenue|turnover|umsatz|\b[am]rr\b|budget|grant|equity|stock|commission|tuition|training|learning|relocation|perks|scholarship|pric(?:e|es|ing)\b|costs?\b|\bfees?\b|prizes?|discounts?|overtime|\btips?\b|pension|insurance|:\s*$/g

const RIGHT_PAY =
  /^[\s,()*-]*(?:(?:(?:days|nights|lates|earlies|afters)\b(?! (?:a|per|in|off|away|out|of)\b)|gross|brutto|bruto|bruts?\b|brutos?\b|lord[io]|base|basic|basis|salary|salaris|gehalt|(?:brutto)?(?:jahres|monats)(?:brutto)?(?:gehalt|lohn)|ote\b|doe\b|d\.o\.e|dependent|depending|dependant|negotiable|neg\b|pro[- ]rata|fte\b|annual salary|starting|to start\b|guaranteed|in[- ]hand|for the right (?:person|candidate|individual)|inclusive|package|ctc\b|plus (?:bonus|benefits|equity|super|commission|excellent)|\+ ?(?:\+ ?)?(?:\w+ )?(?:equity|bonus|benefits|super|bens|commission|excellent|options|stock|car\b|pension|ote|great|good|full|tips|tronc|trinkgeld|zuschläge|provision)|and (?:equity|bonus|benefits)|with (?:equity|bonus)|[,/+] ?>?\d[\d.-]*\s?%|jährlich|annuel|anual|bruto|w2\b|c2c\b|1099\b|inside ir35|outside ir35|on (?:w2|c2c)))/
/** The period behind an amount, so that what follows it can be read: "£14 per hour plus holiday pay". */
const UNIT =
  /^\s?(?:(?:\/|per |an? |p\/?)\s?(?:hour|hr|h|day|d|week|wk|w|month|m|year|yr|annum|a)\b|hourly\b|daily\b|weekly\b|monthly\b|annually\b|p\.a\.)/
const RIGHT_BREAK =
  /[.,;:+|()&\n/]|\b(?:plus|and|with|base|basic|salary|depending|dependent|based|to|or|per|gross|brutto|doe|ote|inclu\w+|und|et|y|who|we|you|is|are)\b/

/** "Refer a friend and earn", "on-call pay": what comes so is not the pay of the job. */
const REFERRAL =
  /\b(?:refer|recommend|introduce)\b.{0,50}\b(?:earn|get paid)\b|\b(?:on[- ]call|stand-?by|call-?out|holiday|sick|severance|redundancy|hazard|premium) pay\b|\b(?:bount(?:y|ies)|prizes?|awards?)\b.{0,24}\bpay(?:s|ing)?\b/

/** Where a clause ends; the full stop of an abbreviation or an ordinal ("1. Jahr") does not end it. */
const CLAUSE_END =
  /[|;•]|(?<!\b(?:max|min|ca|inkl|incl|approx|mind|bzw|p\.a|z\.b|no|nr)|(?:^|[^\d.,])\d)[.!?]\s/g

/** How the words around an amount speak for or against its being pay. */
export interface Verdict {
  /** Adds to (or takes from) the score of an amount. */
  points: number
  /** A pay word stands before it in the same line, or as the heading above. */
  named: boolean
  /** That word is near. */
  near: boolean
  /** On-target earnings or total compensation, which only count where no base pay is given. */
  total: boolean
}

/**
 * Judges an amount by its neighbours. `left` and `right` are the rest of its line, `heading` the short line
 * above when the amount opens its own line. The word nearest before the amount decides: "salary + bonus of
 * £5,000" is a bonus, "bonus and a salary of £50,000" is pay.
 */
export function judge(left: string, right: string, heading: string): Verdict {
  const clause = afterLast(left, CLAUSE_END).replace(REFERRAL, 'referral')
  const pay = lastIndex(clause, PAY_WORD)
  const other = lastIndex(clause, OTHER_WORD)
  let points = 0
  let named = false
  const near = pay > other && clause.length - pay < 34
  if (pay > other) {
    named = true
    points += near ? 3.5 : 2.5
  } else if (other >= 0) {
    const gap = clause.slice(other)
    points -= /,\s|\)\s|\|/.test(gap.slice(3)) ? 1.5 : 4
  }
  if (!named && other < 0 && heading !== '') {
    const payAbove = lastIndex(heading, PAY_WORD)
    const otherAbove = lastIndex(heading, OTHER_WORD)
    if (payAbove >= 0) {
      named = true
      points += 2.5
    } else if (otherAbove >= 0) {
      points -= lastIndex(heading, OTHER_HEADING) >= 0 ? 2 : 0.5
    }
  }
  const behind = right.replace(UNIT, '')
  const following = upTo(behind, RIGHT_BREAK)
  const nextOther = firstIndex(following.slice(0, 46), OTHER_WORD)
  const saysPay = RIGHT_PAY.test(right) || (behind !== right && RIGHT_PAY.test(behind))
  if (nextOther >= 0 && !saysPay) {
    const direct = following.slice(0, nextOther).trim().split(/\s+/).length <= 3
    points -= named ? (direct ? 2.5 : 1) : 4
  } else if (/^\s*(?:\/|per|an?)\s?\w+\s+(?:for|towards|on|in(?! hand))\s/.test(right) && !named) {
    points -= 2
  } else if (
    !named &&
    !saysPay &&
    /^[\s]*(?:for|towards|to (?:spend|use|put|cover|support|help))\s/.test(right)
  ) {
    points -= 2.5
  }
  if (saysPay) points += 2
  return { points, named, near, total: isTotal(clause, right) }
}

const TOTAL =
  /\bote\b|on[- ]target|\btc\b|total (?:target )?(?:annual )?(?:comp|cash|package|reward|earning|direct)|uncapped|earnings|potential|top performers|zielgehalt/g
const BASE = /\bbase\b|\bbasic\b|\bfix(?:ed|e|um|gehalt)?\b/g

/**
 * Whether an amount is more than base pay, by the nearest words on either side up to the next number or comma.
 * What follows names the amount ("$90k base / $180k OTE"); else what stands last before it does.
 */
function isTotal(clause: string, right: string): boolean {
  const next = upTo(right.slice(0, 40).replace(BESIDES, ''), /[\d,;(+/|]/)
  // In "$90k with OTE up to $180k" the word belongs to the second amount.
  const label = isDigit(right.charCodeAt(next.length)) ? LABELS_NEXT.exec(next) : null
  const named = label ? next.slice(0, label.index) : next
  const base = firstIndex(named, BASE)
  const total = firstIndex(named, TOTAL)
  if (base >= 0 || total >= 0) return total >= 0 && (base < 0 || total < base)
  const left = afterLast(clause.slice(-60), /[\d,;(]/g)
  const last = lastIndex(left, TOTAL)
  return last >= 0 && last > lastIndex(left, BASE)
}

/** "£27,500 with uncapped commission": that comes on top. */
const BESIDES = /\b(?:with|plus|and)\s(?:[a-z]+\s)?(?:uncapped|earnings|bonus|potential)\b.*/

const LABELS_NEXT =
  /(?:\bote\b|on[- ]target earnings|earnings|comp(?:ensation)?|base|basic)[\s:]*(?:of|up to|from|is|around)?[\s:]*[^\w\s]{0,3}$/

function afterLast(words: string, breaks: RegExp): string {
  let cut = 0
  for (const match of allMatches(breaks, words)) cut = match.index + match[0].length
  return words.slice(cut)
}

function lastIndex(words: string, pattern: RegExp): number {
  let index = -1
  for (const match of allMatches(pattern, words)) index = match.index
  return index
}

function firstIndex(words: string, pattern: RegExp): number {
  pattern.lastIndex = 0
  const match = pattern.exec(words)
  pattern.lastIndex = 0
  return match ? match.index : -1
}

const COUNTED =
  /^\s?-?(?:hours?|hrs?|days?|weeks?|months?|years?|yrs?|minutes?|people|users|customers|employees|members|engineers|developers|companies|countries|offices|locations|seats|miles|km|kg|lbs?|sq|ft\b|mbit|gb|tb|mb|px|%|percent|pm\b|am\b|uhr|stunden|tage|monate|jahre|jours|mois|ans|semaines|días|meses|años|jaar|lat\b|let\b|anni|anos|uur per|dagen|giorni|x\b|th\b|st\b|nd\b|rd\b|visitors|downloads|stars|reviews|students|patients|stores|restaurants|homes|brands|businesses|organi[sz]ations|devices|orders|trips|requests|events|lines|words|characters|points|team)/

/** Whether a bare number counts things, so that it is no amount of money. */
export function countsThings(right: string): boolean {
  return COUNTED.test(right)
}

const UP_TO =
  /(?:up to|upto|^\W*to|bis zu|jusqu'à|hasta|fino a|\btot(?: wel)?|do wysokości|max(?:imum|imal|imaal|\.)?|höchstens|máximo|as much as|až|to a maximum of|maximum of)[\s:]*(?:c\.|circa|approx\.?|around|an?)?\s*$/
const FROM =
  /(?:\bfrom|\bab|starting (?:at|from)|at least|min(?:imum|\.)?(?: of)?|à partir de|\bdès|desde|\bda|vanaf|mind(?:estens|\.)|\bod|over|more than|(?:not|no) less than|mindest(?:gehalt|lohn|entgelt)(?: (?:von|beträgt|ist|liegt bei))?:?|starts? at|north of|upwards of|minimum of|>)[\s:]*(?:c\.|circa|approx\.?)?\s*$/
const MIN_LABEL =
  /(?:min(?:imum)?[ _.-]?(?:salary|pay|compensation|(?:hourly |day |pay |bill )?rate)|(?:salary|pay|compensation)[ _.-]?(?:min(?:imum)?|from|low))\W*$|(?:^|[\s|(-])min(?:imum)?\s*:\s*$/
const MAX_LABEL =
  /(?:max(?:imum)?[ _.-]?(?:salary|pay|compensation|(?:hourly |day |pay |bill )?rate)|(?:salary|pay|compensation)[ _.-]?(?:max(?:imum)?|to|high))\W*$|(?:^|[\s|(-])max(?:imum)?\s*:\s*$/

/** Which end of the pay a form field holds, by its label right before the amount. */
export function endLabelled(left: string): 'low' | 'high' | null {
  if (MAX_LABEL.test(left)) return 'high'
  return MIN_LABEL.test(left) ? 'low' : null
}

/** Which end of a range a single amount is said to be. */
export function endNamed(left: string): 'low' | 'high' | null {
  if (MAX_LABEL.test(left) || UP_TO.test(left)) return 'high'
  return MIN_LABEL.test(left) || FROM.test(left) ? 'low' : null
}
