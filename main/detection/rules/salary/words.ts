import type { ReadText } from '../text.ts'
import { TOPIC } from '../topics.ts'

const PAY_NOUN = '(?:salary|salaries|pay|compensation|remuneration|wages?|package|rates?)'
const WORDS = new RegExp(
  [
    `(?:competitive|attractive|excellent|generous|above[- ]market|market(?:[- ](?:leading|rate|competitive))?)(?: (?:base|annual|hourly|starting|total|market|basic))? ${PAY_NOUN}`,
    `${PAY_NOUN}[:\\s]{1,3}(?:is |range |expectation )?(?:competitive|negotiable|neg\\b|tbc\\b|tbd\\b|doe\\b|d\\.o\\.e|open\\b|to be (?:agreed|discussed|confirmed)|to define|unspecified|commensurate|(?:is |will be )?(?:based|depending|dependent|dependant|depends) (?:up)?on|according to)`,
    `(?:commensurate with|dependent on|depending on|depends on|based on) (?:your )?(?:experience|skills)|(?<=^|\\n|[(,:;/-]\\s?|\\d\\s?|(?:salary|rate|pay) )(?:doe|d\\.o\\.e\\.)(?![a-z]| (?:je|dit|national|labs?\\b|site|clearance|office))`,
    '(?:attraktive|wettbewerbsfähige|leistungsgerechte|marktgerechte|faire|überdurchschnittliche)[sr]?(?: \\w+)? (?:gehalt|vergütung|bezahlung|entlohnung)|(?:gehalt|vergütung|bezahlung)\\s?:?\\s(?:nach vereinbarung|marktgerecht|leistungsgerecht|verhandelbar|attraktiv)',
    '(?:salaire|rémunération)(?: \\w+)?\\s?:?\\s(?:attracti(?:f|ve)|compétiti(?:f|ve)|motivante?|selon (?:le )?(?:profil|expérience|compétences)|à (?:négocier|définir)|en fonction)',
    '(?:salario|sueldo|retribución|remuneración|retribuzione|stipendio)(?: \\w+)?\\s?:?\\s(?:competitiv[oa]|atractiv[oa]|a convenir|según|commisurat[oa]|interessante|negociable)',
    '(?:competitief|marktconform|aantrekkelijk|goed|uitstekend)e? salaris|salaris\\s?:?\\s(?:in overleg|marktconform)',
  ].join('|'),
  'y',
)

/**
 * The first three letters of everything that the pattern may begin with. Trying it only there costs far less than having
 * it fail at every letter of a text.
 */
const BEGINNINGS =
  'com att exc gen abo mar sal pay rem wag pac rat dep bas doe d.o wet lei fai übe geh ver bez rém sue ret sti aan goe uit'
const MAY_BEGIN = new Uint8Array(4_096)
for (const letters of BEGINNINGS.split(' ')) {
  MAY_BEGIN[markOf(letters.charCodeAt(0), letters.charCodeAt(1), letters.charCodeAt(2))] = 1
}

function markOf(first: number, second: number, third: number): number {
  return (first * 961 + second * 31 + third) & 4_095
}

function firstMatch(lower: string): RegExpExecArray | null {
  let second = lower.charCodeAt(0)
  let third = lower.charCodeAt(1)
  for (let i = 2; i < lower.length; i++) {
    const first = second
    second = third
    third = lower.charCodeAt(i)
    if (MAY_BEGIN[markOf(first, second, third)] === 0) continue
    WORDS.lastIndex = i - 2
    const match = WORDS.exec(lower)
    if (match) return match
  }
  return null
}

/** The words in which a posting speaks of pay without a number ("competitive salary", "DOE"), or null. */
export function payWords(text: ReadText): string | null {
  const { lower } = text
  if (!(text.topics & TOPIC.payWords)) return null
  const match = firstMatch(lower)
  if (!match) return null
  const from = text.map ? (text.map[match.index] ?? 0) : match.index
  const last = match.index + match[0].length - 1
  const to = (text.map ? (text.map[last] ?? last) : last) + 1
  return text.original.slice(from, to).trim()
}
