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
)

/** The words in which a posting speaks of pay without a number ("competitive salary", "DOE"), or null. */
export function payWords(text: ReadText): string | null {
  const { lower } = text
  if (!(text.topics & TOPIC.payWords)) return null
  const match = WORDS.exec(lower)
  if (!match) return null
  const from = text.map ? (text.map[match.index] ?? 0) : match.index
  const last = match.index + match[0].length - 1
  const to = (text.map ? (text.map[last] ?? last) : last) + 1
  return text.original.slice(from, to).trim()
}
