import type { ReadPosting } from '../read-posting.ts'
import { after, allMatches, before } from '../text.ts'
import type { Candidate } from './candidates.ts'

/** Words of a title that name a level, as lists of pay by level do. */
const LEVELS =
  /(?<![a-z])(?:junior|mid(?:dle)?|intermediate|senior|staff|principal|lead|associate|graduate|intern|manager|director|i{1,3}|iv|v|l[1-9]|p[1-9])(?![a-z])/g
const TOO_COMMON = new Set(
  'remote hybrid onsite office area greater city the and united states kingdom county metro metropolitan region north south east west new san los saint usa europe any anywhere only based located'.split(
    ' ',
  ),
)
/** Names that lists of pay use for places of a location text. */
const ALSO: [RegExp, string][] = [
  [/\bnew york\b|\bnyc\b|\bny\b/, 'new york|nyc|ny'],
  [/\bsan francisco\b|\bsf\b|bay area|palo alto|mountain view|san jose/, 'san francisco|sf|bay area'],
  [/\bwashington,? d\.?c/, 'washington dc|dc'],
  [/\blondon\b/, 'london'],
]
const STATES = new Map(
  'al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|de delaware|fl florida|ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky|la louisiana|me maine|md maryland|ma massachusetts|mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana|ne nebraska|nv nevada|nh new hampshire|nj new jersey|nm new mexico|ny new york|nc north carolina|nd north dakota|oh ohio|ok oklahoma|or oregon|pa pennsylvania|ri rhode island|sc south carolina|sd south dakota|tn tennessee|tx texas|ut utah|vt vermont|va virginia|wa washington|wv west virginia|wi wisconsin|wy wyoming|bc british columbia|on ontario|qc quebec|ab alberta'
    .split('|')
    .map(state => [state.slice(0, 2), state.slice(3)] as const),
)

/**
 * Of several statements of pay those for the posting's own place, or else for the level of its title; all of them
 * when nothing tells them apart.
 */
export function ownOnes(candidates: Candidate[], posting: ReadPosting): Candidate[] {
  const labels = candidates.map(labelOf)
  for (const names of [placeNames(posting.location.lower), posting.title.lower.match(LEVELS) ?? []]) {
    const own = candidates.filter((_, index) => names.some(name => labels[index]?.includes(` ${name} `)))
    if (own.length > 0 && own.length < candidates.length) return own
  }
  return candidates
}

function placeNames(location: string): string[] {
  const names = location.split(/[^a-zà-ž]+/).filter(word => word.length >= 4 && !TOO_COMMON.has(word))
  for (const [pattern, also] of ALSO) if (pattern.test(location)) names.push(...also.split('|'))
  for (const [, letters = ''] of allMatches(/, ?([a-z]{2})(?![a-z])/g, location)) {
    const state = STATES.get(letters)
    if (state !== undefined) names.push(state)
  }
  return names
}

/** The words that say for whom an amount is: before it, above it or in brackets behind it; with blanks around each. */
function labelOf({ text, start, end }: Candidate): string {
  const left =
    before(text, start, 120)
      .split(/\d[\d,.k]*/)
      .at(-1) ?? ''
  const right = /^[^a-z\d]{0,3}\(([^)]{2,60})\)/.exec(after(text, end, 70))?.[1] ?? ''
  const above = /[a-z]{2}/.test(left)
    ? ''
    : (text.lower
        .slice(Math.max(0, start - 120), start - left.length)
        .trimEnd()
        .split('\n')
        .at(-1) ?? '')
  return ` ${`${above} ${left} ${right}`.replace(/[^a-zà-ž]+/g, ' ')} `
}
