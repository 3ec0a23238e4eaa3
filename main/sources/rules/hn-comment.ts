import type { JobType, RemoteOption } from '../../contract/values.ts'
import {
  endsInRole,
  isPlural,
  jobTypeOf,
  remoteOf,
  rolesOf,
  type SegmentKind,
  segmentKind,
  withoutBrackets,
} from './hn-segments.ts'
import { namesRole } from './role-words.ts'

/**
 * Reads a comment of "Ask HN: Who is hiring?". Most begin with a line such as
 * "Acme (YC S24) | Backend Engineer, Designer | Berlin or Remote (EU) | Full-time | €80–110k | https://acme.example";
 * everything else is up to their writers. What is not clearly an opening of a named company is none.
 */

/** One opening of a comment. */
export interface HiringPost {
  title: string
  company: string
  /** Places and remote words as written. */
  place: string
  remote: RemoteOption | null
  type: JobType | null
  /** Pay as written next to this very role; '' where the head line speaks for all. */
  pay: string
  /** Address next to this very role, or null. */
  link: string | null
}

const MOST_ROLES = 20
const MOST_SEGMENT = 200

/** The openings of a comment's plain text; none when it is a question, a remark or somebody looking for work. */
export function readHiringComment(text: string): HiringPost[] {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const [first] = lines
  if (first === undefined || isNoOpening(text, first)) return []
  const head = readLabels(lines) ?? readHead(first) ?? readSentence(first)
  if (head === null) return []
  const rest = lines.slice(head.lines)
  return postsOf(head, rest).slice(0, MOST_ROLES)
}

interface Head {
  company: string
  roles: string[]
  /** "Multiple roles" or another word for roles without names. */
  generic: string | null
  places: string[]
  remotes: string[]
  types: string[]
  /** The head line, for want of a better title. */
  line: string
  /** How many lines belong to it. */
  lines: number
}

const REMOVED = /^\[?(?:dead|deleted|flagged|removed)\]?\.?$/i
const SEEKER =
  /\bseeking (?:work|freelance|position)|\bwilling to relocate\s*:|\br[ée]sum[ée](?:\/cv)?\s*:\s|^(?:i am|i'm) (?:a|an|looking)\b/i

function isNoOpening(text: string, first: string): boolean {
  return REMOVED.test(text.trim()) || SEEKER.test(text.slice(0, 600)) || /\?\s*$/.test(first)
}

const BARS = /\s*[|¦]\s*/
const BULLETS = /\s+[•·∙]\s+/
const DASHES = /\s+(?:[–—-]|--)\s+/

/** The parts of a head line by the separator that it uses; dashes and bullets only where two of them stand. */
function segmentsOf(line: string): string[] {
  const separator = BARS.test(line) ? BARS : line.split(BULLETS).length > 2 ? BULLETS : DASHES
  const parts = line.split(separator).map(part => part.trim())
  if (separator === DASHES && parts.length < 3) return []
  return parts.filter(part => part !== '' && part.length <= MOST_SEGMENT)
}

/** "Acme | Backend Engineer | Berlin | Remote": null when it does not tell an opening and its company. */
function readHead(line: string): Head | null {
  const segments = segmentsOf(line).map(text => ({ text, kind: segmentKind(text) }))
  if (segments.length < 2) return null
  const rest = segments.slice(1)
  const of = (...kinds: SegmentKind[]) => rest.filter(one => kinds.includes(one.kind)).map(one => one.text)
  if (of('role', 'generic', 'remote', 'type', 'pay').length === 0) return null
  const [opening] = segments
  if (opening === undefined) return null
  let company = companyOf(opening.text)
  let roles = of('role')
  let others = of('other')
  if (roles.length === 0 && endsInRole(withoutBrackets(opening.text))) {
    // The role first: then the company is the next part, when that is nothing else.
    const [next] = rest
    if (next?.kind !== 'other') return null
    company = companyOf(next.text)
    roles = [opening.text]
    others = others.slice(1)
  }
  if (company === null) return null
  return {
    company: company.name,
    roles: [...company.roles, ...roles].flatMap(rolesOf),
    generic: of('generic')[0] ?? null,
    places: others.filter(isPlace),
    remotes: of('remote'),
    types: of('type'),
    line,
    lines: 1,
  }
}

const PLACE = /^(?=.{2,80}$)[\p{Lu}\d][\p{L}\d\s,.'’/&()+-]*$/u
const NO_PLACE =
  /^(?:series|seed|stage|yc|equity|stealth|profitable|bootstrapped|funded|founded|team|apply|hiring)\b|\d{3,}|\b(?:we|our|you|is|are|required|speaking|fluent|clearance|citizens?|the future)\b/i
const isPlace = (text: string): boolean =>
  PLACE.test(text) && !NO_PLACE.test(text) && text.split(/\s+/).length <= 10

const HIRING =
  /^(.{2,60}?),?\s+(?:is|are)\s+(?:now\s+|currently\s+|actively\s+)?(?:hiring|looking for|seeking|recruiting)\b:?\s*(.*)$/i
const NO_NAME =
  /^(?:i|we|my|our|you|they|it|this|that|there|these|if|is|are|any|anyone|does|do|did|can|could|how|what|why|where|when|who|thanks|thank you|please|note|psa|meta|tip|reminder|search|find|browse|check|see|filter|try|use|hi|hello|hey|not|no|just|for|to|all|remote|hybrid|onsite|hiring|full[ -]?time|location|edit|update|previous|last|ask hn|tell hn|show hn)\b(?!\.\w)/i

/** The company's name out of the first part of a head line: no address, no batch, no "is hiring". */
function companyOf(segment: string): { name: string; roles: string[] } | null {
  const hiring = HIRING.exec(segment)
  const roles = hiring?.[2] === undefined ? [] : namedRoles(hiring[2])
  const plain = (hiring?.[1] ?? segment).replace(/^\[?hiring\]?:?\s+/i, '').replace(/^company:\s*/i, '')
  const name = withoutBrackets(plain.replace(/<?\bhttps?:\/\/[^\s)>\]]+>?/g, ' '))
    .replace(/^[\s*"“”'-]+|[\s*,:;"“”'–—-]+$/g, '')
    .replace(/\s+/g, ' ')
  const words = name.split(' ').length
  if (name.length < 2 || name.length > 60 || words > 7 || NO_NAME.test(name) || /[?!]$|[.] /.test(name))
    return null
  if (!/[\p{L}\p{N}]/u.test(name)) return null
  return { name, roles }
}

/** "a Senior Rust Engineer to lead …" as "Senior Rust Engineer". */
function namedRoles(text: string): string[] {
  const plain = text.replace(/^(?:an?|one|two|three|multiple|several|experienced|talented|great)\s+/i, '')
  const part =
    plain.split(/[.!:(]|\s+(?:to|who|for|with|in|at|based|located|that|and help|on)\s+/i)[0]?.trim() ?? ''
  return part.length <= 80 && endsInRole(part) ? [part] : []
}

/** "Acme is hiring a Senior Rust Engineer in Lyon." as the whole head. */
function readSentence(line: string): Head | null {
  const sentence = line.split(/(?<=[.!])\s/)[0] ?? line
  if (!HIRING.test(sentence)) return null
  const company = companyOf(sentence)
  // A sentence names a company in capitals; "The team is hiring" does not.
  if (company === null || company.roles.length === 0 || !/^[\p{Lu}\d]/u.test(company.name)) return null
  if (/^(?:the|a|an)\s/i.test(company.name)) return null
  const none: string[] = []
  return {
    company: company.name,
    roles: company.roles,
    generic: null,
    places: none,
    remotes: none,
    types: none,
    line,
    lines: 1,
  }
}

const LABEL = /^(company|role|position|title|job title|location|remote|type|job type)s?\s*:\s*(.+)$/i

/** "Company: Acme", "Role: Engineer", "Location: Berlin", each on a line of its own. */
function readLabels(lines: readonly string[]): Head | null {
  const found = new Map<string, string>()
  let count = 0
  for (const line of lines.slice(0, 8)) {
    const label = LABEL.exec(line)
    if (label === null) break
    found.set((label[1] ?? '').toLowerCase(), (label[2] ?? '').trim())
    count++
  }
  const company = companyOf(found.get('company') ?? '')
  const role =
    found.get('role') ?? found.get('position') ?? found.get('title') ?? found.get('job title') ?? ''
  if (company === null || role === '') return null
  const remote = found.get('remote') ?? ''
  return {
    company: company.name,
    roles: rolesOf(role),
    generic: null,
    places: [found.get('location') ?? ''].filter(place => place !== ''),
    remotes: /^y/i.test(remote) ? ['Remote'] : remote === '' || /^no?\b/i.test(remote) ? [] : [remote],
    types: [found.get('type') ?? found.get('job type') ?? ''].filter(type => type !== ''),
    line: lines[0] ?? '',
    lines: count,
  }
}

function postsOf(head: Head, rest: readonly string[]): HiringPost[] {
  const common = {
    company: head.company,
    place: placeOf(head),
    remote: remoteOf(head.remotes),
    type: jobTypeOf(head.types),
  }
  const named = head.roles.filter(role => segmentKind(role) !== 'generic')
  const plural = named.length <= 1 && named.every(isPlural)
  const listed = plural ? rest.flatMap(line => readRoleLine(line, head) ?? []) : []
  if (listed.length > (named.length === 0 ? 0 : 1)) return unique(listed)
  if (named.length > 0) return unique(named.map(title => ({ ...common, title, pay: '', link: null })))
  const title = head.generic ?? roleOfText(rest) ?? head.line.slice(0, 120).trim()
  return [{ ...common, title, pay: '', link: null }]
}

const placeOf = ({ places, remotes }: Pick<Head, 'places' | 'remotes'>): string =>
  [...places, ...remotes].join('; ')

function unique(posts: readonly HiringPost[]): HiringPost[] {
  const seen = new Map<string, HiringPost>()
  for (const post of posts) {
    const key = `${post.title}|${post.place}`.toLowerCase()
    if (!seen.has(key)) seen.set(key, post)
  }
  return [...seen.values()]
}

const BULLET = /^(?:[-*•·–—>]+|\(?\d{1,2}[.)])\s*/
const TITLE_END = /\s*(?:[|:]|\s[–—-]{1,2}\s|\(|\[|,|;|=>|->|→|https?:)/
const SMALL = /^(?:of|and|or|for|&|\/|\+|-)$/i
const KNOWN_WORD =
  /^(?:senior|sr\.?|junior|jr\.?|staff|principal|lead|mid|mid-level|founding|software|web|full-?stack|front-?end|back-?end|data|machine|learning|ml|ai|product|platform|mobile|ios|android|security|site|reliability|cloud|systems?|embedded|research|applied|hardware|firmware|test|qa|infrastructure|solutions?|technical|customer|success|growth|marketing|operations|level)$/i

/** "- Senior Backend Engineer (Remote, EU): €90k https://…" in the list of openings below a head line. */
function readRoleLine(line: string, head: Head): HiringPost | null {
  const plain = line.replace(BULLET, '')
  const marked = plain !== line || BARS.test(line)
  const end = TITLE_END.exec(plain)?.index ?? plain.length
  const title = plain.slice(0, end).trim()
  const words = title.split(/\s+/)
  if (title.length < 4 || title.length > 90 || words.length > 9 || !endsInRole(title)) return null
  if (!marked && end !== plain.length) return null
  if (
    !words.every(
      word => /^[^\p{Ll}]/u.test(word) || SMALL.test(word) || KNOWN_WORD.test(word) || namesRole(word),
    )
  )
    return null
  const parts = plain
    .slice(end)
    .split(/\s*[|;()[\]]\s*|,\s+|\s+[–—-]{1,2}\s+|:\s+|\s(?=https?:)/)
    .map(part => part.trim())
    .filter(part => part !== '' && part.length <= 80)
  const kinds = parts.map(part => ({ part, kind: segmentKind(part) }))
  const own = (kind: SegmentKind) => kinds.filter(one => one.kind === kind).map(one => one.part)
  // Only between bars is a part that is nothing else a place.
  const places = BARS.test(plain) ? own('other').filter(isPlace) : []
  const remotes = own('remote')
  const types = own('type')
  return {
    title,
    company: head.company,
    place:
      places.length + remotes.length > 0
        ? placeOf({
            places: places.length > 0 ? places : head.places,
            remotes: remotes.length > 0 ? remotes : head.remotes,
          })
        : placeOf(head),
    remote: remoteOf(remotes.length > 0 ? remotes : head.remotes),
    type: jobTypeOf(types.length > 0 ? types : head.types),
    pay: own('pay').join(', '),
    link: own('link').find(part => /^https?:/.test(part)) ?? null,
  }
}

const WANTED = /\b(?:hiring|looking for|seeking|searching for|recruiting)\s+(?=\S)([^.!?:\n]{4,120})/i

/** A role that the first sentences name: "We're looking for a Senior Go Engineer to …". */
function roleOfText(lines: readonly string[]): string | null {
  for (const line of lines.slice(0, 12)) {
    const [role] = namedRoles(WANTED.exec(line)?.[1] ?? '')
    if (role !== undefined) return role
  }
  return null
}
