import { z } from 'zod'
import { CampaignId, JobId, UploadId } from './ids.ts'
import { Undoable } from './shapes.ts'

/** Postings that the person brings by hand: an address, a page, a text, a file. */

/** Characters of a page that is handed over in one call. */
export const LARGEST_PAGE = 10 * 1024 * 1024
/** Characters of a pasted text. */
export const LARGEST_TEXT = 500_000
/** What a page names while it asks for something, so that it can be cancelled. */
export const RequestId = z.string().min(8).max(64)

const campaignId = CampaignId.nullable().default(null)
/** Used when the page does not name the company itself. */
const company = z.string().trim().max(200).nullable().default(null)

export const AddUrl = z.object({
  url: z.string().trim().min(1).max(4000),
  campaignId,
  company,
  requestId: RequestId,
})
export type AddUrl = z.output<typeof AddUrl>

export const AddPage = z.object({
  html: z.string().min(1).max(LARGEST_PAGE),
  /** The address of the page; null when it is not known. */
  url: z.string().max(4000).nullable(),
  campaignId,
  company,
})
export type AddPage = z.output<typeof AddPage>

export const AddFile = z.object({ uploadId: UploadId, campaignId, company })

export const AddText = z.object({
  text: z.string().trim().min(1, 'The text of the posting is missing.').max(LARGEST_TEXT),
  title: z.string().trim().min(1, 'Give the job a title.').max(300),
  company: z.string().trim().min(1, 'Name the company.').max(200),
  location: z.string().trim().max(300).default(''),
  url: z
    .url({ protocol: /^https?$/, error: 'An address begins with http:// or https://' })
    .max(4000)
    .nullable()
    .default(null),
  campaignId,
})
export type AddText = z.output<typeof AddText>

/** What a pasted text says of itself, for filling a form in beforehand; null where it is not clear. */
export const PastedFacts = z.object({
  title: z.string().nullable(),
  company: z.string().nullable(),
  location: z.string().nullable(),
  /** The only address in the text. */
  url: z.string().nullable(),
})
export type PastedFacts = z.infer<typeof PastedFacts>

/** `json_ld`: structured data of the page; `readable`: its main text; `text`: what was pasted. */
export const AddedHow = z.enum(['json_ld', 'readable', 'text'])
export type AddedHow = z.infer<typeof AddedHow>

export const Added = z.object({
  jobs: z.array(
    z.object({
      jobId: JobId,
      title: z.string(),
      company: z.string(),
      /** The job was there before, from this source or another one. */
      known: z.boolean(),
    }),
  ),
  how: AddedHow,
  /** Remarks in plain sentences. */
  notes: z.array(z.string()),
  /** null when nothing new was made. */
  undo: Undoable.nullable(),
})
export type Added = z.infer<typeof Added>

/** The `details` of a `posting_incomplete`: what the page does say. */
export const IncompletePosting = z.object({
  title: z.string(),
  location: z.string(),
  /** What the site calls itself; the company only where the site is its own. */
  site: z.string().nullable(),
  url: z.string().nullable(),
})
export type IncompletePosting = z.infer<typeof IncompletePosting>
