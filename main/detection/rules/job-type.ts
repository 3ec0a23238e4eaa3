import type { JobType } from '../../contract/values.ts'
import { type Finding, findingAt } from './finding.ts'
import type { LabelledValue } from './labels.ts'
import type { ReadPosting } from './read-posting.ts'
import { after, before, type ReadText, type Span } from './text.ts'
import { TOPIC } from './topics.ts'

type TypeFinding = Finding<JobType>

const LABEL =
  /^(?:job (?:types?|status|category)|employment(?: types?| status)?|types?|contract(?: types?| length| duration)?|commitment|terms?|hiring type|schedule|position types?|role type|time type|full \/ part time|full\/part time|work (?:type|schedule|hours)|working (?:hours|time)|type of (?:employment|contract|position|work)|employment term|status|fte|hours|duration|arbeitszeit|anstellungsart|beschäftigungsart|vertragsart|anstellung|beschäftigung|type de contrat|contrat|tipo de contrato|contrato|jornada|jornada laboral|dienstverband|contractvorm|contratto|tipo di contratto|tipologia contrattuale|orario|tipo de emprego|rodzaj umowy|umowa|typ úvazku)$/

const INTERN =
  /\bintern(?:ship)?s?\b|praktik(?:um|ant)|\bstage\b|stagiaire|\balternan(?:ce|t)|becari[oa]|prácticas|tirocinio|\bestágio|pasantía|\bpracticas\b|stageplek/
const TEMPORARY =
  /\btemp(?:orary)?\b(?!\.wfh)|fixed[- ]?term|\bftc\b|seasonal|(?<!un)befristet|\bcdd\b|intérim|tijdelijk|(?<!in)determinato|temporal\b|maternity cover|short[- ]term|durée déterminée|zastępstwo|zeitarbeit/
const CONTRACT =
  /(?<!permanent |unlimited |indefinite )\bcontract(?:or)?\b(?! manufacturing)|freelanc|\bb2b\b|\bc2c\b|corp[- ]to[- ]corp|\b1099\b|\bw-?2\b|self-?employed|\bzzp\b|autónomo|indépendant|partita iva/
const PART =
  /part[- _]?time|teilzeit|temps partiel|tiempo parcial|media jornada|deeltijd|parcial\b|mezza giornata|werkstudent|working student|zkrácený|minijob|tempo parziale|half[- ]time/
const FULL =
  /full[- _]?time|vollzeit|temps plein|temps complet|tiempo completo|jornada completa|voltijd|tempo pieno|integral\b|plný úvazek|pełny etat|\bhpp\b|40 hours/
const PERMANENT =
  /permanent|\bcdi\b|indefinido|unbefristet|indeterminato|indéterminée|umowa o prac|vast (?:contract|dienstverband)|onbepaalde|\bregular\b|festanstellung|fest angestellt/

const TITLE_CONTRACT =
  /[([]\s*(?:\d[\d-]*[ -]?(?:months?|mos?)\s+)?contract(?:or)?(?: role| position| job)?\s*[)\]]|(?:[-–|,:]\s*|^)(?:\d[\d-]*[ -]?months?\s+)?(?:remote )?contract(?:or)?\s*(?:$|[)|,:-])|\bcontractor\b|\bfreelanc(?:e|er)\b|\d[ -]?(?:months?|mos?)\s(?:rolling |initial )?contract|corp[- ]to[- ]corp|\bc2c\b|contract[- ]to[- ]hire|\b(?:inside|outside) ir35|\bb2b\b contract|\bzzp\b/
const TITLE_TEMPORARY =
  /\btemp\b(?!late)|\btemporary\b|\bseasonal\b|\bftc\b|fixed[- ]?term|maternity cover|(?<!un)befristet|\bcdd\b|intérim|elternzeitvertretung|parental leave cover/
const TITLE_INTERN =
  /(?<![\w-])intern(?:ship)?s?(?![\w])|\bpraktik(?:um|ant)|\bstagiaire\b|(?:^|[-(/|]\s*)stage\b(?! manager| hand)|\balternan(?:ce|t)|\bbecari[oa]\b|\bprácticas\b|\btirocinio\b|\bco-?op\b(?= |$|\))|\bsummer analyst\b|\bpflichtpraktikum/

const NOT_THIS_JOB =
  /^\s*(?:students?|employees?|staff|equivalents?|fte|university|degree|education|stud(?:y|ies)|mba|course|associates|workers|projects?|work experience|professional experience|experience\b|enrol|programme|team members are|benefits|benefit eligible|colleagues|eligible)/
const FULL_MENTION =
  /(?<![\w-])(?:full[- ]?time|vollzeit|temps plein|tiempo completo|jornada completa|voltijd|tempo pieno)(?!\w)/g
const PART_MENTION =
  /(?<![\w-])(?:part[- ]?time|teilzeit|temps partiel|tiempo parcial|media jornada|deeltijd|minijob)(?!\w)/g
const PART_NEXT =
  /^[\s,-]*(?:positions?|roles?|jobs?|schedule|basis|hours|opportunit|contract|work\b|permanent|remote|or full|\/|\(|stelle|possible|considered|\.|,|$)/
const CONTRACT_MENTION =
  /\b(?:\d{1,2}|three|six|nine|twelve|eighteen)\+?(?:\s?(?:-|to)\s?\d{1,2})?\+?[\s-]*months?[\s-]+(?:[\w-]+\s+){0,2}?contract(?:or)?\b|contract[- ]to[- ](?:hire|perm)|\bcontract (?:position|role|job|opportunity|basis|assignment|type\b|engagement|work\b|for \d)|long[- ]term contract\b|\bcontractor\s?[-(|]\s?w-?2|b2b contract|\bfreelanc(?:e|er)\s+(?:position|role|basis|contract|job|subcontractor|opportunity|assignment|developer|work\b)|(?:as an?|seeking an?|looking for an?|need an?|hiring an?) (?:[\w-]+ ){0,3}(?:freelance\w*|(?:sub-?)?contractor)\b|\b(?:sub-?)?contractor (?:is|to|position|role|agreement)\b|independent (?:[\w-]+ )?contractor|\bw2 (?:only|contract)|\bc2c\b|corp[- ]to[- ]corp|\b(?:inside|outside) ir35/
const TEMPORARY_MENTION =
  /\btemporary (?:position|role|assignment|contract|job|basis|employment)|fixed[- ]term (?:contract|position|role|appointment|employment|basis)|seasonal (?:position|role|job|contract)|maternity cover|parental leave cover|(?<![\wn])befristet(?:e[rsn]?)?\b|\bcdd\b|contrat à durée déterminée|tempo determinato|tijdelijk contract|contrato temporal/
const INTERN_MENTION =
  /(?:this|our|an?|the|paid|summer|as an?) (?:[\w-]+ )?(?:internship|praktikum|stage de \d)|internship (?:program|position|role|opportunity)|stage de \d|prácticas remuneradas/
const PERMANENT_MENTION =
  /permanent (?:position|role|job|contract|employment|basis|full|opportunity|employee)|unbefristete?[rsn]?\b|festanstellung|contrat à durée indéterminée|\bcdi\b|contrato indefinido|contratto a tempo indeterminato|vast contract|contract voor onbepaalde|umowa o prac|\bhpp\b/

/**
 * The kind of employment. Form fields come first, then the title, the top lines and sentences; a title that
 * names a kind of work ("part-time", "freelance") outweighs a form that only says how long it lasts.
 */
export function detectJobType(posting: ReadPosting): TypeFinding | null {
  const inTitle = fromTitle(posting.title)
  const inForm = fromLabels(posting.description, posting.labels)
  if (inTitle) return inTitle
  return inForm ?? fromHeader(posting.description, posting.header) ?? fromSentences(posting.description)
}

function fromTitle(title: ReadText): TypeFinding | null {
  const { lower } = title
  const intern = TITLE_INTERN.exec(lower)
  if (intern) return findingAt('internship', title, intern, 0.93)
  const part = PART.exec(lower)
  const full = FULL.exec(lower)
  if (part && !full) return findingAt('part-time', title, part, 0.93)
  const temporary = TITLE_TEMPORARY.exec(lower)
  if (temporary) return findingAt('temporary', title, temporary, 0.88)
  const contract = TITLE_CONTRACT.exec(lower)
  if (contract) return findingAt('contract', title, contract, 0.9)
  return full ? findingAt('full-time', title, full, 0.9) : null
}

function fromLabels(text: ReadText, labels: LabelledValue[]): TypeFinding | null {
  let best: TypeFinding | null = null
  for (const { label, value, whole } of labels) {
    if (!LABEL.test(label)) continue
    if (/^(?:duration|contract (?:length|duration))$/.test(label)) {
      if (/permanent/.test(value) || !/\d\+?\s*(?:months?|mos?\b|weeks?)|contract/.test(value)) continue
      best ??= { value: 'contract', text, span: whole, confidence: 0.85 }
      continue
    }
    const type = readValue(value)
    if (type === null) continue
    const finding: TypeFinding = { value: type, text, span: whole, confidence: 0.95 }
    if (best === null || weight(type) > weight(best.value)) best = finding
  }
  return best
}

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
  if (CONTRACT.test(value) && !permanent) return 'contract'
  if (PART.test(value) && !full) return 'part-time'
  return full || permanent ? 'full-time' : null
}

function fromHeader(text: ReadText, header: Span[]): TypeFinding | null {
  let found: TypeFinding | null = null
  for (const span of header) {
    const part = text.lower.slice(span.start, span.end)
    if (part.length > 45) continue
    const type = readHeaderPart(part)
    if (type === null) continue
    const both = found !== null && isTime(type) && isTime(found.value)
    if (both ? type === 'full-time' : found === null || weight(type) > weight(found.value)) {
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
    /^(?:full[- ]?time|ft|fulltime|vollzeit|permanent(?= (?:position|role|job|contract|full)|$)|cdi|temps plein|festanstellung)\b(?!.*(?:contract|students?))/.test(
      part,
    )
  )
    return 'full-time'
  if (/^(?:part[- ]?time|pt|teilzeit|werkstudent)$/.test(part)) return 'part-time'
  if (
    /^(?:(?:full[- ]?time|long[- ]term|\d+[ -]months?|b2b|remote)? ?contract(?:or|ors|s)?|freelancer?|contract to hire|c2c|contractor ok)$/.test(
      part,
    )
  )
    return 'contract'
  if (/^(?:interns?|internships?|praktikum|stage)$/.test(part)) return 'internship'
  if (/^(?:temporary|temp(?!\.? ?wfh)|fixed[- ]term|seasonal|befristet|cdd)\b/.test(part)) return 'temporary'
  return /full[- ]?time(?: (?:position|role|job|only))?$/.test(part) && part.length < 30 ? 'full-time' : null
}

function fromSentences(text: ReadText): TypeFinding | null {
  const { lower, topics } = text
  const contract = topics & TOPIC.contract ? CONTRACT_MENTION.exec(lower) : null
  if (contract && !/\bnot? (?:an? )?$/.test(before(text, contract.index, 10))) {
    return findingAt('contract', text, contract, 0.75)
  }
  const full = topics & TOPIC.full ? firstMention(text, FULL_MENTION, () => true) : null
  const temporary = topics & TOPIC.temporary ? TEMPORARY_MENTION.exec(lower) : null
  if (temporary && !full) return findingAt('temporary', text, temporary, 0.7)
  if (full) return findingAt('full-time', text, full, 0.75)
  const part = topics & TOPIC.part ? firstMention(text, PART_MENTION, rest => PART_NEXT.test(rest)) : null
  if (part) return findingAt('part-time', text, part, 0.7)
  const intern = topics & TOPIC.intern ? INTERN_MENTION.exec(lower) : null
  if (intern && !/experience/.test(after(text, intern.index, 50)))
    return findingAt('internship', text, intern, 0.6)
  const permanent = topics & TOPIC.permanent ? PERMANENT_MENTION.exec(lower) : null
  return permanent ? findingAt('full-time', text, permanent, 0.65) : null
}

function firstMention(
  text: ReadText,
  pattern: RegExp,
  accepts: (rest: string) => boolean,
): RegExpExecArray | null {
  let seen = 0
  for (const match of text.lower.matchAll(pattern)) {
    if (++seen > 30) return null
    const rest = after(text, match.index + match[0].length, 40)
    if (/\b(?:stud(?:y|ies|ying|ent)|enrolled)\s\w*\s?$/.test(before(text, match.index, 24))) continue
    if (!NOT_THIS_JOB.test(rest) && accepts(rest)) return match
  }
  return null
}
