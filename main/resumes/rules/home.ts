import { isRegion } from './entries-places.ts'
import { type Found, found } from './found.ts'
import { DOCUMENT_NAMES, HOME_LABELS, OTHER_LABELS } from './head-words.ts'
import type { Line } from './layout.ts'
import type { Piece } from './pieces.ts'
import type { Places } from './place-names.ts'
import { foldText } from './section-names.ts'

const HOME = new Set(HOME_LABELS.split('|'))
const OTHER = new Set(OTHER_LABELS.split('|'))
const DOCUMENTS = new Set(DOCUMENT_NAMES.split('|'))

const STREET =
  /\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|terrace|close|crescent|square|place|gardens|hill|row|parkway|pkwy|circle|apt|suite|unit|floor|flat|rue|chemin|impasse|all[ée]e|quai|cours|calle|avda?|avenida|plaza|paseo|carrer|ronda|carretera|piso|via|viale|piazza|corso|rua|ulica|gasse|platz|weg|allee|ring|damm|ufer|chaussee|hof)\b|\bc\/|\p{L}(?:stra(?:ß|ss)e|str\.|gasse|platz|weg|allee|ring|damm|ufer|hof|markt|steig|graben|chaussee|berg|brunnen|gatan|gata|v[äa]gen|vej|veien|straat|laan|plein|gracht|utca|katu)\s?\d/iu
const POSTCODE =
  /(?:^|[\s,])(?:(?:[A-Z]{1,3}[-–]\s?)?(?:\d{4,5}|\d{3}\s\d{2}|\d{2}-\d{3}|\d{4}\s[A-Z]{2})(?:-\d{3,4})?\s+\p{Lu}[\p{L}'’.-]+|\p{Lu}[\p{L}'’. -]{1,40}[, ]\s?[A-Z]{2},?\s+\d{5}(?:-\d{4})?\b|[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b|[A-Z]\d[A-Z]\s?\d[A-Z]\d\b)/u
/** "Dublin 8", "Paris 11e". */
const NUMBERED_TOWN = /(?:^|,\s*)(\p{Lu}\p{L}+)\s+\d{1,2}(?:e|er|[èe]me)?\b/u
/** "Grenoble (38)", "Singapore 119077". */
const DISTRICT = /^(\p{Lu}[\p{L}\s'’-]{1,40}?)(?:\s?\(\d{2,3}\)|\s\d{6})$/u
/** The first half of a British postcode. */
const OUTWARD = /[\s,]+[A-Z]{1,2}\d[\dA-Z]?$/u
/** "4417 Willow Bend Drive": the number is the house's. */
const HOUSE_FIRST =
  /^\d{1,5}[a-z]?\s+[^,\d]{2,40}?\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|way|terrace|close|crescent|square|place|gardens|hill|row|parkway|pkwy|circle)\b/iu
const hasPostcode = (text: string): boolean => POSTCODE.test(text.replace(HOUSE_FIRST, ' '))
const TWO_LETTERS = /^\p{Lu}[\p{L}'’.\s-]{1,40},\s?[A-Z]{2,3}(?:,?\s+(?:USA|US|United States))?\.?$/u
const NAMES_ONLY =
  /^(?:\p{Lu}[\p{L}'’.]*|de|del|la|el|las|los|am|an|der|im|in|of|the|upon|on|and|und|sur|sous|le|les|du|y|bei|ob|d['’]\p{L}+)(?:\s(?:\p{Lu}[\p{L}'’.]*|de|del|la|el|las|los|am|an|der|im|in|of|the|upon|on|and|und|sur|sous|le|les|du|y|bei|ob)|-\p{L}[\p{L}'’.]*)*$/u

interface Candidate {
  text: string
  lines: Line[]
  score: number
  at: number
}

/**
 * Where the person lives, as printed in the head and the contact sections: a postal address (its lines joined), a town
 * with its region or country, or what stands behind a label. Null where none is printed.
 */
export function findHome(
  pieces: readonly Piece[],
  taken: ReadonlySet<Piece>,
  places: Places,
): Found<string> | null {
  const candidates: Candidate[] = []
  for (const [index, piece] of pieces.entries()) {
    if (taken.has(piece) || piece.text.length > 160) continue
    const candidate = readHome(piece, pieces, index, taken, places)
    if (candidate) candidates.push(candidate)
  }
  candidates.sort((a, b) => b.score - a.score || a.at - b.at)
  const best = candidates[0]
  if (!best || best.score < 2) return null
  return found(best.text, Math.min(0.97, 0.5 + best.score * 0.08), best.lines, best.text)
}

function readHome(
  piece: Piece,
  pieces: readonly Piece[],
  index: number,
  taken: ReadonlySet<Piece>,
  places: Places,
): Candidate | null {
  const previous = pieces[index - 1]
  const { label, rest } = labelOf(piece.text)
  if (label === 'other') return null
  if (previous && isLabelOnly(previous, 'other') && previous.at === piece.at) return null
  const labelled =
    label === 'home' ||
    (previous !== undefined && isLabelOnly(previous, 'home') && piece.at - previous.at <= 1)
  const text = rest
    .replace(
      /\s*[([](?:remote|hybrid|onsite|on-site|open to [^)\]]{1,40}|willing [^)\]]{1,40})[)\]]\s*$/i,
      '',
    )
    .replace(/[\s.,;]+$/, '')
  if (text.length < 2 || isLabelOnly(piece, 'home') || isContact(text)) return null
  let score = shapeOf(text === text.toLowerCase() ? capitalised(text) : text, places)
  if (labelled) score += score > 0 ? 3 : text.length <= 80 ? 2.5 : 0
  if (/[\uf041\uf3c5\uf124\uf015\uf59f\uf276\u{1f4cd}\u{1f3e0}\u{1f4cc}⌂]/u.test(piece.icon)) score += 3
  if (score <= 0) return null
  // A street goes on with its town, in the next piece or line, and a town with its country.
  let whole = text
  const lines = [piece.line]
  let last = piece
  for (const next of pieces.slice(index + 1, index + 5)) {
    const more = next.text.replace(/[\s.,;]+$/, '')
    if (
      taken.has(next) ||
      next.at > last.at + 1 ||
      next.line.page !== last.line.page ||
      next.line.column !== piece.line.column
    )
      break
    if (isContact(more) || labelOf(more).label !== null || whole.length + more.length > 140) break
    const shape = shapeOf(more, places)
    const fits = isStreetOnly(whole)
      ? shape >= 2
      : !places.isRegion(lastPart(whole)) &&
        places.isRegion(more) &&
        next.line !== last.line &&
        (labelled || whole !== text)
    if (!fits) break
    whole = `${whole}, ${more}`
    if (lines.at(-1) !== next.line) lines.push(next.line)
    score += shape * 0.7
    last = next
  }
  return { text: whole, lines, score: score - index * 0.02, at: index }
}

const lastPart = (text: string): string => text.split(/\s*,\s*/).at(-1) ?? ''

const isStreetOnly = (text: string): boolean =>
  STREET.test(text) &&
  /\d/.test(text) &&
  !hasPostcode(text) &&
  !/,\s*\p{Lu}\p{L}{2,}/u.test(text.replace(/^[^,]*,\s*(?:apt|flat|unit|suite|piso|\d)[^,]*/iu, ''))

function isContact(text: string): boolean {
  return (
    /@|https?:|www\.|\.(?:com|org|net|io|de|dev)\b/i.test(text) ||
    /\d[\d\s().-]{7,}\d/.test(text.replace(/\b\d{5}\b/g, ''))
  )
}

/** How much a text looks like where somebody lives: 0 not at all, 4 a postal address. */
function shapeOf(text: string, places: Places): number {
  if (text.split(/\s+/).length > 16 || /[!?]/.test(text) || DOCUMENTS.has(foldText(text))) return 0
  if (/\b(?:19|20)\d\d\b\s*[-–—]|\b(?:born|geboren|né|née|nacid)/i.test(text)) return 0
  const street = STREET.test(text) && /\d/.test(text)
  if (hasPostcode(text))
    return street
      ? 4
      : /\b\d{4,5}\b|\b[A-Z]{1,2}\d/.test(text)
        ? 3.5
        : street
          ? 3
          : knownPlace(text, places)
            ? 2.2
            : 0
  const numbered = NUMBERED_TOWN.exec(text)?.[1]
  if (numbered && places.isTown(numbered)) return street ? 3.2 : 2.4
  const district = DISTRICT.exec(text)?.[1]
  if (district && places.isTown(district)) return 2.8
  const parts = text
    .replace(/\b\d{4,6}(?:-\d{3,4})?\b/g, ' ')
    .replace(OUTWARD, '')
    .split(/\s*[,/]\s*|\s+[–-]\s+|\s*[()]\s*/)
    .map(part => part.trim())
    .filter(part => part !== '')
  const last = parts.at(-1) ?? ''
  if (parts.length >= 2 && parts.length <= 5) {
    const named = parts.every(part => NAMES_ONLY.test(part))
    if (named && isLand(last, places)) return 3.3
    if (TWO_LETTERS.test(text)) return 2.6
    if (named && parts.some(places.isTown)) return street ? 3.2 : 2.8
    if (street) return 2.6
    return 0
  }
  if (street && text.length < 70) return 2.2
  if (isLand(text, places) && text.length > 3) return 2.4
  if (NAMES_ONLY.test(text) && places.isTown(text)) return 2.3
  return 0
}

/** "bucharest, romania" as others write it. */
const capitalised = (text: string): string =>
  text.replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase())

/** A country or region, by any of its usual names. */
const isLand = (name: string, places: Places): boolean => places.isRegion(name) || isRegion(name)

const knownPlace = (text: string, places: Places): boolean =>
  text.split(/[,\d]+/).some(part => places.isTown(part.trim()))

type Label = 'home' | 'other' | null

/** "Address: …", "Wohnort …": what the text calls itself, and the rest of it. */
function labelOf(text: string): { label: Label; rest: string } {
  const colon = /^([^:]{2,40}):\s*(.*)$/u.exec(text)
  const label = foldText(colon?.[1] ?? '')
  if (colon) {
    if (HOME.has(label)) return { label: 'home', rest: colon[2] ?? '' }
    if (OTHER.has(label)) return { label: 'other', rest: '' }
    return { label: label.length > 0 && label.length < 30 ? 'other' : null, rest: text }
  }
  const words = text.split(' ')
  for (let count = Math.min(4, words.length - 1); count > 0; count--) {
    const start = foldText(words.slice(0, count).join(' '))
    if (OTHER.has(start)) return { label: 'other', rest: '' }
    if (HOME.has(start) && count >= 1 && !/^(?:city|town|home|ort|lugar|lieu|ville|ciudad)$/.test(start))
      return { label: 'home', rest: words.slice(count).join(' ') }
  }
  return { label: null, rest: text }
}

function isLabelOnly(piece: Piece, kind: 'home' | 'other'): boolean {
  const folded = foldText(piece.text)
  return (kind === 'home' ? HOME : OTHER).has(folded)
}
