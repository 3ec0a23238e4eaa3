import { z } from 'zod'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readJobType, readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse } from './adapter.ts'
import { known, listedAsRemote, NoConfig, oneLine, withSalary } from './board.ts'
import {
  idText,
  type Naming,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of Remotive, by its public API: the whole feed in one answer, a day late. */

export const REMOTIVE_URL = 'https://remotive.com'

const NAMING: Naming = { label: 'Remotive', notFound: 'Remotive no longer answers at this address.' }

const Job = z.object({
  id: idText,
  title: requiredText,
  url: text,
  company_name: text,
  job_type: text,
  publication_date: text,
  candidate_required_location: text,
  /** Free text: "$90k - $105k", "Competitive", "". */
  salary: text,
  description: text,
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createRemotive(baseUrl: string = REMOTIVE_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'remotive',
    label: 'Remotive',
    family: 'board',
    lists: 'recent',
    about:
      'Remote jobs of all fields, a day after they appear. Remotive asks to be named, to be linked back to, and to be asked no more than four times a day.',
    site: 'https://remotive.com',
    // Its terms: at most about 4 calls a day; more than 2 a minute are blocked.
    pace: { requests: 2, seconds: 60, restMinutes: 360 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: () => ({
      url: `${baseUrl}/api/remote-jobs`,
      headers: { accept: 'application/json' },
    }),
    read: readFeed,
  }
}

function readFeed(response: SourceResponse): SourceReading {
  const list = readList(response, ['jobs'], NAMING)
  if (!list.ok) return list
  return { ok: true, ...readElements(list.elements, Job, toItem) }
}

function toItem(job: Job, raw: string): SourceItem {
  const content = cleanDescription(job.description ?? '')
  const title = oneLine(job.title)
  const url = readUrl(job.url)
  const posting = postingOf({
    id: job.id,
    title,
    company: oneLine(job.company_name),
    location_text: oneLine(job.candidate_required_location),
    description: withSalary(oneLine(job.salary), content.text),
    description_html: content.html,
    structured: known({ ...listedAsRemote(title, content.text), job_type: jobTypeOf(job.job_type) }),
    url,
    apply_url: url,
    posted_at: readDate(job.publication_date, null),
  })
  return { sourceKey: job.id, raw, posting }
}

/** "full_time", "contract", "freelance" …; "other" says nothing. */
function jobTypeOf(type: string | null | undefined): ReturnType<typeof readJobType> {
  return readJobType([(type ?? '').replaceAll('_', ' ')])
}
