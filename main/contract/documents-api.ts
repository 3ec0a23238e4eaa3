import { z } from 'zod'
import { command, query } from './define.ts'
import {
  AttachedDocument,
  DocumentKind,
  DocumentRow,
  DocumentTitle,
  DocumentView,
  LARGEST_DOCUMENT_TEXT,
} from './documents.ts'
import { ChangeId, DocumentId, DocumentVersionId, JobId, UploadId } from './ids.ts'
import {
  ResumeFit,
  ResumeJobMatch,
  ResumeJobRow,
  ResumeReviewView,
  TakenItem,
  TakenReview,
} from './resumes.ts'

const nothing = z.object({})
const undo = z.object({
  undo: z.object({ changeId: ChangeId, label: z.string() }).nullable(),
})
const saved = z.object({
  documentId: DocumentId,
  versionId: DocumentVersionId,
  ...undo.shape,
})
const text = z
  .string()
  .max(LARGEST_DOCUMENT_TEXT, 'This text is longer than 500,000 letters. Nothing was changed.')

/** Résumés and letters that are kept here. */
export const documents = {
  /** The newest change first. `text` looks in titles and in what the documents say. */
  list: query(
    z.object({
      kind: DocumentKind.nullable().default(null),
      /** `library`, for one job, or both. */
      place: z.enum(['library', 'job']).nullable().default(null),
      /** Only those of this job. */
      jobId: JobId.nullable().default(null),
      /** Only these. */
      documentIds: z.array(DocumentId).max(200).nullable().default(null),
      text: z.string().trim().max(200).default(''),
      cursor: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    z.object({ rows: z.array(DocumentRow), next: z.string().nullable(), total: z.number().int() }),
  ),
  get: query(z.object({ documentId: DocumentId }), DocumentView),
  /**
   * Keeps an uploaded file, whose type is told by its content: as a new document, or with `documentId` as its newest
   * version, which changes neither its name nor its kind or job. `kind` null: a résumé, until reading it says that it is a letter. It is read afterwards; `document.read`
   * tells. The same bytes again are the same document: `already` names it and nothing is stored twice. For a job that
   * holds for its own documents and those of the library.
   */
  add: command(
    z.object({
      uploadId: UploadId,
      kind: DocumentKind.nullable().default(null),
      jobId: JobId.nullable().default(null),
      documentId: DocumentId.nullable().default(null),
      title: DocumentTitle.nullable().default(null),
    }),
    z.object({ ...saved.shape, already: z.boolean() }),
  ),
  /** Keeps a pasted text, as `add` keeps a file. */
  addText: command(
    z.object({
      text,
      title: DocumentTitle,
      kind: DocumentKind,
      jobId: JobId.nullable().default(null),
      documentId: DocumentId.nullable().default(null),
    }),
    saved,
  ),
  rename: command(z.object({ documentId: DocumentId, title: DocumentTitle }), undo),
  /** Says what it is, and whether it is for one job (null: for the library). */
  setKind: command(z.object({ documentId: DocumentId, kind: DocumentKind }), undo),
  setJob: command(z.object({ documentId: DocumentId, jobId: JobId.nullable() }), undo),
  /** Copies a letter or résumé, for one job or the library; its newest version only. */
  copy: command(
    z.object({ documentId: DocumentId, title: DocumentTitle, jobId: JobId.nullable().default(null) }),
    saved,
  ),
  /** Makes an older version the newest again; none is lost. */
  restore: command(z.object({ versionId: DocumentVersionId }), saved),
  /** Takes documents off the lists. Files of sent versions stay for their applications. */
  remove: command(z.object({ documentIds: z.array(DocumentId).min(1).max(200) }), undo),
  /** Reads a version again, such as after its reading failed; `password` for a locked PDF, which is not kept. */
  readAgain: command(
    z.object({ versionId: DocumentVersionId, password: z.string().max(200).nullable().default(null) }),
    nothing,
  ),
  /** Files are about to come: their reader starts, so that it need not be waited for. Writes nothing. */
  expect: command(nothing, nothing),
  /** Stops reading what waits; what was read stays. Answers how many were left unread. */
  cancelReading: command(nothing, z.object({ cancelled: z.number().int() })),
  /** How many wait to be read or are being read. */
  reading: query(nothing, z.object({ waiting: z.number().int(), done: z.number().int() })),
  /**
   * The file as it is kept, in pieces of 512 KB at most; its hash is checked with the first piece. `file_unreadable`
   * when it is not there or not what it was.
   */
  file: query(
    z.object({ versionId: DocumentVersionId, offset: z.number().int().min(0).default(0) }),
    z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.number().int(), data: z.base64() }),
  ),
  /** The words of a version, page by page, and where those of `find` stand in them: all words that begin so. */
  text: query(
    z.object({ versionId: DocumentVersionId, find: z.string().max(200).default('') }),
    z.object({
      pages: z.array(
        z.object({
          page: z.number().int(),
          text: z.string(),
          /** In the order of the text, of all pages at most 1,000. */
          hits: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
        }),
      ),
    }),
  ),
  /** A page as a PNG picture, drawn by the parser; PDF only. `width` in pixels. Writes nothing. */
  picture: command(
    z.object({
      versionId: DocumentVersionId,
      page: z.number().int().min(1).max(1000),
      width: z.number().int().min(100).max(2400),
    }),
    z.object({ data: z.base64(), width: z.number().int(), height: z.number().int() }),
  ),
  /** What goes, or went, with an application. */
  attached: query(z.object({ jobId: JobId }), z.array(AttachedDocument)),
  /** The version goes with the application; a version of the same document that was not sent gives way. */
  attach: command(z.object({ jobId: JobId, versionId: DocumentVersionId }), undo),
  /** Refused as `conflict` once it was sent. */
  detach: command(z.object({ jobId: JobId, versionId: DocumentVersionId }), undo),
  /** Says that it went out now, or at the given time. Moving the job to `applied` does the same to what is attached. */
  markSent: command(
    z.object({ jobId: JobId, versionId: DocumentVersionId, at: z.iso.datetime().nullable().default(null) }),
    undo,
  ),
}

/** What a résumé says, beside the profile and beside jobs. */
export const resumes = {
  /** What a version says otherwise than the profile. Nothing is changed. `conflict` while it is not read. */
  review: query(z.object({ versionId: DocumentVersionId }), ResumeReviewView),
  /** Takes chosen things into the profile, in one step with one way back. */
  take: command(z.object({ versionId: DocumentVersionId, take: z.array(TakenItem).min(1).max(1000) }), undo),
  /**
   * Lets the language model refine what was understood of a version; values that do not stand in the text are dropped.
   * Answers how many things it added or changed. Refused as `unsupported` while the model is switched off.
   */
  refine: command(z.object({ versionId: DocumentVersionId }), z.object({ changed: z.number().int() })),
  cancelRefine: command(nothing, nothing),
  /** What reviews brought into the profile, the newest first. */
  history: query(z.object({ limit: z.number().int().min(1).max(200).default(50) }), z.array(TakenReview)),
  /** One résumé held against one job. */
  match: query(z.object({ versionId: DocumentVersionId, jobId: JobId }), ResumeJobMatch),
  /** The résumés of the library and of this job by how well they fit it, the best first. */
  bestForJob: query(z.object({ jobId: JobId }), z.array(ResumeFit)),
  /** The open jobs that a résumé fits best; at most the best 500 are paged through. */
  bestJobs: query(
    z.object({
      versionId: DocumentVersionId,
      cursor: z.string().max(200).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    z.object({ rows: z.array(ResumeJobRow), next: z.string().nullable(), total: z.number().int() }),
  ),
}

/** Letters (and résumés) that are written here, as Markdown. */
export const letters = {
  /** The Markdown of a version that was written here. */
  read: query(
    z.object({ versionId: DocumentVersionId }),
    z.object({
      documentId: DocumentId,
      title: z.string(),
      markdown: z.string(),
      version: z.number().int(),
      /** Names exactly this text: a version changes within its first ten minutes. */
      hash: z.string(),
    }),
  ),
  /**
   * Saves a text. `documentId` null: a new letter. `base` is the version that was edited, and `basedOn` the text that it
   * had: `conflict` when there is a newer version or text by now. Edits within ten minutes stay one version unless it
   * was sent or `keep` asks for a new one. Kind and job are those of a new letter only.
   */
  save: command(
    z.object({
      documentId: DocumentId.nullable(),
      base: DocumentVersionId.nullable(),
      /** `hash` of `letters.read` or of the last save; null: not looked at. */
      basedOn: z.string().nullable().default(null),
      kind: DocumentKind.default('cover_letter'),
      title: DocumentTitle,
      markdown: text,
      jobId: JobId.nullable().default(null),
      keep: z.boolean().default(false),
    }),
    z.object({ ...saved.shape, version: z.number().int(), hash: z.string() }),
  ),
  /** A version as a file to send: `pdf` (A4) or `docx` made of its Markdown, or the Markdown itself. */
  export: command(
    z.object({ versionId: DocumentVersionId, format: z.enum(['pdf', 'docx', 'md']) }),
    z.object({
      fileName: z.string(),
      mediaType: z.string(),
      data: z.base64(),
      /** Characters that the PDF has no shape for, such as emoji; a sign stands in their place. */
      missing: z.array(z.string()),
    }),
  ),
}
