import { z } from 'zod'
import type { FactName } from './facts.ts'
import { JobId } from './ids.ts'
import { EducationLevel, VisaSponsorship } from './terms.ts'
import {
  CountryCode,
  CurrencyCode,
  FieldOrigin,
  JobType,
  RemoteOption,
  SalaryPeriod,
  SeniorityLevel,
} from './values.ts'

/** Facts that the person corrects, and detecting again: one job with a review, or many as a run. */

/** The ten facts that every job has a place for. */
export const FACT_NAMES = [
  'salary_low',
  'salary_high',
  'compensation_currency',
  'salary_period',
  'office_city',
  'office_province',
  'office_country',
  'remote_options',
  'job_type',
  'seniority_level',
] as const satisfies readonly FactName[]

/** Every fact that a person can correct. */
export const EDITABLE_FIELDS = [
  ...FACT_NAMES,
  'skills',
  'years_low',
  'years_high',
  'education',
  'visa_sponsorship',
] as const
export const EditableField = z.enum(EDITABLE_FIELDS)
export type EditableField = z.infer<typeof EditableField>

/** The same and what only a model gives. */
export const FIELD_NAMES = [...EDITABLE_FIELDS, 'summary'] as const
export type FieldName = (typeof FIELD_NAMES)[number]

const amount = z.number().min(0).max(1_000_000_000)
const words = z.string().trim().min(1).max(120)
const years = z.number().int().min(0).max(60)

export const SkillEdit = z.object({
  name: words,
  kind: z.enum(['technical', 'soft']),
  required: z.boolean(),
  count: z.number().int().min(1).max(10_000).default(1),
})

/** What the person says of a job; null: it is not stated. A fact that is not given stays as it is. */
export const FactEdits = z
  .object({
    salary_low: amount.nullable(),
    salary_high: amount.nullable(),
    compensation_currency: CurrencyCode.nullable(),
    salary_period: SalaryPeriod.nullable(),
    office_city: words.nullable(),
    office_province: words.nullable(),
    office_country: CountryCode.nullable(),
    remote_options: RemoteOption.nullable(),
    job_type: JobType.nullable(),
    seniority_level: SeniorityLevel.nullable(),
    skills: z.array(SkillEdit).max(300),
    years_low: years.nullable(),
    years_high: years.nullable(),
    education: EducationLevel.nullable(),
    visa_sponsorship: VisaSponsorship.nullable(),
  })
  .partial()
export type FactEdits = z.output<typeof FactEdits>

export const FieldValue = z.union([z.string(), z.number(), z.array(SkillEdit), z.null()])
export type FieldValue = z.output<typeof FieldValue>

/** A value of a fact with its proof; value null: not stated. */
export const FieldView = z.object({
  value: FieldValue,
  origin: FieldOrigin.nullable(),
  confidence: z.number().nullable(),
  quote: z.string().nullable(),
  where: z.string().nullable(),
  start: z.number().int().nullable(),
  note: z.string().nullable(),
})
export type FieldView = z.infer<typeof FieldView>

/** What one more detection finds, beside what the job shows. */
export const DetectionPreview = z.object({
  /** What was found, as `apply` must be given it back: it refuses when it finds something else by then. */
  version: z.string(),
  fields: z.array(
    z.object({
      field: EditableField,
      old: FieldView,
      found: FieldView,
      /** Both say the same. */
      same: z.boolean(),
    }),
  ),
  /** Why the model gave nothing, in words; null when it was not asked or answered. */
  aiMessage: z.string().nullable(),
  /** What asking the model cost, in US dollars. */
  cost: z.number(),
})
export type DetectionPreview = z.infer<typeof DetectionPreview>

/** What the person decides on one fact of a preview. */
export const FactChoice = z.discriminatedUnion('act', [
  /** Takes what was found. */
  z.object({ act: z.literal('accept'), field: EditableField }),
  /** Keeps what the job shows, also against later detections. */
  z.object({ act: z.literal('keep'), field: EditableField }),
  /** Takes the person's own word. */
  z.object({ act: z.literal('edit'), field: EditableField, value: FieldValue }),
])
export type FactChoice = z.output<typeof FactChoice>

/** Groups of facts that a posting may leave open, by the bits of the database. */
export const MISSING_FACTS = {
  salary: 1,
  place: 2,
  remote: 4,
  type: 8,
  seniority: 16,
  skills: 32,
} as const
export const MissingFact = z.enum(['salary', 'place', 'remote', 'type', 'seniority', 'skills'])
export type MissingFact = z.infer<typeof MissingFact>

/** Which jobs a run takes: some, those that an older detector read, or all that lack facts (or one of them). */
export const DetectionScope = z.union([
  z.object({ jobs: z.array(JobId).min(1).max(10_000) }),
  z.object({ all: z.literal('outdated') }),
  z.object({ all: z.literal('missing'), field: MissingFact.nullable().default(null) }),
])
export type DetectionScope = z.output<typeof DetectionScope>

export const DetectionKind = z.enum(['patterns', 'ai'])
export type DetectionKind = z.infer<typeof DetectionKind>

export const DetectionState = z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled'])

/** A run that detects many jobs again. */
export const DetectionRunView = z.object({
  id: z.number().int().positive(),
  kind: DetectionKind,
  /** "412 jobs without salary". */
  label: z.string(),
  trigger: z.enum(['you', 'run']),
  state: DetectionState,
  total: z.number().int(),
  done: z.number().int(),
  /** Jobs that say something else since. */
  changed: z.number().int(),
  failed: z.number().int(),
  error: z.string().nullable(),
  queuedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
})
export type DetectionRunView = z.infer<typeof DetectionRunView>

/** How the model's reading of a job went. */
export const JobAiView = z.object({
  state: z.enum(['done', 'failed']),
  model: z.string(),
  message: z.string().nullable(),
  at: z.string(),
})
export type JobAiView = z.infer<typeof JobAiView>

export const MissingCounts = z.object({
  /** Open jobs with at least one missing fact. */
  jobs: z.number().int(),
  byFact: z.record(MissingFact, z.number().int()),
  /** Those of them that the model has not read. */
  unread: z.number().int(),
  unreadByFact: z.record(MissingFact, z.number().int()),
  /** Jobs that an older detector read. */
  outdated: z.number().int(),
  /** Jobs with missing facts that the model could not read. */
  aiFailed: z.number().int(),
})
export type MissingCounts = z.infer<typeof MissingCounts>
