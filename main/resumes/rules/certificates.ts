import type { ResumeCertificate } from '../../contract/resumes.ts'
import { findDates } from './dates.ts'
import type { DateContext } from './dates-points.ts'
import { type Found, found } from './found.ts'
import { isBold } from './heading-look.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'

const MOST = 50
const ISSUED =
  /^(?:issued by|issuer|by|from|ausgestellt von|d[ée]livr[ée] par|emitido por|organisation|anbieter)\s*:?\s*/iu
const CREDENTIAL =
  /\b(?:credential id|id de la credencial|license(?: no| number)?|certificate (?:no|number|id)|zertifikatsnummer|nr|no)\b\.?\s*[:#]?\s*[\p{L}\d-]*\d[\p{L}\d-]*/giu

const VALIDITY =
  /[([]\s*(?:exp|expires?|expiry|valid until|valid to|until|g[üu]ltig bis|valable jusqu\S*|v[áa]lido hasta)?[.:]?\s*[)\]]/giu

/** Certificates and courses with who gave them and when, from their sections. */
export function findCertificates(
  sections: readonly Section[],
  context: DateContext,
): Found<ResumeCertificate>[] {
  const certificates: Found<ResumeCertificate>[] = []
  for (const section of sections) {
    if (section.kind !== 'certificates') continue
    for (const lines of entriesOf(section.lines)) {
      const read = readCertificate(lines, context)
      if (read && certificates.length < MOST) certificates.push(read)
    }
  }
  return certificates
}

/** One entry a bullet, or a bold line with what follows, or a line. */
function entriesOf(lines: readonly Line[]): Line[][] {
  const entries: Line[][] = []
  const bullets = lines.some(line => line.bullet)
  const bold = lines.some(line => line.runs[0]?.bold) && lines.some(line => !line.runs[0]?.bold)
  // Names with their dates over who gave them, in turns.
  const dated = lines.filter(line => /\b(?:19|20)\d\d\b/.test(line.text)).length
  const turns = !bullets && dated * 2 === lines.length
  for (const [at, line] of lines.entries()) {
    const last = entries.at(-1)
    const goesOn =
      last !== undefined &&
      last.length < 4 &&
      (bullets && last[0]?.bullet
        ? !line.bullet && (line.gap ?? 0) < 0.9
        : (turns && at % 2 === 1 && !/\b(?:19|20)\d\d\b/.test(line.text)) ||
          ISSUED.test(line.text) ||
          line.text.startsWith('(') ||
          /^\p{Ll}/u.test(line.text) ||
          isOnlyDate(line.text) ||
          (bold && last[0]?.runs[0]?.bold === true && !line.runs[0]?.bold && !line.bullet))
    if (goesOn) last.push(line)
    else entries.push([line])
  }
  return entries
}

const isOnlyDate = (text: string): boolean =>
  text.length < 30 && /\b(?:19|20)\d\d\b/.test(text) && text.replace(/[^\p{L}]/gu, '').length <= 12

function readCertificate(lines: readonly Line[], context: DateContext): Found<ResumeCertificate> | null {
  const parts: string[] = []
  let date = ''
  for (const [at, line] of lines.entries())
    for (const cell of at > 0 && /^\p{Ll}/u.test(line.text) ? [line.text] : line.cells) {
      let text = cell.slice(0, 600)
      const [range] = findDates(text, context)
      if (range) {
        if (date === '') date = range.end === '' || range.end === 'present' ? range.start : range.end
        text = `${text.slice(0, range.from)} ${text.slice(range.to)}`
      }
      text = text
        .replace(CREDENTIAL, ' ')
        .replace(VALIDITY, ' ')
        .replace(/[([]\s*[)\]]/g, ' ')
        .replace(/\s+/g, ' ')
      text = text.replace(/^[\s,;:|•·–—-]+|[\s,;:|•·–—-]+$/gu, '')
      if (text === '') continue
      const last = parts.at(-1)
      if (at > 0 && last !== undefined && /^[\p{Ll}(]/u.test(text))
        parts[parts.length - 1] = `${last} ${text}`
      else parts.push(text)
    }
  const [first = ''] = parts
  if (first.length < 2 || !/\p{L}{2}/u.test(first) || first.length > 250) return null
  const cut =
    /^(.{3,150}?)(?:\s[–—|-]\s|\s?[|•]\s|,\s(?=\p{Lu})|\s(?:by|von|par|por|issued by)\s)(.{2,120})$/u.exec(
      first,
    )
  const issuer = (parts[1] ?? cut?.[2] ?? '').replace(ISSUED, '')
  const name = parts[1] === undefined ? (cut?.[1] ?? first) : first
  const sure = lines[0] && (lines[0].bullet || isBold(lines[0]) || date !== '') ? 0.8 : 0.7
  return found({ name, issuer: issuer.split(/\s[–—|]\s/)[0] ?? '', date }, sure, lines)
}
