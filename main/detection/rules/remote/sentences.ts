import type { RemoteOption } from '../../../contract/values.ts'
import { type Finding, findingAt } from '../finding.ts'
import { after, allMatches, before, type ReadText, type Span } from '../text.ts'
import { TOPIC } from '../topics.ts'
import {
  AWAY,
  DAYS_APART,
  HYBRID_NEVER,
  HYBRID_OTHER,
  HYBRID_WORD,
  isNotWork,
  MIXED,
  NAMED_DAYS,
  NOT_AWAY,
  ON_SITE,
  ON_SITE_OTHER,
  ONLY_PRESENT,
  PERK,
  SHARE_OF_TIME,
  SHORT_DAYS,
  SOME_DAYS,
  WHOLE_WEEK,
} from './patterns.ts'
import { inside } from './short-text.ts'

type RemoteFinding = Finding<RemoteOption>

const STILL_AWAY = /^\s*(?:-?\s?first|experience|sensing|support|only\b.{0,20}\bbut)/

const FULLY = new RegExp(
  `(?:(?:100\\s?%|fully|completely|entirely|permanently|vollständig|komplett|plně|totalmente|completamente|volledig|entièrement|complètement|primarily|full)[\\s-]+(?:and permanently )?(?:${AWAY}|remoto|distributed (?:team|company))(?! (?:sensing|team members))|(?:${AWAY}|remoto)\\s*[(:-]?\\s?(?:al |à )?100\\s?%|\\bremote[- ](?:first|only)\\b|fully[- ]distributed|\\b(?:we are|we're) (?:a|an) (?:[\\w-]+ )?distributed (?:company|team|organi[sz]ation)\\b|\\b(?:everyone|everybody|we all|all of us|(?:whole|entire) (?:team|company)) works? (?:remotely|from home|from (?:any)?where)|(?:work(?:ing)?|done|performed|based|hir(?:e|ing)|live|can be) (?:from )?anywhere|anywhere in the world|#li-remote|jobs? is remote|joblocationtype\\W{0,4}telecommute)`,
)

const REMOTE_NEXT =
  /^[\s)*]*(?:-?friendly|positions?\b|roles?\b|jobs?\b|opportunit|contract\b|vacanc|candidates\b|applicants\b|work\b(?!ers|ing experience| experience| sites?| force)|working\b(?! experience| with)|ok\b|okay\b|possible|possib|eligible|available|allowed|preferred|optional|options?\b|anywhere|within\b|in (?:the )?(?:us|usa|uk|eu|europe|emea|germany|canada|india|latam|north|united|any|spain|france|netherlands|brazil|mexico|poland)\b|from (?:home|anywhere|the|any)|us\b|usa\b|uk\b|eu\b|europe\b|emea\b|global|worldwide|full[- ]?time|part[- ]?time|schedule|basis|capacity|environment\b|and flexible|is (?:a possibility|an option|also possible|possible|ok|fine|available|an option|welcome)|möglich|mogelijk|posible|moglich|human|senior|junior|software|engineer|developer|data)/
const REMOTE_BEFORE =
  /(?:open to(?: fully)?|\bor|(?:this|the|our|position|role|job|it|opportunity|which|team|we|everyone|you)(?:'s| is| are|'re| will be| can be| may be)(?: (?:a|an|also|currently|all|open to|available as))?|(?:work|working|works|hire|hiring|based)(?: fully)?|(?:located|location|available|open|offered|done|considered|performed)(?: (?:as|to|for|in|be))?|(?:position|role|job|option|ability|opportunity|possibility) (?:to work|to be)?|welcome to work|[([|/:;,-])\s*$/
const AWAY_AT_TIMES =
  /(?:flexib\w+|ability|some|occasional\w*|partial\w*|teilweise|option(?:al)?|part(?:ly|ially)|opportunity|anteilig|regelmäßig\w*|bis zu|jusqu'à|hasta)\s[^.\n]{0,24}$/
const HYBRID_NEXT =
  /^[\s-]*(?:(?:\w+[ -]){0,2}(?:work|working|works|role|position|job|model|schedule|policy|office|remote|opportunit|arrangement|set-?up|workplace|basis|mode|days|arbeiten|arbeitsmodell|arbeit|homeoffice|werken|trabajo|modalidad|travail|lavoro|režim|pracy|roles|flexib|home|in-office)|\(|,? ?\d|up to|from\b|(?:after|once) (?:your |the |a |you )?(?:training|probation|induction|trained|onboarding|settled|\w+ months)|in [a-z]+,|based|oder|or (?:fully )?remote|or on-?site)/
const ON_SITE_NEXT =
  /^[\s)*]*(?:only|work\b|working|position|role|job|full[- ]?time|company|culture|team\b|required|mandatory|erforderlich|notwendig|due to|because|given the|at (?:our|the)|in (?!person|meetings|time|case|order)[a-z.]+(?: [a-z.]+){0,2}\s*(?:[,.;|()-]|$)|en [a-z]+|in (?:our|the)|(?:5|five) days|every day|daily|\|)/
const ON_SITE_BEFORE =
  /(?:work|working|works|position|role|job|is|be|done|performed|carried out|fully|100%|required|must|based|located|permanent|developer|engineer|exclusively|strictly|ausschließlich|nur|uniquement|exclusivamente|uitsluitend|[(|/:;,-])[\s*]*$/
const OUR_OFFICE =
  /(?:work(?:ing)?|based|role is|position is)\s(?:full[- ]time\s)?(?:out of|from|in|at)\s(?:our|the|my)\s[^.\n]{0,40}?(?:offices?|headquarters|newsroom|hq\b|studio|campus|factory|plant|laborator)/

/** Of what "hybrid" is said in a sentence about the job itself. */
const SAID_OF_JOB =
  /(?:\b(?:role|position|job|post|work|working|opportunity|schedule|arrangement|internship|this|it|week|team|we|stelle|arbeit|poste|travail|puesto|trabajo|baan|functie)(?: is| are|'s|'re| will be| can be| may be| ist| est| es| works?| working| arbeiten| werken)? (?:a |fully |currently |also |primarily |partly )?|\bworking\s?:?\s|\bwork(?:place|ing)? (?:type|model|mode|arrangement)?\s?:\s)$/

/** Reads the sentences of a text; the clearest statement counts. Fields of forms are skipped. */
export function fromSentences(text: ReadText, fields: Span[]): RemoteFinding | null {
  const { topics } = text
  const candidates: RemoteFinding[] = []
  const windows = windowsOf(text)
  if (topics & TOPIC.away) readAway(text, windows, candidates)
  if (topics & TOPIC.hybrid) readHybrid(text, windows, candidates)
  if (topics & TOPIC.days) readDays(text, windows, candidates)
  if (topics & TOPIC.weekdays) {
    for (const match of matchesIn(text, windows, NAMED_DAYS)) addDays(text, match, candidates)
  }
  if (topics & TOPIC.presence) readPresence(text, windows, candidates)
  for (const match of matchesIn(text, windows, SHARE_OF_TIME, MAY_SHARE))
    candidates.push(findingAt('hybrid', text, match, 0.84))
  if (topics & TOPIC.ourPlace) readOurOffice(text, candidates)
  let best: RemoteFinding | null = null
  for (const candidate of candidates) {
    if (inside(candidate.span.start, fields)) continue
    if (best === null || candidate.confidence > best.confidence) best = candidate
  }
  return best
}

/** How far around a word on the place of work its sentence is read. */
const REACH = 90

/** The stretches of text around the words on the place of work, within their lines and not overlapping. */
function windowsOf(text: ReadText): Span[] {
  const { lower, placeMarks } = text
  const windows: Span[] = []
  for (const mark of placeMarks) {
    let start = Math.max(0, mark - REACH)
    const line = lower.slice(start, mark).lastIndexOf('\n')
    if (line >= 0) start += line + 1
    else if (start > 0) start += Math.max(0, lower.slice(start, mark).indexOf(' '))
    const stop = lower.slice(mark, mark + REACH).indexOf('\n')
    const end = stop < 0 ? Math.min(lower.length, mark + REACH) : mark + stop
    const last = windows[windows.length - 1]
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else windows.push({ start, end })
  }
  return windows
}

const GLOBAL = new Map<RegExp, RegExp>()

/** The global twin of a pattern; only these are iterated, so that no `lastIndex` is left behind in shared ones. */
function everywhere(pattern: RegExp): RegExp {
  let twin = GLOBAL.get(pattern)
  if (twin === undefined) {
    twin = new RegExp(pattern, 'g')
    GLOBAL.set(pattern, twin)
  }
  return twin
}

/**
 * Words without which the large patterns match nowhere. They are looked for first: a few plain words are found far
 * faster than a pattern of many branches fails, and most windows hold none of them.
 */
const MAY_DENY =
  /\b(?:no[nt]?|without|unable|unfortunately|neither|kein|keinen?|pas|sin|geen|nessun|cannot|unavailable|nicht|niet)\b|n't/
const MAY_BE_FULL =
  /100|full|complete|entire|permanent|vollst|komplett|plně|total|volledig|enti[eè]r|compl[eè]t|primar|remote.(?:first|only)|distributed|everyone|everybody|we all|all of us|whole|anywhere|#li-|jobs? is|joblocation/
const MAY_COUNT_DAYS = /(?:days?|times?|tagen?|x|mal|jours?|días?|dagen|dag|giorni|giorno|dni|dny|keer)\b/
const MAY_SET_APART = /day|once|twice/
const MAY_BE_SHORT = /office|home/
const MAY_SHARE = /%|half|part|how /

/** All matches of a pattern in some windows of a text, with their offsets in the whole text; `may` as above. */
function matchesIn(text: ReadText, windows: Span[], pattern: RegExp, may?: RegExp): RegExpExecArray[] {
  const all = everywhere(pattern)
  const found: RegExpExecArray[] = []
  for (const { start, end } of windows) {
    const part = text.lower.slice(start, end)
    if (may && !may.test(part)) continue
    for (const match of allMatches(all, part)) {
      match.index += start
      found.push(match)
    }
  }
  return found
}

function readAway(text: ReadText, windows: Span[], out: RemoteFinding[]): void {
  const denied: [number, number][] = []
  for (const match of matchesIn(text, windows, NOT_AWAY, MAY_DENY)) {
    if (STILL_AWAY.test(after(text, match.index + match[0].length, 40))) continue
    if (/^not/.test(match[0]) && /^(?:\s+only|\s+just)/.test(match[0].slice(3))) continue
    denied.push([match.index, match.index + match[0].length])
    out.push(findingAt('onsite', text, match, 0.88))
  }
  if (text.topics & TOPIC.mixed) {
    for (const match of matchesIn(text, windows, MIXED)) out.push(findingAt('hybrid', text, match, 0.87))
  }
  for (const match of matchesIn(text, windows, FULLY, MAY_BE_FULL)) {
    if (denied.some(([from, to]) => match.index < to && match.index + match[0].length > from)) continue
    if (/(?:not|no|nicht|n't) (?:a |an )?$/.test(before(text, match.index, 12))) {
      out.push(findingAt('hybrid', text, match, 0.7))
      continue
    }
    if (isNotWork(after(text, match.index + match[0].length, 30))) continue
    out.push(findingAt('remote', text, match, 0.86))
  }
  let seen = 0
  for (const match of matchesIn(text, windows, AWAY_MENTION)) {
    if (++seen > 60) break
    if (denied.some(([from, to]) => match.index < to && match.index + match[0].length > from)) continue
    const finding = readMention(text, match)
    if (finding) out.push(finding)
  }
}

const ABOUT_THE_JOB =
  /\b(?:role|position|job|team|company|located|based|operates?|fully|100%|entirely|completely|primarily|mostly|hir(?:e|ing)|join|this|us|from)\b[^.\n]{0,24}$/
const WE_ARE = /\b(?:we|we're|are|is|acme) (?:a|an) (?:\w+[ -])?$/
/** What is remote is no job but an interview, a product or somebody else's work. */
const NOT_THE_JOB =
  /\b(?:interview\w*|onboarding|training)\b[^.\n]{0,24}$|\b(?:tools?|software|platforms?|solutions?|future|world|era|products?|apps?|rise) (?:for|of|to) (?:\w+ )?$|\bhelp\w* (?:\w+ )?(?:people|teams|companies|employees|users|customers|parents|those) $/

const PARTLY = /\b(?:partly|partially|part)[\s-]$/

const AWAY_MENTION = new RegExp(`(?<![\\w./-])(?:${AWAY}|remotely)(?![\\w/])`)

function readMention(text: ReadText, match: RegExpExecArray): RemoteFinding | null {
  const word = match[0]
  const left = before(text, match.index, 48)
  const right = after(text, match.index + word.length, 48)
  if (WE_ARE.test(left) && /^[\s-]*(?:company|team|start-?up|organi[sz]ation|business)\b/.test(right))
    return findingAt('remote', text, match, 0.72)
  if (isNotWork(right) || NOT_THE_JOB.test(left)) return null
  // "Remote job No" in the middle of a form that was run together.
  if (/^\s(?:jobs?|work|role|position)\s?[:?-]?\s?no\b(?! [a-z])/.test(right))
    return findingAt('onsite', text, match, 0.7)
  if (
    /\b(?:manag|lead|support|with|for|our|experience|help|of|assist|hire|equip|train)\w*\s(?:\w+\s)?$/.test(
      left,
    ) &&
    /^\s*(?:and|or|,)/.test(right)
  )
    return null
  if (word === 'remotely') {
    if (/work(?:ing)?\s(?:\w+\s){0,2}$/.test(left)) {
      if (
        /(?:people|engineers|employees|customers|teams?|those|others|experience|developers|clients|comfortable) work(?:ing)?\s(?:\w+\s)?$/.test(
          left,
        )
      )
        return null
      return findingAt(
        AWAY_AT_TIMES.test(left.replace(/(?:option|opportunity|ability) to work\s*$/, ''))
          ? 'hybrid'
          : 'remote',
        text,
        match,
        0.66,
      )
    }
    const offered = /\b(?:or|oder|be (?:done|performed|carried out)|candidates|applicants|available)\s$/.test(
      left,
    )
    if (offered) return findingAt('remote', text, match, 0.66)
    return ABOUT_THE_JOB.test(left) ? findingAt('remote', text, match, 0.5) : null
  }
  if (/^(?:remote)/.test(word)) {
    const named = REMOTE_NEXT.test(right)
    const stated =
      REMOTE_BEFORE.test(left) &&
      /^\s*(?:[.,;|)\]!/:(-]|and\b|or\b|but\b|if\b|for (?:the|exceptional|strong|great)|$)/.test(right)
    if (PARTLY.test(left)) return findingAt('hybrid', text, match, 0.72)
    if (!named && !stated) return null
    if (
      /(?:\b\d{1,2}\s?%|\bpart(?:ly|ially)?|\bsome|\boccasional\w*|\blimited|\bpartial\w*)[\s-]$/.test(
        left,
      ) &&
      (named || stated)
    )
      return findingAt('hybrid', text, match, 0.72)
    if (/^\s*(?:work(?:ing)?)?\s*options?\b/.test(right)) return findingAt('remote', text, match, 0.45)
    if (/(?:attitude|flexible|flexib\w+)\s\w*\s*(?:towards?|about|on|with)\s$/.test(left))
      return findingAt('hybrid', text, match, 0.6)
    return findingAt('remote', text, match, named && stated ? 0.8 : 0.7)
  }
  if (
    /^(?:homeoffice|home[ -]office|télétravail|thuiswerk|smart|teletrabajo|da remoto|praca zdalna|trabajo remoto|mobile|op afstand)/.test(
      word,
    )
  ) {
    if (
      /^home office/.test(word) &&
      /(?:stipend|allowance|budget|setup|equipment|set-up|furniture)/.test(right)
    )
      return null
    if (/(?:€|\$|£|\bfor your|\bmoney)\s?[^.\n]{0,14}$/.test(left)) return null
    const partial = /^\s*(?:parcial|partiel|teilweise)/.test(right)
    const whole = /100\s?%|komplett|vollständig|integral|total|complet/.test(
      left.slice(-24) + right.slice(0, 14),
    )
    const remote = whole || (!partial && /^(?:teletrabajo|trabajo remoto|da remoto|praca zdalna)/.test(word))
    return findingAt(remote ? 'remote' : 'hybrid', text, match, whole ? 0.82 : 0.62)
  }
  if (/^(?:tele|homebased|home[ -](?:based|working))/.test(word))
    return findingAt('remote', text, match, 0.62)
  // "work from home": a perk beside an office unless it names the job itself.
  const isJob =
    /^\s*(?:position|role|job|opportunity|full)/.test(right) ||
    /(?:this is a|100%|fully|permanent)\s*$/.test(left)
  return findingAt(isJob ? 'remote' : 'hybrid', text, match, isJob ? 0.8 : 0.55)
}

function readHybrid(text: ReadText, windows: Span[], out: RemoteFinding[]): void {
  const at = text.lower.indexOf('#li-hybrid')
  if (at >= 0) {
    out.push({ value: 'hybrid', text, span: { start: at, end: at + 10 }, confidence: 0.95 })
  }
  for (const match of matchesIn(text, windows, HYBRID_WORD)) {
    const right = after(text, match.index + match[0].length, 48)
    const left = before(text, match.index, 30)
    if (/(?:no|not|plug-in|plugin|aws|azure|cloud(?:,|\/| and| or)?)\s*(?:a\s)?$/.test(left)) continue
    if (HYBRID_NEVER.test(right)) continue
    const named = HYBRID_NEXT.test(right)
    if (!named && HYBRID_OTHER.test(right)) continue
    const stands = /[(|/:;,.-]\s*$|^\s*$/.test(left) && /^\s*(?:[|)/,;:.-]|$)/.test(right)
    // "The role is hybrid and full-time."; "is hybrid by nature" and the like say nothing of the place of work.
    const said =
      SAID_OF_JOB.test(left) &&
      /^\s*(?:[.,;:|)]|and\b|but\b|with\b|after\b|und\b|et\b|y\b|en\b|$)/.test(right)
    if (!named && !stands && !said) continue
    if (/^[\s,]*(?:or|oder|či|ou|o)\s(?:fully |plně |100% )?(?:remote|remoto)/.test(right)) {
      out.push(findingAt('remote', text, match, 0.84))
      continue
    }
    out.push(findingAt('hybrid', text, match, 0.84))
  }
}

/** "Three days a week in the office": some days are hybrid, all five are not. */
function readDays(text: ReadText, windows: Span[], out: RemoteFinding[]): void {
  for (const match of matchesIn(text, windows, SOME_DAYS, MAY_COUNT_DAYS)) {
    addDays(text, match, out)
  }
  for (const match of matchesIn(text, windows, DAYS_APART, MAY_SET_APART))
    out.push(findingAt('hybrid', text, match, 0.84))
  for (const match of matchesIn(text, windows, SHORT_DAYS, MAY_BE_SHORT)) addDays(text, match, out)
}

function addDays(text: ReadText, match: RegExpExecArray, out: RemoteFinding[]): void {
  if (WHOLE_WEEK.test(match[0])) {
    const away = /home|remote|télétravail|teletrabajo|thuis/.test(match[0])
    out.push(findingAt(away ? 'remote' : 'onsite', text, match, 0.8))
  } else {
    out.push(findingAt('hybrid', text, match, 0.85))
  }
}

function readPresence(text: ReadText, windows: Span[], out: RemoteFinding[]): void {
  for (const match of matchesIn(text, windows, ONLY_PRESENT)) out.push(findingAt('onsite', text, match, 0.88))
  let seen = 0
  for (const match of matchesIn(text, windows, ON_SITE)) {
    if (++seen > 60) break
    const right = after(text, match.index + match[0].length, 40)
    const left = before(text, match.index, 40)
    if (ON_SITE_OTHER.test(right) || /(?:not|no|clean|or|remotely and)\s$/.test(left)) continue
    if (
      PERK.test(left) ||
      /\b(?:interactions?|meetings?|events?|interviews?|visits?)\b[^.\n]{0,16}$/.test(left)
    )
      continue
    if (
      !ON_SITE_NEXT.test(right) &&
      !(ON_SITE_BEFORE.test(left) && /^\s*(?:[.,;|)/!:(-]|and|in|at|$)/.test(right)) &&
      !/(?:developer|engineer|position|role|job)\s$/.test(left)
    )
      continue
    const strong =
      /(?:must|required|fully|100%|able to work|ability to work|position|role)\s*(?:is |be |to )?$/.test(
        left,
      ) || /^\s*(?:only|mandatory|required)/.test(right)
    out.push(findingAt('onsite', text, match, strong ? 0.78 : 0.65))
  }
}

/** "Work from our office", "based in our headquarters": presence is taken for granted, so it weighs little. */
function readOurOffice(text: ReadText, out: RemoteFinding[]): void {
  const { lower } = text
  const match = OUR_OFFICE.exec(lower)
  if (match) out.push(findingAt('onsite', text, match, 0.52))
}
