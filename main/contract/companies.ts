import { z } from 'zod'
import { CompanyId } from './ids.ts'
import { JobRow } from './shapes.ts'
import { CompanySize } from './values.ts'

/** The shapes of companies and of the look-ups that fill in their facts. */

/** Where a fact of a company came from. `you` always wins. */
export const CompanyFactOrigin = z.enum(['posting', 'glassdoor', 'you'])
export type CompanyFactOrigin = z.infer<typeof CompanyFactOrigin>

export const COMPANY_FACTS = ['website', 'industry', 'size_range', 'headquarters', 'founded'] as const
export const CompanyFactName = z.enum(COMPANY_FACTS)
export type CompanyFactName = z.infer<typeof CompanyFactName>

/** One fact; value null with origin `you`: the person emptied it, and it stays empty. */
export const CompanyFact = z.object({
  name: CompanyFactName,
  value: z.union([z.string(), z.number(), z.null()]),
  origin: CompanyFactOrigin.nullable(),
  /** ISO 8601 UTC. */
  at: z.string().nullable(),
})
export type CompanyFact = z.infer<typeof CompanyFact>

/** One line of the list of companies. */
export const CompanyRow = z.object({
  id: CompanyId,
  name: z.string(),
  industry: z.string().nullable(),
  size_range: CompanySize.nullable(),
  headquarters: z.string().nullable(),
  /** 0–5. */
  rating: z.number().nullable(),
  reviewCount: z.number().int().nullable(),
  /** All its jobs, whatever their status. */
  jobs: z.number().int(),
  favourite: z.boolean(),
  blocked: z.boolean(),
})
export type CompanyRow = z.infer<typeof CompanyRow>

export const CompanySort = z.enum(['jobs', 'name'])
export type CompanySort = z.infer<typeof CompanySort>
export const CompanyShow = z.enum(['all', 'favourites', 'blocked'])
export type CompanyShow = z.infer<typeof CompanyShow>

export const CompanyPage = z.object({
  rows: z.array(CompanyRow),
  /** Hand it in again for the next page; null at the end. */
  cursor: z.string().nullable(),
})
export type CompanyPage = z.infer<typeof CompanyPage>

/** `pending`: not looked up yet. */
export const LookupState = z.enum(['pending', 'success', 'not_found', 'error'])
export type LookupState = z.infer<typeof LookupState>

/** How the look-up of one company stands. */
export const CompanyLookup = z.object({
  state: LookupState,
  /** In one plain sentence. */
  message: z.string(),
  /** When it was looked up last; null: never. */
  at: z.string().nullable(),
  /** When it is tried again by itself; null: not planned. */
  nextAttemptAt: z.string().nullable(),
})
export type CompanyLookup = z.infer<typeof CompanyLookup>

export const CompanyView = z.object({
  id: CompanyId,
  name: z.string(),
  favourite: z.boolean(),
  blocked: z.boolean(),
  facts: z.array(CompanyFact),
  /** 0–5, with the number of reviews and its parts by topic. */
  rating: z.number().nullable(),
  reviewCount: z.number().int().nullable(),
  ratings: z.array(z.object({ topic: z.string(), value: z.number() })),
  /** The page at Glassdoor and when its facts were read. */
  factsUrl: z.string().nullable(),
  factsAt: z.string().nullable(),
  /** Other names whose postings count as this company's. */
  aliases: z.array(z.string()),
  lookup: CompanyLookup,
  counts: z.object({ jobs: z.number().int(), open: z.number().int(), applied: z.number().int() }),
  /** Its jobs of every status, the best score first. */
  jobs: z.array(JobRow),
})
export type CompanyView = z.infer<typeof CompanyView>

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform(text => (text === '' ? null : text))

/** What a person changes of a company; what is not given stays, null or '' empties it for good. */
export const CompanyEdit = z
  .object({
    website: words(300).nullable(),
    industry: words(120).nullable(),
    size_range: CompanySize.nullable(),
    headquarters: words(200).nullable(),
  })
  .partial()
export type CompanyEdit = z.output<typeof CompanyEdit>

/** How the look-ups of all companies stand. */
export const LookupsView = z.object({
  /** Switched on and not paused. */
  on: z.boolean(),
  /** Companies that were not looked up yet. */
  pending: z.number().int(),
  found: z.number().int(),
  askedToday: z.number().int(),
  perDay: z.number().int(),
  /** Why nothing is asked until the person says so (the key was refused); null when nothing is wrong. */
  stopped: z.string().nullable(),
  /** Until when the server is left alone, and why. */
  waitUntil: z.string().nullable(),
  waitReason: z.string().nullable(),
})
export type LookupsView = z.infer<typeof LookupsView>
