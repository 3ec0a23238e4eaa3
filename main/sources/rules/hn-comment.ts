import type { JobType, RemoteOption } from '../../contract/values.ts'
import { BARS, type Head, isPlace, namedRoles, readHead, readLabels, readSentence } from './hn-head.ts'
import { endsInRole, isPlural, jobTypeOf, remoteOf, type SegmentKind, segmentKind } from './hn-segments.ts'
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
/** What a head or a list of openings never needs more than; the rest is prose. */
const MOST_LINES = 200
const MOST_LINE = 1000

/** The lines that hold something, with single spaces, since the patterns look over each run of them several times. */
const linesOf = (text: string): string[] =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .slice(0, MOST_LINES)

/** The openings of a comment's plain text; none when it is a question, a remark or somebody looking for work. */
export function readHiringComment(text: string): HiringPost[] {
  const whole = linesOf(text)
  if (whole[0] === undefined || isNoOpening(text, whole[0])) return []
  const lines = whole.map(line => line.slice(0, MOST_LINE).trimEnd())
  const [first = ''] = lines
  const head = readLabels(lines) ?? readHead(first) ?? readSentence(first)
  if (head === null) return []
  const rest = lines.slice(head.lines)
  return postsOf(head, rest).slice(0, MOST_ROLES)
}

const REMOVED = /^\[?(?:dead|deleted|flagged|removed)\]?\.?$/i
const SEEKER =
  /\bseeking (?:work|freelance|position)|\bwilling to relocate\s*:|\br[ée]sum[ée](?:\/cv)?\s*:\s|^(?:i am|i'm) (?:a|an|looking)\b/i

function isNoOpening(text: string, first: string): boolean {
  return REMOVED.test(text.trim()) || SEEKER.test(text.slice(0, 600)) || first.endsWith('?')
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
  if (named.length > 0)
    return unique(named.map(role => ({ ...common, ...ownConditions(role, head), pay: '', link: null })))
  const title = head.generic ?? roleOfText(rest) ?? head.line.slice(0, 120).trim()
  return [{ ...common, title, pay: '', link: null }]
}

const LAST_BRACKETS = /\s*[([]([^()[\]]+)[)\]]$/

/** "Data Engineer [Onsite]", "Writer (Contract)": what stands in brackets behind a role holds for it alone. */
function ownConditions(role: string, head: Head): Pick<HiringPost, 'title'> & Partial<HiringPost> {
  const inside = LAST_BRACKETS.exec(role)?.[1] ?? ''
  const kind = segmentKind(inside)
  const title = role.replace(LAST_BRACKETS, '')
  if (kind === 'type') return { title, type: jobTypeOf([inside]) }
  if (kind !== 'remote') return { title: role }
  return { title, remote: remoteOf([inside]), place: placeOf({ places: head.places, remotes: [inside] }) }
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
