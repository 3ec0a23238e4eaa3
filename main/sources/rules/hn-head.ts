import { endsInRole, rolesOf, type SegmentKind, segmentKind, withoutBrackets } from './hn-segments.ts'

/** Reads the head of a comment in "Who is hiring": company, roles, places and conditions for all roles. */

/** What the first lines of a comment say for all of its roles. */
export interface Head {
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

const MOST_SEGMENT = 200
/** What parts a head line in most comments. */
export const BARS = /\s*[|¦]\s*/
const BULLETS = /\s+[•·∙]\s+/
const DASHES = /\s+(?:[–—-]|--)\s+/

/** The parts of a head line by the separator that it uses; dashes and bullets only where two of them stand. */
function segmentsOf(line: string): string[] {
  const separator = BARS.test(line) ? BARS : line.split(BULLETS).length > 2 ? BULLETS : DASHES
  const parts = line.split(separator).map(part => part.trim())
  if (separator === DASHES && parts.length < 3) return []
  return parts
    .map((part, at) => (at === 0 ? part : part.replace(PART_LABEL, '')))
    .filter(part => part !== '' && part.length <= MOST_SEGMENT)
}

/** "Role: Engineer" within a head line. */
const PART_LABEL = /^(?:roles?|positions?|title|locations?|hiring|job type)\s*:\s*/i

/** "Full-time, Onsite" as two conditions; a list of anything else stays together. */
function conditionsOf(segment: string): string[] {
  const parts = segment.split(/\s*,\s*/)
  return parts.every(part => ['type', 'remote', 'visa'].includes(segmentKind(part))) ? parts : [segment]
}

/** "Acme | Backend Engineer | Berlin | Remote": null when it does not tell an opening and its company. */
export function readHead(line: string): Head | null {
  const segments = segmentsOf(line)
    .flatMap(conditionsOf)
    .map(text => ({ text, kind: segmentKind(text) }))
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
/** Whether a part that is nothing else can be a place. */
export const isPlace = (text: string): boolean =>
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
export function namedRoles(text: string): string[] {
  const plain = text.replace(/^(?:an?|one|two|three|multiple|several|experienced|talented|great)\s+/i, '')
  const part =
    plain.split(/[.!:(]|\s+(?:to|who|for|with|in|at|based|located|that|and help|on)\s+/i)[0]?.trim() ?? ''
  return part.length <= 80 && endsInRole(part) ? [part] : []
}

/** "Acme is hiring a Senior Rust Engineer in Lyon." as the whole head. */
export function readSentence(line: string): Head | null {
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
export function readLabels(lines: readonly string[]): Head | null {
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
