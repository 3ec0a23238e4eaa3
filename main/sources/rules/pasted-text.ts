import { cleanText } from '../../postings/rules/clean-text.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { fromFirstLine } from './rescue.ts'
import { hasLegalForm, namesRole } from './role-words.ts'

/** What a pasted posting says of itself, for filling a form in beforehand: null where it is not clear. */
export interface PastedText {
  title: string | null
  company: string | null
  location: string | null
  /** The only address in the text. */
  url: string | null
  /** The whole text, tidied. */
  description: string
  /** When HTML was pasted. */
  description_html: string | null
}

/** Lines in which the facts of a posting stand before its text begins. */
const HEAD_LINES = 12
const MAX_LINE = 120

const TITLE_LABEL =
  /^(?:job ?title|title|position|role|stelle|stellenbezeichnung|poste|intitulé du poste|puesto)\s*[:–-]\s*(\S.*)$/i
const COMPANY_LABEL =
  /^(?:company(?: name)?|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|empresa)\s*[:–-]\s*(\S.*)$/i
const PLACE_LABEL =
  /^(?:job ?)?(?:location|place of work|based in|standort|arbeitsort|einsatzort|lieu|ubicación|office)\s*[:–-]\s*(\S.*)$/i
const ROLE_AT = /^(.{3,100}?)\s+(?:at|@|bei|chez)\s+(\p{Lu}[^.!?]{1,60}|\p{N}[^.!?]{1,60})$/u
const HEADING =
  /^(?:(?:full )?job (?:description|posting|details|summary)|about(?: the (?:job|role|company|team|position)| us)?|description|overview|summary|the role|responsibilities|requirements|qualifications|apply(?: now)?|save|share|easy apply|skip to.*|home|back(?: to.*)?|stellenbeschreibung|aufgaben|profil)\s*:?$/i
const ABOUT = /^(?:[Aa]bout|ABOUT|[Üü]ber)\s+(\p{Lu}[\p{L}\p{N}&.'’ -]{1,50}?)\s*:?$/u
const NOT_A_NAME = /^(?:the|us|you|your|our|this|job|role|team|company|position|me|uns|die|das|dich)\b/i
const SAYS_NAME =
  /(?:^|[.!?]\s+|\n)(?:(?:here )?at )?(\p{Lu}[\p{L}\p{N}&.'’-]*(?: \p{Lu}[\p{L}\p{N}&.'’-]*){0,3}) (?:is|are) (?:looking for|hiring|seeking|searching for|recruiting)\b/u

/** Reads a pasted posting (plain text or HTML). */
export function readPastedText(pasted: string): PastedText {
  const { text, html } = cleanDescription(pasted)
  const lines = text
    .split('\n')
    .map(line => cleanText(line.replace(/^[-•*#]+\s*/, '')))
    .filter(line => line !== '')
  const head = lines.slice(0, HEAD_LINES)
  const piped = fromFirstLine(head[0] ?? '')
  const top = piped ?? readTop(head)
  const labelled = (label: RegExp): string | null =>
    named(head.map(line => label.exec(line)?.[1]).find(found => found !== undefined))
  const company = labelled(COMPANY_LABEL) ?? top.company ?? companyInText(lines, text)
  return {
    title: labelled(TITLE_LABEL) ?? top.title,
    company,
    location: labelled(PLACE_LABEL) ?? top.location,
    url: onlyUrl(text),
    description: text,
    description_html: html,
  }
}

function named(text: string | undefined): string | null {
  const name = text?.trim() ?? ''
  return name === '' || name.length > MAX_LINE ? null : name
}

interface Top {
  title: string | null
  company: string | null
  location: string | null
}

/** The title line and what stands right below it, as boards lay postings out. */
function readTop(head: readonly string[]): Top {
  const at = head.slice(0, 5).findIndex(isTitleLine)
  if (at === -1) return { title: null, company: null, location: null }
  const line = head[at] ?? ''
  const [, role, employer] = ROLE_AT.exec(line) ?? []
  if (role !== undefined && employer !== undefined && namesRole(role))
    return { title: role, company: employer.trim(), location: null }
  const below = readBelow(head[at + 1] ?? '')
  const above = at > 0 ? (head[at - 1] ?? '') : ''
  const company = below.company ?? (hasLegalForm(above) && above.length <= 60 ? above : null)
  return { title: line, company, location: below.location }
}

function isTitleLine(line: string): boolean {
  if (line.length > MAX_LINE || HEADING.test(line) || line.includes('://')) return false
  // A sentence is no title; neither is a greeting or a label.
  if (/[.!?,;:]$/.test(line) || line.split(/\s+/).length > 14 || /^[\p{L} ]{3,30}:\s/u.test(line))
    return false
  return namesRole(line) && !/^(?:we|you|our|as|are|is|wir|nous|du|sie)\b/i.test(line)
}

/** "Acme · Berlin, Germany (Hybrid)", or a company alone with its legal form. */
function readBelow(line: string): Pick<Top, 'company' | 'location'> {
  const parts = line.split(/\s+[·•|]\s+|\s·\s?/).map(part => part.trim())
  const [first = '', second = ''] = parts
  if (parts.length >= 2 && isNameLike(first) && !namesRole(first))
    return { company: first, location: isPlaceLike(second) ? second : null }
  return { company: line.length <= 60 && hasLegalForm(line) ? line : null, location: null }
}

const REMARK =
  /\b(?:ago|applicants?|full[- ]time|part[- ]time|posted|reposted|people|clicked|salary|per (?:year|hour)|remote|hybrid|on-?site)\b/i

const isNameLike = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 60 &&
  /^[\p{Lu}\p{N}]/u.test(text) &&
  !REMARK.test(text) &&
  !/[.!?:]$|https?:/.test(text.replace(/\b(?:inc|ltd|co)\.$/i, ''))

/** A town with a region, or a place that a bracket marks: a remark such as "3 days ago" is none. */
const isPlaceLike = (text: string): boolean =>
  text.length <= 80 &&
  /^\p{Lu}/u.test(text) &&
  !/\b(?:ago|applicants?|full|part|time|posted|reposted|people|clicked)\b|\d/i.test(text) &&
  (/,\s*\p{Lu}/u.test(text) ||
    /\((?:remote|hybrid|on-?site)\)$|^remote\b/i.test(text) ||
    /^\p{L}+(?: \p{L}+)?$/u.test(text))

/** A company that a heading names and the text repeats, or that "is looking for" somebody. */
function companyInText(lines: readonly string[], text: string): string | null {
  for (const line of lines) {
    const name = ABOUT.exec(line)?.[1]?.trim()
    if (name === undefined || NOT_A_NAME.test(name) || namesRole(name)) continue
    if (text.split(name).length > 2) return name
  }
  const said = SAYS_NAME.exec(text.slice(0, 5000))?.[1]
  return said === undefined || NOT_A_NAME.test(said) || /^(?:we|who|it|they|he|she|client)$/i.test(said)
    ? null
    : said
}

function onlyUrl(text: string): string | null {
  const found = new Set(text.match(/https?:\/\/[^\s<>"')\]]{4,1000}/g) ?? [])
  const [only] = found
  return found.size === 1 && only !== undefined && URL.canParse(only) ? only.replace(/[.,;]+$/, '') : null
}
