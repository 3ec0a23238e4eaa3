import { z } from 'zod'
import { PastedFacts } from './by-hand.ts'
import type { PostingText } from './facts.ts'
import type { CompanySize } from './values.ts'

/** The columns of a posting that a file can fill, in the order in which a mapping shows them. */
export const POSTING_COLUMNS = [
  'id',
  'title',
  'company',
  'location_text',
  'description',
  'url',
  'apply_url',
  'posted_at',
  'salary_low',
  'salary_high',
  'compensation_currency',
  'salary_period',
  'salary_text',
  'remote_options',
  'job_type',
  'seniority_level',
  'country',
  'city',
  'province',
  'skills',
  'source',
  'closed_at',
  'company_size',
  'industry',
  'company_website',
] as const
export const PostingColumn = z.enum(POSTING_COLUMNS)
export type PostingColumn = z.infer<typeof PostingColumn>

export const FileFormat = z.enum(['json', 'jsonl', 'csv'])
export type FileFormat = z.infer<typeof FileFormat>

export const FileEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])
export type FileEncoding = z.infer<typeof FileEncoding>

/** `dmy`: 12/03/2026 is the 12th of March; `mdy`: it is the 3rd of December. */
export const DateOrder = z.enum(['dmy', 'mdy'])
export type DateOrder = z.infer<typeof DateOrder>

/** Which columns of the file fill which column of a posting. */
export const Mapping = z.object({
  /**
   * Our column → names (dotted paths for nested JSON) of the file's columns. The first that is not empty wins;
   * `description` joins all of them, `job_type` and `remote_options` weigh all of them.
   */
  columns: z.partialRecord(PostingColumn, z.array(z.string().min(1).max(300)).max(20)),
  /** How to read dates such as 12/03/2026; null leaves the unclear ones out. */
  date_order: DateOrder.nullable(),
})
export type Mapping = z.infer<typeof Mapping>

/** Why a file or one of its rows was not taken, or a remark on a row that was. */
export const RowErrorCode = z.enum([
  // The file as a whole (row 0).
  'file_empty',
  'file_not_text',
  'file_not_postings',
  'file_not_readable',
  // One row as it stands in the file.
  'row_too_large',
  'row_not_json',
  'row_not_object',
  'row_too_deep',
  'row_cut_off',
  'row_unclosed_quote',
  'row_too_many_cells',
  // One row as a posting.
  'missing_title',
  'missing_company',
])
export type RowErrorCode = z.infer<typeof RowErrorCode>

export const RowWarningCode = z.enum(['encoding_guessed', 'encoding_mended', 'text_cut'])
export type RowWarningCode = z.infer<typeof RowWarningCode>

/** A refused row, or a remark, with its place in the file. */
export const RowIssue = z.object({
  /** JSONL: the line. JSON: the position in the list, from 1. CSV: the row as a spreadsheet counts (header is 1). 0: the file. */
  row: z.number().int().min(0),
  severity: z.enum(['error', 'warning']),
  code: z.union([RowErrorCode, RowWarningCode]),
  /** One plain sentence. */
  message: z.string(),
  column: z.string().optional(),
})
export type RowIssue = z.infer<typeof RowIssue>

/** A column of the file with a few of its values, each cut to 200 characters. */
export const FileColumn = z.object({ name: z.string(), samples: z.array(z.string()) })
export type FileColumn = z.infer<typeof FileColumn>

/** The first look at a file before it is imported. */
export const ImportPreview = z.object({
  file: z.string(),
  format: FileFormat.nullable(),
  encoding: FileEncoding,
  columns: z.array(FileColumn),
  mapping: Mapping,
  /** The first 20 rows as read, each value as text cut to 200 characters, in the order of `columns`. */
  rows: z.array(z.object({ row: z.number().int(), values: z.array(z.string()) })),
  /** Refused rows and remarks among the rows that were looked at. */
  warnings: z.array(RowIssue),
  /** How many of the rows that were looked at (up to 200) become postings by this mapping. */
  usable: z.number().int(),
  /** Set when nothing of the file can be imported. */
  problem: z.object({ code: RowErrorCode, message: z.string() }).optional(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** Which way a file goes in: rows of postings, a saved page, or the text of one posting. */
export const FileLook = z.discriminatedUnion('way', [
  z.object({ way: z.literal('table'), preview: ImportPreview }),
  z.object({ way: z.literal('page') }),
  z.object({ way: z.literal('text'), text: z.string(), facts: PastedFacts }),
])
export type FileLook = z.infer<typeof FileLook>

/** A posting as a file or an adapter hands it to the pipeline: the common shape plus what only sources know. */
export interface ImportedPosting extends PostingText {
  /** The source's own id; null when it has none. */
  id: string | null
  /** Sanitised HTML of the description; null when the source gave plain text. */
  description_html: string | null
  url: string | null
  apply_url: string | null
  /** ISO 8601 UTC. */
  posted_at: string | null
  /** ISO 8601 UTC; the day on which the posting closes or closed. */
  closed_at: string | null
  /** The board that the row names; null when it names none. */
  source: string | null
  company_size: CompanySize | null
  industry: string | null
  company_website: string | null
}
