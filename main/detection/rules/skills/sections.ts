/** Stretches of a text, sorted, not overlapping. */
export interface Stretch {
  start: number
  end: number
}

const NICE =
  /nice[ -]to[ -]haves?|good[ -]to[ -]haves?|great[ -]to[ -]haves?|(?:is|are|be|as|considered|definite|big|huge|strong|distinct) (?:an? )?(?:definite |big |huge |strong |real |major |added |distinct )*(?:plus|bonus|advantage|asset)\b|\ba plus\b|\bbonus (?:points|if|skills|qualifications)|\bbonus(?:es)?[ \t]*:|\bpreferred\b|\bpreferably\b|\bdesirables?\b|\bdesired\b|\badvantageous\b|\bbeneficial\b|\bideally\b|\boptional(?:ly)?\b|\bnot (?:essential|required|mandatory|necessary)\b|would be (?:great|nice|useful|helpful|ideal|awesome|an added)|\beven better if\b|\bextra credit\b|\bpluses\b|von vorteil|w[uü]nschenswert|idealerweise|\bun plus\b|serait un (?:plus|atout)|appr[eé]ci[eé]e?s?\b|souhait[eé]e?s?\b|se valorar[aá]|\bvalorable\b|\bdeseable\b|mile widzian|\bpr[eé] meg|\bpluspunten?\b/gi

const HEADING =
  /require|must|essential|qualif|skill|experience|about|responsib|benefit|offer|perk|what|who|dut(?:y|ies)|role|you|need|stack|technolog|apply|salary|company|profil|aufgaben|mission|requisitos|funciones/i

const LONGEST_TEXT = 200_000
const LONGEST_HEADING = 70

/** Finds the sections and sentences of a description that speak of nice-to-haves. */
export function niceStretches(text: string): Stretch[] {
  const found: Stretch[] = []
  const limit = Math.min(text.length, LONGEST_TEXT)
  let done = 0
  for (const match of text.slice(0, limit).matchAll(NICE)) {
    if (match.index < done) continue
    const start = text.lastIndexOf('\n', match.index) + 1
    const lineEnd = endOf(text, '\n', match.index, limit)
    const line = text.slice(start, Math.min(lineEnd, start + 400)).trim()
    const stretch =
      isHeading(line, match[0]) && lineEnd < limit
        ? { start, end: sectionEnd(text, lineEnd + 1, limit) }
        : sentence(text, start, lineEnd, match.index, match.index + match[0].length)
    found.push(stretch)
    done = stretch.end
  }
  return found
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

function isHeading(line: string, cue: string): boolean {
  if (line.length > LONGEST_HEADING || /^[-*•·–]\s/.test(line) || /[.;,]$/.test(line)) return false
  return /:\**$/.test(line) || line.replace(/[*#:_\s]/g, '').length <= cue.replace(/\s/g, '').length + 28
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
  const breaks = [...before.matchAll(/[.!?;]\s+(?=[\p{Lu}•-])/gu)].at(-1)
  const from = breaks ? cueStart - before.length + breaks.index + 1 : Math.max(start, cueStart - 600)
  const after = text.slice(cueEnd, Math.min(end, cueEnd + 600))
  const stop = after.search(/[.!?;](?:\s|$)/)
  return { start: from, end: stop === -1 ? Math.min(end, cueEnd + 600) : cueEnd + stop + 1 }
}
