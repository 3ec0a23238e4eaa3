import type { JobType, RemoteOption } from '../../contract/values.ts'
import { namesRole } from './role-words.ts'
import { readJobType, readRemote } from './values.ts'

/** What the parts of a "Who is hiring" head line are: "Acme | Backend Engineer | Berlin | Remote | €80k". */

export type SegmentKind = 'link' | 'pay' | 'type' | 'remote' | 'visa' | 'generic' | 'role' | 'other'

const LINK =
  /^(?:<?https?:\/\/\S+>?|www\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|io|ai|org|net|co|dev|app|so|de|eu|jobs)(?:\/\S*)?|\S+@\S+\.\w+)$/i
const PAY =
  /[$€£₹]\s?\d|\d\s?[$€£]|\b\d{2,3}(?:[.,]\d{3})?\s?k\b|\b(?:usd|eur|gbp|cad|chf|aud|sek|pln)\b.*\d|\d.*\b(?:usd|eur|gbp|cad|chf|aud|sek|pln)\b|^(?:salary|comp(?:ensation)?)\b|^(?:competitive|equity|\+ ?equity)\b/i
const TYPE_WORDS =
  'full[ -]?time|part[ -]?time|contract(?:or|ors|s)?|c2c|freelance(?:rs?)?|permanent|perm|temporary|intern(?:ship)?s?|ft|pt'
const TYPE = new RegExp(
  `^(?:${TYPE_WORDS})(?:\\s*(?:,|/|&|\\+|or|and|\\()\\s*(?:${TYPE_WORDS})\\)?)*(?:\\s+(?:only|roles?|positions?))?$`,
  'i',
)
const REMOTE = /\b(?:remote|remotely|hybrid|on[ -]?site|in[ -]office|in[ -]person|wfh|work from home)\b/i
const VISA = /\bvisas?\b|\brelocation\b|\bsponsor/i
/** Roles that are announced without being named. */
const GENERIC =
  /^(?:(?:multiple|various|several|many|all|different|numerous|other|open|\d+\+?)\s+)*(?:(?:engineering|tech(?:nical)?|software|product|design|remote)\s+)?(?:roles?|positions?|openings?|jobs?|engineering|engineering & product|see below|multiple|various)\b(?:\s*(?:\(.*\)|available|open|below|listed below|in .{2,40}))?$/i
/** Short names of roles that only programmers use. */
const SHORT_ROLE =
  /\b(?:swe|sde|sre|mle|em|pm|tpm|fde|founding|full[ -]?stack|front[ -]?end|back[ -]?end|devrel|hackers?|tech lead|head of)\b/i

/** What one part of a head line says; `other` may be a place, the company or anything else. */
export function segmentKind(segment: string): SegmentKind {
  const text = segment.trim()
  if (LINK.test(text)) return 'link'
  if (TYPE.test(text)) return 'type'
  if (GENERIC.test(text)) return 'generic'
  const role = isRole(text)
  if (!role && PAY.test(text)) return 'pay'
  if (REMOTE.test(text) && !(role && endsInRole(withoutBrackets(text)))) return 'remote'
  if (role) return 'role'
  return VISA.test(text) ? 'visa' : 'other'
}

const isRole = (text: string): boolean => text.length <= 160 && (namesRole(text) || SHORT_ROLE.test(text))

/** The text without what stands in brackets. */
export const withoutBrackets = (text: string): string =>
  text
    .replace(/\s*[([][^()[\]]*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const ROLE_NOUN =
  'engineer|developer|programmer|designer|scientist|researcher|architect|analyst|manager|director|lead|head|administrator|consultant|specialist|technician|recruiter|marketer|writer|editor|strategist|coordinator|associate|representative|executive|officer|intern|advocate|evangelist|operator|accountant|tester|sysadmin|swe|sde|sre|devops|cto|ceo|cfo|coo|ciso|hacker|partner|owner|counsel|support|sales'
const LEVEL_AFTER = '(?:\\s+(?:i{1,3}|iv|v|l\\d|\\d|intern|internship|lead|manager))?'
const ENDS_IN_ROLE = new RegExp(`\\b(?:${ROLE_NOUN})s?${LEVEL_AFTER}$`, 'i')
const PLURAL = new RegExp(`\\b(?:${ROLE_NOUN})s$`, 'i')
const HEAD_OF = /^(?:head|vp|vice president|director|chief) (?:of )?[\p{L}& -]{2,40}$/iu

/** Whether a text ends as the name of a role does: "Senior Backend Engineer", "Head of Design". */
export const endsInRole = (text: string): boolean => ENDS_IN_ROLE.test(text) || HEAD_OF.test(text)

/** Whether it names many of a kind: "Software Engineers". */
export const isPlural = (text: string): boolean =>
  PLURAL.test(withoutBrackets(text)) && !/\b(?:sales|devops)$/i.test(text)

/** The remote type that parts state, or null where they state several, a choice or none: "Lisbon or remote". */
export function remoteOf(segments: readonly string[]): RemoteOption | null {
  const text = segments.join(' ; ')
  const kinds = [
    /\bremote|\bwfh\b|\bwork from home\b/i.test(text),
    /\bhybrid\b/i.test(text),
    /\bon[ -]?site\b|\bin[ -](?:office|person)\b/i.test(text),
  ].filter(Boolean)
  const choice = /\bor (?:fully )?remote\b|\bremote\s*(?:\([^)]*\)\s*)?(?:or\b|\/)/i.test(text)
  if (
    kinds.length !== 1 ||
    choice ||
    /\b(?:possible|friendly|optional|ok|considered|partial|some|option)\b/i.test(text)
  )
    return null
  return readRemote(text, 'remote')
}

/** The job type that the parts state, or null where they state several. */
export function jobTypeOf(segments: readonly string[]): JobType | null {
  const words = segments.flatMap(segment => segment.split(/\s*[,/&+()]\s*|\s+(?:or|and)\s+/i))
  const expanded = words.map(word => word.replace(/^ft$/i, 'full-time').replace(/^pt$/i, 'part-time'))
  const types = new Set(expanded.map(word => readJobType([word])).filter(type => type !== null))
  const [only] = types
  return types.size === 1 && only !== undefined ? only : null
}

/** Roles of a list, where every part is a role by itself: "Backend Engineer, Product Designer and SRE". */
export function rolesOf(segment: string): string[] {
  const parts = splitOutside(segment, /^(?:\s*[,;]\s*(?:and\s+|&\s+)?|\s+(?:and|&|\+|or)\s+)/i)
  const whole = parts.length > 1 && parts.every(part => endsInRole(withoutBrackets(part)))
  if (whole) return parts
  // "Platform & DevOps Engineer, Designer": commas part what "&" holds together.
  const byComma = splitOutside(segment, /^\s*[,;]\s*/)
  return byComma.length > 1 && byComma.every(part => endsInRole(withoutBrackets(part)))
    ? byComma
    : [segment.trim()]
}

/** Splits where `separator` matches outside of brackets. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    if ('(['.includes(sign)) depth++
    else if (')]'.includes(sign)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[\s,;]/.test(sign)) {
      const found = separator.exec(text.slice(at, at + 12))
      if (found === null) continue
      parts.push(text.slice(from, at))
      at += found[0].length - 1
      from = at + 1
    }
  }
  parts.push(text.slice(from))
  return parts.map(part => part.trim()).filter(part => part !== '')
}
