import { EDUCATION_LEVELS, type EducationLevel, type Term } from '../../../contract/terms.ts'
import type { ReadText } from '../text.ts'
import { clauseAfter, clauseBefore, isUnderWish, matchAt, originalOf, termAt, WISH } from './term.ts'

interface Ask {
  level: EducationLevel
  start: number
  end: number
  wish: boolean
  confidence: number
}

const NO_DEGREE =
  /(?:\b(?:no|without|regardless of|don't (?:need|require|care about)|do not (?:need|require|care about)|doesn't require|not necessary to have|not need|whether or not you have) (?:an? |any |your |formal |specific |particular |previous |prior |the |college |university |academic |bachelor'?s? |school )*(?:degree|diploma|education|qualifications|university|college)s?\b(?! (?:in|or|and) )|\bkein(?:e|en)? (?:abgeschlossene[sn]? )?(?:studium|hochschulabschluss|ausbildung|abschluss|schulabschluss)|\bsans diplôme|\baucun diplôme|\bno (?:se )?(?:requiere|necesita|es necesari[ao]) (?:título|titulación|estudios)|\bgeen (?:diploma|opleiding))/
const NOT_NEEDED =
  /^(?:[^.;\n]{0,40}?)\b(?:is|are)?\s?(?:not|n't) (?:strictly )?(?:required|needed|necessary|essential|a must|mandatory|a requirement)|^[^.;\n]{0,30}?(?:ist|sind) (?:nicht|kein\w*) (?:erforderlich|notwendig|zwingend|voraussetzung|nötig)/

/** Each level with the patterns of its names; a pattern begins at the mark. */
const NAMES: [EducationLevel, RegExp][] = [
  [
    'doctorate',
    /(?:ph\.? ?d\.?(?![a-z])(?:'?s?(?= (?:degree|in\b)))?|doctorate|doctoral degree|doctorat\b|doctorado|abgeschlossene promotion|promoviert)/y,
  ],
  [
    'master',
    /(?:master(?:'?s|s')?(?:[ -]level)?(?= (?:degrees?|in (?!branch)|of (?:science|arts|business|engineering|public|laws|education|social)|or (?:ph|higher|doct|equiv)|and (?:ph|doct)|level|qualification|preferred|required|program)|\/ ?ph|\/ ?doc|-?(?:studium|abschluss|grad\b)|,? \(?or (?:ph|equiv))|masters\b(?= *(?:$|[\n,.;)]))|master(?:studium|abschluss)|m\.? ?sc\.?(?![a-z])|m\.s\.(?! office)|m\.a\.(?= |,)|mba\b|maîtrise\b(?= (?:en|universitaire))|advanced degrees?|post-?graduate (?:degree|qualification)|graduate degree|bac ?\+ ?5)/y,
  ],
  [
    'bachelor',
    /(?:bachelor(?:'?s|s')?(?:[ -](?:level|degree))?(?! (?:party|pad))|b\.? ?sc\.?(?![a-z])|b\.s\.|b\.a\.(?= |,|\/)|beng\b|(?:university|college|undergraduate|four[- ]year|4[- ]year|honou?rs) degrees?|universitair\w* (?:opleiding|diploma)|(?:abgeschlossenes |erfolgreich abgeschlossenes )?(?:hochschul|universitäts|fachhochschul|bachelor)?studium\b(?=.{0,60})|hochschul(?:abschluss|studium)|fachhochschul(?:abschluss|studium)|studienabschluss|universitäts(?:abschluss|studium)|licence\b(?= (?:en|universitaire|professionnelle))|bac ?\+ ?[34]|grado (?:en|universitario)|licenciatura|titulación (?:universitaria|superior)|hbo\b|wo(?:[- ](?:niveau|opleiding|denkniveau)|\/hbo)|degreed\b)/y,
  ],
  [
    'vocational',
    /(?:associate(?:'?s|s')?(?:'s)? degrees?|associate(?:'?s)?(?= (?:or|and) bachelor)|hn[dc]\b|nvq\b|btec\b|vocational (?:training|qualification|education|degree|diploma|certificate)|(?:completed |recognised )?apprenticeship(?= (?:in|as|or|qualification|completed|certificate|trained))|apprentice[- ]trained|(?:abgeschlossene |erfolgreich abgeschlossene )?(?:\w{2,20} )?(?:berufs)?ausbildung\b(?= (?:als|zum|zur|im|in|oder|mit|sowie))|abgeschlossene (?:\S{2,24} )?(?:berufs)?ausbildung|berufsausbildung|bac ?\+ ?2|bts\b|dut\b|formación profesional|mbo\b|secondary education|college diploma|diploma in\b|diplôme d'état)/y,
  ],
  [
    'secondary',
    /(?:high[- ]?school (?:diploma|degree|graduate|education|equivalen|or (?:ged|equiv))|high school\b(?= *(?:$|[\n,.;)]))|ged\b|gcses?\b|(?<!post-)secondary (?:school|education)(?! teach)|abitur\b|matura\b|mittlere reife|hauptschulabschluss|realschulabschluss|schulabschluss|(?:niveau )?bac\b(?! ?\+)(?= (?:ou|minimum|pro))|bachillerato)/y,
  ],
]
const PLAIN_DEGREE = /degrees?(?:[- ](?:level|educated|qualified))?/y
const NOT_PLAIN_BEFORE =
  /(?:\d|high|some|large|certain|great|greater|varying|to a|any|360|highest|reasonable|unusual|exceptional|substantial|every|by|associate'?s?|foundation)[ -]$|°\s?$/
const NOT_PLAIN_AFTER = /^(?: of\b(?! (?:bachelor|master))|s? (?:celsius|fahrenheit|c\b|f\b)|s of)/
/** Two letters that are a state, an office suite or nonsense as often as a degree. */
const SHORT = /(?:bs|ba|ms|ma)(?:c\b)?/y
const SHORT_AFTER =
  /^(?: degree|'s degree| in (?!office|word|excel)[a-z]|\/(?:ba|bs|ms|ma|msc|phd|m\.s)\b| or (?:ms|ma|bs|ba|phd|higher|equivalent|advanced)\b| (?:required|preferred)\b)/

/** Degrees of other people, of a product or of a programme that is taught or paid for. */
const NOT_ASKED_BEFORE =
  /(?:team of|our|former|with \d+|group of|founded by|led by|many|among|alongside|hire|employs?|fellow|mentor\w*|including|advis\w+|supervis\w+|teach\w*|offer\w*|earn\w*|toward|towards|tuition|fund\w*|free|sponsor\w* (?:an?|your)|complet\w+ your|finish your) (?:an? |the |your |of |\w{1,14} )?$/
const NOT_ASKED_AFTER =
  /^(?:s? (?:team|students?(?! or)|candidates?|holders? (?:from|on)|researchers?|colleagues|members?|interns?|programmes?(?! in)|programs?(?! in| or)|courses?|apprentices?|seekers|completion|audit|admissions|thesis|theses|dissertation|who\b)| and engineers| level (?:scientists|team))/
const TEAM =
  /(?:^|\s)(?:we are|we're|our (?:team|company|founders)|founders|team (?:of|has|includes))\b[^.\n]{0,60}$/
const PURSUING = /(?:pursuing|enrolled in|studying|student|working toward|currently completing)[^.\n]{0,40}$/

/**
 * The lowest education that is enough: required levels before wished ones, "no degree required" before both.
 * Degrees of the team, of courses and of temperature do not count.
 */
export function findEducation(text: ReadText, marks: readonly number[]): Term<EducationLevel> | null {
  const { lower } = text
  const asks: Ask[] = []
  let done = 0
  for (const mark of marks) {
    if (mark < done) continue
    const ask = askAt(text, mark)
    if (!ask) continue
    asks.push(ask)
    done = ask.end
  }
  const none = asks.find(({ level }) => level === 'none')
  if (none) return termAt('none', text, none.start, none.end, none.confidence)
  // "Bachelor's or Master's degree preferred": the wish belongs to both.
  for (let i = asks.length - 2; i >= 0; i--) {
    const [one, next] = [asks[i], asks[i + 1]]
    if (one && next?.wish && next.start - one.end < 26 && JOINED.test(lower.slice(one.end, next.start)))
      one.wish = true
  }
  const required = asks.filter(({ wish }) => !wish)
  let best: Ask | null = null
  for (const ask of required.length > 0 ? required : asks) {
    if (best === null || EDUCATION_LEVELS.indexOf(ask.level) < EDUCATION_LEVELS.indexOf(best.level))
      best = ask
  }
  return best && termAt(best.level, text, best.start, best.end, best.wish ? 0.6 : best.confidence)
}

const JOINED = /^(?: degrees?)?[\s,/&]*(?:and\/or|or|and|oder|und|ou|o|of)?[\s,/&]*(?:an? )?$/

function askAt(text: ReadText, mark: number): Ask | null {
  const { lower } = text
  const named = nameAt(text, mark)
  const end = named ? named.end : mark + wordAt(lower, mark).length
  const left = lower.slice(Math.max(0, mark - 70), end)
  const refused = NO_DEGREE.exec(left.slice(left.lastIndexOf('\n') + 1))
  const isRefused =
    refused !== null && (named !== null || /(?:education|qualifications)$/.test(wordAt(lower, mark)))
  if (!named && !isRefused) return null
  const rest = clauseAfter(lower, end, 110)
  if (isRefused || (named && NOT_NEEDED.test(rest) && !/\bbut\b|\bor\b/.test(rest.slice(0, 20)))) {
    const until = end + (isRefused ? 0 : (NOT_NEEDED.exec(rest)?.[0].length ?? 0))
    const from = isRefused ? Math.max(mark - 40, lower.lastIndexOf('\n', mark) + 1) : mark
    return { level: 'none', start: clipToClause(lower, from, mark), end: until, wish: false, confidence: 0.9 }
  }
  if (!named) return null
  const before = clauseBefore(lower, mark, 80)
  if (NOT_ASKED_BEFORE.test(before) || NOT_ASKED_AFTER.test(rest) || TEAM.test(before)) return null
  const wish = isWish(before, rest) || isUnderWish(lower, mark)
  const confidence = PURSUING.test(before) ? 0.6 : named.sure ? 0.9 : 0.8
  return { level: named.level, start: mark, end, wish, confidence }
}

/** Whether the clause wishes rather than asks: the first of "required" and "preferred" decides. */
function isWish(before: string, rest: string): boolean {
  const wish = WISH.exec(rest)
  const asked = /\b(?:required|must|mandatory|essential|minimum|necessary)\b/.exec(rest)
  if (wish && (!asked || wish.index < asked.index)) {
    const between = rest.slice(0, wish.index)
    // "Bachelor's in finance, MBA preferred": the wish belongs to the later degree.
    return !/master|mba|ph\.?d|advanced degree|graduate degree|bachelor|;/.test(between)
  }
  return /(?:ideally|preferably|preferred|nice to have|idealerweise)[^.;\n]{0,30}$/.test(before)
}

function clipToClause(lower: string, from: number, mark: number): number {
  const part = lower.slice(from, mark)
  const stop = Math.max(part.lastIndexOf('. '), part.lastIndexOf('\n'), part.lastIndexOf(', '))
  return stop < 0 ? from : from + stop + 1
}

function wordAt(lower: string, at: number): string {
  return /^[a-zà-ÿ]*/.exec(lower.slice(at, at + 30))?.[0] ?? ''
}

function nameAt(text: ReadText, mark: number): { level: EducationLevel; end: number; sure: boolean } | null {
  const { lower } = text
  for (const [level, pattern] of NAMES) {
    const match = matchAt(pattern, lower, mark)
    if (match) return { level, end: endOfName(lower, mark + match[0].length), sure: true }
  }
  const short = matchAt(SHORT, lower, mark)
  if (short) {
    const end = mark + short[0].length
    const written = originalOf(text, mark, end)
    if (written !== written.toUpperCase() || !SHORT_AFTER.test(lower.slice(end, end + 24))) return null
    return { level: short[0].startsWith('m') ? 'master' : 'bachelor', end: endOfName(lower, end), sure: true }
  }
  const plain = matchAt(PLAIN_DEGREE, lower, mark)
  if (!plain) return null
  const end = mark + plain[0].length
  if (NOT_PLAIN_BEFORE.test(lower.slice(Math.max(0, mark - 16), mark))) return null
  if (NOT_PLAIN_AFTER.test(lower.slice(end, end + 24))) return null
  return { level: 'bachelor', end, sure: false }
}

/** Takes "degree" and "diploma" behind a name along, so that they are not read again. */
function endOfName(lower: string, end: number): number {
  const more = /^(?:'s|s'|s)?(?: (?:degrees?|diploma))?/.exec(lower.slice(end, end + 12))
  return end + (more?.[0].length ?? 0)
}
