import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { cleanDescription, decodeEntities } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readUrl } from '../rules/values.ts'
import { xmlItems } from '../rules/xml-items.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse, UnreadItem } from './adapter.ts'
import { known, listedAsRemote, NoConfig, oneLine } from './board.ts'
import {
  bodyText,
  isRecord,
  type Naming,
  postingOf,
  reasonOf,
  requiredText,
  statusError,
  optionalText as text,
} from './reading.ts'

/** Postings of We Work Remotely, by its RSS feed of all categories: the newest ones in one answer. */

export const WEWORKREMOTELY_URL = 'https://weworkremotely.com'

const NAMING: Naming = {
  label: 'We Work Remotely',
  notFound: 'We Work Remotely no longer has a feed at this address.',
}
const MEDIA_TYPE = 'application/rss+xml'

const Item = z
  .object({
    /** "Company: Role". */
    title: requiredText,
    guid: text,
    link: text,
    region: text,
    category: text,
    type: text,
    description: text,
    pubDate: text,
    expires_at: text,
  })
  .refine(item => addressOf(item) !== '', { path: ['guid'] })
type Item = z.infer<typeof Item>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createWeWorkRemotely(baseUrl: string = WEWORKREMOTELY_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'weworkremotely',
    label: 'We Work Remotely',
    family: 'board',
    lists: 'recent',
    about:
      'The newest remote jobs on We Work Remotely, which asks to be named, and that applying goes by its own pages.',
    site: 'https://weworkremotely.com',
    // The feed says of itself that it may be kept for an hour.
    pace: { requests: 2, seconds: 60, restMinutes: 60 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: () => ({
      url: `${baseUrl}/remote-jobs.rss`,
      headers: { accept: `${MEDIA_TYPE}, application/xml;q=0.9` },
    }),
    read: readFeed,
  }
}

function readFeed(response: SourceResponse): SourceReading {
  if (response.status !== 200) return { ok: false, error: statusError(response.status, NAMING) }
  const feed = bodyText(response)
  const head = feed.slice(0, 2000)
  if (/<html|<!doctype html/i.test(head)) {
    const message = 'We Work Remotely answered with a web page instead of its feed.'
    return { ok: false, error: { code: 'not_json', message, retryable: true } }
  }
  const { items: slices, cutOff } = xmlItems(feed, 'item')
  const empty = slices.length === 0 && cutOff === null
  if (!/<(?:rss|channel|rdf:RDF)[\s>]/i.test(head) || (empty && /<(?:guid|entry)[\s>]/i.test(feed))) {
    const message = 'The answer of We Work Remotely is no feed of jobs; its form may have changed.'
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
  const items: SourceItem[] = []
  const unread: UnreadItem[] = []
  for (const [index, raw] of slices.entries()) {
    const read = readItem(raw)
    if (typeof read === 'string') unread.push({ index, reason: read, raw, mediaType: MEDIA_TYPE })
    else items.push(read)
  }
  if (cutOff !== null) {
    const reason = 'The feed ends in the middle of this posting.'
    unread.push({ index: slices.length, reason, raw: cutOff, mediaType: MEDIA_TYPE })
  }
  return { ok: true, items, unread }
}

/**
 * One item by itself: what stands before the items, a document type with entities of its own above all, is never
 * parsed. The five standard entities are read and no others.
 */
const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  trimValues: true,
  maxNestedTags: 20,
})

/** The posting of one item, or why it could not be read. */
function readItem(raw: string): SourceItem | string {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(raw.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')))
    return 'It holds a document type, which has no place in a posting.'
  let tree: unknown
  try {
    tree = parser.parse(raw)
  } catch {
    return 'It is not valid XML.'
  }
  const item = Item.safeParse(isRecord(tree) ? firstOfEach(tree.item) : null)
  return item.success ? toItem(item.data, raw) : reasonOf(item.error)
}

/** Elements that come several times are lists; the first one counts. */
function firstOfEach(item: unknown): unknown {
  if (!isRecord(item)) return item
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}

function toItem(item: Item, raw: string): SourceItem {
  const content = cleanDescription(item.description ?? '')
  const { company, role } = splitTitle(oneLine(item.title))
  const address = addressOf(item)
  const url = readUrl(item.link) ?? readUrl(address)
  const posting = postingOf({
    id: keyOf(address),
    title: role,
    company,
    location_text: oneLine(item.region),
    description: content.text,
    description_html: content.html,
    structured: known({
      ...listedAsRemote(role, content.text),
      job_type: readJobType([oneLine(item.type)]),
    }),
    url,
    apply_url: url,
    posted_at: readDate(decodeEntities(item.pubDate ?? ''), null),
    closed_at: readDate(item.expires_at, null),
  })
  return { sourceKey: keyOf(address), raw, mediaType: MEDIA_TYPE, posting }
}

/** "Company: Role"; without a colon the whole is the role. */
function splitTitle(title: string): { company: string; role: string } {
  const parts = /^(.{1,120}?):\s+(\S.*)$/.exec(title)
  return { company: parts?.[1]?.trim() ?? '', role: parts?.[2]?.trim() ?? title }
}

const addressOf = ({
  guid,
  link,
}: {
  guid?: string | null | undefined
  link?: string | null | undefined
}): string => (guid?.trim() || link?.trim()) ?? ''

/** The last part of the page's address, which is how We Work Remotely names a job. */
const keyOf = (address: string): string => /\/remote-jobs\/([^/?#]+)/.exec(address)?.[1] ?? address
