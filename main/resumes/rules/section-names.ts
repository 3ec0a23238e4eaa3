import type { ResumeLanguage } from '../../contract/resumes.ts'
import { JOINTS, QUALIFIERS, SECTION_NAMES, type SectionKind, WEAK_NAMES } from './section-words.ts'

/** What a line would be as a heading. */
export interface HeadingName {
  kind: SectionKind
  /** Languages that have this name. */
  languages: ResumeLanguage[]
  /** It means other things as well, so its look must tell. */
  weak: boolean
}

interface Entry {
  kind: SectionKind
  languages: ResumeLanguage[]
}

const NAMES = new Map<string, Entry>()
for (const language of ['en', 'de', 'fr', 'es'] as const)
  for (const [kind, names] of Object.entries(SECTION_NAMES[language]))
    for (const name of names.split('|')) {
      const key = name.replaceAll(' ', '')
      const known = NAMES.get(key)
      // The first language that names it decides what it means.
      if (known) known.languages.includes(language) || known.languages.push(language)
      else NAMES.set(key, { kind: kind as SectionKind, languages: [language] })
    }
const WEAK = new Set(WEAK_NAMES.split('|').map(name => name.replaceAll(' ', '')))
const AROUND = new Set(QUALIFIERS.split('|'))
const JOINED = new Set(JOINTS.split('|'))

/** Endings that make a name of any short line: "Nursing Experience", "SAP-Kenntnisse". */
const ENDINGS: [RegExp, SectionKind][] = [
  [/(?:^| )(?:experience|employment|internships?|berufserfahrung|erfahrung)$/, 'experience'],
  [/(?:^| )(?:skills|competenc(?:i?es)|proficiencies)$|kenntnisse$|kompetenzen$|fahigkeiten$/, 'skills'],
  [/(?:^| )(?:certifications|certificates|licen[cs]es)$/, 'certificates'],
  [/(?:^| )(?:projects)$|projekte$/, 'projects'],
  [/(?:^| )(?:publications|presentations)$/, 'publications'],
]
const BEGINNINGS: [RegExp, SectionKind][] = [
  [
    /^(?:experience|experiencia|experiences?|erfahrung(?:en)?) (?:as|in|with|en|als|im|in|dans|comme|como) /,
    'experience',
  ],
  [/^(?:competences|habilidades|competencias|conocimientos|connaissances) /, 'skills'],
  [/^(?:formation|formacion) /, 'education'],
  [/^(?:experiences?|experiencia) /, 'experience'],
]

const LONGEST_NAME = 60
const MARKS_BEFORE = /^(?:[^\p{L}\p{N}]+|(?:\d{1,2}(?:\.\d)?|[IVX]{1,4}|[A-Ha-h])\s?[.):–-]\s*)+/u
const MARKS_AFTER =
  /(?:[^\p{L}\p{N}]|\((?:continued|cont[.'’]?d?\.?|fortsetzung|suite|continuaci[oó]n)\))+$/iu

/** Small letters without accents; words and single blanks only. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad]/g, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[&+/]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** "E X P E R I E N C E": letters set apart, read as one word. */
export function isSpaced(text: string): boolean {
  const parts = text.trim().split(' ')
  return parts.length >= 4 && parts.filter(part => part.length === 1).length >= parts.length * 0.8
}

/** The section that a text names when it stands alone; null for any other text. */
export function headingNameOf(text: string): HeadingName | null {
  if (text.length > LONGEST_NAME * 2) return null
  const bare = text.replace(MARKS_BEFORE, '').replace(MARKS_AFTER, '')
  if (bare.length < 2 || /[@\d]/.test(bare)) return null
  const spaced = isSpaced(bare)
  if (!spaced && bare.length > LONGEST_NAME) return null
  const folded = foldText(bare)
  if (folded === '') return null
  const whole = lookUp(folded)
  if (whole) return whole
  if (spaced) return null
  return byParts(folded) ?? byFirst(folded) ?? byEnding(folded)
}

function lookUp(folded: string): HeadingName | null {
  const key = folded.replaceAll(' ', '')
  const entry = NAMES.get(key)
  return entry ? { ...entry, weak: WEAK.has(key) } : null
}

/** "Relevant work experience and projects": every word is a name, stands around one, or joins two. */
function byParts(folded: string): HeadingName | null {
  const words = folded.split(' ')
  if (words.length > 9) return null
  const parts: HeadingName[] = []
  let joined = false
  let at = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    let found: HeadingName | null = null
    let taken = 0
    for (let to = Math.min(words.length, at + 4); to > at; to--) {
      found = lookUp(words.slice(at, to).join(' '))
      taken = to - at
      if (found) break
    }
    if (found) {
      parts.push(found)
      at += taken
    } else if (JOINED.has(word)) {
      joined = true
      at++
    } else if (AROUND.has(word)) at++
    else return null
  }
  const first = strongest(parts)
  if (!first) return null
  // Two weak names joined ("Courses and Training") are as good as a strong one.
  return { ...first, weak: parts.every(part => part.weak) && !(joined && parts.length > 1) }
}

/**
 * Jobs before anything, skills before certificates; what is told before the rest; "awards and certificates" are read as
 * certificates.
 */
function strongest(parts: HeadingName[]): HeadingName | undefined {
  return (
    parts.find(part => part.kind === 'experience' && !part.weak) ??
    (parts.some(part => part.kind === 'certificates')
      ? parts.find(part => part.kind === 'skills' && !part.weak)
      : undefined) ??
    parts.find(part => part.kind !== 'other' && part.kind !== 'head' && !part.weak) ??
    parts.find(part => part.kind !== 'other' && part.kind !== 'head') ??
    parts[0]
  )
}

/** "Skills & Techniques": a name joined with a word or two that are none. */
function byFirst(folded: string): HeadingName | null {
  const joint = / (?:and|und|et|y) /.exec(folded)
  if (!joint) return null
  const first = lookUp(folded.slice(0, joint.index))
  const rest = folded.slice(joint.index + joint[0].length).split(' ').length
  return first && !first.weak && rest <= 2 ? { ...first, weak: true } : null
}

/** Never sure by the words alone. */
function byEnding(folded: string): HeadingName | null {
  const words = folded.split(' ').length
  if (words > 5) return null
  for (const [pattern, kind] of [...(words <= 4 ? ENDINGS : []), ...BEGINNINGS])
    if (pattern.test(folded)) return { kind, languages: [], weak: true }
  return null
}
