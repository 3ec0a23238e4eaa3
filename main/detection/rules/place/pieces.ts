import { foldWord, isCapital, type Token, tokenise } from './fold.ts'
import type { Gazetteer, Meaning } from './gazetteer.ts'
import { ALONE, COMMON, DOTTED, NEVER_ALONE, NOISE, SHORT_FOR, STREET, TIME, WIDE } from './words.ts'

/** A stretch of text that names a place (or may), with everything it can mean. */
export interface Piece {
  meanings: readonly Meaning[]
  start: number
  end: number
  /** True when nothing but noise ("remote", "area", a postcode) stood beside it in its segment. */
  whole: boolean
  /** True for letters such as "TX" or "DE", which need a partner. */
  short: boolean
  /** True for an everyday word ("Mobile", "Most") that is a place only beside its province or country. */
  weak: boolean
}

/** A segment between commas, dashes or brackets. */
export interface Segment {
  start: number
  end: number
  pieces: Piece[]
  /** The words when nothing was recognised in them, else null: perhaps a place that the gazetteer lacks. */
  unknown: Token[] | null
  wide: boolean
}

const LONGEST = 7
/** Abbreviations that are a country whatever their case and company. */
const PLAIN_SHORT = new Set(['uk', 'usa', 'us', 'uae', 'gb'])

/** Whether a name is one of those letters: "UK", "U.S.", "uk". */
export function isCountryInLetters(text: string, { start, end }: { start: number; end: number }): boolean {
  return PLAIN_SHORT.has(text.slice(start, end).replaceAll('.', '').toLowerCase())
}

const UK_POSTCODE = /\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})\b/

/**
 * Reads one segment of a place text. `strict` wants capitals and refuses common words, for running text; `alone`
 * says that no other segment stands beside it.
 */
export function readSegment(
  text: string,
  start: number,
  end: number,
  gazetteer: Gazetteer,
  strict: boolean,
  alone = false,
): Segment {
  const all = tokenise(text, start, end, 40)
  const segment: Segment = { start, end, pieces: [], unknown: null, wide: false }
  if (all.some(token => TIME.has(token.key))) return segment
  const named = alone && !strict ? aloneName(text, all, gazetteer) : null
  if (named) {
    segment.pieces.push(named)
    return segment
  }
  const letters = smallLetters(text, start, all, gazetteer, strict)
  const whole = letters ?? meaningsOf(text, all, gazetteer, strict)
  if (whole.length > 0) {
    segment.pieces.push(pieceOf(text, all, whole, true))
    return segment
  }
  if (isStreet(all)) return segment
  const words = beforeNear(
    all.filter(
      (token, i) => !isPostcode(text, token) && !/^\d/.test(token.key) && !isDutchLetters(text, all, i),
    ),
  )
  const postcode = hasDigit(text, start, end) ? UK_POSTCODE.exec(text.slice(start, end).toUpperCase()) : null
  const kept = trimNoise(text, words, gazetteer)
  const trimmed = kept.length === 0 ? [] : meaningsOf(text, kept, gazetteer, strict)
  if (trimmed.length > 0) {
    segment.pieces.push(pieceOf(text, kept, trimmed, true))
  } else {
    scan(text, words, gazetteer, strict, segment)
  }
  if (postcode && segment.pieces.length === 0) {
    const at = start + postcode.index
    segment.unknown = null
    segment.pieces.push({
      meanings: [{ kind: 'country', country: 'GB' }],
      start: at,
      end: at + postcode[0].length,
      whole: true,
      short: false,
      weak: false,
    })
  }
  return segment
}

/** "LA" and "DC" without a partner are the cities. */
function aloneName(text: string, all: readonly Token[], gazetteer: Gazetteer): Piece | null {
  const kept = all.filter(token => !NOISE.has(token.key))
  const key = kept.length === 1 && isShort(text, kept) ? ALONE[kept[0]?.key ?? ''] : undefined
  return key === undefined ? null : { ...pieceOf(text, kept, gazetteer.meanings(key), true), short: false }
}

/** "london, on": after a comma two letters are a province or a country in small letters too. */
function smallLetters(
  text: string,
  start: number,
  all: readonly Token[],
  gazetteer: Gazetteer,
  strict: boolean,
): readonly Meaning[] | null {
  const key = all.length === 1 && !strict && text[start - 1] === ',' ? all[0]?.key : undefined
  if (key?.length !== 2) return null
  const found = abbreviated(key, gazetteer)
  return found.length > 0 ? found : null
}

/** What letters can mean, with those that the gazetteer lacks. */
function abbreviated(letters: string, gazetteer: Gazetteer): readonly Meaning[] {
  const known = gazetteer.abbreviations(letters.toUpperCase())
  const name = SHORT_FOR[letters.toLowerCase()]
  return name === undefined ? known : [...gazetteer.meanings(name), ...known]
}

/** The first words of the names of wide regions. */
const WIDE_BEGINNINGS = new Set([...WIDE].map(name => name.split(' ', 1)[0] ?? ''))

/** The names that may begin with a word, the shortest first. */
function namesFrom(words: readonly Token[], from: number): string[] {
  const names: string[] = []
  let name = ''
  for (let i = from; i < Math.min(words.length, from + LONGEST); i++) {
    name = i === from ? (words[i]?.key ?? '') : `${name} ${words[i]?.key ?? ''}`
    names.push(name)
  }
  return names
}

/** Longest names first, left to right; what stays over decides whether the names stand alone. */
function scan(text: string, words: Token[], gazetteer: Gazetteer, strict: boolean, segment: Segment): void {
  const found: Piece[] = []
  const singles: boolean[] = []
  let left = 0
  let wide = false
  for (let i = 0; i < words.length; ) {
    let taken = 0
    const first = words[i]
    if (!first) break
    const mayBeWide = WIDE_BEGINNINGS.has(first.key)
    // In running text no name begins with a small letter.
    const names = strict && !mayBeWide && !isCapital(text, first.start) ? [] : namesFrom(words, i)
    for (let n = names.length; n > 0 && taken === 0; n--) {
      const name = names[n - 1] ?? ''
      if (mayBeWide && WIDE.has(name)) {
        wide = true
        taken = n
        break
      }
      if (n === 1 && (NOISE.has(first.key) || NEVER_ALONE.has(first.key)) && !isShort(text, [first])) break
      // "Remote OK" is no place of Oklahoma.
      if (n === 1 && first.key === 'ok' && NOISE.has(words[i - 1]?.key ?? '')) break
      if (n > 1 && gazetteer.meanings(name).length === 0) continue
      const run = words.slice(i, i + n)
      const meanings = meaningsOf(text, run, gazetteer, strict)
      if (
        meanings.length > 0 &&
        !(leadsOn(text, words, i + n) && !nameFollows(text, words, i + n, gazetteer, strict))
      ) {
        found.push(pieceOf(text, run, meanings, false))
        singles.push(n === 1 && COMMON.has(first.key))
        taken = n
      }
    }
    if (taken === 0 && !NOISE.has(words[i]?.key ?? '')) left++
    i += Math.max(1, taken)
  }
  segment.wide = wide
  for (const [index, piece] of found.entries()) {
    if (left > 0 && (singles[index] || (piece.short && !isPlainProvince(piece, words)))) continue
    piece.whole = left === 0
    segment.pieces.push(piece)
  }
  if (found.length === 0 && !wide && left > 0) segment.unknown = words
}

/** "Hunter Valley NSW": letters of one sense at the end need no other name beside them. */
function isPlainProvince(piece: Piece, words: readonly Token[]): boolean {
  const [only, ...others] = piece.meanings
  if (others.length > 0 || only?.kind !== 'province' || piece.end - piece.start < 3) return false
  return words.at(-1)?.start === piece.start
}

/** True when the words after the small words are a place of their own ("Leeds and London"). */
function nameFollows(
  text: string,
  words: readonly Token[],
  after: number,
  gazetteer: Gazetteer,
  strict: boolean,
): boolean {
  let at = after
  while (at < words.length && LEADS_ON.has(words[at]?.key ?? '')) at++
  for (let n = Math.min(4, words.length - at); n > 0; n--) {
    if (meaningsOf(text, words.slice(at, at + n), gazetteer, strict).length > 0) return true
  }
  return false
}

function pieceOf(
  text: string,
  tokens: readonly Token[],
  meanings: readonly Meaning[],
  whole: boolean,
): Piece {
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  const short = isShort(text, tokens)
  const weak = tokens.length === 1 && !short && NEVER_ALONE.has(tokens[0]?.key ?? '')
  return { meanings, start, end: withDot(text, start, end), whole, short, weak }
}

/** A last dot belongs to "Washington D.C." and "U.S.". */
function withDot(text: string, start: number, end: number): number {
  return text[end] === '.' && /\.[A-Z]$/i.test(text.slice(start, end)) ? end + 1 : end
}

/** "TX", "NSW", "U.S.": two or three capitals. */
function isShort(text: string, tokens: readonly Token[]): boolean {
  const only = tokens.length === 1 ? tokens[0] : undefined
  if (!only || only.key.length > 3) return false
  const code = text.charCodeAt(only.start)
  if (code < 65 || code > 90) return false
  return /^(?:[A-Z]{2,3}|(?:[A-Z]\.){1,2}[A-Z]\.?)$/.test(text.slice(only.start, only.end))
}

function meaningsOf(
  text: string,
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  strict: boolean,
): readonly Meaning[] {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last || tokens.length > LONGEST) return []
  if (strict && !isCapital(text, first.start)) return []
  const key = tokens.length === 1 ? first.key : tokens.map(token => token.key).join(' ')
  const short = isShort(text, tokens) || (!strict && PLAIN_SHORT.has(key))
  const known = key.length < 3 && !short ? [] : plainSense(gazetteer.meanings(key))
  const dotted = tokens.length === 1 && text[last.end] === '.' ? DOTTED[key] : undefined
  if (dotted !== undefined && known.length === 0) return gazetteer.abbreviations(dotted)
  // "LA" and "CO" are no towns of two letters; "SF" is written for a city of another name.
  const named =
    key.length > 2
      ? known
      : known.filter(m => m.kind !== 'city' || foldWord(gazetteer.city(m.city).name) !== key)
  if (short && tokens.length === 1) {
    const every = abbreviated(text.slice(first.start, last.end).replaceAll('.', ''), gazetteer)
    const more = PLAIN_SHORT.has(key) ? every.filter(meaning => meaning.kind === 'country') : every
    return named.length === 0 ? more : [...named, ...more]
  }
  return named
}

/** A country whose name is a province of it as well ("Mexico") is meant as the country. */
function plainSense(meanings: readonly Meaning[]): readonly Meaning[] {
  if (meanings.length < 2) return meanings
  return meanings.filter(
    item =>
      item.kind !== 'province' ||
      !meanings.some(other => other.kind === 'country' && other.country === item.country),
  )
}

const NEAR = new Set(['near', 'nr', 'bei', 'close', 'outside'])
/** Words that lead a place name on: "Waltham on the Wolds", "Wartberg ob der Aist". */
const LEADS_ON = new Set(
  'on upon under le in the am an der ob sur sous en de del di do cum next by les lez aux al im a of and'.split(
    ' ',
  ),
)

/** "Wartberg near Linz" is Wartberg; "Office near Linz" is left as it is. */
function beforeNear(words: Token[]): Token[] {
  const at = words.findIndex(word => NEAR.has(word.key))
  return at > 0 && words.slice(0, at).some(word => !NOISE.has(word.key)) ? words.slice(0, at) : words
}

/** True when a name goes on behind its match with small words and a further capital. */
function leadsOn(text: string, words: readonly Token[], after: number): boolean {
  let at = after
  while (at < words.length && LEADS_ON.has(words[at]?.key ?? '')) at++
  const next = words[at]
  if (at === after || !next || NOISE.has(next.key)) return false
  return isCapital(text, next.start)
}

/** "129 Cleveland Dr": a house number and a word for a street. */
function isStreet(tokens: readonly Token[]): boolean {
  if (tokens.length < 2) return false
  const numbered =
    /^\d{1,4}[a-z]?$/.test(tokens[0]?.key ?? '') || /^\d{1,4}[a-z]?$/.test(tokens.at(-1)?.key ?? '')
  if (!numbered) return false
  const street = tokens.some(
    (token, i) =>
      i > 0 && (STREET.has(token.key) || /(?:strasse|str|weg|allee|platz|gasse)$/.test(token.key)),
  )
  return street || /^\d{1,3}$/.test(tokens[0]?.key ?? '')
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) return true
  }
  return false
}

function isPostcode(text: string, token: Token): boolean {
  return (
    hasDigit(token.key, 0, token.key.length) &&
    /^[A-Z]{0,2}\d[\dA-Z]{0,6}$/i.test(text.slice(token.start, token.end))
  )
}

/** The letters of "1012 AB Amsterdam". */
function isDutchLetters(text: string, tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]
  const token = tokens[index]
  if (
    !before ||
    !token ||
    before.key.length !== 4 ||
    !/^\d{4}$/.test(before.key) ||
    index + 1 >= tokens.length
  )
    return false
  return /^[A-Z]{2}$/.test(text.slice(token.start, token.end))
}

function trimNoise(text: string, words: readonly Token[], gazetteer: Gazetteer): Token[] {
  let from = 0
  let to = words.length
  while (from < to && NOISE.has(words[from]?.key ?? '')) from++
  const last = words[to - 1]
  // "London ON": capitals at the end are the province, although "on" is a small word.
  const province =
    last !== undefined &&
    to - from > 1 &&
    isShort(text, [last]) &&
    !NOISE.has(words[to - 2]?.key ?? '') &&
    gazetteer.abbreviations(last.key.toUpperCase()).length > 0
  while (!province && to > from && NOISE.has(words[to - 1]?.key ?? '')) to--
  return words.slice(from, to)
}
