import { type Found, found } from './found.ts'
import type { Layout, Line } from './layout.ts'
import { ICONS, SITES } from './link-sites.ts'
import type { Piece } from './pieces.ts'
import { foldText } from './section-names.ts'

/** A page of the person's own; the address is http or https. */
export interface OwnLink {
  label: string
  url: string
}

const ENDINGS =
  'com|org|net|io|dev|me|ai|app|co|edu|gov|info|biz|tech|design|page|site|website|xyz|online|blog|eu|cloud|studio|art|digital|agency|space|works|work|codes|code|name|pro|tv|cc|live|life|world|photography|photos|media|software|systems|academy|consulting|engineer|engineering|cv|social|link|ninja|rocks|land|store|shop|club|team|berlin|hamburg|koeln|wien|bayern|paris|bzh|alsace|cat|gal|eus|madrid|barcelona|london|wales|scot|nyc'
const COUNTRIES =
  'at|au|be|bg|br|ca|ch|cl|cn|cz|de|dk|ee|es|fi|fr|gr|hk|hr|hu|id|ie|il|in|is|it|jp|kr|li|lt|lu|lv|ma|mx|my|ng|nl|no|nz|ar|pe|ph|pk|pl|pt|ro|rs|ru|se|sg|si|sk|th|tn|tr|tw|ua|uk|us|uy|vn|za|ke|gh|eg|sa|ae'
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}@.])(?:https?:\\/\\/)?(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})\\.){1,4}(?:${ENDINGS}|${COUNTRIES})(?![\\p{L}\\p{N}@-]|\\.\\p{L})(?:[/?#][^\\s|<>"•·,;]{0,300})?`,
  'giu',
)
/** Any ending, where the address says itself that it is one. */
const MARKED =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}(?![\p{L}\p{N}@-])(?:[/?#][^\s|<>"•·,;]{0,300})?/giu
/** Any ending, where the address is all that stands there, in small letters, behind a label at most. */
const ALONE =
  /^(?:[\p{L} -]{2,20}:\s?)?((?:[a-z\d][a-z\d-]{0,62}\.){1,4}[a-z]{2,24}(?:\/[^\s|<>"•·,;]{0,200})?)(?:\s?\(\p{L}{4,12}\))?$/u
/** Endings of files, of degrees and of abbreviations. */
const NOT_ENDING =
  /\.(?:js|jsx|ts|tsx|mjs|json|css|html?|xml|ya?ml|md|txt|rtf|csv|tsv|pdf|docx?|xlsx?|pptx?|odt|pages|tex|zip|py|rb|rs|java|cpp|php|sql|sh|exe|png|jpe?g|gif|svg|net|ing|nat|med|phil|jur|pol|oec|prof|kfm|inf|eng|ed|tel|fax|mobil)$/i
/** Products whose names look like addresses. */
const NOT_ADDRESS =
  /^(?:(?:asp|vb|ado|ml|f#|c#)\.net|[^/]*\bsocket\.io|(?:node|vue|next|react|d3|three|express|nuxt)\.(?:js|io)|b\.?sc|m\.?sc)$/i
const HANDLE = /^@?[\p{L}\p{N}][\p{L}\p{N}._-]{1,60}$/u

/**
 * The person's own pages, as shown in the head and contact sections: written out, behind a word or an icon, or as a
 * handle beside the name of its site. A LinkedIn page counts anywhere. Pages of projects and papers do not.
 */
export function findLinks(pieces: readonly Piece[], layout: Layout, hasHead: boolean): Found<OwnLink>[] {
  const links: Found<OwnLink>[] = []
  const seen = new Set<string>()
  const add = (raw: string | null, confidence: number, lines: Line[], label = '', quote?: string) => {
    const url = raw === null ? null : pageOf(raw)
    if (url === null) return
    const key = url
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .toLowerCase()
    if (seen.has(key) || key === '') return
    // "github.com" alone is the site, not the person's page.
    const site = siteOf(url)
    if (site && !site.page.test(new URL(url).pathname)) return
    seen.add(key)
    links.push(found({ label: site?.name ?? label, url }, confidence, lines, quote))
  }

  const above = handlesAbove(pieces)
  let joined: Piece | null = null
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]
    if (piece === joined) continue
    const texts = addressesIn(piece, next)
    joined = next && !piece.text.replace(/ ?\/ ?/g, '/').includes(texts.at(-1) ?? '') ? next : null
    for (const text of texts)
      add(completed(text, piece), 0.95, [piece.line], '', text.replace(/^https?:\/\//, ''))
    if (texts.length > 0) continue
    const target = piece.link
    const over = above.get(piece)
    if (over === '') continue
    const handle = over ?? handleOf(piece, next)
    if (target !== null && isPage(target)) {
      add(
        target,
        0.9,
        [piece.line],
        /^(?:my )?(?:portfolio|web ?site|blog|home ?page|web)$/i.test(piece.text) ? piece.text : '',
      )
      continue
    }
    if (handle) add(handle, 0.75, [piece.line])
  }
  for (const { url } of layout.links) if (hasHead && siteOf(url)?.page.test(pathOf(url))) add(url, 0.7, [])
  if (!links.some(link => link.value.label === 'LinkedIn'))
    for (const line of layout.lines) {
      const written = addressesOf(line.text).find(
        text => siteOf(`https://${text.replace(/^https?:\/\//, '')}`)?.name === 'LinkedIn',
      )
      if (!written) continue
      add(written, 0.7, [line])
      break
    }
  return links.slice(0, 30)
}

function addressesOf(text: string): string[] {
  const without = text
    .slice(0, 3000)
    .replace(/[^\s@|]{1,64}@[^\s|]{1,200}/g, ' ')
    .replace(/[([{](?:at|ät|arroba)[)\]}]\s?\S{1,200}/gi, ' ')
  const known = [...without.matchAll(ADDRESS)]
  return (known.length > 0 ? known : [...without.matchAll(MARKED)])
    .map(match => match[0].replace(/[).,:;\]'"]+$/, ''))
    .filter(address => !NOT_ADDRESS.test(address))
}

/** An address under an ending that is none of the usual ones: "anna-muster.example". */
function unusualIn(text: string): string[] {
  const address = text.length < 250 ? ALONE.exec(text)?.[1] : undefined
  if (address === undefined) return []
  const host = address.replace(/\/.*$/, '')
  const named = host
    .split('.')
    .slice(0, -1)
    .some(label => label.length > 2)
  return named && !NOT_ENDING.test(host) && !NOT_ADDRESS.test(host) ? [address] : []
}

/** Addresses written in a piece; one that breaks at the end of a narrow line goes on in the next. */
function addressesIn(piece: Piece, next: Piece | undefined): string[] {
  const usual = addressesOf(piece.text.replace(/ ?\/ ?/g, '/'))
  const addresses = usual.length > 0 ? usual : unusualIn(piece.text)
  const last = addresses.at(-1)
  if (!last || !next || next.at !== piece.at + 1 || !piece.text.endsWith(last)) return addresses
  const more = next.text.replace(/\s?\((?:linkedin|github|portfolio|personal|other|company|blog)\)$/i, '')
  const goesOn = /^[\p{L}\p{N}._-]{1,60}\/?$/u.test(more) && addressesOf(more).length === 0
  const path = last.replace(/^https?:\/\//i, '').includes('/')
  const other = next.link !== null && next.link !== piece.link
  if (
    !goesOn ||
    other ||
    !/[/-]$/.test(last) ||
    !path ||
    !/\/.*[^/]/.test(last.replace(/^https?:\/\//i, '')) ||
    (piece.link !== null && !piece.link.includes(more))
  )
    return addresses
  return [...addresses.slice(0, -1), last + more]
}

/** What the link behind it says in full, where the text shows the beginning of it; else the text. */
function completed(text: string, piece: Piece): string {
  const bare = (url: string) =>
    url
      .replace(/^https?:\/\//i, '')
      .replace(/^www\./i, '')
      .replace(/\/$/, '')
      .toLowerCase()
  for (const run of piece.line.runs) {
    if (run.link === null || !isPage(run.link) || /\.\.\.|…/.test(run.link)) continue
    if (bare(run.link).startsWith(bare(text)) && bare(run.link).length > bare(text).length) {
      const more = bare(run.link).slice(bare(text).length)
      // A site named in short with the whole page behind it; or a text cut off. Not: tracking.
      if (!/^[?#]/.test(more) && (siteOf(run.link) || /[-/…]$/.test(text))) return run.link
    }
  }
  return text
}

/** "LinkedIn: anna-muster", "in/anna-muster", "annam (GitHub)", a handle after an icon. */
function handleOf(piece: Piece, next: Piece | undefined): string | null {
  const { text } = piece
  const icon = SITES.find(site => site.name === ICONS[piece.icon])
  if (icon?.from && HANDLE.test(text)) return icon.from(text.replace(/^@/, ''))
  const inHandle = /^\/?in\/([\p{L}\p{N}-]{3,80})\/?$/u.exec(text)?.[1]
  if (inHandle) return `linkedin.com/in/${inHandle}`
  const labelled = /^([\p{L} ]{2,15})\s?(?::\/\/|[:/]|\s-)\s?\/?(\S{2,80})$/u.exec(text)
  const behind = /^(\S{2,80})\s?[([]\s?([\p{L} ]{2,15})\s?[)\]]$/u.exec(text)
  for (const [label, handle] of [
    [labelled?.[1], labelled?.[2]],
    [behind?.[2], behind?.[1]],
    [
      text,
      /^[\p{L} ]+$/u.test(text) && next && isNear(piece, next) && isHandle(next.text) ? next.text : undefined,
    ],
  ]) {
    const site = label ? SITES.find(each => each.words.split('|').includes(foldText(label))) : undefined
    const bare = handle?.replace(/^\/?(?:in|u|user|profile)\//, '').replace(/\/$/, '')
    if (site?.from && bare && HANDLE.test(bare) && !/^\d+$/.test(bare))
      return site.from(bare.replace(/^@/, ''))
  }
  return null
}

const siteNamed = (text: string): (typeof SITES)[number] | undefined =>
  SITES.find(site => site.words.split('|').includes(foldText(text)))

/**
 * Handles over the names of their sites, as some programs set them, alone or several beside each other: what each name
 * makes of the handle over it; '' for the handle, which needs no other look.
 */
function handlesAbove(pieces: readonly Piece[]): Map<Piece, string> {
  const result = new Map<Piece, string>()
  const rows = new Map<number, Piece[]>()
  for (const piece of pieces) rows.set(piece.at, [...(rows.get(piece.at) ?? []), piece])
  for (const [at, row] of rows) {
    const over = rows.get(at - 1)
    if (over?.length !== row.length || over.some(piece => result.has(piece) || !isPlainHandle(piece)))
      continue
    const sites = row.map(piece => siteNamed(piece.text.replace(/^\((.*)\)$/, '$1')))
    if (sites.some(site => !site?.from)) continue
    for (const [index, piece] of row.entries()) {
      const handle = over[index]
      if (!handle) continue
      result.set(piece, sites[index]?.from?.(handle.text.replace(/^@/, '')) ?? '')
      result.set(handle, '')
    }
  }
  return result
}

/** One word that is no name of a site, with a sign or in small letters. */
const isPlainHandle = ({ text, line }: Piece): boolean =>
  HANDLE.test(text) &&
  siteNamed(text) === undefined &&
  (isHandle(text) || text === text.toLowerCase()) &&
  addressesOf(text).length === 0 &&
  line.text.length < 90

const isNear = (piece: Piece, next: Piece): boolean =>
  next.line.page === piece.line.page && (next.at === piece.at || next.at === piece.at + 1)

/** A handle under the name of its site has a sign that words do not have. */
const isHandle = (text: string): boolean =>
  /[\d_.@-]/.test(text) &&
  !/^[\d\s().+-]+$/.test(text) &&
  addressesOf(text).length === 0 &&
  !/@.+\./.test(text)

function siteOf(url: string): (typeof SITES)[number] | null {
  try {
    const { hostname } = new URL(url)
    return SITES.find(site => site.host.test(hostname.toLowerCase())) ?? null
  } catch {
    return null
  }
}

function pathOf(url: string): string {
  try {
    return new URL(url).pathname
  } catch {
    return ''
  }
}

const isPage = (target: string): boolean => /^https?:\/\//i.test(target) && pageOf(target) !== null

/** An address of the web as http or https; null for anything else. */
function pageOf(raw: string): string | null {
  const text = raw.trim()
  if (text.length > 2000 || /[\s<>"\\]/.test(text)) return null
  const whole = /^https?:\/\//i.test(text)
    ? text
    : /^[a-z][a-z\d+.-]*:/i.test(text) && !/^[^/]*\.[^/]*:/.test(text)
      ? null
      : `https://${text}`
  if (whole === null || !URL.canParse(whole)) return null
  const { protocol, hostname, username, href } = new URL(whole)
  if (!/^https?:$/.test(protocol) || username !== '' || !hostname.includes('.')) return null
  return /[^\x21-\x7e]/.test(whole) ? href : whole.replace(/\/$/, '')
}
