/** Lists of skills cut into single items, as printed, without levels and fillers. Pure text; no lines, no vocabulary. */

const LEVEL_WORDS =
  'advanced|expert|intermediate|beginner|basic|basics|novice|proficient|fluent|native|elementary|competent|familiar|skilled|experienced|strong|good|very good|excellent|working knowledge|basic knowledge|good knowledge|advanced knowledge|expert knowledge|expert level|master|limited|moderate|upper intermediate|highly proficient|proficiency|daily use|currently learning|learning|sehr gut|gut|grundlagen|grundkenntnisse|gute kenntnisse|sehr gute kenntnisse|fundierte kenntnisse|fortgeschritten|experte|anf[äa]nger|kenntnisse|basiskenntnisse|erweiterte kenntnisse|vertiefte kenntnisse|expertenkenntnisse|solide kenntnisse|sicher|t[äa]glich|profi|niveau avanc[ée]|avanc[ée]|interm[ée]diaire|d[ée]butant|courant|bon niveau|tr[èe]s bon niveau|ma[îi]trise|notions|confirm[ée]|bonne ma[îi]trise|bonnes? connaissances?|avanzado|nivel avanzado|intermedio|nivel intermedio|b[áa]sico|nivel b[áa]sico|medio|nivel medio|alto|nivel alto|experto|usuario|nivel usuario|principiante'
const YEARS =
  '\\d{1,2}\\+?\\s?(?:years?|yrs?|y|jahren?|ans?|a[ñn]os?|months?|monate?|mois|meses)(?:\\s(?:of\\s)?(?:experience|exp|erfahrung|berufserfahrung|d.exp[ée]rience|de experiencia))?\\.?'
const NUMBER = '\\d{1,3}\\s?%|\\d{1,2}(?:[.,]\\d)?\\s?\\/\\s?(?:5|10|100)'
const LEVEL = `(?:(?:${LEVEL_WORDS})(?:\\s(?:level|user|skills?|knowledge|niveau))?|${YEARS}|${NUMBER}|since \\d{4}|seit \\d{4}|depuis \\d{4}|desde \\d{4})`
const ONLY_LEVEL = new RegExp(`^[([]?${LEVEL}[)\\]]?$`, 'iu')
/** Levels that hardly belong to the name before them. */
const LEVEL_ALONE =
  '(?:nivel |a nivel |niveau )?(?:avanzad[oa]|intermedi[oa]|b[áa]sic[oa]|avanc[ée]e?|interm[ée]diaire|d[ée]butant)|sehr gut|fortgeschritten|grundkenntnisse|advanced|intermediate|beginner'
const LEVEL_BEHIND = new RegExp(
  `\\s*(?:[([]\\s?${LEVEL}(?:[,;/]\\s?${LEVEL})?\\s?[)\\]]|\\s[–—-]\\s?${LEVEL}|:\\s?${LEVEL}|\\s(?:${NUMBER}|${LEVEL_ALONE}))$`,
  'iu',
)
const VERSIONS = /\s*\((?:versions?|version|v\.?|ver\.?)\s[^)]{1,20}\)$/i
/** Dots, stars and bars that show a level. */
const SIGNS = /[●○◉◎■□▪▫★☆⭑⭒✦✧▰▱▮▯█▓▒░◆◇⬤◯⚫⚪✔✓✅🟊\u25cf\u2b24]+/gu
const BULLETS = /^[\s•·‣◦∙–—*➢➤►▶»>-]+(?=[^\s])/u
const SEPARATOR = /[,;|•·‣◦∙⋅●▪■◆➢➤►▶»\t\n]|\s[/–—]\s|\s{3,}|\s-\s/u
const FILLERS =
  /^(?:etc\.?|usw\.?|u\.\s?a\.?|and more|and others|et cetera|including|z\.\s?b\.|e\.g\.|i\.e\.|inkl\.|entre otros|entre autres|as well as|sowie|others?|various|more)$/iu
const LEAD_IN =
  /^(?:and|und|et|y|or|e\.g\.|z\.\s?B\.|incl\.|including|sowie|as well as|etc\.?,?|proficient (?:in|with)|experienced? (?:in|with)|skilled (?:in|at|with)|knowledge of|familiar(?:ity)? with|working knowledge of|advanced knowledge of|strong knowledge of|basic knowledge of|good knowledge of|expertise in|expert in|fluent in|competent (?:in|with)|kenntnisse in|sehr gute kenntnisse in|gute kenntnisse in|grundkenntnisse in|sicherer umgang mit|umgang mit|ma[îi]trise (?:de|d'|du|des)|connaissances? (?:de|d'|du|des|en)|conocimientos? (?:de|en|avanzados? (?:de|en))|manejo (?:de|avanzado de)|dominio de)\s+/iu

/** Who speaks of themselves writes sentences. */
const OF_ONESELF = /\b(?:I|I'm|I've|my|me|we|ich|mein\w*|mir|je|j['’]|mes|mi|mis|yo|he|me)\s+\p{Ll}+.{20}/u

const MOST_WORDS = 7
const LONGEST = 70

/** Whether a text says a level, a number of years or nothing but dots. */
export function isLevel(text: string): boolean {
  const bare = text.replace(SIGNS, '').trim()
  return bare === '' || ONLY_LEVEL.test(bare)
}

/** Whether a text lists several things. */
export function hasSeparators(text: string): boolean {
  return outside(text).some(part => SEPARATOR.test(part))
}

/** The text outside of brackets. */
function outside(text: string): string[] {
  return text.replace(/\([^()]{0,200}\)/g, '()').split('()')
}

/** The items of a list; `sentence` holds what is too long to be one. */
export function itemsOf(text: string): { items: string[]; sentences: string[] } {
  if (OF_ONESELF.test(text)) return { items: [], sentences: [text] }
  const items: string[] = []
  const sentences: string[] = []
  const parts = splitOutside(text)
  const enumerated = parts.length >= 3 || (parts.length === 2 && text.includes(','))
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1
    for (const raw of opened(part)) {
      for (const each of enumerated && last ? unjoined(raw) : [raw]) {
        const item = cleanItem(each)
        if (item === '') continue
        if (isItem(item) && !(LEAD_IN.test(each.trim()) && item.split(' ').length > 3)) items.push(item)
        else sentences.push(item)
      }
    }
  }
  // Commas of running text make no list.
  return sentences.length * 2 > items.length ? { items: [], sentences: [text] } : { items, sentences }
}

function isItem(item: string): boolean {
  return (
    item.length <= LONGEST &&
    item.split(/\s+/).length <= MOST_WORDS &&
    /\p{L}/u.test(item) &&
    !/\p{Ll}{3,}\.\s+\p{Lu}/u.test(item)
  )
}

/** Cuts at separators that stand in no bracket. */
function splitOutside(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (char === '(' || char === '[') depth++
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const length = separatorAt(text, at)
    if (length === 0) continue
    parts.push(text.slice(from, at))
    at += length - 1
    from = at + 1
  }
  parts.push(text.slice(from))
  return parts
}

/** The length of the separator at an offset; 0 when there is none. "CI/CD", "1,5" and "Semi-Senior" hold none. */
function separatorAt(text: string, at: number): number {
  const char = text.charAt(at)
  if (/[;|•·‣◦∙⋅●▪■◆➢➤►▶»\t\n]/u.test(char)) return 1
  if (char === ',' || char === '、')
    return /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)) ? 0 : 1
  if (char === ' ' && text.charAt(at + 1) === '*' && text.charAt(at + 2) === ' ') return 3
  if (char === ' ' && /[/–—-]/.test(text.charAt(at + 1)) && text.charAt(at + 2) === ' ')
    return isLevel(text.slice(at + 3).split(/[,;|•·]/)[0] ?? '') ? 0 : 3
  return 0
}

/** "AWS (EC2, S3)" is three skills, "SQL (Postgres)" one. */
function opened(text: string): string[] {
  const match = /^([^()]{1,60})\(([^()]{1,300})\)([^()]{0,20})$/u.exec(text.trim())
  if (!match) return [text]
  const [, before = '', inner = '', after = ''] = match
  const inside = inner.split(/[,;|]|\s\/\s/).map(part => part.trim())
  if (inside.length < 2 || inside.every(isLevel)) return [text]
  return [`${before.trim()} ${after.trim()}`.trim(), ...inside.filter(part => !isLevel(part))]
}

/** The last of an enumeration: "Linux and Docker" are two. */
function unjoined(text: string): string[] {
  const match = /^(.{1,40}?)\s+(?:and|und|et|y|&)\s+(.{1,40})$/iu.exec(text.trim())
  if (!match) return [text]
  const [, first = '', second = ''] = match
  const short = (part: string) => part.split(' ').length <= 2
  return short(first) && short(second) && /^[\p{Lu}\d.]/u.test(first) === /^[\p{Lu}\d.]/u.test(second)
    ? [first, second]
    : [text]
}

function cleanItem(text: string): string {
  let item = text
    .replace(SIGNS, ' ')
    .replace(/[\ue000-\uf8ff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  item = item.replace(BULLETS, '').replace(LEAD_IN, '').replace(VERSIONS, '')
  for (let round = 0; round < 3; round++) item = item.replace(LEVEL_BEHIND, '').trim()
  item = item.replace(/^[:"“”'’\s]+|[\s:;,"“”'’]+$/gu, '')
  if (/\.$/.test(item) && !/\b(?:\p{Lu}\.)+$|etc\.$/u.test(item)) item = item.slice(0, -1)
  if (item.split('(').length !== item.split(')').length)
    item = item.replace(/\s*\([^)]*$/, '').replace(/^[^(]*\)\s*/, '')
  if (
    FILLERS.test(item) ||
    /^[ABC][12]\+?$|https?:|www\.|^(?:page|seite|p[áa]gina)\s?\d/iu.test(item) ||
    isLevel(item) ||
    !/[\p{L}\d]/u.test(item)
  )
    return ''
  return item.trim()
}
