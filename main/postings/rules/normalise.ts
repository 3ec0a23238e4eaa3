import type { RemoteOption } from '../../contract/values.ts'
import { cleanText, folded } from './clean-text.ts'
import { normalisePlace } from './normalise-place.ts'

export { canonicalUrl } from './canonical-url.ts'
export { cleanText } from './clean-text.ts'
export { normalisePlace } from './normalise-place.ts'

/** What makes two postings one opening at first sight. */
export interface OpeningParts {
  title: string
  company: string
  location_text: string
  city: string | null
  /** Region or state, where the source or detection gives one. */
  province?: string | null
  /** ISO 3166-1 alpha-2. */
  country: string | null
  remote: RemoteOption | null
}

// Nothing longer is a name; the bound keeps hostile input cheap.
const LONGEST = 300

const COMPANY_SUFFIX = new Set(
  `ltd limited inc incorporated llc llp lp plc corp corporation co company gmbh ag kg kgaa ohg ug se mbh ev sa sas
  sarl sasu srl spa sl slu bv nv ab as asa oy oyj aps sro spzoo zoo kft doo pty pte pvt private kk bhd sdn
  group grp holding holdings`.split(/\s+/),
)

/**
 * Normal form of a company name, for comparing only: without case, accents, punctuation, a bracketed remark, a
 * leading "the" and the endings of legal forms ("Ltd", "GmbH & Co. KG", "S.A."), unless nothing else would stay.
 */
export function normaliseCompany(company: string): string {
  const text = folded(cleanText(company).slice(0, LONGEST))
    .replace(/(?<=\S)\s*[([][^()[\]]*[)\]]\s*$/, '')
    .replace(/\b(?:[a-z]\.){2,}(?:[a-z]\b)?/g, initials => initials.replaceAll('.', ''))
    .replace(/\bsp\.?\s?z\.?\s?o\.?\s?o\b\.?/, 'spzoo')
    .replace(/['’`]/g, '')
    .replace(/[&+]/g, ' and ')
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(word => word !== '')
  while (words.length > 1 && words[0] === 'the') words.shift()
  while (words.length > 1 && (COMPANY_SUFFIX.has(words.at(-1) ?? '') || words.at(-1) === 'and')) words.pop()
  return words.join(' ')
}

// Letters of gender marks: German m/w/d, English f/m/x, French h/f, Dutch m/v. "h/w" is hardware, "f/x" exchange.
const GENDER_MARK =
  /[([{]?(?<![\p{L}\p{N}+#])(?:[mwfdhxvi](?:\s?[/|,*·:\\-]\s?[mwfdhxvi]){2,3}|m\s?[/|*]\s?[wfvd]|[wfv]\s?[/|*]\s?m|h\s?[/|*]\s?f|f\s?[/|*]\s?h|gn|all genders?)(?![\p{L}\p{N}+#/])\s?[)\]}]?/gu
const GENDER_ENDING =
  /(?<=\p{L}{3})(?:[*:_·/]-?(?:in|innen|frau|e|ne|se|rice|trice)|\((?:in|e|ne|se|rice|trice|r|s)\))(?!\p{L})/gu
const LABEL =
  /^(?:job(?: title)?|position|vacancy|title|role|stelle|poste|oferta|we(?:'|’)?(?:re| are) hiring|now hiring|hiring|urgent(?:ly hiring)?|new)\s?[:!]+\s*/
const REMARK =
  /[([{]\s?(?:(?:remote|hybrid|onsite|on-site|home ?office|wfh|100 ?%|fully|urgent|asap|immediate|start|new|hot|now|hiring|vacancy|job|possible|optional|or|and|[-/,&|\s])\b[\s%]*)+\s?[)\]}]/g
const TRAILING_REMARK =
  /\s[-–—|]\s*(?:(?:fully |100 ?% )?remote|hybrid|on-?site|urgent|immediate start|asap)\s*$/
const REQUISITION =
  /[([]?(?:#\s?\d{3,}|(?<![\p{L}\p{N}])(?:req(?:uisition)?|job|ref(?:erence)?|posting|vacancy)[\s:#.-]*(?:id|no|nr|number|code)?[\s:#.-]*(?=[\w-]*\d{3})[a-z]{0,3}[-_]?\d[\w-]*|(?<![\p{L}\p{N}])(?:jr|r|req|irc)-?\d{4,})[)\]]?/gu
const TRAILING_NUMBER = /[\s([|,–-]+\d{5,}\s?[)\]]?\s*$/

const TITLE_WORDS = new Map(
  Object.entries({
    sr: 'senior',
    snr: 'senior',
    jr: 'junior',
    jnr: 'junior',
    mgr: 'manager',
    swe: 'software engineer',
    internship: 'intern',
    internships: 'intern',
    'front-end': 'frontend',
    'back-end': 'backend',
    'full-stack': 'fullstack',
    '.net': 'dotnet',
    'dot-net': 'dotnet',
  }),
)

/**
 * Normal form of a title, for comparing only: without case, accents, gender marks, labels such as "Job:", remarks
 * such as "(Remote)" and requisition numbers; a few abbreviations written out. Levels, numbers and every other
 * word stay, so that "II" and "III", or two teams, differ.
 */
export function normaliseTitle(title: string): string {
  let words = titleWords(folded(cleanText(title).slice(0, LONGEST)))
  // What punctuation hid the first time ("Job (12345)") shows in the bare words.
  for (let pass = 0; pass < 6 && MAY_CHANGE_AGAIN.test(words); pass++) {
    const again = titleWords(words)
    if (again === words) break
    words = again
  }
  return words
}

const MAY_CHANGE_AGAIN = /[^a-z ]|\b(?:gn|genders?|front|back|full|node|react|vue|next|dot)\b/
const PLAIN = /^[a-z ]*$/

function titleWords(title: string): string {
  const text = PLAIN.test(title) && !MAY_CHANGE_AGAIN.test(title) ? title : withoutMarks(title)
  const words: string[] = []
  for (const raw of text.split(NOT_IN_WORDS)) {
    const word = raw.replace(/^[.-]+(?!net\b)|[.-]+$/g, '')
    const fullWord = TITLE_WORDS.get(word)
    if (fullWord !== undefined) words.push(fullWord)
    else if (!word.includes('-')) words.push(word)
    else for (const part of word.split('-')) words.push(TITLE_WORDS.get(part) ?? part)
  }
  return words
    .filter(word => word !== '')
    .filter((word, index, all) => word !== all[index - 1])
    .join(' ')
}

const NOT_IN_WORDS = /[^\p{L}\p{M}\p{N}+#.-]+|(?<!\p{L})-+|-+(?!\p{L})/u

/** Each test in front is cheap and keeps the costly expression from the many titles that it cannot change. */
function withoutMarks(title: string): string {
  let text = title
  if (text.includes(':') || text.includes('!')) text = text.replace(LABEL, '')
  if (/[/|*·,\\:-]|\bgn\b|gender/.test(text)) text = text.replace(GENDER_MARK, ' ')
  if (/\p{L}[*:_·/(]/u.test(text)) text = text.replace(GENDER_ENDING, '')
  if (/[([{]/.test(text)) text = text.replace(REMARK, ' ')
  if (/\d{3}/.test(text)) text = text.replace(REQUISITION, ' ').replace(TRAILING_NUMBER, '')
  if (/[-–—|]/.test(text)) text = text.replace(TRAILING_REMARK, '')
  return text
    .replace(/\b(front|back|full)[\s-]+(end|stack)\b/g, '$1$2')
    .replace(/\b(node|react|vue|next)[\s.]?js\b/g, '$1js')
    .replace(/&/g, ' and ')
    .replace(/['’`]/g, '')
}

/**
 * The key of the first de-duplication: postings with one key have the same normalised company, title and place,
 * joined by "|". The place (the part after the last "|") is empty when nothing says where the job is.
 */
export function openingKey(parts: OpeningParts): string {
  const place = placeOf(parts)
  return `${normaliseCompany(parts.company)}|${normaliseTitle(withoutPlace(parts.title, place, parts.location_text))}|${place}`
}

function placeOf(parts: OpeningParts): string {
  const hint = { province: parts.province ?? null, country: parts.country }
  const written = normalisePlace(parts.location_text, hint)
  const city = parts.city === null ? '' : normalisePlace(parts.city, hint)
  // A text that names only a country, or nothing, says less than the detected city.
  if (city !== '' && (written === '' || written === hint.country?.toLowerCase())) return city
  if (written !== '') return written
  if (parts.remote === 'remote') return normalisePlace('remote', hint)
  return parts.country === null ? '' : normalisePlace(parts.country)
}

/** "Network Engineer - Herndon, VA" in Herndon, VA: the place is said twice. */
function withoutPlace(title: string, place: string, location: string): string {
  const name = place.split(',', 1)[0] ?? ''
  if (name === '' || name === 'remote' || title.length > LONGEST) return title
  const text = folded(title)
  // As the place is called here, or as the posting calls it: "Bangalore", "Bengaluru".
  const written = folded(location).split(/[,;(]/, 1)[0]?.trim() ?? ''
  if (!text.includes(name) && (written.length < 3 || !text.includes(written))) return title
  for (const separator of title.matchAll(/\s[-–—|@]\s*|-(?=\p{Lu})|,\s*|\s?\(/gu)) {
    const tail = title.slice(separator.index + separator[0].length).replace(/\)\s*$/, '')
    if (separator.index > 0 && isNothingBut(place, tail)) return title.slice(0, separator.index)
  }
  return title
}

/** Whether a text is the place and no more: "Leeds, UK", and not "Leeds - Night Shift". */
function isNothingBut(place: string, text: string): boolean {
  if (normalisePlace(text) !== place) return false
  const city = place.split(',', 1)[0] ?? ''
  return text.split(/[,|()]|\s[-–—]\s/).every(part => {
    const form = normalisePlace(part)
    return form === '' || form === place || form.split(',', 1)[0] === city || WIDE_PLACE.test(form)
  })
}

/** A country, or a region with its country. */
const WIDE_PLACE = /^(?:[a-z]{2,3}, )?[a-z]{2}$/
