import type { SkillLevel } from '../../contract/profile.ts'
import type { LanguageLevel } from '../../contract/terms.ts'
import { folded } from '../../postings/rules/clean-text.ts'

/** How resumes name levels and languages. */

const SKILL_WORDS: readonly [RegExp, SkillLevel][] = [
  [/expert|master|guru|wizard|specialist|very advanced/, 'expert'],
  [/advanced|proficient|senior|strong|experienced|very good|fluent/, 'advanced'],
  [/intermediate|medium|competent|working|good|average|familiar/, 'intermediate'],
  [/beginner|basic|novice|elementary|junior|learning|entry/, 'beginner'],
]

/** The level that a resume's words mean; null when they say none. */
export function skillLevelOf(words: unknown): SkillLevel | null {
  if (typeof words !== 'string') return null
  const text = folded(words.slice(0, 100))
  return SKILL_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

const FLUENCY_WORDS: readonly [RegExp, LanguageLevel][] = [
  [/native|mother|first language|bilingual|muttersprach|maternelle/, 'native'],
  [
    /\bc[12]\b|full professional|fluent|proficient|advanced|business|verhandlungssicher|fliessend|courant/,
    'fluent',
  ],
  [/\bb[12]\b|professional|working|intermediate|conversational|good|gut/, 'working'],
  [/\ba[12]\b|basic|elementary|beginner|limited|grundkenntnisse|school/, 'basic'],
]

/** The level that a resume's words mean; null when they say none. */
export function fluencyOf(words: unknown): LanguageLevel | null {
  if (typeof words !== 'string') return null
  const text = folded(words.slice(0, 100))
  if (/limited working/.test(text)) return 'basic'
  return FLUENCY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** Codes of ISO 639-1 that people put into a resume. */
export const LANGUAGE_CODES =
  `af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it
  ja ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th ti tk
  tl tr uk ur uz vi xh yo zh zu`.split(/\s+/)

const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })
let codes: Map<string, string> | null = null

/** "en" for English, englisch or Anglais; the name as written when it is not known. */
export function languageOf(name: string): string {
  codes ??= byName()
  const key = folded(name)
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^\p{L}\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return codes.get(key) ?? codes.get(key.split(/[\s-]/)[0] ?? '') ?? name.trim()
}

function byName(): Map<string, string> {
  const names = new Map<string, string>()
  for (const writtenIn of ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'own'])
    for (const code of LANGUAGE_CODES) {
      const name = new Intl.DisplayNames([writtenIn === 'own' ? code : writtenIn], { type: 'language' }).of(
        code,
      )
      const key = name === undefined ? '' : folded(name)
      if (key !== '' && !names.has(key)) names.set(key, code)
    }
  for (const code of LANGUAGE_CODES) if (!names.has(code)) names.set(code, code)
  names.set('mandarin', 'zh')
  names.set('farsi', 'fa')
  return names
}

/** "English" for en; a name that is no code stays as it is. */
export function languageName(language: string): string {
  return /^[a-z]{2}$/.test(language) ? (english.of(language) ?? language) : language
}

/** Whole years of work by the dates of a resume's jobs, overlaps counted once; null without a date. `today`: YYYY-MM-DD. */
export function yearsOfWork(work: readonly unknown[], today: string): number | null {
  const stretches: [number, number][] = []
  for (const job of work) {
    if (typeof job !== 'object' || job === null) continue
    const { startDate, endDate } = job as { startDate?: unknown; endDate?: unknown }
    const from = monthOf(startDate, 0)
    if (from === null) continue
    const given = endDate !== undefined && endDate !== null && endDate !== ''
    const to = given ? monthOf(endDate, 11) : monthOf(today, 0)
    const last = Math.min(to ?? from, monthOf(today, 0) ?? from)
    if (last >= from) stretches.push([from, last])
  }
  if (stretches.length === 0) return null
  stretches.sort(([a], [b]) => a - b)
  let months = 0
  let until = Number.NEGATIVE_INFINITY
  for (const [from, to] of stretches) {
    months += Math.max(0, to - Math.max(from, until + 1) + 1)
    until = Math.max(until, to)
  }
  return Math.min(80, Math.floor(months / 12))
}

/** Months since year 0 of YYYY, YYYY-MM or YYYY-MM-DD; `without`: the month of a bare year. */
function monthOf(date: unknown, without: number): number | null {
  const read = typeof date === 'string' ? /^\s*((?:19|20)\d\d)(?:-(\d\d))?/.exec(date) : null
  if (read === null) return null
  const month = read[2] === undefined ? without : Number(read[2]) - 1
  return month < 0 || month > 11 ? null : Number(read[1]) * 12 + month
}
