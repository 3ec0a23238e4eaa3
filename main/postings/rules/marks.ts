import type { Detection, PostingText } from '../../contract/facts.ts'
import { type Blocks, blocksOf } from './blocks.ts'
import type { PostingIdentity } from './compare-postings.ts'
import { canonicalUrl, normaliseCompany, openingKey } from './normalise.ts'
import { textMark } from './text-mark.ts'
import { titleParts } from './title-parts.ts'

/** What a posting is found and compared by when another one could be the same opening. */
export interface PostingMarks {
  canonicalUrl: string | null
  normalisedCompany: string
  openingKey: string
  textMark: Uint8Array | null
  blocks: Blocks
}

/** The marks of a posting whose title, company and place are clean (see `cleanText`). */
export function marksOf(
  posting: PostingText & { url: string | null },
  facts: Detection['facts'],
): PostingMarks {
  const key = openingKey({
    title: posting.title,
    company: posting.company,
    location_text: posting.location_text,
    city: facts.office_city,
    province: facts.office_province,
    country: facts.office_country,
    remote: facts.remote_options,
  })
  const [company = '', title = '', place = ''] = key.split('|')
  const { core } = titleParts(title, company, place)
  const mark = textMark(posting.description, core)
  return {
    canonicalUrl: canonicalUrl(posting.url),
    normalisedCompany: normaliseCompany(posting.company),
    openingKey: key,
    textMark: mark,
    blocks: blocksOf(key, mark, core),
  }
}

/** Everything that is compared of a posting. */
export function identityOf(
  marks: PostingMarks,
  detection: Detection,
  own: Pick<PostingIdentity, 'source' | 'source_key' | 'publisher' | 'content_hash'> & {
    posted_at: string | null
  },
): PostingIdentity {
  const { facts } = detection
  return {
    ...own,
    opening_key: marks.openingKey,
    canonical_url: marks.canonicalUrl,
    seniority_level: facts.seniority_level,
    salary_year_low: detection.salary_year_low,
    salary_year_high: detection.salary_year_high,
    compensation_currency: facts.compensation_currency,
    job_type: facts.job_type,
    remote_options: facts.remote_options,
    text: marks.textMark,
  }
}
