import { type Found, found } from './found.ts'
import {
  DOCUMENT_NAMES,
  NAME_LABELS,
  NOT_NAMES,
  PARTICLES,
  TITLES_AFTER,
  TITLES_BEFORE,
} from './head-words.ts'
import { isCaps } from './heading-look.ts'
import { hasJobWord } from './job-words.ts'
import type { Line } from './layout.ts'
import type { Piece } from './pieces.ts'
import { foldText, headingNameOf, isSpaced } from './section-names.ts'

const DOCUMENT = new Set(DOCUMENT_NAMES.split('|'))
const LABELS = new Set(NAME_LABELS.split('|'))
const SMALL = new Set(PARTICLES.split('|'))
const BEFORE = new Set(TITLES_BEFORE.split('|'))
const AFTER = new Set(TITLES_AFTER.split('|'))
const NEVER = new Set(NOT_NAMES.split('|'))

/** What helps to tell the name from other lines. */
export interface NameHints {
  email: string | null
  /** Title of the file, as its program wrote it. */
  title: string | null
  /** Handles of the person's own pages. */
  handles: readonly string[]
  /** Size of most letters; null where unknown. */
  body: number | null
}

interface Candidate {
  text: string
  lines: Line[]
  pieces: Piece[]
  score: number
}

const MOST_PIECES = 80

/**
 * The person's name in normal case without titles: the largest or first line of the head that can be one, helped by the
 * address, the file's title and a label. Its pieces come along, so that others know what is taken.
 */
export function findName(
  pieces: readonly Piece[],
  lines: readonly Line[],
  hints: NameHints,
): { name: Found<string>; pieces: Piece[] } | null {
  const candidates: Candidate[] = []
  const largest = Math.max(0, ...pieces.slice(0, MOST_PIECES).map(piece => piece.line.size ?? 0))
  for (const [index, piece] of pieces.slice(0, MOST_PIECES).entries()) {
    if (piece.line.page > 1 || piece.text.length > 90) continue
    const next = belowOf(piece, pieces)
    const two = next && isOneName(piece, next, hints) ? readName(`${piece.text} ${next.text}`, hints) : null
    // A handle that stands somewhere below is no name; the first line may be written as one.
    const near = index === 0 ? hints : { ...hints, handles: [] }
    const read = labelledName(piece, pieces[index + 1], hints) ?? readName(piece.text, near)
    if (two && next)
      candidates.push(
        weigh(
          { text: two.text, pieces: [piece, next], lines: [piece.line, next.line] },
          index,
          largest,
          hints,
          0.5,
        ),
      )
    if (read)
      candidates.push(
        weigh(
          { text: read.text, pieces: [piece], lines: [piece.line] },
          index,
          largest,
          hints,
          read.labelled ? 6 : 0,
        ),
      )
  }
  candidates.sort((a, b) => b.score - a.score)
  const best = candidates[0]
  if (!best || best.score < 2) return null
  const text = normalCase(best.text, lines, hints)
  const confidence = Math.min(0.99, 0.45 + best.score * 0.07)
  return {
    name: found(text, confidence, best.lines, best.pieces.length === 1 ? best.pieces[0]?.text : undefined),
    pieces: best.pieces,
  }
}

function weigh(
  candidate: Omit<Candidate, 'score'>,
  index: number,
  largest: number,
  hints: NameHints,
  extra: number,
): Candidate {
  const { text, pieces, lines } = candidate
  const first = pieces[0]
  const words = text.split(' ')
  let score = extra
  const size = lines[0]?.size ?? null
  if (size !== null && largest > 0) {
    if (size >= largest * 0.97 && size > (hints.body ?? 0) * 1.1) score += 3
    else if (size > (hints.body ?? size) * 1.15) score += 1.2
  }
  if ((lines[0]?.heading ?? 9) === 1) score += 2.5
  if (first?.bold) score += 0.7
  score += Math.max(0, 2.4 - index * 0.3)
  const ownHandle = hints.handles.some(handle => addressLikeness(text, handle) >= 0.8)
  if (words.length === 1 && !HAN_NAME.test(text)) score -= ownHandle ? 1 : 2
  if (words.length > 4) score -= 0.8
  score += addressLikeness(text, hints.email) * 4
  if (ownHandle) score += 1
  if (hints.title !== null && ` ${foldText(hints.title)} `.includes(` ${foldText(text)} `)) score += 1.5
  // Nothing but the name on its line.
  if (lines[0] && foldText(lines[0].text) === foldText(text)) score += 0.5
  if (lines[0]?.bullet) score -= 2
  return { ...candidate, score }
}

/** 0–1: how many of a name's words an address or a handle holds; initials count less. */
function addressLikeness(name: string, address: string | null): number {
  if (!address) return 0
  const parts = plain((address.split('@')[0] ?? '').replace(/[\d._+-]+/g, ' ')).split(' ')
  const glued = parts.join('')
  const words = plain(name)
    .split(' ')
    .filter(word => word.length > 1 && !SMALL.has(word))
  if (words.length === 0 || glued.length < 3) return 0
  const shown = words.filter(word => (word.length >= 3 ? glued.includes(word) : parts.includes(word)))
  if (shown.length >= Math.min(2, words.length)) return 1
  if (shown.length === 0) return 0
  const rest = glued.replace(shown[0] ?? '', '')
  return rest.length <= 3 && words.some(word => !shown.includes(word) && rest.startsWith(word.charAt(0)))
    ? 0.8
    : 0.55
}

/** Addresses write "mueller" for "müller": both without the e. */
const plain = (text: string): string => foldText(text).replace(/([aou])e/g, '$1')

const WORD = /^\p{L}[\p{L}\p{M}'’´`.-]*$/u
const PRONOUNS = /\s*[([][^)\]]{1,30}[)\]]/g

/** What friends say, between the names: Anna "Annie" Muster. */
const NICKNAME = /(?<=\p{L}) ["“„«'‘]\p{L}[\p{L} .-]{1,20}["”“»'’](?= \p{L})/gu

/** "李伟 (Li Wei)": what stands in brackets, where only that is in Latin letters. */
function latinOf(text: string): string {
  const inner = /^([^()]{1,40})\s?\((\p{Lu}[\p{L} .'’-]{2,40})\)$/u.exec(text.trim())
  const latin = /\p{Script=Latin}/u
  return inner?.[1] && inner[2] && !latin.test(inner[1]) && latin.test(inner[2]) ? inner[2] : text
}

interface ReadName {
  text: string
  /** It stood behind "Name:" or "Curriculum Vitae of". */
  labelled: boolean
}

/** A text as a name: labels, titles and degrees taken off; null when it cannot be one. */
function readName(printed: string, hints: NameHints): ReadName | null {
  const text = printed.replace(NICKNAME, ' ')
  if (text.length < 2 || text.length > 90 || /[@\d:;!?%&=<>"“„]/.test(text.replace(/^[^:]{1,30}:/, '')))
    return null
  const { rest, labelled } = withoutLabel(latinOf(text).replace(PRONOUNS, ' '))
  const parts = rest.split(',').map(part => part.trim())
  const [first = '', second = ''] = parts
  const titled = parts
    .slice(1)
    .every(part => part.split(/[\s/]+/).every(word => AFTER.has(bare(word))) || hasJobWord(part))
  const turned =
    parts.length === 2 &&
    !titled &&
    second !== '' &&
    addressLikeness(`${second} ${first}`, hints.email) >= 0.55
  if (parts.length > 1 && !titled && !turned) return null
  const whole = turned ? `${second} ${first}` : first
  const words = untitled(
    inOneScript(
      rejoined(whole, hints)
        .split(/\s+/)
        .filter(word => word !== ''),
    ),
  )
  const name = words.join(' ')
  return isName(words, hints) ? { text: name, labelled } : null
}

/** "Li Wei 李伟": the Latin name, where the same stands beside it in another script. */
function inOneScript(words: string[]): string[] {
  const latin = words.filter(word => /\p{Script=Latin}/u.test(word))
  const other = words.filter(word => !/\p{Script=Latin}/u.test(word))
  return latin.length > 0 && other.every(word => /^\p{L}[\p{L}\p{M}·]+$/u.test(word)) ? latin : words
}

const HAN_NAME = /^\p{Script=Han}{2,4}$/u
/** Signs of the words for résumé, personal, education, work, skills, contact and the like. */
const HAN_WORDS =
  /[简簡履历歷]|教育|工作|[经經][历歷验驗]|技能|[联聯]系|[个個]人|信息|資料|资料|求[职職]|自我/u
/** Words of addresses that are nobody's name. */
const MAILBOX = /^(?:info|contact|kontakt|hello|mail|office|jobs?|careers?)$/

function isName(words: readonly string[], hints: NameHints): boolean {
  if (words.length === 0 || words.length > 6) return false
  const name = words.join(' ')
  const own = words.filter(word => !SMALL.has(foldText(word)))
  if (own.length === 0 || own.length > 5 || !own.some(word => word.replace(/[^\p{L}]/gu, '').length >= 2))
    return false
  if (words.some(word => !WORD.test(word) || word.length > 30)) return false
  const like = addressLikeness(name, hints.email)
  const folded = foldText(name)
  if (DOCUMENT.has(folded)) return false
  if (HAN_NAME.test(name)) return !HAN_WORDS.test(name)
  const agrees = like >= 0.8 || hints.handles.some(handle => addressLikeness(name, handle) === 1)
  if (own.some(word => !/^\p{Lu}/u.test(word)) && !agrees) return false
  if (words.length === 1 && (hasJobWord(name) || MAILBOX.test(folded))) return false
  const heading = headingNameOf(name)
  if (heading && (!heading.weak || like < 0.5)) return false
  if (like < 0.8 && (hasJobWord(name) || folded.split(' ').some(word => NEVER.has(word)))) return false
  // A sentence ends with a full stop; an initial may.
  return !/\p{L}{3,}\.$/u.test(name)
}

/** What stands behind "Curriculum Vitae of", "Name:", "Lebenslauf" or before "Resume". */
function withoutLabel(text: string): { rest: string; labelled: boolean } {
  const colon = /^([^:]{2,40}):\s*(.+)$/u.exec(text)
  if (colon) {
    const label = foldText(colon[1] ?? '')
    return LABELS.has(label) || DOCUMENT.has(label)
      ? { rest: colon[2] ?? '', labelled: true }
      : { rest: '', labelled: false }
  }
  const words = text.split(' ')
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const start = words.slice(0, count).join(' ')
    const folded = foldText(start)
    const known = DOCUMENT.has(folded) || LABELS.has(folded) || (count >= 2 && isHeadHeading(start))
    if (!known) continue
    const rest = words
      .slice(count)
      .join(' ')
      .replace(/^(?:of|for|von|de|du|der|des|[–—|-])\s+/iu, '')
    if (rest !== '') return { rest, labelled: true }
  }
  const last = foldText(words.at(-1) ?? '')
  if (words.length > 2 && /^(?:cv|resume|lebenslauf)$/.test(last))
    return {
      rest: words
        .slice(0, -1)
        .join(' ')
        .replace(/(?:['’]s)?(?:\s[–—-])?$/u, ''),
      labelled: true,
    }
  return { rest: text, labelled: false }
}

function isHeadHeading(text: string): boolean {
  const heading = headingNameOf(text)
  return heading !== null && heading.kind === 'head' && isCaps(text)
}

const bare = (word: string): string => foldText(word.replace(/[.'’()®-]/g, ''))

/** Without titles before and degrees behind it; at least one word stays. */
function untitled(words: string[]): string[] {
  let from = 0
  let to = words.length
  while (
    from < to - 1 &&
    BEFORE.has(bare(words[from] ?? '')) &&
    /[.\p{Ll}]|^(?:DR|PROF|MR|MRS|MS)$/u.test(words[from] ?? '') &&
    isTitle(words[from] ?? '')
  )
    from++
  while (
    to - from > 2 &&
    AFTER.has(bare(words[to - 1] ?? '')) &&
    /^[\p{Lu}.()]{2,}$|\p{Lu}.*\p{Lu}|\.$/u.test(words[to - 1] ?? '')
  )
    to--
  return words.slice(from, to)
}

/** "M." and "Fr." are titles with their dot; "Don" and "Med" may be names. */
function isTitle(word: string): boolean {
  return (
    word.endsWith('.') ||
    !/^(?:m|fr|don|ing|mag|med|nat|phil|pol|col|sr|lt|dipl|dame|lord|sir|miss)$/i.test(word)
  )
}

/** "J O H N" and "J OHN D OE": letters set apart or in small capitals, joined; the address tells where a word ends. */
function rejoined(text: string, hints: NameHints): string {
  const parts = text.split(' ')
  if (isSpaced(text)) return divided(parts.join(''), hints)
  const pairs = parts.length >= 4 && parts.length % 2 === 0
  if (
    pairs &&
    parts.every((part, at) => (at % 2 === 0 ? /^\p{Lu}$/u.test(part) : /^\p{Lu}{2,}$/u.test(part)))
  )
    return parts
      .map((part, at) => (at % 2 === 0 ? part : `${part} `))
      .join('')
      .trim()
  return text
}

function divided(letters: string, hints: NameHints): string {
  const words = foldText((hints.email ?? '').split('@')[0] ?? '').split(' ')
  for (const word of [...words, ...foldText(hints.title ?? '').split(' ')]) {
    if (word.length < 2 || word.length >= letters.length) continue
    const folded = foldText(letters)
    if (folded.length === letters.length && folded.startsWith(word))
      return `${letters.slice(0, word.length)} ${letters.slice(word.length)}`
    if (folded.length === letters.length && folded.endsWith(word))
      return `${letters.slice(0, -word.length)} ${letters.slice(-word.length)}`
  }
  return letters
}

/** "Name ⇥ Anna Muster": the label in a cell of its own; first and last name on lines of their own. */
function labelledName(piece: Piece, next: Piece | undefined, hints: NameHints): ReadName | null {
  if (!next || next.at !== piece.at || !LABELS.has(foldText(piece.text))) return null
  const read = readName(next.text, hints)
  return read && { ...read, labelled: true }
}

/** The piece of the same size on one of the next two lines. */
function belowOf(piece: Piece, pieces: readonly Piece[]): Piece | null {
  const { size, column, page } = piece.line
  return (
    pieces.find(
      each =>
        each.at > piece.at &&
        each.at <= piece.at + 2 &&
        each.line.page === page &&
        each.line.column === column &&
        size !== null &&
        each.line.size !== null &&
        Math.abs(each.line.size - size) <= size * 0.05,
    ) ?? null
  )
}

/** First name over last name, both in large letters. */
function isOneName(piece: Piece, next: Piece, hints: NameHints): boolean {
  const size = piece.line.size ?? 0
  if (size <= (hints.body ?? size) * 1.2 || (piece.bold !== next.bold && piece.caps !== next.caps))
    return false
  const short = (text: string) => text.split(' ').filter(word => !SMALL.has(foldText(word))).length <= 2
  return short(piece.text) && short(next.text) && readName(next.text, hints) !== null
}

/** Normal case: as another place of the text writes it, else capitals at the beginnings of words. */
function normalCase(name: string, lines: readonly Line[], hints: NameHints): string {
  // "Anna MUSTER": the last name in capitals.
  if (!isCaps(name) && name !== name.toLowerCase())
    return name
      .split(' ')
      .map(word =>
        isCaps(word) && word.replace(/[^\p{L}]/gu, '').length > 3 ? normalCase(word, lines, hints) : word,
      )
      .join(' ')
  const folded = name.toLowerCase()
  for (const text of [hints.title ?? '', ...lines.slice(0, 400).map(line => line.text)]) {
    const at = text.toLowerCase().indexOf(folded)
    const written = at < 0 ? '' : text.slice(at, at + name.length)
    if (written !== '' && !isCaps(written) && /^\p{Lu}/u.test(written)) return written
  }
  return name
    .split(' ')
    .map((word, at) => {
      const small = word.toLowerCase()
      if (at > 0 && SMALL.has(foldText(word)) && small.length <= 3 && small.length > 1) return small
      return small
        .replace(/(^|[-'’´`.])(\p{L})/gu, (_, sign: string, letter: string) => sign + letter.toUpperCase())
        .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    })
    .join(' ')
}
