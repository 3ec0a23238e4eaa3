import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { type HiringPost, readHiringComment } from '../rules/hn-comment.ts'
import { readUrl } from '../rules/values.ts'
import type {
  Ask,
  SourceAdapter,
  SourceItem,
  SourceReading,
  SourceRequest,
  SourceResponse,
} from './adapter.ts'
import { known, NoConfig, oneLine, withSalary } from './board.ts'
import {
  idText,
  isRecord,
  listAt,
  type Naming,
  postingOf,
  readElements,
  readJson,
  optionalText as text,
} from './reading.ts'

/**
 * Postings of the monthly thread "Ask HN: Who is hiring?", by Algolia's search of Hacker News: the newest thread is
 * looked up, then read in one answer. While it is young, the thread before it is looked up and read as well: what
 * was read last says what is asked next, so nothing has to be remembered between the requests.
 */

export const HACKERNEWS_URL = 'https://hn.algolia.com'
const COMMENT_PAGE = 'https://news.ycombinator.com/item?id='
/** Most jobs of a month are posted within the first days of its thread. */
const YOUNG_DAYS = 10
const DAY = 86_400_000

const NAMING: Naming = {
  label: 'Hacker News',
  notFound: 'The thread "Who is hiring?" is not (or not yet) in the search of Hacker News.',
}

const Hit = z.object({ objectID: idText, title: text })
const Thread = z.object({ created_at: text, created_at_i: z.number().nullish().catch(null) })

const Comment = z.object({ id: idText, text, created_at: text })
type Comment = z.infer<typeof Comment>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createHackerNews(baseUrl: string = HACKERNEWS_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'hackernews',
    label: 'Hacker News: Who is hiring',
    family: 'board',
    lists: 'recent',
    about:
      'Jobs that companies post themselves in the monthly thread on Hacker News. The comments belong to their writers; each posting links to its comment.',
    site: 'https://news.ycombinator.com/submitted?id=whoishiring',
    pace: { requests: 1, seconds: 2 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: () => threads(baseUrl, null),
    read: (response, ask) => readAnswer(response, ask, baseUrl),
  }
}

/** The threads of the account that opens them, newest first; `before`: seconds since 1970. */
function threads(baseUrl: string, before: number | null): SourceRequest {
  const asked = new URLSearchParams({ tags: 'story,author_whoishiring', hitsPerPage: '12' })
  if (before !== null) asked.set('numericFilters', `created_at_i<${before}`)
  return { url: `${baseUrl}/api/v1/search_by_date?${asked}`, headers: { accept: 'application/json' } }
}

function readAnswer(response: SourceResponse, ask: Ask<NoConfig>, baseUrl: string): SourceReading {
  const json = readJson(response, NAMING)
  if (!json.ok) return json
  return isRecord(json.value) && 'hits' in json.value
    ? readThreads(json.text, json.value, baseUrl)
    : readThread(json.text, json.value, ask, baseUrl)
}

function readThreads(json: string, value: unknown, baseUrl: string): SourceReading {
  const list = listAt(json, value, ['hits'], NAMING)
  if (!list.ok) return list
  const hits = list.elements.flatMap(element => Hit.safeParse(element.value).data ?? [])
  if (hits.length === 0 && list.elements.length > 0) {
    const message = 'The search of Hacker News answers in a form that is not known.'
    return { ok: false, error: { code: 'changed', message, retryable: false } }
  }
  // The same account opens "Who wants to be hired?" and "Freelancer? Seeking freelancer?" minutes apart.
  const thread = hits.find(hit => /\bwho is hiring\b/i.test(hit.title ?? ''))
  if (thread === undefined) return { ok: true, items: [], unread: [] }
  const request = {
    url: `${baseUrl}/api/v1/items/${encodeURIComponent(thread.objectID)}`,
    headers: { accept: 'application/json' },
  }
  return { ok: true, items: [], unread: [], next: request }
}

function readThread(json: string, value: unknown, ask: Ask<NoConfig>, baseUrl: string): SourceReading {
  const list = listAt(json, value, ['children'], NAMING)
  if (!list.ok) return list
  const read = readElements(list.elements, Comment, toItems)
  const begun = beginOf(value)
  const young = begun !== null && Date.parse(ask.now) - begun < YOUNG_DAYS * DAY
  return { ok: true, ...read, ...(young ? { next: threads(baseUrl, Math.floor(begun / 1000)) } : {}) }
}

/** Milliseconds since 1970, or null. */
function beginOf(value: unknown): number | null {
  const thread = Thread.safeParse(value).data
  const iso = readDate(thread?.created_at_i, null) ?? readDate(thread?.created_at, null)
  return iso === null ? null : Date.parse(iso)
}

/** The openings of one comment; none when it is a question, a remark, or was deleted. */
function toItems(comment: Comment, raw: string): SourceItem[] {
  const html = withListLines(comment.text ?? '')
  if (html.trim() === '') return []
  const content = cleanDescription(html)
  const posts = readHiringComment(content.text)
  return posts.map((post, at) => {
    const sourceKey = posts.length === 1 ? comment.id : `${comment.id}:${at + 1}`
    return {
      sourceKey,
      raw,
      // Replies and votes change the comment's data, but not what it offers.
      mark: JSON.stringify([at, post.title, comment.text]),
      posting: postingFor(comment, sourceKey, post, content),
    }
  })
}

function postingFor(
  comment: Comment,
  id: string,
  post: HiringPost,
  content: { text: string; html: string | null },
): SourceItem['posting'] {
  const url = `${COMMENT_PAGE}${encodeURIComponent(comment.id)}`
  return postingOf({
    id,
    title: oneLine(post.title),
    company: post.company,
    location_text: post.place,
    description: withSalary(post.pay, content.text),
    description_html: content.html ?? null,
    structured: known({ remote_options: post.remote, job_type: post.type }),
    url,
    apply_url: readUrl(post.link) ?? url,
    posted_at: readDate(comment.created_at, null),
  })
}

/** Longer than any comment; what comes behind is left out. */
const MOST_HTML = 200_000

/** Lists are typed with bare line ends, which HTML would run together; those within code stay. */
function withListLines(html: string): string {
  const parts = html.slice(0, MOST_HTML).split('</pre>')
  return parts
    .map((part, at) => {
      const code = at === parts.length - 1 ? -1 : part.indexOf('<pre>')
      return code < 0 ? listLines(part) : listLines(part.slice(0, code)) + part.slice(code)
    })
    .join('</pre>')
}

/** Runs of spaces count as one first, so that none is looked over again and again. */
const listLines = (html: string): string =>
  html
    .replace(/\s+/g, run => (run.includes('\n') ? '\n' : ' '))
    .replace(/\n(?=(?:[-*•·–]|\d{1,2}[.)])\s)/g, '<br>')
