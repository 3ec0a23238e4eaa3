import { z } from 'zod'
import type { ImportedPosting } from '../../contract/imports.ts'
import { cleanDescription } from '../../postings/rules/html.ts'
import { readDate } from '../rules/dates.ts'
import { readAmount, readCurrency, readJobType, readPeriod, readSeniority, readUrl } from '../rules/values.ts'
import type { SourceAdapter, SourceItem, SourceReading, SourceResponse } from './adapter.ts'
import { known, listedAsRemote, NoConfig, oneLine } from './board.ts'
import {
  idText,
  type Naming,
  optionalTexts,
  postingOf,
  readElements,
  readList,
  requiredText,
  optionalText as text,
} from './reading.ts'

/** Postings of Jobicy, by its public API: the newest hundred in one answer, six hours late. */

export const JOBICY_URL = 'https://jobicy.com'

const NAMING: Naming = { label: 'Jobicy', notFound: 'Jobicy no longer answers at this address.' }

const amount = z.union([z.number(), z.string()]).nullish().catch(null)

const Job = z.object({
  id: idText,
  jobTitle: requiredText,
  url: text,
  companyName: text,
  jobIndustry: optionalTexts,
  /** A list; a single text in older versions. */
  jobType: z.union([z.string().transform(one => [one]), optionalTexts]).catch([]),
  jobGeo: text,
  jobLevel: text,
  jobExcerpt: text,
  jobDescription: text,
  pubDate: text,
  salaryMin: amount,
  salaryMax: amount,
  salaryCurrency: text,
  salaryPeriod: text,
})
type Job = z.infer<typeof Job>

/** The adapter; `baseUrl` is for tests that speak to a server of their own. */
export function createJobicy(baseUrl: string = JOBICY_URL): SourceAdapter<NoConfig> {
  return {
    kind: 'jobicy',
    label: 'Jobicy',
    family: 'board',
    lists: 'recent',
    about:
      'The newest hundred remote jobs on Jobicy, six hours after they appear. Jobicy asks to be credited, to be linked to for applying, and to be asked at most once an hour.',
    site: 'https://jobicy.com',
    // Its terms: not more often than hourly.
    pace: { requests: 2, seconds: 60, restMinutes: 60 },
    needs: NoConfig,
    fields: [],
    name: () => '',
    firstRequest: () => ({
      url: `${baseUrl}/api/v2/remote-jobs?count=100`,
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
  const content = cleanDescription(job.jobDescription || job.jobExcerpt || '')
  const title = oneLine(job.jobTitle)
  const url = readUrl(job.url)
  const posting = postingOf({
    id: job.id,
    title,
    company: oneLine(job.companyName),
    // "LATAM,  Canada,  USA"; "Anywhere" where there is no limit.
    location_text: oneLine(job.jobGeo),
    description: content.text,
    description_html: content.html,
    structured: known({
      ...listedAsRemote(title, content.text),
      ...payOf(job),
      job_type: readJobType(job.jobType),
      seniority_level: readSeniority(job.jobLevel ?? ''),
    }),
    url,
    apply_url: url,
    posted_at: readDate(job.pubDate, null),
    industry: oneLine(job.jobIndustry.join(', ')) || null,
  })
  return { sourceKey: job.id, raw, posting }
}

function payOf(job: Job): NonNullable<ImportedPosting['structured']> {
  const low = readAmount(job.salaryMin)
  const high = readAmount(job.salaryMax)
  if (low === null && high === null) return {}
  return {
    salary_low: low,
    salary_high: high,
    compensation_currency: readCurrency(job.salaryCurrency ?? ''),
    salary_period: readPeriod(job.salaryPeriod ?? ''),
  }
}
