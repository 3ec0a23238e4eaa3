import { type ErrorCode, refuse } from '../contract/errors.ts'
import type { HttpClient, HttpError, HttpResponse } from '../platform/http/client.ts'
import type { Robots } from './robots.ts'

/** Fetching the page behind an address that the person pasted: public addresses only, within limits, if allowed. */

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5'
const CLIP_OR_PASTE = 'Open the page in your browser and clip it, or paste its text here.'

/**
 * The web address in what was typed; a missing "https://" is put in front. Refuses `bad_input` for anything else. What
 * follows "#" is left out; a route ("#/jobs/1", "#!jobs") stays when it is asked for.
 */
export function webAddress(typed: string, hash: 'drop' | 'keep_route' = 'drop'): string {
  const text = typed.trim()
  const address = URL.parse(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`)
  if (
    address === null ||
    !/^https?:$/.test(address.protocol) ||
    address.hostname === '' ||
    /\s/.test(text) ||
    (address.port !== '' && !text.includes('://'))
  )
    return refuse('bad_input', 'This is not a web address. It begins with https:// or http://', {
      field: 'url',
    })
  if (hash === 'drop' || !/^#[!/]/.test(address.hash)) address.hash = ''
  address.username = ''
  address.password = ''
  return address.href
}

/** A page is waited for this long, redirects included. */
const LONGEST_MS = 20_000

/** The page behind an address, after redirects; `now` in milliseconds since 1970. Refuses with a reason in plain words. */
export async function fetchPage(
  http: HttpClient,
  robots: Robots,
  { url, now }: { url: string; now: number },
  signal: AbortSignal,
): Promise<HttpResponse> {
  const refuseDisallowed = async (address: string) => {
    const allowed = await robots.allows(http, { url: address, now }, signal)
    refuseCancelled(signal)
    if (allowed) return
    const { host } = new URL(address)
    refuse('page_refused', `${host} asks programs not to fetch this page (robots.txt). ${CLIP_OR_PASTE}`)
  }
  await refuseDisallowed(url)
  const answer = await http.send({
    url,
    publicOnly: true,
    retries: 0,
    total: LONGEST_MS,
    headers: { accept: ACCEPT, 'accept-language': 'en,*;q=0.5' },
    signal,
  })
  refuseCancelled(signal)
  if (answer.ok) {
    // A short address leads to a site that has a say of its own.
    if (answer.response.url !== url) await refuseDisallowed(answer.response.url)
    return answer.response
  }
  const [code, message] = wordsFor(answer.error, new URL(url).host)
  return refuse(code, message, { retryable: answer.error.retryable })
}

/** Refuses when the person has called it off. */
export function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted) refuse('cancelled', 'Reading the page was cancelled. Nothing was stored.')
}

const STATUSES: readonly [number, ErrorCode, (host: string) => string][] = [
  [401, 'page_refused', host => `${host} asks to sign in before it shows this page. ${CLIP_OR_PASTE}`],
  [403, 'page_refused', host => `${host} does not give this page to programs. ${CLIP_OR_PASTE}`],
  [404, 'page_not_found', host => `${host} has no page at this address.`],
  [407, 'page_unreachable', () => 'The proxy asks for a password. Check the proxy in Settings.'],
  [410, 'page_not_found', host => `${host} says that this page is gone for good.`],
  [429, 'page_unreachable', host => `${host} asks to slow down. Try again in a few minutes.`],
  // Not from any standard: how LinkedIn turns programs away.
  [999, 'page_refused', host => `${host} shows this page only to people. ${CLIP_OR_PASTE}`],
]

function wordsFor({ code, message }: HttpError, host: string): [ErrorCode, string] {
  const status = Number(/^http_(\d+)$/.exec(code)?.[1] ?? 0)
  const known = STATUSES.find(([number]) => number === status)
  if (known) return [known[1], known[2](host)]
  if (status >= 500) return ['page_unreachable', `${host} has a problem (status ${status}).`]
  if (status > 0) return ['page_refused', `${host} answered with status ${status}. ${CLIP_OR_PASTE}`]
  switch (code) {
    case 'private_address':
      return ['page_refused', `${message} Paste the text of the posting instead.`]
    case 'timeout':
      return ['page_unreachable', `${host} took longer than 20 seconds to answer.`]
    case 'too_large':
      return ['page_too_large', 'The page is larger than 10 MB. Paste the text of the posting instead.']
    case 'too_many_redirects':
      return ['page_unreachable', `${host} leads from one address to the next more than five times.`]
    case 'invalid_url':
      return ['page_unreachable', `${host} leads to something that is no web page.`]
    default:
      return ['page_unreachable', message]
  }
}
