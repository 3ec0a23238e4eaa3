import type { RemoteOption } from '../../../contract/values.ts'
import { type Finding, findingAt } from '../finding.ts'
import type { LabelledValue } from '../labels.ts'
import { after, type ReadText, type Span } from '../text.ts'
import { TOPIC } from '../topics.ts'
import {
  AWAY,
  HYBRID_NEVER,
  HYBRID_OTHER,
  HYBRID_WORD,
  isNotWork,
  MIXED,
  NAMED_DAYS,
  NOT_AWAY,
  ON_SITE,
  ON_SITE_OTHER,
  PERK,
  SHORT_DAYS,
  SOME_DAYS,
  WHOLE_WEEK,
} from './patterns.ts'

type RemoteFinding = Finding<RemoteOption>

const LABEL =
  /^(?:located remotely\??|(?:is )?(?:remote|hybrid|on-?site)(?: work(?:ing)?)?(?: (?:possible|allowed|option|status|type|policy|job|role|eligible))?|work(?:ing)? from home|wfh|home ?office|tele-?work(?:ing)?(?: eligible| allowed| possible)?|workplace(?: type)?|work(?:ing)? (?:arrangement|location|flexibility|mode|model|setting|setup|style|type|place|site)|(?:job|work) location type|joblocationtype|location(?:s)?(?: (?:type|options?))?|office location|location requirements?|job type|employment type|role type|position type|praca zdalna|tryb pracy|arbeitsort|arbeitsmodell|arbeitsplatz|télétravail|teletrabajo|modalidad(?: de trabajo)?|lieu|lieu de travail|ubicación|standort|standplaats|locatie|sede|modalità(?: di lavoro)?|thuiswerken|where|site|office)$/
const YES =
  /^(?:yes|true|1|y|ok|allowed|possible|available|ja|oui|sí|si|sì|tak|ano|full(?:y)?|100\s?%|optional|offered)\b/
const NO = /^(?:no|none|not|false|0|n|nein|non|nee|nie|brak|ne|never|unavailable|onsite|on-site|n\/a)\b/

/** Form fields that name a kind of workplace: "Work from home: not flagged" must not be read as a sentence. */
export function workplaceFields(labels: LabelledValue[]): Span[] {
  return labels
    .filter(({ label }) => LABEL.test(label) && WORKPLACE_NAME.test(label))
    .map(({ whole }) => whole)
}

const WORKPLACE_NAME = /remote|tele-?work|hybrid|on-?site|home|wfh|zdalna|télétravail|teletrabajo|thuis/

/** Whether an offset lies in one of the spans. */
export function inside(at: number, spans: Span[]): boolean {
  return spans.some(span => at >= span.start && at < span.end)
}

/** Reads the form fields about the place of work; the freest answer of one form counts. */
export function fromLabels(text: ReadText, labels: LabelledValue[]): RemoteFinding | null {
  let best: RemoteFinding | null = null
  for (const { label, value, whole } of labels) {
    if (!LABEL.test(label)) continue
    const option = readLabel(label, value)
    if (option === null) continue
    const finding: RemoteFinding = { value: option, text, span: whole, confidence: 0.95 }
    // "Hybrid: yes" beside "Location: Remote" is the more careful statement of one form.
    if (best === null || (best.value === 'onsite' && option !== 'onsite')) best = finding
  }
  return best
}

const PART_OF_WEEK = /\bhome\b|\boffice\b|days?\b|\bweek/

function readLabel(label: string, value: string): RemoteOption | null {
  const said = shortOption(value)
  if (/hybrid/.test(label)) {
    if (YES.test(value)) return 'hybrid'
    // "Hybrid working: Fridays at home" says how, not whether.
    return said ?? (!NO.test(value) && PART_OF_WEEK.test(value) ? 'hybrid' : null)
  }
  // Public employers let people telework on some days.
  if (/^tele/.test(label) && !/^télé|^teletrabajo/.test(label)) return YES.test(value) ? 'hybrid' : null
  if (/on-?site/.test(label)) return YES.test(value) ? 'onsite' : said
  if (/remote|home|wfh|zdalna|télétravail|teletrabajo|thuiswerk/.test(label)) {
    if (/^not (?:flagged|stated|specified|set|given|known)/.test(value)) return null
    if (said === 'hybrid') return 'hybrid'
    if (
      /^(?:not (?:available|possible|allowed|offered|an option|permitted|eligible)|no?(?!\/)|none|false|nein|non|nee|never|unavailable|onsite|on-site)\b/.test(
        value,
      )
    )
      return 'onsite'
    if (NO.test(value)) return null
    if (/partial|teilweise|partiel|parcial|sometimes|flexib|days|tage|jours|días/.test(value)) return 'hybrid'
    return YES.test(value) ? 'remote' : said
  }
  return said
}

/** "US-Remote": the hyphen of a country or state does not deny it, as that of "non-remote" does. */
const REGION_HYPHEN = '(?<=(?<![a-z])(?:(?!no)[a-z]{2}|usa|emea|apac|latam|canada|india|germany)-)'
const SHORT_AWAY = new RegExp(
  `(?:(?<![\\w-])|${REGION_HYPHEN})(?:${AWAY}|remoto|remota|zdaln\\w{1,3}|temp\\.wfh)(?![\\w])`,
)
const SHORT_ANYWHERE = /(?<![\w])(?:anywhere|worldwide|global remote)(?![\w])/

const SPEAKS = TOPIC.away | TOPIC.hybrid | TOPIC.presence

/** Whether the words after "hybrid" say that no workplace is meant. */
const isOtherHybrid = (right: string): boolean => HYBRID_NEVER.test(right) || HYBRID_OTHER.test(right)

/** Reads a title, a location, a form value or a part of a header, where the bare word is enough. */
function shortOption(value: string): RemoteOption | null {
  const hybrid = HYBRID_WORD.exec(value)
  const onSite = ON_SITE.exec(value)
  const away = SHORT_AWAY.exec(value) ?? SHORT_ANYWHERE.exec(value)
  // Most short texts say nothing of the place of work.
  if ((hybrid === null && onSite === null && away === null) || PERK.test(value)) return null
  const negated = NOT_AWAY.test(value)
  const isHybrid = hybrid !== null && !isOtherHybrid(value.slice(hybrid.index + hybrid[0].length))
  const isOnSite = onSite !== null && !ON_SITE_OTHER.test(value.slice(onSite.index + onSite[0].length))
  const other = away?.[0].startsWith('remot') && isNotWork(value.slice(away.index + away[0].length))
  const isAway = away !== null && !negated && !other
  if (isHybrid && isAway && /\b(?:or|oder|ou|o)\b|\//.test(value) && !/\d/.test(value)) return 'remote'
  if (isHybrid) return 'hybrid'
  if ((isAway || isOnSite) && MIXED.test(value)) return 'hybrid'
  if ((isAway || isOnSite) && (SOME_DAYS.test(value) || NAMED_DAYS.test(value) || SHORT_DAYS.test(value)))
    return WHOLE_WEEK.test(value) ? (isAway ? 'remote' : 'onsite') : 'hybrid'
  if (isAway) return isPartial(value) ? 'hybrid' : 'remote'
  if (isOnSite || (negated && away !== null)) return 'onsite'
  return null
}

/** Reads a title or a location line, where the bare word is enough. */
export function fromShortText(text: ReadText, confidence: number): RemoteFinding | null {
  if (!(text.topics & SPEAKS)) return null
  const option = shortOption(text.lower)
  if (option === null) return null
  const match = new RegExp(
    `${SHORT_AWAY.source}|${SHORT_ANYWHERE.source}|${HYBRID_WORD.source}|${ON_SITE.source}`,
  ).exec(text.lower)
  return match ? findingAt(option, text, match, confidence) : null
}

/** "On-site (4 days)": brackets cut the days from the word. */
const SOME_DAYS_NEXT = /^\s?[(,]\s?[1-4](?:\s?(?:-|–|to|or)\s?[1-4])?\+?\s?(?:days?\b|d\b|x\b)/

/** Reads the top lines of a text, where "Who is hiring" posts say "REMOTE" or "ONSITE". */
export function fromHeader(text: ReadText, header: Span[], fields: Span[]): RemoteFinding | null {
  if (!(text.topics & SPEAKS)) return null
  let found: RemoteFinding | null = null
  for (const span of header) {
    if (span.end - span.start > 45) continue
    if (inside(span.start, fields)) continue
    const part = text.lower.slice(span.start, span.end)
    if (
      part.length > 22 &&
      !/^(?:remote|on-?site|hybrid|100%|fully|in-office)|(?:remote|on-?site|hybrid)$/.test(part)
    )
      continue
    const said = shortOption(part)
    if (said === null) continue
    const option = said === 'onsite' && SOME_DAYS_NEXT.test(after(text, span.end, 24)) ? 'hybrid' : said
    const finding: RemoteFinding = { value: option, text, span, confidence: 0.85 }
    if (found === null || rank(option) > rank(found.value)) found = finding
  }
  return found
}

/** What is possible counts: a posting that names several is as free as the freest of them. */
function rank(option: RemoteOption): number {
  return option === 'remote' ? 2 : option === 'hybrid' ? 1 : 0
}

/** "Homeoffice" and its kin name some days at home unless they are said to be the whole. */
function isPartial(value: string): boolean {
  if (
    /partial|partly|\bpart[ -]remote|\b(?:some|limited) (?:remote|days|home|wfh|work from home)|occasional|sometimes|temporar|teilweise|partiel|parcial|anteilig|gedeeltelijk/.test(
      value,
    )
  )
    return true
  if (/\b\d{1,2}\s?%\s(?:of (?:the|your) time )?(?:remote|home|wfh|tele|télé)/.test(value)) return true
  return (
    /home ?-?office|télétravail|thuiswerk|smart ?working|arbeit/.test(value) &&
    !/100|remote|komplett|vollständig|complet|total|integral|volledig|full/.test(value)
  )
}
