import type { Place } from './sense.ts'

const set = (text: string) => new Set(text.split(' '))

/** Areas of British postcodes by nation, after Royal Mail; those that lie in two nations have none. */
const AREAS: [nation: string | null, areas: Set<string>][] = [
  ['Scotland', set('AB DD DG EH FK G HS IV KA KW KY ML PA PH ZE')],
  ['Wales', set('CF LL NP SA')],
  ['Northern Ireland', set('BT')],
  [null, set('CH HR LD SY TD')],
  [
    'England',
    set(
      'AL B BA BB BD BH BL BN BR BS CA CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GL GU HA HD HG HP HU HX ' +
        'IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ' +
        'ST SW TA TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO',
    ),
  ],
]
const POSTCODE = /^\s*([A-Z]{1,2})\d[A-Z\d]?(\s?\d[A-Z]{2})?\s*$/i

/**
 * The nation and country of a location text that is a British postcode and nothing else ("LS1 4DY"), or the first
 * half of one ("CF24") where `british` says that the posting is from there; null for other texts.
 */
export function placeOfPostcode(location: string, british: () => boolean): Place | null {
  const match = POSTCODE.exec(location)
  const area = match?.[1]?.toUpperCase() ?? ''
  const known = AREAS.find(([, areas]) => areas.has(area))
  if (!match || !known || (match[2] === undefined && !british())) return null
  const start = location.search(/\S/)
  const proof = { start, end: location.trimEnd().length, derived: true }
  return {
    city: null,
    province: known[0],
    country: 'GB',
    cityProof: null,
    provinceProof: known[0] === null ? null : proof,
    countryProof: proof,
    sure: true,
  }
}
