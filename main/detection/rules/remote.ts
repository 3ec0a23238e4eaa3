import type { RemoteOption } from '../../contract/values.ts'
import { type Finding, findingAt, type ReadPosting } from './finding.ts'
import { headerParts } from './header.ts'
import type { LabelledValue } from './labels.ts'
import { after, before, type ReadText } from './text.ts'

type RemoteFinding = Finding<RemoteOption>

/** The words that mean working away from the office, in the languages read. */
const AWAY =
  '(?:remote|telecommut(?:e|ing)|telework(?:ing)?|home[ -]?(?:office|based|working)|homebased|work(?:ing)?[ -]from[ -]home|wfh|télétravail|teletrabajo|trabajo remoto|thuiswerk(?:en)?|smart[ -]?working|da remoto|praca zdalna)'

const LABEL =
  /^(?:(?:is )?(?:remote|hybrid|on-?site)(?: work(?:ing)?)?(?: (?:possible|allowed|option|status|type|policy|job|role|eligible))?|work(?:ing)? from home|wfh|home ?office|workplace(?: type)?|work(?:ing)? (?:arrangement|location|flexibility|mode|model|setting|setup|style|type|place|site)|(?:job|work) location type|joblocationtype|location(?:s)?(?: (?:type|options?))?|office location|location requirements?|job type|employment type|role type|position type|praca zdalna|tryb pracy|arbeitsort|arbeitsmodell|arbeitsplatz|télétravail|teletrabajo|modalidad(?: de trabajo)?|lieu|lieu de travail|ubicación|standort|standplaats|locatie|sede|modalità(?: di lavoro)?|thuiswerken|where|site|office)$/
const YES =
  /^(?:yes|true|1|y|ok|allowed|possible|available|ja|oui|sí|si|sì|tak|ano|full(?:y)?|100\s?%|optional|offered)\b/
const NO = /^(?:no|none|not|false|0|n|nein|non|nee|nie|brak|ne|never|unavailable|onsite|on-site|n\/a)\b/

const NOT_AWAY = new RegExp(
  `(?:\\b(?:no|not|non|without|isn't|aren't|cannot|can't|unable|unfortunately|neither|kein|keine|keinen|pas|sin|geen|nessun)\\s+(?:(?:a|an|any|currently|be|available|eligible|open|offered|considering|possible|de|to|for|as|offer|accommodate|support|allow|done|in|consider|permit|il|le|este|this)\\s+){0,5}${AWAY}|\\b${AWAY}(?:\\s+(?:work|working|option|options|position|positions|role|candidates|applicants|workers|es|n'est))?\\s+(?:is |are |will |can |be |currently )*(?:not|no|n't|isn't|aren't|cannot|unavailable|nicht|pas|niet)\\b(?! only| a problem| an issue| just| required)|(?:don't|do not|please don't) apply if you (?:wish|want|need|prefer) to work remotely|must be (?:on-?site|in[- ]office)|(?:this|it) is (?:an? )?(?:100% |fully |strictly |purely )?(?:on-?site|in-office|in-person)|on-?site only|100% (?:on-?site|in[- ]office))`,
  'g',
)
const STILL_AWAY = /^\s*(?:-?\s?first|experience|sensing|support|only\b.{0,20}\bbut)/

const FULLY = new RegExp(
  `(?:(?:100\\s?%|fully|completely|entirely|permanently|vollständig|komplett|plně|totalmente|completamente|volledig|entièrement|complètement|primarily|full)[\\s-]+(?:and permanently )?(?:${AWAY}|remoto|distributed (?:team|company))(?! (?:sensing|team members))|(?:${AWAY}|remoto)\\s*[(:-]?\\s?(?:al |à )?100\\s?%|\\bremote[- ](?:first|only)\\b|work(?:ing)? from anywhere|anywhere in the world|#li-remote|jobs? is remote|joblocationtype\\W{0,4}telecommute)`,
  'g',
)

const REMOTE_NEXT =
  /^[\s)*]*(?:-?friendly|positions?\b|roles?\b|jobs?\b|opportunit|contract\b|vacanc|candidates\b|applicants\b|work\b(?!ers|ing experience| experience| sites?| force)|working\b(?! experience| with)|ok\b|okay\b|possible|possib|eligible|available|allowed|optional|options?\b|anywhere|within\b|in (?:the )?(?:us|usa|uk|eu|europe|emea|germany|canada|india|latam|north|united|any|spain|france|netherlands|brazil|mexico|poland)\b|from (?:home|anywhere|the|any)|us\b|usa\b|uk\b|eu\b|europe\b|emea\b|global|worldwide|full[- ]?time|part[- ]?time|schedule|basis|capacity|environment\b|is (?:possible|ok|fine|available|an option|welcome)|möglich|mogelijk|posible|moglich|human|senior|junior|software|engineer|developer|data)/
const REMOTE_BEFORE =
  /(?:(?:this|the|our|position|role|job|it|opportunity|which|team|we|everyone|you)(?:'s| is| are|'re| will be| can be| may be)(?: (?:a|an|also|currently|all|open to|available as))?|(?:work|working|works|hire|hiring|based)(?: fully)?|(?:located|location|available|open|offered|done|considered|performed)(?: (?:as|to|for|in|be))?|(?:position|role|job|option|ability|opportunity|possibility) (?:to work|to be)?|welcome to work|[([|/:;,-])\s*$/
const NOT_WORK_NEXT =
  /^(?:ly)?[\s-]*(?:sensing|sensed|support|desktop|access|teams?\b|team members|monitoring|control|controlled|procedure|servers?|execution|api|sites?\b|locations?\b|areas?\b|diagnos|patients?|customers?|clients?|offices?|debugg|management|manag|hands|repositor|methods?|employees?|colleagues|stakeholders|data (?:capture|collection)|systems?|interviews?|hosts?|connect|operat|vehicle|assist|communit|island|village|region|device|drone|code|worker|workforce|pilot|cluster|machine|environments? (?:with|such)|testing|deposit|learning|teaching|network|troubleshoot|updates?|job boards?|experience|working experience|work experience|infrastructure|hearing|viewing|possibility of)/
const AWAY_AT_TIMES =
  /(?:flexib\w+|ability|some|occasional\w*|partial\w*|teilweise|option(?:al)?|part(?:ly|ially)|opportunity|anteilig|regelmäßig\w*|bis zu|jusqu'à|hasta)\s[^.\n]{0,24}$/
const COUNT =
  '(?:\\d|one|two|three|four|five|once|twice|ein|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|twee|drie|vier|vijf|few|couple of)'
const DAYS = '(?:days?|times?|tagen?|x|mal|jours?|días?|dagen|dag|giorni|giorno|dni|dny|keer)'
const IN_OFFICE =
  "(?:in[ -](?:the |our |an? )?(?:[\\w']+ )?office|at (?:the|our) office|in[- ]person|on-?site|im büro|vor ort|au bureau|sur site|(?:en (?:la )?)?oficina|presencial(?:es)?|op kantoor|in ufficio|in sede|w biurze)"
const SOME_DAYS = new RegExp(
  `(?:${COUNT}(?:\\s?(?:-|to|or|bis|à|a|/)\\s?${COUNT})?\\s?\\+?\\s?(?:full |set )?${DAYS}\\b[^.\\n]{0,36}?(?:${IN_OFFICE}|${AWAY}|remotely|from home|thuis)|(?:${IN_OFFICE}|${AWAY}|remotely|from home)[^.\\n\\d|]{0,30}?\\b${COUNT}(?:\\s?(?:-|to|or|bis|à|a|/)\\s?${COUNT})?\\s?\\+?\\s?(?:full |set )?${DAYS}\\b(?![^.\\n]{0,20}(?:off|notice|vacation|holiday|leave|urlaub)))`,
  'g',
)
const WHOLE_WEEK =
  /(?:\b5|five|fünf|cinq|cinco|cinque|vijf)\s?\+?\s?(?:full )?(?:days?|tagen?|x|times?|jours?|días?|dagen|giorni)/

const HYBRID_WORD =
  /(?<![\w-])(?:hybrid(?:e[nrs]?)?|h[íi]brid[oa]|ibrid[oa]|hybrydow\w{1,4}|hybridn\w{1,3})(?![\w])/g
const HYBRID_NEXT =
  /^[\s-]*(?:(?:\w+[ -]){0,2}(?:work|working|works|role|position|job|model|schedule|policy|office|remote|opportunit|arrangement|set-?up|workplace|basis|mode|days|arbeiten|arbeitsmodell|arbeit|homeoffice|werken|trabajo|modalidad|travail|lavoro|režim|pracy|roles|flexib|home|in-office)|\(|,? ?\d|up to|from\b|in [a-z]+,|based|oder|or (?:fully )?remote|or on-?site)/
const HYBRID_OTHER =
  /^[\s-]*(?:cloud|infrastruct|apps?\b|mobile|vehicle|cars?\b|electric|engines?|search|it\b|events?|architect|systems?|deploy|solution|data|query|multi|integrat|identity|retriev|network|power|approach|methodolog|agile|waterfall|bonds?|secur|of\b|between|seed|corn|plc|saas|storage|environment|ai\b|model (?:of|that)|intelligence|and multi|\/ ?multi|learning|classroom)/

const ON_SITE =
  /(?<![\w-])(?:on-?\s?site|in-office|in office|office-based|office based|in[- ]person|presencial|in presenza|in sede|vor ort|präsenz|sur site|présentiel|op locatie|op kantoor|stacjonarn\w{1,3}|on premises?)(?![\w])/g
const ON_SITE_NEXT =
  /^[\s)*]*(?:only|work\b|working|position|role|job|full|required|mandatory|at (?:our|the)|in [a-z]+,|in (?:our|the|new|san|los)|[5|five] days|every day|daily|\||$)/
const ON_SITE_BEFORE =
  /(?:work|working|works|position|role|job|is|be|fully|100%|required|must|based|located|permanent|developer|engineer|[(|/:;,-])[\s*]*$/
const ON_SITE_OTHER =
  /^[\s-]*(?:restaurant|gym|parking|support|train|interview|customer|client|visit|meal|cafeteria|child|medical|fitness|facilit|lunch|amenit|generation|with (?:customers|clients)|meetings?|daycare|clinic|coffee|doctor|health|café|snack|event|assess|at (?:customer|client)|technician support)/
const OUR_OFFICE =
  /(?:work(?:ing)?|based|role is|position is)\s(?:full[- ]time\s)?(?:out of|from|in|at)\s(?:our|the|my)\s[^.\n]{0,40}?(?:offices?|headquarters|newsroom|hq\b|studio|campus|factory|plant|laborator)/g

const REGION_ONLY =
  /^(?:europe|emea|latam|apac|amer|americas|north america|south america|asia|africa|worldwide|usa?|uk|canada|eu|international)(?:[\s,/&]+(?:europe|emea|latam|apac|americas|north america|usa?|uk|canada|eu))*\s+only$/
const REMOTE_BOARD =
  /weworkremotely\.com\/|remoteok\.(?:io|com)\/|remotive\.(?:io|com)\/remote|remote\.co\/job/

/**
 * Whether a posting offers work away from the office. Fully remote possible is "remote", partly is "hybrid",
 * required presence is "onsite"; an office address alone says nothing. Fields of a form come before the title,
 * the title before the location line, that before the top lines, and those before sentences.
 */
export function detectRemote(posting: ReadPosting, labels: LabelledValue[]): RemoteFinding | null {
  const { title, location, description } = posting
  return (
    fromLabels(description, labels) ??
    fromShortText(title, 0.9) ??
    fromLocation(location, description) ??
    fromHeader(description) ??
    fromSentences(description)
  )
}

function fromLabels(text: ReadText, labels: LabelledValue[]): RemoteFinding | null {
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

function readLabel(label: string, value: string): RemoteOption | null {
  const said = shortOption(value)
  if (/hybrid/.test(label)) return YES.test(value) ? 'hybrid' : said
  if (/on-?site/.test(label)) return YES.test(value) ? 'onsite' : said
  if (/remote|home|wfh|zdalna|télétravail|teletrabajo|thuiswerk/.test(label)) {
    if (/^not (?:flagged|stated|specified|set|given|known)/.test(value)) return null
    if (said === 'hybrid') return 'hybrid'
    if (/^(?:no|none|false|nein|non|nee|never|unavailable|onsite|on-site)\b/.test(value)) return 'onsite'
    if (NO.test(value)) return null
    if (/partial|teilweise|partiel|parcial|sometimes|flexib|days|tage|jours|días/.test(value)) return 'hybrid'
    return YES.test(value) ? 'remote' : said
  }
  return said
}

const SHORT_AWAY = new RegExp(
  `(?<![\\w-])(?:${AWAY}|remoto|remota|zdaln\\w{1,3}|temp\\.wfh|distributed|100% remote)(?![\\w])`,
)
const SHORT_ANYWHERE = /(?<![\w])(?:anywhere|worldwide|global remote)(?![\w])/

/** Reads a title, a location, a form value or a part of a header, where the bare word is enough. */
function shortOption(value: string): RemoteOption | null {
  NOT_AWAY.lastIndex = 0
  const negated = NOT_AWAY.test(value)
  HYBRID_WORD.lastIndex = 0
  const hybrid = HYBRID_WORD.exec(value)
  const isHybrid = hybrid !== null && !HYBRID_OTHER.test(value.slice(hybrid.index + hybrid[0].length))
  ON_SITE.lastIndex = 0
  const onSite = ON_SITE.exec(value)
  const isOnSite = onSite !== null && !ON_SITE_OTHER.test(value.slice(onSite.index + onSite[0].length))
  const away = SHORT_AWAY.exec(value) ?? SHORT_ANYWHERE.exec(value)
  const isAway = away !== null && !negated && !NOT_WORK_NEXT.test(value.slice(away.index + away[0].length))
  SOME_DAYS.lastIndex = 0
  if (isHybrid && isAway && /\b(?:or|oder|ou|o)\b|\//.test(value) && !/\d/.test(value)) return 'remote'
  if (isHybrid) return 'hybrid'
  if ((isAway || isOnSite) && SOME_DAYS.test(value))
    return WHOLE_WEEK.test(value) ? (isAway ? 'remote' : 'onsite') : 'hybrid'
  if (isAway) return 'remote'
  if (isOnSite || (negated && away !== null)) return 'onsite'
  return null
}

function fromShortText(text: ReadText, confidence: number): RemoteFinding | null {
  const option = shortOption(text.lower)
  if (option === null) return null
  const match = new RegExp(
    `${SHORT_AWAY.source}|${SHORT_ANYWHERE.source}|${HYBRID_WORD.source}|${ON_SITE.source}`,
  ).exec(text.lower)
  return match ? findingAt(option, text, match, confidence) : null
}

function fromLocation(location: ReadText, description: ReadText): RemoteFinding | null {
  const said = fromShortText(location, 0.9)
  if (said?.value === 'remote') {
    // A board for remote work says "anywhere" of every job; the text knows better when it asks for presence.
    const text = fromSentences(description)
    return text !== null && text.value === 'hybrid' && text.confidence >= 0.75 ? text : said
  }
  if (said) return said
  const trimmed = location.lower.trim()
  if (REGION_ONLY.test(trimmed) && REMOTE_BOARD.test(description.lower)) {
    return {
      value: 'remote',
      text: location,
      span: { start: 0, end: location.lower.length },
      confidence: 0.6,
    }
  }
  return null
}

function fromHeader(text: ReadText): RemoteFinding | null {
  let found: RemoteFinding | null = null
  for (const span of headerParts(text)) {
    const part = text.lower.slice(span.start, span.end)
    const option = part.length <= 45 ? shortOption(part) : null
    if (option === null) continue
    if (
      part.length > 22 &&
      !/^(?:remote|on-?site|hybrid|100%|fully|in-office)|(?:remote|on-?site|hybrid)$/.test(part)
    )
      continue
    const finding: RemoteFinding = { value: option, text, span, confidence: 0.85 }
    if (found === null || rank(option) > rank(found.value)) found = finding
  }
  return found
}

/** What is possible counts: a posting that names several is as free as the freest of them. */
function rank(option: RemoteOption): number {
  return option === 'remote' ? 2 : option === 'hybrid' ? 1 : 0
}

function fromSentences(text: ReadText): RemoteFinding | null {
  const { lower } = text
  const hasAway =
    /remote|telecommut|telework|home|wfh|anywhere|télétravail|teletrabajo|thuis|smart|zdaln/.test(lower)
  const candidates: RemoteFinding[] = []
  if (hasAway) readAway(text, candidates)
  readHybrid(text, candidates)
  readOnSite(text, candidates)
  let best: RemoteFinding | null = null
  for (const candidate of candidates) {
    if (best === null || candidate.confidence > best.confidence) best = candidate
  }
  return best
}

function readAway(text: ReadText, out: RemoteFinding[]): void {
  const { lower } = text
  const denied: [number, number][] = []
  for (const match of lower.matchAll(NOT_AWAY)) {
    if (STILL_AWAY.test(after(text, match.index + match[0].length, 40))) continue
    if (/^not/.test(match[0]) && /^(?:\s+only|\s+just)/.test(match[0].slice(3))) continue
    denied.push([match.index, match.index + match[0].length])
    out.push(findingAt('onsite', text, match, 0.88))
  }
  for (const match of lower.matchAll(FULLY)) {
    if (denied.some(([from, to]) => match.index < to && match.index + match[0].length > from)) continue
    if (/(?:not|no|nicht|n't) (?:a |an )?$/.test(before(text, match.index, 12))) {
      out.push(findingAt('hybrid', text, match, 0.7))
      continue
    }
    if (NOT_WORK_NEXT.test(after(text, match.index + match[0].length, 30))) continue
    out.push(findingAt('remote', text, match, 0.86))
  }
  let seen = 0
  for (const match of lower.matchAll(AWAY_MENTION)) {
    if (++seen > 60) break
    if (denied.some(([from, to]) => match.index < to && match.index + match[0].length > from)) continue
    const finding = readMention(text, match)
    if (finding) out.push(finding)
  }
}

const AWAY_MENTION = new RegExp(`(?<![\\w./-])(?:${AWAY}|remotely)(?![\\w/])`, 'g')

function readMention(text: ReadText, match: RegExpExecArray): RemoteFinding | null {
  const word = match[0]
  const left = before(text, match.index, 48)
  const right = after(text, match.index + word.length, 48)
  if (NOT_WORK_NEXT.test(right)) return null
  if (
    /(?:manag|lead|support|with|for|our|experience|help|of|assist|hire|equip|train)\w*\s(?:\w+\s)?$/.test(
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
    return findingAt('remote', text, match, 0.5)
  }
  if (/^(?:remote)/.test(word)) {
    const named = REMOTE_NEXT.test(right)
    const stated = REMOTE_BEFORE.test(left) && /^\s*(?:[.,;|)\]!/:(-]|and\b|or\b|$)/.test(right)
    if (!named && !stated) return null
    if (/^\s*(?:work(?:ing)?)?\s*options?\b/.test(right)) return findingAt('remote', text, match, 0.45)
    if (/(?:attitude|flexible|flexib\w+)\s\w*\s*(?:towards?|about|on|with)\s$/.test(left))
      return findingAt('hybrid', text, match, 0.6)
    return findingAt('remote', text, match, named && stated ? 0.8 : 0.7)
  }
  if (
    /^(?:homeoffice|home[ -]office|télétravail|thuiswerk|smart|teletrabajo|da remoto|praca zdalna|trabajo remoto)/.test(
      word,
    )
  ) {
    if (
      /^home office/.test(word) &&
      /(?:stipend|allowance|budget|setup|equipment|set-up|furniture)/.test(right)
    )
      return null
    const whole = /100\s?%|komplett|vollständig|integral|total|complet/.test(
      left.slice(-24) + right.slice(0, 14),
    )
    const remote = whole || /^(?:teletrabajo|trabajo remoto|da remoto|praca zdalna)/.test(word)
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

function readHybrid(text: ReadText, out: RemoteFinding[]): void {
  const { lower } = text
  if (lower.includes('#li-hybrid')) {
    const at = lower.indexOf('#li-hybrid')
    out.push({ value: 'hybrid', text, span: { start: at, end: at + 10 }, confidence: 0.95 })
  }
  if (lower.includes('#li-onsite')) {
    const at = lower.indexOf('#li-onsite')
    out.push({ value: 'onsite', text, span: { start: at, end: at + 10 }, confidence: 0.9 })
  }
  if (/h[yí]?i?bri[dn]|ibrid|hybry/.test(lower)) {
    for (const match of lower.matchAll(HYBRID_WORD)) {
      const right = after(text, match.index + match[0].length, 48)
      const left = before(text, match.index, 30)
      if (/(?:no|not|plug-in|plugin|aws|azure|cloud(?:,|\/| and| or)?)\s*(?:a\s)?$/.test(left)) continue
      const named = HYBRID_NEXT.test(right)
      if (!named && HYBRID_OTHER.test(right)) continue
      const stands = /[(|/:;,-]\s*$|^\s*$/.test(left) && /^\s*(?:[|)/,;:.-]|$)/.test(right)
      if (!named && !stands) continue
      if (/^[\s,]*(?:or|oder|či|ou|o)\s(?:fully |plně |100% )?(?:remote|remoto)/.test(right)) {
        out.push(findingAt('remote', text, match, 0.84))
        continue
      }
      out.push(findingAt('hybrid', text, match, 0.84))
    }
  }
  if (
    !/office|büro|bureau|oficina|kantoor|ufficio|home|remote|on-?site|télétravail|teletrabajo|thuis/.test(
      lower,
    )
  )
    return
  for (const match of lower.matchAll(SOME_DAYS)) {
    if (WHOLE_WEEK.test(match[0])) {
      const away = /home|remote|télétravail|teletrabajo|thuis/.test(match[0])
      out.push(findingAt(away ? 'remote' : 'onsite', text, match, 0.8))
    } else {
      out.push(findingAt('hybrid', text, match, 0.85))
    }
  }
}

function readOnSite(text: ReadText, out: RemoteFinding[]): void {
  const { lower } = text
  let seen = 0
  for (const match of lower.matchAll(ON_SITE)) {
    if (++seen > 60) break
    const right = after(text, match.index + match[0].length, 40)
    const left = before(text, match.index, 40)
    if (ON_SITE_OTHER.test(right) || /(?:not|no|clean|or)\s$/.test(left)) continue
    if (
      !ON_SITE_NEXT.test(right) &&
      !(ON_SITE_BEFORE.test(left) && /^\s*(?:[.,;|)/!:(-]|and|in|at|$)/.test(right))
    )
      continue
    const strong =
      /(?:must|required|fully|100%|able to work|ability to work|position|role)\s*(?:is |be |to )?$/.test(
        left,
      ) || /^\s*(?:only|mandatory|required)/.test(right)
    out.push(findingAt('onsite', text, match, strong ? 0.78 : 0.65))
  }
  if (!/office|headquarters|newsroom|hq\b|studio|campus/.test(lower)) return
  for (const match of lower.matchAll(OUR_OFFICE)) {
    out.push(findingAt('onsite', text, match, 0.52))
    break
  }
}
