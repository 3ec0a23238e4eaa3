import type { Term } from '../../../contract/terms.ts'
import type { RemoteOption } from '../../../contract/values.ts'
import type { LabelledValue } from '../labels.ts'
import type { ReadPosting } from '../read-posting.ts'
import { allMatches, type ReadText } from '../text.ts'
import { TOPIC } from '../topics.ts'
import { codeOf, NEEDS_CAPITALS, REGION } from './regions.ts'
import { matchAt, originalOf, termAt } from './term.ts'

const MOST = 20
const ONE = new RegExp(REGION, 'y')
/** What may stand between two names of one list. */
const AND =
  /\s*(?:,|\/|&|\+|;|\bor\b|\band\b|\band\/or\b|\boder\b|\bund\b|\bou\b|\bet\b|\by\b|\bo\b|\bof\b|\ben\b)(?:\s*(?:,|or|and|the|in|within|anywhere in))*\s*/y

interface Place {
  code: string
  start: number
  end: number
}

/** The places listed from an offset on: "the US, Canada or UK". */
function placesAt(text: ReadText, at: number): Place[] {
  const places: Place[] = []
  let from = at
  const the = /^(?:the |all of |any of |continental )*/.exec(text.lower.slice(from, from + 24))
  from += the?.[0].length ?? 0
  while (places.length < MOST) {
    const name = matchAt(ONE, text.lower, from)?.[0]
    if (!name) break
    const end = from + name.length
    const code = codeOf(name)
    if (!code || (NEEDS_CAPITALS.has(name) && originalOf(text, from, end) !== name.toUpperCase())) break
    places.push({ code, start: from, end })
    const and = matchAt(AND, text.lower, end)
    if (!and) break
    from = end + and[0].length
  }
  return places
}

const REMOTE =
  /(?:remote(?:ly)?|homeoffice|home office|télétravail|remoto|thuiswerken)(?:[ -](?:work(?:ing)?|positions?|roles?|jobs?|opportunity|first|friendly|ok|okay|based|only|possible|allowed|eligible|candidates?|employees?|available|contract|full-time))*\s*(?:[([:,-]\s*)?(?:(?:from|within|in|across|inside|throughout|for|to|anywhere|candidates|residents|work|working|based|located|employees|open|aus|innerhalb|en|dans|desde|vanuit|binnen)\s+)*/y
/** Remote work that is somebody else's, or no work: "remote teams in Europe", "remote offices across the US". */
const NOT_REMOTE_BEFORE = /\b(?:no|not|non|isn't|not a|manage|managing|support(?:ing)?|work with|lead)[ -]$/
const ANYWHERE = /anywhere(?: (?:in|within|across|from)\s+|[ ,]|$|\n|[.)!])/y
const ANYWHERE_BEFORE =
  /(?:work(?:ing)?(?: remotely)?|remote(?:ly)?|live|living|based|located|position|job|role|location:?|100%|join us|apply|candidates|people|team|freedom to \w+|be) (?:is |can be |done |us )?(?:from |in |based |located )?$|[|(]\s*$/
const ANYWHERE_AFTER =
  /^ (?:for (?:up|a|\w+ (?:weeks|days|months))|up to|policy|weeks|days|\d|program|between|near|else|from \d)/
const WORLDWIDE_BEFORE =
  /(?:remote(?:ly)?|location:?|candidates|work|hiring|talent|applicants|region:?)[^.\n]{0,14}[\s(,]$|[|(]\s*$/
const MUST_LIVE =
  /(?:based|located|residents?|resident|residing|reside|live|living|residence)(?: and (?:\w+ )?(?:work(?:ing)?|authori[sz]ed|eligible|legally)[^.\n]{0,24}?)?(?: (?:in|within|of|inside|anywhere in))(?: (?:one of|either|the following (?:countries|locations):?|any of))*\s+/y
const MUST_BEFORE =
  /\b(?:must|should|need(?:s)? to|have to|required to|candidates?|applicants?|only|you(?:'re| are|'ll be| will be)?|be|currently|individuals?|people|engineers|developers|open to|those|anyone|talent|hires?|remote(?:ly)?|employees (?:must|should))\b[^.\n]{0,40}$/
const WE_BEFORE =
  /\b(?:we|we're|company|team|office|offices|headquarters|startup|firm|studio|clients?|customers?|agency|organi[sz]ation|who are|users?|founded|group|leader|manufacturer|provider|business|is|are|and)\b(?: \w+){0,3} $/
const CANDIDATES =
  /(?:candidates?|applicants?)(?: who (?:are|live|reside)| (?:must|should|need to) (?:be|live|reside)| applying| currently)?(?: (?:based|located|living|residing|resident|only|remotely))*(?: (?:in|from|within|across|anywhere in))\s+/y
const ONLY_BEFORE = new RegExp(
  `(${REGION}(?:\\s*(?:,|/|&|or|and)\\s*(?:the )?${REGION})*)(?:[ -](?:based|residents?|citizens?|remote|candidates?|applicants))*[ -]\\(?$`,
)
const ONLY_AFTER = /^(?:\s*$|\s*[.,;)!|\]\n(/:-]| please| at this| for now| applicants| candidates| and\b)/
const BEFORE_REMOTE = new RegExp(`(?:^|[\\s(,|/-])(${REGION})[ -](?:based |wide |only )?$`)
const LOCATION_LABEL =
  /^(?:regions?|remote (?:from|location|locations|region|regions)|location (?:restrictions?|requirements?|options?)|candidate (?:location|required location)s?|eligible (?:countries|locations)|countries|hiring (?:locations?|regions?|countries)|remote work locations?|locations?)$/
const SPEAKS_REMOTE =
  /remote|anywhere|worldwide|work from home|wfh|home ?office|télétravail|remoto|distributed|global/

/**
 * Where remote work may be done from. Places count only where the posting ties them to remote work or says where
 * candidates must live; an office address says nothing.
 */
export function findRemoteFrom(
  { title, location, description, labels }: ReadPosting,
  marks: readonly number[],
  remote: RemoteOption | null,
): Term<string>[] {
  const found = new Map<string, Term<string>>()
  const add = (text: ReadText, places: readonly Place[], confidence: number): void => {
    for (const { code, start, end } of places) {
      const before = found.get(code)
      if (before ? before.confidence >= confidence : found.size >= MOST) continue
      found.set(code, termAt(code, text, start, end, confidence))
    }
  }
  fromLocation(location, remote, add)
  if (SPEAKS_REMOTE.test(title.lower)) {
    for (const match of allMatches(/remote(?:ly)?|only/g, title.lower)) around(title, match.index, add)
  }
  fromLabels(description, labels, remote, add)
  for (const mark of marks) around(description, mark, add)
  // "Anywhere in the US" is not the whole world.
  if (found.size > 1 && (found.get('worldwide')?.confidence ?? 1) < 0.9) found.delete('worldwide')
  return [...found.values()]
}

type Add = (text: ReadText, places: readonly Place[], confidence: number) => void

/** Reads one waking word: what is listed after it, or before it. */
function around(text: ReadText, at: number, add: Add): void {
  const { lower } = text
  const left = lower.slice(Math.max(0, at - 60), at)
  const line = left.slice(left.lastIndexOf('\n') + 1)
  const remote = matchAt(REMOTE, lower, at)
  if (remote) remotely(text, at, at + remote[0].length, line, add)
  else if (lower.startsWith('anywhere', at)) anywhere(text, at, line, add)
  else if (lower.startsWith('only', at)) only(text, at, line, add)
  else if (lower.startsWith('candidate', at) || lower.startsWith('applicant', at)) candidates(text, at, add)
  else if (WORLDWIDE.test(lower.slice(at, at + 9))) worldwide(text, at, line, add)
  else live(text, at, line, add)
}

function remotely(text: ReadText, at: number, end: number, line: string, add: Add): void {
  if (NOT_REMOTE_BEFORE.test(line)) return
  add(text, placesAt(text, end), 0.88)
  const before = BEFORE_REMOTE.exec(line)
  if (before?.[1])
    add(text, placesAt(text, at - line.length + before.index + before[0].indexOf(before[1])), 0.85)
}

const WORLDWIDE = /^(?:worldwide|globally)$|^globally/

function worldwide(text: ReadText, at: number, line: string, add: Add): void {
  const end = at + (text.lower.startsWith('worldwide', at) ? 9 : 8)
  if (WORLDWIDE_BEFORE.test(line)) add(text, [{ code: 'worldwide', start: at, end }], 0.9)
}

function anywhere(text: ReadText, at: number, line: string, add: Add): void {
  const { lower } = text
  if (!matchAt(ANYWHERE, lower, at) && at + 8 < lower.length) return
  const inside = /^anywhere (?:in|within|across) (?:the (?=us|uk|eu))?/.exec(lower.slice(at, at + 30))
  if (inside) {
    const places = placesAt(text, at + inside[0].length)
    if (places.length > 0 && (ANYWHERE_BEFORE.test(line) || !/\b(?:customers|users|ship)\b/.test(line)))
      add(text, places, places[0]?.code === 'worldwide' ? 0.92 : 0.88)
    return
  }
  const end = at + 'anywhere'.length
  if (!ANYWHERE_BEFORE.test(line) || ANYWHERE_AFTER.test(lower.slice(end, end + 30))) return
  add(text, [{ code: 'worldwide', start: at, end }], 0.85)
}

function live(text: ReadText, at: number, line: string, add: Add): void {
  const match = matchAt(MUST_LIVE, text.lower, at)
  if (
    !match ||
    !MUST_BEFORE.test(line) ||
    (WE_BEFORE.test(line) && !/\b(?:must|candidates?|applicants?|you)\b/.test(line))
  )
    return
  add(text, placesAt(text, at + match[0].length), 0.88)
}

function candidates(text: ReadText, at: number, add: Add): void {
  const match = matchAt(CANDIDATES, text.lower, at)
  if (match) add(text, placesAt(text, at + match[0].length), 0.85)
}

/** "US only", "(USA or Canada only)"; without a word on remote work it is about something else. */
function only(text: ReadText, at: number, line: string, add: Add): void {
  if (text.name === 'description' && !(text.topics & TOPIC.away)) return
  if (!ONLY_AFTER.test(text.lower.slice(at + 4, at + 20))) return
  const match = ONLY_BEFORE.exec(line)
  if (match?.[1]) add(text, placesAt(text, at - line.length + match.index), 0.88)
}

function fromLocation(text: ReadText, remote: RemoteOption | null, add: Add): void {
  const { lower } = text
  if (lower === '') return
  const says = SPEAKS_REMOTE.test(lower)
  if (!says && remote !== 'remote' && !/\bonly\b/.test(lower)) return
  const { places, rest } = allPlaces(text)
  // A city beside the country is an office as often as a limit.
  const bare =
    /^(?:[\s,;|/()[\]:.&+-]|remote(?:ly)?|only|or|and|in|within|from|the|fully|100%|work|home|office|based|first|friendly|hybrid|countries|time ?zones?|candidates|\d)*$/.test(
      rest,
    )
  const named = places.filter(({ code }) => code !== 'worldwide')
  if (bare) add(text, named.length > 0 ? named : places, says ? 0.9 : 0.75)
  else if (says) add(text, named, 0.65)
}

/** Every place of a short text, and what is left of it. */
function allPlaces(text: ReadText): { places: Place[]; rest: string } {
  const places: Place[] = []
  let rest = ''
  let done = 0
  for (const { index } of allMatches(/[a-zà-ÿ][a-zà-ÿ.]*/g, text.lower)) {
    if (index < done) continue
    const [place] = placesAt(text, index)
    if (!place || place.start !== index) continue
    rest += text.lower.slice(done, index)
    places.push(place)
    done = place.end
  }
  return { places, rest: rest + text.lower.slice(done) }
}

function fromLabels(
  text: ReadText,
  labels: readonly LabelledValue[],
  remote: RemoteOption | null,
  add: Add,
): void {
  for (const { label, value, span } of labels) {
    if (value.length > 80 || !LOCATION_LABEL.test(label)) continue
    const says = SPEAKS_REMOTE.test(value) || /\bonly\b/.test(value)
    if (!says && (remote !== 'remote' || /^locations?$/.test(label))) continue
    let from = span.start
    for (let i = 0; i < 4; i++) {
      const at = text.lower.slice(from, span.end).search(/[a-z]/)
      if (at < 0) break
      from += at
      const places = placesAt(text, from)
      if (places.length > 0) {
        add(text, places, 0.85)
        break
      }
      const blank = /[\s(,:/-]+/.exec(text.lower.slice(from, span.end))
      if (!blank) break
      from += blank.index + blank[0].length
    }
  }
}
