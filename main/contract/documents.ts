import { z } from 'zod'
import { DocumentId, DocumentVersionId, JobId } from './ids.ts'
import { ResumeLanguage } from './resumes.ts'
import { JobStatus } from './values.ts'

/** Résumés and letters that are kept here, with their versions. */

export const DOCUMENT_KINDS = ['resume', 'cover_letter'] as const
export const DocumentKind = z.enum(DOCUMENT_KINDS)
export type DocumentKind = z.infer<typeof DocumentKind>

/** By content, whatever the file is called. */
export const DOCUMENT_FORMATS = ['pdf', 'docx', 'doc', 'rtf', 'txt', 'md', 'json_resume'] as const
export const DocumentFormat = z.enum(DOCUMENT_FORMATS)
export type DocumentFormat = z.infer<typeof DocumentFormat>

/** Bytes; a résumé with pictures stays far below. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024
/** Pages that are read; what follows is kept and not read. */
export const MOST_PAGES = 60
/** Letters of a pasted or written text. */
export const LARGEST_DOCUMENT_TEXT = 500_000

/**
 * How far a version is read. `no_text`: pictures only, such as a scan. `locked`: it wants a password. `empty`: no words.
 * `damaged`: cannot be read. `refused`: past a limit (time, memory, unpacked size). `failed`: the reader failed.
 */
export const READING_STATES = [
  'waiting',
  'reading',
  'read',
  'no_text',
  'locked',
  'empty',
  'damaged',
  'refused',
  'failed',
] as const
export const ReadingState = z.enum(READING_STATES)
export type ReadingState = z.infer<typeof ReadingState>

export const DocumentReading = z.object({
  state: ReadingState,
  /** What happened and what to do, in plain words; null when it was read or is still to be read. */
  message: z.string().nullable(),
  /** Null while unread, and for formats without fixed pages. */
  pages: z.number().int().nullable(),
  words: z.number().int().nullable(),
  language: ResumeLanguage.nullable(),
  /** What it reads like; null while unread. */
  looksLike: z.enum(['resume', 'cover_letter', 'other']).nullable(),
  /** 0–1, of what was understood; null when nothing was. */
  confidence: z.number().nullable(),
  /** Such as "Only the first 60 of 450 pages were read." */
  remarks: z.array(z.string()),
})
export type DocumentReading = z.infer<typeof DocumentReading>

export const DocumentVersion = z.object({
  versionId: DocumentVersionId,
  /** From 1, the newest is the one in use. */
  version: z.number().int(),
  fileName: z.string(),
  format: DocumentFormat,
  bytes: z.number().int(),
  createdAt: z.string(),
  /** When it went out with an application first; such a version is never changed or thrown away. */
  sentAt: z.string().nullable(),
  reading: DocumentReading,
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

const aJob = z.object({ jobId: JobId, title: z.string(), company: z.string() })

export const DocumentRow = z.object({
  documentId: DocumentId,
  kind: DocumentKind,
  title: z.string(),
  /** The one job it is for; null: in the library. */
  job: aJob.nullable(),
  createdAt: z.string(),
  changedAt: z.string(),
  versions: z.number().int(),
  current: DocumentVersion,
  /** Applications that it is attached to. */
  used: z.number().int(),
  /** Written here as Markdown, so that it can be edited. */
  written: z.boolean(),
  /** Where the searched words stand: pieces of text, those found marked. Null without a search, or found by its title. */
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })).nullable(),
})
export type DocumentRow = z.infer<typeof DocumentRow>

/** An application that a document went with, or will go with. */
export const DocumentUse = z.object({
  ...aJob.shape,
  status: JobStatus,
  versionId: DocumentVersionId,
  version: z.number().int(),
  sentAt: z.string().nullable(),
})
export type DocumentUse = z.infer<typeof DocumentUse>

export const DocumentView = z.object({
  ...DocumentRow.shape,
  /** The newest first; at most 200. */
  history: z.array(DocumentVersion),
  /** At most 200. */
  usedIn: z.array(DocumentUse),
})
export type DocumentView = z.infer<typeof DocumentView>

export const DocumentTitle = z.string().trim().min(1, 'Write a name').max(200, 'Use 200 letters at most')

/** A document as an application shows it: the exact version that goes, or went, with it. */
export const AttachedDocument = z.object({
  documentId: DocumentId,
  versionId: DocumentVersionId,
  kind: DocumentKind,
  title: z.string(),
  version: z.number().int(),
  fileName: z.string(),
  format: DocumentFormat,
  /** Frozen since; null: attached, and not sent yet. */
  sentAt: z.string().nullable(),
  /** A newer version of it is kept here. */
  newerVersion: z.number().int().nullable(),
})
export type AttachedDocument = z.infer<typeof AttachedDocument>
