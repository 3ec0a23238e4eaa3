import { allMatches } from '../text.ts'
import { hasMark, markOf, markSet, type Words } from './words.ts'

/** Stretches of a text, sorted, not overlapping. */
export interface Stretch {
  start: number
  end: number
}

const NICE =
  /nice[ -]to[ -]haves?|good[ -]to[ -]haves?|great[ -]to[ -]haves?|(?:is|are|be|as|considered|definite|big|huge|strong|distinct) (?:an? )?(?:definite |big |huge |strong |real |major |added |distinct )*(?:plus|bonus|advantage|asset)\b|\ba plus\b|\bbonus (?:points|if|skills|qualifications)|\bbonus(?:es)?[ \t]*:|\bpreferred\b|\bpreferably\b|\bdesirables?\b|\bdesired\b|\badvantageous\b|\bbeneficial\b|\bideally\b|\boptional(?:ly)?\b|\bnot (?:essential|required|mandatory|necessary)\b|would be (?:great|nice|useful|helpful|ideal|awesome|an added)|\beven better if\b|\bextra credit\b|\bpluses\b|von vorteil|w[uü]nschenswert|idealerweise|\bun plus\b|erwünscht|gerne? gesehen|kein muss|wäre (?:schön|toll|super|ideal|von vorteil)|(?:serait|est|sont|constituent?) un (?:vrai |réel |gros )?(?:plus|atout)|\bid[eé]alement\b|de pr[eé]f[eé]rence|appr[eé]ci[eé]e?s?(?![a-zà-ÿ])|souhait[eé]e?s?(?![a-zà-ÿ])|se valora|\bvalorable\b|\bdeseable\b|\bpreferiblemente\b|\bidealmente\b|ser[ií]a (?:un plus|deseable|ideal)|suma puntos|mile widzian|výhodou|výhoda|costituisce|preferibil|\b(?:een|is|grote|dikke) pr[eé](?![a-zà-ÿ])|\bpluspunten?\b|bij voorkeur|\bidealiter\b|mooi meegenomen/gi

const HEADING =
  /require|must|essential|qualif|skill|experience|about|responsib|benefit|offer|perk|what|who|dut(?:y|ies)|role|you|need|stack|technolog|apply|salary|company|profil|aufgaben|mission|requisitos|funciones/i

/** Words without which no cue can be there: they are looked up before the pattern runs. */
const TRIGGERS = new Set(
  `have haves plus bonus bonuses advantage asset preferred preferably desirable desirables desired advantageous beneficial ideally
  optional optionally essential required mandatory necessary great nice useful helpful ideal awesome added better credit pluses
  vorteil wünschenswert wunschenswert idealerweise atout appréciée appréciées apprécié appréciés souhaité souhaitée souhaités
  souhaitées valorará valorara valora valorable deseable widziane widziana widziany pluspunt pluspunten erwünscht gesehen gern gerne muss
  schön toll super idéalement idealement préférence preference preferiblemente idealmente suma výhodou výhoda costituisce preferibile
  pré pre voorkeur idealiter meegenomen`.split(/\s+/),
)
/**
 * What must stand right before an everyday trigger, because its cues have it no other way: "to have", "not required".
 * Most texts hold such words and few hold the cue.
 */
const LEADS = new Map<string, RegExp>()
for (const [lead, words] of [
  [/to[ -]$/i, 'have haves'],
  [/not $/i, 'essential required mandatory necessary'],
  [/be $/i, 'useful helpful awesome'],
  [/even $/i, 'better'],
] as const) {
  for (const word of words.split(' ')) LEADS.set(word, lead)
}
const LONGEST_LEAD = 5

const LONGEST_HEADING = 70
const LONGEST_LINE = 1200

const TRIGGER_MARKS = markSet([...TRIGGERS].map(markOf))

/** Finds the sections and sentences of a description that speak of nice-to-haves. */
export function niceStretches(text: string, words: Words): Stretch[] {
  const found: Stretch[] = []
  const limit = text.length
  let done = 0
  for (let index = 0; index < words.count; index++) {
    if (!hasMark(TRIGGER_MARKS, words.marks[index] ?? 0)) continue
    const at = words.starts[index] ?? 0
    if (at < done) continue
    const word = words.key(index)
    if (!TRIGGERS.has(word)) continue
    const lead = LEADS.get(word)
    if (lead && !lead.test(text.slice(Math.max(0, at - LONGEST_LEAD), at))) continue
    const cue = cueAt(text, at)
    if (!cue) continue
    const start = Math.max(text.lastIndexOf('\n', cue.start) + 1, cue.start - LONGEST_LINE)
    const lineEnd = Math.min(endOf(text, '\n', cue.start, limit), cue.start + LONGEST_LINE)
    const line = text.slice(start, lineEnd).trim()
    const stretch =
      isHeading(line, text.slice(cue.start, cue.end)) && lineEnd < limit
        ? { start, end: sectionEnd(text, lineEnd + 1, limit) }
        : sentence(text, start, lineEnd, cue.start, cue.end)
    found.push(stretch)
    done = stretch.end
  }
  return found
}

/** The cue around a trigger word. */
function cueAt(text: string, at: number): Stretch | null {
  const from = Math.max(0, at - 40)
  for (const match of allMatches(NICE, text.slice(from, at + 40))) {
    const start = from + match.index
    const end = start + match[0].length
    if (start <= at && at < end) return { start, end }
  }
  return null
}

/** True when an offset lies in one of the stretches. */
export function within(stretches: readonly Stretch[], offset: number): boolean {
  for (const stretch of stretches) {
    if (offset < stretch.start) return false
    if (offset < stretch.end) return true
  }
  return false
}

function endOf(text: string, sign: string, from: number, limit: number): number {
  const at = text.indexOf(sign, from)
  return at === -1 || at > limit ? limit : at
}

/** Words that a heading may hold beside its cue: "Preferred qualifications", "Skills (nice to have)". */
const OF_HEADINGS = new Set(
  `skills skill qualifications qualification experience requirements requirement knowledge attributes criteria and or the your what
  technical candidate candidates additional but not essential required if you have also would be it s to for great we ll love extra
  points professional education competencies abilities stuff things`.split(/\s+/),
)

function isHeading(line: string, cue: string): boolean {
  if (line.length > LONGEST_HEADING || /^[-*•·–]\s/.test(line) || /[.;,]$/.test(line)) return false
  if (/:\**$/.test(line)) return true
  const rest =
    line
      .replace(cue, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return rest.every(word => OF_HEADINGS.has(word)) && !/ plus$/i.test(cue)
}

/** A section ends at the next line that looks like a heading. */
function sectionEnd(text: string, from: number, limit: number): number {
  let at = from
  let items = 0
  while (at < limit) {
    const end = endOf(text, '\n', at, limit)
    const line = text.slice(at, Math.min(end, at + LONGEST_HEADING + 1)).trim()
    if (line !== '') {
      if (items > 0 && looksLikeHeading(line)) return at
      items++
    }
    at = end + 1
  }
  return limit
}

function looksLikeHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || /^[-*•·–]\s/.test(line) || /[.;,]$/.test(line)) return false
  if (/:\**$/.test(line)) return true
  return HEADING.test(line) && line.split(/\s+/).length <= 6 && /^[\p{Lu}#*]/u.test(line)
}

function sentence(text: string, start: number, end: number, cueStart: number, cueEnd: number): Stretch {
  const before = text.slice(Math.max(start, cueStart - 600), cueStart)
  const breaks = allMatches(/[.!?;]\s+(?=[\p{Lu}•-])/gu, before).at(-1)
  const from = breaks ? cueStart - before.length + breaks.index + 1 : Math.max(start, cueStart - 600)
  const after = text.slice(cueEnd, Math.min(end, cueEnd + 600))
  const stop = after.search(/[.!?;](?:\s|$)/)
  return { start: from, end: stop === -1 ? Math.min(end, cueEnd + 600) : cueEnd + stop + 1 }
}
