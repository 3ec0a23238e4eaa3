import { type Found, found } from './found.ts'
import { hasJobWord } from './job-words.ts'
import type { Line } from './layout.ts'
import type { Piece } from './pieces.ts'
import type { Section } from './section.ts'

const LONGEST = 5000
/** Words that keep their hyphen at the end of a line. */
const OWN_HYPHEN =
  /(?:^|[^\p{L}])(?:\p{L}{1,3}|[\p{L}-]*-\p{L}+|cloud|full|front|back|data|user|cross|multi|real|self|well|long|high|short|event|test|cost|team|open|half|hands|mission|results?|detail|client|customer|goal|time|world|award|decision|problem|solution|service|object|entry|mid|peer|post|micro|large|small|fast|forward|third|first|second|part|step|face|state|best|value|revenue|people|growth|quality|safety|evidence|patient|student|child|family|design|model|domain|security|health|risk|tech|business|process|product)[-\u2010]$/iu

/** Lines of a printed paragraph as one text: words that a hyphen broke are joined. */
function joinLines(lines: readonly Line[]): string {
  let text = ''
  for (const line of lines) {
    if (text.length > LONGEST) break
    const broken = /\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(line.text)
    // Whether the hyphen belongs to the word is not said: between whole words ("full-stack") it mostly does.
    if (broken) text = OWN_HYPHEN.test(text.slice(-40)) ? text + line.text : text.slice(0, -1) + line.text
    else text += `${text === '' ? '' : line.bullet ? '\n' : ' '}${line.text}`
  }
  return text
}

/** What the person says of themselves in a few sentences: the summary section, else the prose of the head. */
export function findSummary(sections: readonly Section[], taken: ReadonlySet<Line>): Found<string> | null {
  const section = sections.find(each => each.kind === 'summary' && each.lines.length > 0)
  if (section) {
    const text = joinLines(section.lines).slice(0, LONGEST)
    if (text.length >= 20) return found(text, 0.9, section.lines)
  }
  const head = sections[0]?.kind === 'head' && sections.length > 1 ? sections[0].lines : []
  const start = head.findIndex(line => !taken.has(line) && isProse(line.text))
  if (start < 0) return null
  const lines: Line[] = []
  for (const line of head.slice(start)) {
    if (taken.has(line) || /@|https?:|www\./.test(line.text) || line.column !== head[start]?.column) break
    if (
      lines.length > 0 &&
      !isProse(line.text) &&
      line.text.split(' ').length < 2 &&
      !/[.!]$/.test(line.text)
    )
      break
    lines.push(line)
  }
  const text = joinLines(lines).slice(0, LONGEST)
  return text.length >= 60 ? found(text, 0.6, lines) : null
}

/** A sentence and not a row of contacts or names. */
function isProse(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length < 7 || /[@|•]|\d{5}/.test(text)) return false
  return words.filter(word => /^[\p{Ll}]/u.test(word)).length >= words.length * 0.5
}

/** What the person does in a few words: the line below the name, or one with the words of a job title. */
export function findHeadline(
  pieces: readonly Piece[],
  name: readonly Piece[],
  isTaken: (piece: Piece) => boolean,
): Found<string> | null {
  const last = name.at(-1)
  if (!last) return null
  const from = pieces.indexOf(last)
  for (const piece of pieces.slice(from + 1, from + 9)) {
    if (piece.at - last.at > 4 || isTaken(piece)) continue
    const near = piece.at - last.at <= 1
    if (!isHeadline(piece.text)) continue
    const job = hasJobWord(piece.text)
    if (!job && !(near && isMarked(piece) && piece.line.cells.length === 1)) continue
    const next = pieces.find(each => each.at === piece.at + 1)
    // A title in large letters that goes on in the next line.
    const goesOn =
      next &&
      !isTaken(next) &&
      piece.line.size !== null &&
      next.line.size === piece.line.size &&
      piece.line.size > 14 &&
      /^\p{Ll}/u.test(next.text)
    if (goesOn && next) return found(`${piece.text} ${next.text}`, 0.75, [piece.line, next.line])
    const whole =
      piece.line.cells.length === 1 && piece.line.text.length <= 120 && !isTakenLine(piece, pieces, isTaken)
        ? piece.line.text
        : piece.text
    return found(whole, job ? 0.85 : 0.6, [piece.line], whole)
  }
  return null
}

/** Another piece of its line is a name, an address or a number. */
function isTakenLine(piece: Piece, pieces: readonly Piece[], isTaken: (piece: Piece) => boolean): boolean {
  return pieces.some(each => each.line === piece.line && (isTaken(each) || !isHeadline(each.text)))
}

const isMarked = (piece: Piece): boolean =>
  piece.bold || piece.caps || piece.line.heading !== null || piece.line.runs.some(run => run.italic)

function isHeadline(text: string): boolean {
  const words = text.split(/\s+/).length
  return (
    words <= 14 &&
    text.length >= 3 &&
    text.length <= 120 &&
    !/[@:]|\d{3}|https?|www\.|[.!?]$/.test(text.replace(/\b(?:B|M)\.\s?(?:Sc|A|Eng)\.$/, ''))
  )
}
