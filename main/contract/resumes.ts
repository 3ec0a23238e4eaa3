import { z } from 'zod'
import { DocumentId, DocumentVersionId, JobId } from './ids.ts'
import { JobRow } from './job-row.ts'
import { ResumeItem } from './profile.ts'
import { ResumeDate } from './resume-date.ts'
import { LanguageLevel } from './terms.ts'
import { SeniorityLevel } from './values.ts'

/** What was understood of a résumé, and how it fits jobs. */

/** Languages whose section names and dates are known. */
export const RESUME_LANGUAGES = ['en', 'de', 'fr', 'es'] as const
export const ResumeLanguage = z.enum(RESUME_LANGUAGES)
export type ResumeLanguage = z.infer<typeof ResumeLanguage>

/** Where in the file a value was read: a page from 1 and a box in shares of its width and height, from its top left. */
export const Spot = z.object({
  page: z.number().int().min(1),
  /** Null where a format has no fixed pages (Word, text). */
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  /** The words as they stand there, at most 300 letters. */
  quote: z.string(),
})
export type Spot = z.infer<typeof Spot>

const found = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** 0–1: how sure it is that this is what the person wrote as this field. */
    confidence: z.number().min(0).max(1),
    /** Where it stands, in reading order; a value on two lines has two. Empty: it was worked out. */
    spots: z.array(Spot).max(20),
  })

export { ResumeDate }

/** A position: a job, an internship, a research post. A promotion inside a company is one of its own. */
export const ResumeJob = z.object({
  company: z.string(),
  title: z.string(),
  start: ResumeDate,
  end: ResumeDate,
  place: z.string(),
  bullets: z.array(z.string()).max(60),
})
export type ResumeJob = z.infer<typeof ResumeJob>

export const ResumeSchool = z.object({
  school: z.string(),
  /** With its field: "BSc Computer Science". */
  degree: z.string(),
  start: ResumeDate,
  end: ResumeDate,
  place: z.string(),
})
export type ResumeSchool = z.infer<typeof ResumeSchool>

export const ResumeCertificate = z.object({ name: z.string(), issuer: z.string(), date: ResumeDate })
export type ResumeCertificate = z.infer<typeof ResumeCertificate>

const text = found(z.string())

/** A résumé as understood without a model. What it does not say is null or an empty list, never guessed. */
export const ParsedResume = z.object({
  /** A letter or another text brings no fields but contacts: nothing is made up of it. */
  kind: z.enum(['resume', 'cover_letter', 'other']),
  language: ResumeLanguage.nullable(),
  name: text.nullable(),
  headline: text.nullable(),
  email: text.nullable(),
  phone: text.nullable(),
  location: text.nullable(),
  summary: text.nullable(),
  /** The person's own pages: http and https only. */
  links: z.array(found(z.object({ label: z.string(), url: z.string() }))).max(30),
  /** As printed; `group` is the name of the group it stands in, or ''. */
  skills: z.array(found(z.object({ name: z.string(), group: z.string() }))).max(500),
  experience: z.array(found(ResumeJob)).max(100),
  education: z.array(found(ResumeSchool)).max(50),
  certificates: z.array(found(ResumeCertificate)).max(50),
  languages: z.array(found(z.object({ language: z.string(), level: LanguageLevel.nullable() }))).max(30),
  /** By the union of the months of its jobs, one decimal; overlaps count once. */
  years_of_experience: found(z.number()).nullable(),
  /** Of the newest position. */
  seniority: found(SeniorityLevel).nullable(),
  /** 0–1, of the whole. */
  confidence: z.number().min(0).max(1),
})
export type ParsedResume = z.infer<typeof ParsedResume>

/** The values of a position, a school or a certificate. */
export const REVIEW_PARTS = [
  'company',
  'title',
  'school',
  'degree',
  'name',
  'issuer',
  'start',
  'end',
  'date',
  'place',
  'bullets',
] as const
export const ReviewPart = z.enum(REVIEW_PARTS)
export type ReviewPart = z.infer<typeof ReviewPart>

/** One thing of a résumé beside what the profile has, with its place in the file. */
export const ReviewItem = z.object({
  ...ResumeItem.shape,
  confidence: z.number().min(0).max(1),
  spots: z.array(Spot),
  /** `edit`: another text may be given when it is taken; otherwise it is taken as it is or left. */
  editable: z.boolean(),
  /** Of a position, a school or a certificate: value by value, bullets a line each. Empty for other things. */
  parts: z.array(z.object({ name: ReviewPart, before: z.string().nullable(), after: z.string() })),
  /** Read in the file, or by the model where that is switched on. */
  origin: z.enum(['pattern', 'ai']),
})
export type ReviewItem = z.infer<typeof ReviewItem>

export const ResumeReviewView = z.object({
  versionId: DocumentVersionId,
  kind: ParsedResume.shape.kind,
  language: ResumeLanguage.nullable(),
  confidence: z.number(),
  items: z.array(ReviewItem),
  same: z.number().int(),
  remarks: z.array(z.string()),
})
export type ResumeReviewView = z.infer<typeof ResumeReviewView>

/** An item that is taken; `text`, or single `parts`, where the person wrote something else. */
export const TakenItem = z.object({
  id: z.string().max(2100),
  text: z.string().trim().min(1, 'Write something, or leave it out').max(10_000).optional(),
  parts: z.partialRecord(ReviewPart, z.string().max(130_000)).optional(),
})
export type TakenItem = z.infer<typeof TakenItem>

/** What a review brought into the profile once. */
export const TakenReview = z.object({
  at: z.string(),
  /** The résumé it came from; null when that is gone for good. */
  documentId: DocumentId.nullable(),
  title: z.string(),
  changes: z.array(
    z.object({
      field: ResumeItem.shape.field,
      before: z.string().nullable(),
      after: z.string(),
    }),
  ),
  /** Taken back since. */
  undone: z.boolean(),
  /** Names it for `changes.undo`; null when it cannot be taken back any more. */
  changeId: z.number().int().nullable(),
})
export type TakenReview = z.infer<typeof TakenReview>

/** How a word of the posting stands in a résumé. */
export const Keyword = z.object({
  name: z.string(),
  required: z.boolean(),
  /** How often the posting says it, and how often the résumé does. */
  inJob: z.number().int(),
  inResume: z.number().int(),
  /**
   * `covered`: the résumé says it in a position or in its skills and more; `weak`: only once, in a list, or only a
   * related word; `missing`: not at all.
   */
  state: z.enum(['covered', 'weak', 'missing']),
  /** Where and how, in a sentence. */
  why: z.string(),
})
export type Keyword = z.infer<typeof Keyword>

/** What would make a section of a résumé fit a job better. Never something that the résumé does not hold. */
export const SectionAdvice = z.object({
  section: z.enum(['headline', 'summary', 'skills', 'experience', 'education', 'languages', 'layout']),
  advice: z.string(),
})
export type SectionAdvice = z.infer<typeof SectionAdvice>

/** One résumé held against one job. */
export const ResumeJobMatch = z.object({
  documentId: DocumentId,
  versionId: DocumentVersionId,
  title: z.string(),
  jobId: JobId,
  /** 0–100, whole. */
  score: z.number().int().min(0).max(100),
  /** True when the posting or the résumé says too little to be sure. */
  lessSure: z.boolean(),
  /** The parts of the score with their points, which add up to it. */
  parts: z.array(
    z.object({
      name: z.enum(['keywords', 'title', 'experience', 'place', 'languages']),
      points: z.number(),
      most: z.number(),
      why: z.string(),
    }),
  ),
  keywords: z.array(Keyword),
  advice: z.array(SectionAdvice),
})
export type ResumeJobMatch = z.infer<typeof ResumeJobMatch>

/** How well a résumé fits, without the details. */
export const ResumeFit = z.object({
  documentId: DocumentId,
  versionId: DocumentVersionId,
  title: z.string(),
  score: z.number().int().min(0).max(100),
  lessSure: z.boolean(),
  covered: z.number().int(),
  missing: z.number().int(),
})
export type ResumeFit = z.infer<typeof ResumeFit>

export const ResumeJobRow = z.object({
  job: JobRow,
  score: z.number().int().min(0).max(100),
  lessSure: z.boolean(),
  covered: z.number().int(),
  missing: z.number().int(),
})
export type ResumeJobRow = z.infer<typeof ResumeJobRow>
