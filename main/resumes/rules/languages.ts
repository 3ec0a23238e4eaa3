import type { LanguageLevel } from '../../contract/terms.ts'
import { type Found, found } from './found.ts'
import { languagesIn } from './language-names.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'
import { foldText, headingNameOf } from './section-names.ts'

/** A language that the person speaks: its ISO 639-1 code, or its name as printed where it has none. */
export interface SpokenLanguage {
  language: string
  level: LanguageLevel | null
}

/** Folded words that say a level; the first that fits counts. */
const LEVELS: [RegExp, LanguageLevel][] = [
  [
    /\bnear native|native like|nearly native|quasi bilingue|near mother tongue|annahernd muttersprach|muttersprachenniveau|muttersprachliches niveau/,
    'fluent',
  ],
  [
    /\bnative|mother tongue|first language|muttersprach|langue maternelle|lengua materna|maternelle|materna|\bnatif|\bnative\b|nativ[oa]?\b|bilingu|erstsprache|zweisprachig|\bl1\b/,
    'native',
  ],
  [/\bc[12]\b|professional working|limited working/, 'fluent'],
  [/\bb[12]\b/, 'working'],
  [/\ba[12]\b/, 'basic'],
  [/limited|begrenzt/, 'working'],
  [
    /\bfluen|fliessend|verhandlungssicher|business|courant|fluid[oa]|full professional|professional|proficien|excellent|ausgezeichnet|perfect|very good|sehr gut|advanced|avanzad|avance|fortgeschritten|expert|mastery|maitrise|dominio|nivel alto|\balto\b|tres bon|muy bueno|hohes niveau|superior|upper intermediate|exzellent|bilingual proficiency/,
    'fluent',
  ],
  [
    /\bgood\b|\bgut\w*|\bbon(?:ne)?s?\b|\bbuen|conversation|konversation|intermedi|mittel|mittlere|working|erweitert|medio|moderate|competent|solid|independent user|usuario independiente|utilisateur independant|lu ecrit parle|lu parle ecrit/,
    'working',
  ],
  [
    /basic|grundkenntnis|grundlagen|notion|debutant|scolaire|schulkenntnis|\bbajo\b|beginner|elementar|elemental|elementaire|anfanger|principiante|learning|novice|latinum|limite/,
    'basic',
  ],
]

/** The level that a text says; null when it says none. */
export function levelOf(text: string): LanguageLevel | null {
  const folded = foldText(text.slice(0, 200))
  if (/professional working|limited working/.test(folded)) return 'working'
  return LEVELS.find(([pattern]) => pattern.test(folded))?.[1] ?? null
}

/** Languages with their levels: of the languages sections, and of skills sections where they stand in a list of their own. */
export function findLanguages(sections: readonly Section[]): Found<SpokenLanguage>[] {
  const languages: Found<SpokenLanguage>[] = []
  for (const section of sections) {
    if (section.kind === 'languages') read(section.lines, languages, 0.92)
    else if (section.kind === 'skills' || section.kind === 'head' || section.kind === 'other')
      read(ownLines(section), languages, 0.8)
  }
  return languages.slice(0, 30)
}

/** Lines that list languages, with those that go on with them. */
function ownLines(section: Section): Line[] {
  const lines: Line[] = []
  for (const [index, line] of section.lines.entries()) {
    const before = section.lines[index - 1]
    const goesOn =
      before !== undefined &&
      lines.at(-1) === before &&
      line.cells.length === 1 &&
      /^[(\p{Ll}]/u.test(line.text)
    if (goesOn || isOwnLine(line, section)) lines.push(line)
  }
  return lines
}

/** Outside of their section: "Languages: English, German", "Spanish (fluent)", "Mother tongue(s) Slovenian". */
function isOwnLine(line: Line, section: Section): boolean {
  const text = line.text.slice(0, 300)
  const label = /^([^:]{3,40}):/u.exec(text)?.[1] ?? (line.cells.length > 1 ? line.cells[0] : undefined)
  const words = foldText(text).split(' ')
  const named = languagesIn(words)
  if (headingNameOf(text.split(' ')[0] ?? '')?.kind === 'languages' && named[0]?.from === 1) return true
  const first = named[0]
  if (!first) return false
  if (
    /^(?:mother tongue|other language|lengua materna|langue maternelle|muttersprache|otros? idiomas?|weitere sprachen?)/i.test(
      text,
    )
  )
    return true
  if (label && headingNameOf(label)?.kind === 'languages') return true
  if (section.kind !== 'skills' || first.from !== 0) return false
  const rest = words.slice(first.to).join(' ')
  return rest === ''
    ? section.lines.length > 2 && words.length <= 2 && hasNeighbours(line, section)
    : words.length <= 6 && levelOf(rest) !== null
}

/** A bare language beside other languages. */
function hasNeighbours(line: Line, section: Section): boolean {
  const at = section.lines.indexOf(line)
  return [section.lines[at - 1], section.lines[at + 1]].some(
    each => each && languagesIn(foldText(each.text.slice(0, 60)).split(' '))[0]?.from === 0,
  )
}

function read(lines: readonly Line[], languages: Found<SpokenLanguage>[], sure: number): void {
  // Languages of the lines above that still wait for a level of their own.
  let last: Found<SpokenLanguage> | null = null
  for (const line of lines) {
    const label = foldText(/^([^:]{3,40}):/u.exec(line.text)?.[1] ?? '')
    const heading = levelOf(label)
    for (const item of itemsOf(line)) {
      const words = foldText(item).split(' ')
      const named = languagesIn(words)
      const level =
        levelOf(item) ??
        heading ??
        (named.length > 0
          ? levelOf(
              line.cells.length > 1 && languagesIn(foldText(line.text).split(' ')).length === 1
                ? line.text
                : '',
            )
          : null)
      if (named.length === 0) {
        if (last && last.value.level === null && level !== null) last.value.level = level
        continue
      }
      for (const [index, one] of named.entries()) {
        const language = one.code === '' ? printed(item, words, one) : one.code
        const until = named[index + 1]?.from ?? words.length
        const own = levelOf(words.slice(one.to, until).join(' ')) ?? level
        const known = languages.find(each => each.value.language === language)
        if (known) {
          known.value.level ??= own
          last = known
          continue
        }
        const read = found<SpokenLanguage>({ language, level: own }, sure, [line], item.trim())
        languages.push(read)
        last = read
      }
    }
  }
}

/** A language without a code, in the letters of the text. */
function printed(item: string, words: readonly string[], { from, to }: { from: number; to: number }): string {
  const shown = item.trim().split(/[\s(–—:-]+/)
  const cut = shown
    .slice(from, to)
    .join(' ')
    .replace(/[^\p{L}\s]/gu, '')
  return cut === '' ? words.slice(from, to).join(' ') : cut
}

/** Parts of a line, each with one language as a rule; a level in brackets stays with its language. */
function itemsOf(line: Line): string[] {
  const parts: string[] = []
  const text =
    line.cells.length > 1 &&
    !line.cells.slice(1).some(cell => languagesIn(foldText(cell.slice(0, 100)).split(' ')).length > 0)
      ? line.cells.join(' – ')
      : line.cells.join(' | ')
  let depth = 0
  let from = 0
  const bounded = text.slice(0, 2000)
  for (let at = 0; at < bounded.length; at++) {
    const char = bounded.charAt(at)
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && /[,;|•·/\n]/u.test(char)) {
      parts.push(bounded.slice(from, at))
      from = at + 1
    }
  }
  parts.push(bounded.slice(from))
  return parts.filter(part => part.trim() !== '')
}
