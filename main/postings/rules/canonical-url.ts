import { addressOnBoard } from './board-addresses.ts'

/** Parameters that say where a visitor came from, not what the page is. */
const TRACKING =
  /^(?:utm_|mc_|pk_|hsa_|_hs|lever-|trk|icid|iis|iisn)|^(?:gclid|fbclid|msclkid|dclid|igshid|yclid|_ga|_gl|gh_src|source|src|origin|referrer|referer|refid|trackingid|tracking|position|pagenum|jobboardsource|jobsource|campaign|medium|from|redirect|t|s|sid|cmpid|ccuid|lang|locale|hl|codes|vjk|promotion|step|rx_\w+|__jvst|__jvsd|jobpipeline|mode|needsredirect|width|height|bga|jan1offset|jun1offset)$/i
const LOCALE = /^[a-z]{2}[-_][a-z]{2}$/i
const LANGUAGE = /^(?:en|de|fr|es|it|nl|pt|pl|sv|da|fi|cs|ja|zh)$/
const APPLY =
  /^(?:apply|application|applications|apply-now|applynow|apply_now|applymanually|autofillwithresume|thanks|bewerben|postuler)$/i
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i

/**
 * One address for the many ways of writing the address of a posting: https, host in lower case without "www.",
 * no fragment, tracking parameters, language, "/apply" or trailing slash, the other parameters sorted. Addresses
 * of known applicant tracking systems are reduced to the id of the posting, so a company's own page and the board
 * agree. Null when it is not an http(s) address, or only the home page of a site.
 */
export function canonicalUrl(url: string | null): string | null {
  if (url === null || !/^\s*https?:\/\//i.test(url)) return null
  const parsed = URL.parse(url.trim())
  if (parsed === null || parsed.hostname === '') return null
  const host = parsed.hostname.replace(/^www\d?\.|\.$/g, '')
  const segments = parsed.pathname.split('/').filter(segment => segment !== '')
  return boardAddress(host, segments, parsed.searchParams) ?? generalAddress(host, parsed, segments)
}

/** Addresses on the boards of applicant tracking systems; null when it is not one. */
function boardAddress(host: string, segments: readonly string[], query: URLSearchParams): string | null {
  return (
    greenhouse(host, segments, query) ??
    ashby(host, segments, query) ??
    lever(host, segments) ??
    workday(host, segments) ??
    addressOnBoard(host, segments, query)
  )
}

/** Job ids of Greenhouse are unique over all boards; companies embed them as `gh_jid`. */
function greenhouse(host: string, segments: readonly string[], query: URLSearchParams): string | null {
  const onBoard = host.endsWith('greenhouse.io')
  const position = segments.indexOf('jobs')
  const id = query.get('gh_jid') ?? (onBoard ? (query.get('token') ?? segments[position + 1]) : null)
  return id != null && /^\d{5,}$/.test(id) ? `https://boards.greenhouse.io/jobs/${id}` : null
}

function ashby(host: string, segments: readonly string[], query: URLSearchParams): string | null {
  const id = query.get('ashby_jid') ?? (host === 'jobs.ashbyhq.com' ? segments[1] : null)
  const uuid = id == null ? null : UUID.exec(id)
  return uuid === null ? null : `https://jobs.ashbyhq.com/${uuid[0].toLowerCase()}`
}

function lever(host: string, segments: readonly string[]): string | null {
  if (!/^jobs(?:\.eu)?\.lever\.co$/.test(host)) return null
  const uuid = UUID.exec(segments[1] ?? '')
  return uuid === null ? null : `https://${host}/${uuid[0].toLowerCase()}`
}

/** ".../job/London/Data-Engineer_R-123-1": the number at the end counts the sites of a tenant that show one requisition. */
function workday(host: string, segments: readonly string[]): string | null {
  if (!host.endsWith('.myworkdayjobs.com') && !host.endsWith('.myworkdaysite.com')) return null
  const position = segments.findIndex(segment => segment === 'job' || segment === 'details')
  if (position < 0) return null
  const slug = segments.slice(position + 1).findLast(segment => !APPLY.test(segment) && segment.includes('_'))
  const requisition = slug?.slice(slug.lastIndexOf('_') + 1).replace(/-\d{1,2}$/, '')
  return requisition !== undefined && /\d{3}/.test(requisition) ? `https://${host}/job/${requisition}` : null
}

function generalAddress(host: string, parsed: URL, segments: readonly string[]): string | null {
  const path = segments.filter(
    (segment, index) => !LOCALE.test(segment) && !(index === 0 && LANGUAGE.test(segment)),
  )
  // ".../applications/new"
  if (path.at(-1) === 'new' && APPLY.test(path.at(-2) ?? '')) path.pop()
  while (path.length > 1 && (APPLY.test(path.at(-1) ?? '') || /^index\.\w+$/.test(path.at(-1) ?? '')))
    path.pop()
  const query = keptQuery(parsed.searchParams)
  // A route after "#" names the posting on single-page sites; any other fragment is a place within the page.
  const route = /^#!?\/.*\d/.test(parsed.hash) ? parsed.hash : ''
  if (path.length === 0 && query === '' && route === '') return null
  const port = parsed.port === '' ? '' : `:${parsed.port}`
  return `https://${host}${port}/${path.join('/')}${query}${route}`
}

function keptQuery(query: URLSearchParams): string {
  if (query.size === 0) return ''
  const kept = [...query].filter(
    // "ref" is a requisition on some sites, and the name of a referrer on most.
    ([name, value]) => !(TRACKING.test(name) || (/^ref$/i.test(name) && !/\d/.test(value)) || value === ''),
  )
  if (kept.length === 0) return ''
  kept.sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
  return `?${new URLSearchParams(kept)}`
}
