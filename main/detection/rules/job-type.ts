import type { JobType } from '../../contract/values.ts'
import { type Finding, findingAt } from './finding.ts'
import { readHours } from './job-type-hours.ts'
import { typeInOtherLanguages } from './job-type-languages.ts'
import {
  CONTRACT,
  CONTRACT_MENTION,
  FULL,
  FULL_MENTION,
  INTERN,
  INTERN_MENTION,
  LABEL,
  NOT_THIS_JOB,
  OF_OTHERS,
  PART,
  PART_MENTION,
  PART_NEXT,
  PART_TITLE,
  PERMANENT,
  PERMANENT_MENTION,
  RARE_CONTRACT,
  RARE_INTERN,
  RARE_PART,
  RARE_PERMANENT,
  RARE_TEMPORARY,
  TEMPORARY,
  TEMPORARY_MENTION,
  TITLE_CONTRACT,
  TITLE_INTERN,
  TITLE_PERMANENT,
  TITLE_TEMPORARY,
  YEARS_CONTRACT,
} from './job-type-words.ts'
import type { LabelledValue } from './labels.ts'
import { execNear, type Marks } from './marks.ts'
import type { ReadPosting } from './read-posting.ts'
import { after, before, type ReadText, type Span } from './text.ts'
import { TOPIC } from './topics.ts'

type TypeFinding = Finding<JobType>

/**
 * The kind of employment. Form fields come first, then the title, the top lines and sentences; a title that
 * names a kind of work ("part-time", "freelance") outweighs a form that only says how long it lasts.
 */
export function detectJobType(posting: ReadPosting): TypeFinding | null {
  const inTitle = fromTitle(posting.title)
  const inForm = fromLabels(posting.description, posting.labels)
  if (inTitle) return inTitle
  return (
    inForm ??
    fromHeader(posting.description, posting.header) ??
    (posting.language === 'en' ? null : typeInOtherLanguages(posting.description)) ??
    fromSentences(posting.description, posting.marks)
  )
}

function fromTitle(title: ReadText): TypeFinding | null {
  const { lower } = title
  const intern = TITLE_INTERN.exec(lower)
  if (intern) return findingAt('internship', title, intern, 0.93)
  const part = PART.exec(lower)
  const full = FULL.exec(lower)
  if (part && !full) return findingAt('part-time', title, part, 0.93)
  const temporary = TITLE_TEMPORARY.exec(lower)
  const contract = TITLE_CONTRACT.exec(lower)
  // Whoever bridges a gap may be employed or not; a word for the self-employed tells.
  if (temporary && !(contract && temporary[0] === 'interim'))
    return findingAt('temporary', title, temporary, 0.88)
  if (contract) return findingAt('contract', title, contract, 0.9)
  if (full) return findingAt('full-time', title, full, 0.9)
  const hours = readHours(title)
  if (hours) return hours
  const permanent = TITLE_PERMANENT.exec(lower)
  return permanent && findingAt('full-time', title, permanent, 0.7)
}

/** "Contract: 6+ months" */
const MONTHS_ONLY =
  /^\d{1,2}\+?(?:\s?(?:-|–|to)\s?\d{1,2})?\+?\s?(?:months?|mos?|mths?)(?: \+| initial| rolling|$)/

function fromLabels(text: ReadText, labels: LabelledValue[]): TypeFinding | null {
  let best: TypeFinding | null = null
  for (const { label, value, whole } of labels) {
    if (!LABEL.test(label)) continue
    const lasts = /^contracts?$/.test(label) && MONTHS_ONLY.test(value)
    if (lasts || /^(?:duration|contract (?:length|duration))$/.test(label)) {
      if (/permanent/.test(value) || !/\d\+?\s*(?:months?|mos?\b|weeks?)|contract/.test(value)) continue
      best ??= { value: 'contract', text, span: whole, confidence: 0.85 }
      continue
    }
    const type = FEW_HOURS.test(value) && !FULL.test(value) ? 'part-time' : readValue(value)
    if (type === null) continue
    const finding: TypeFinding = { value: type, text, span: whole, confidence: 0.95 }
    if (best === null || weight(type) > weight(best.value)) best = finding
  }
  return best
}

/** "Hours: 16 per week. Permanent" */
const FEW_HOURS =
  /^(?:[4-9]|1\d|2[0-4])(?:[.,]\d{1,2})?\s?(?:hours?|hrs?|h)?\s?(?:per|a|p\/?|\/)\s?w(?:ee)?k?\b/

/** In a form with several fields the rarer statement is the telling one: "Permanent" beside "Internship". */
function weight(type: JobType): number {
  return ['full-time', 'part-time', 'temporary', 'contract', 'internship'].indexOf(type)
}

function readValue(value: string): JobType | null {
  if (value === 'full') return 'full-time'
  if (value === 'part') return 'part-time'
  if (INTERN.test(value) && !/international|internal/.test(value.replace(/\bintern(?:ship)?s?\b/, '')))
    return 'internship'
  const permanent = PERMANENT.test(value)
  const full = FULL.test(value)
  if (!permanent && TEMPORARY.test(value))
    return CONTRACT.test(value) && !/temp|fixed/.test(value) ? 'contract' : 'temporary'
  // Employees have a W-2 as well: only without "full-time" it tells of a contract.
  if (CONTRACT.test(full ? value.replace(/\bw-?2\b/g, '') : value) && !permanent) return 'contract'
  if (PART.test(value) && !full) return 'part-time'
  return full || permanent ? 'full-time' : null
}

function fromHeader(text: ReadText, header: Span[]): TypeFinding | null {
  let found: TypeFinding | null = null
  for (const span of header) {
    const part = text.lower.slice(span.start, span.end)
    if (part.length > 45 || text.lower.charAt(span.end) === ':') continue
    const type = readHeaderPart(part)
    if (type === null) continue
    const both = found !== null && isTime(type) && isTime(found.value)
    // "Permanent" says how long, "part time" beside it how much.
    const lasts = found !== null && /^perm[a-z]*$/.test(text.lower.slice(found.span.start, found.span.end))
    if (
      both
        ? lasts
          ? type === 'part-time'
          : type === 'full-time' && !/^perm[a-z]*$/.test(part)
        : found === null || weight(type) > weight(found.value)
    ) {
      found = { value: type, text, span, confidence: 0.85 }
    }
  }
  return found
}

/** "Part-time / full-time" offers both, and whoever wants a full-time job can have it. */
function isTime(type: JobType): boolean {
  return type === 'full-time' || type === 'part-time'
}

function readHeaderPart(part: string): JobType | null {
  if (
    /^(?:full[- ]?time|ft(?=\s*$)|fulltime|vollzeit|perm(?:anent)?(?= (?:position|role|job|contract|full)|$)|cdi|temps plein|festanstellung)\b(?!.*(?:contract|students?))/.test(
      part,
    )
  )
    return 'full-time'
  if (/^(?:part[- ]?time|pt|teilzeit|werkstudent)$/.test(part)) return 'part-time'
  if (
    /^(?:(?:full[- ]?time|long[- ]term|\d+[ -]months?|b2b|remote)? ?contract(?:or|ors|s)?|freelancer?|contract to hire|c2c|contractor ok|.{3,30}\bb2b)$/.test(
      part,
    )
  )
    return 'contract'
  if (/^(?:interns?|internships?|praktikum|stage)$/.test(part)) return 'internship'
  if (/^(?:temporary|temp(?!\.? ?wfh)|fixed[- ]term|seasonal|befristet|cdd)\b/.test(part)) return 'temporary'
  return /full[- ]?time(?: (?:position|role|job|only))?$/.test(part) && part.length < 30 ? 'full-time' : null
}

function fromSentences(text: ReadText, marks: Marks): TypeFinding | null {
  const { lower, topics } = text
  const contract = execNear(CONTRACT_MENTION, text, marks.contract, MAY_BE_CONTRACT)
  if (contract && !/\bnot? (?:an? )?$/.test(before(text, contract.index, 10))) {
    return findingAt('contract', text, contract, 0.75)
  }
  const full = topics & TOPIC.full ? firstMention(text, FULL_MENTION, () => true) : null
  const temporary =
    execNear(TEMPORARY_MENTION, text, marks.temporary) ??
    execNear(YEARS_CONTRACT, text, marks.contract, /contract/)
  if (temporary && (!full || isBeside(text, temporary, full)))
    return findingAt('temporary', text, temporary, 0.7)
  if (full) return findingAt('full-time', text, full, 0.75)
  const part = topics & TOPIC.part ? firstMention(text, PART_MENTION, isPart) : null
  if (part) return findingAt('part-time', text, part, 0.7)
  const intern = topics & TOPIC.intern && MAY_BE_INTERN.test(lower) ? INTERN_MENTION.exec(lower) : null
  if (intern && !/experience/.test(after(text, intern.index, 50)))
    return findingAt('internship', text, intern, 0.6)
  return marks.rareType.length > 0 ? fromRare(text, marks.rareType) : null
}

/** Without one of these words there is no such mention, and they are found far faster. */
const MAY_BE_CONTRACT = /contract|freelanc|w-?2 |c2c|corp.to|ir35/
const MAY_BE_INTERN = /\binterns?\b|internship|praktikum|stage de \d|prácticas/

/** "Fixed term to 4 May, full time": both are said of one job. */
function isBeside(text: ReadText, one: RegExpExecArray, other: RegExpExecArray): boolean {
  const [start, end] = [Math.min(one.index, other.index), Math.max(one.index, other.index)]
  return end - start < 60 && !text.lower.slice(start, end).includes('\n')
}

/** What few texts say, after all that is common. */
function fromRare(text: ReadText, marks: readonly number[]): TypeFinding | null {
  for (const [type, pattern, confidence] of RARE) {
    const match = execNear(pattern, text, marks)
    if (!match) continue
    const isWish =
      type === 'internship' && /erfahrung|expérience|experiencia|ervaring/.test(after(text, match.index, 60))
    if (!isWish) return findingAt(type, text, match, confidence)
  }
  const hours = readHours(text, marks)
  if (hours) return hours
  const permanent = execNear(PERMANENT_MENTION, text, marks) ?? execNear(RARE_PERMANENT, text, marks)
  return permanent && findingAt('full-time', text, permanent, 0.65)
}

const RARE: [JobType, RegExp, number][] = [
  ['temporary', RARE_TEMPORARY, 0.65],
  ['contract', RARE_CONTRACT, 0.65],
  ['part-time', RARE_PART, 0.65],
  ['internship', RARE_INTERN, 0.6],
]

function isPart(rest: string, left: string): boolean {
  return PART_NEXT.test(rest) || /\bpermanent,? $/.test(left) || (/^\W*$/.test(left) && PART_TITLE.test(rest))
}

/** The first mention of a working time that is about this job; the sticky pattern is tried where one may begin. */
function firstMention(
  text: ReadText,
  pattern: RegExp,
  accepts: (rest: string, left: string) => boolean,
): RegExpExecArray | null {
  let seen = 0
  let done = 0
  for (const mark of text.timeMarks) {
    if (mark < done) continue
    pattern.lastIndex = mark
    const match = pattern.exec(text.lower)
    if (!match) continue
    done = mark + match[0].length
    if (++seen > 30) return null
    const rest = after(text, match.index + match[0].length, 40)
    const left = before(text, match.index, 24)
    if (OF_OTHERS.test(left) || /\b(?:stud(?:y|ies|ying|ent)|enrolled)\s\w*\s?$/.test(left)) continue
    if (!NOT_THIS_JOB.test(rest) && accepts(rest, left)) return match
  }
  return null
}
