import { z } from 'zod'
import { CampaignId } from './ids.ts'

/** The shapes of the skill gap: what the chosen jobs ask for against what the person's profile names. */

/** `campaign`: jobs that score at or above the alert threshold of a campaign that does not hide them. */
export const SkillGapOver = z.enum(['all', 'campaign', 'favourites', 'applied'])
export type SkillGapOver = z.infer<typeof SkillGapOver>

export const SkillGapKind = z.enum(['technical', 'soft', 'any'])
export type SkillGapKind = z.infer<typeof SkillGapKind>

/** Percent of the skills that a job requires from which on it counts as open to the person. */
export const OPEN_FROM_PERCENT = 60
/** So many skills can be tried at once. */
export const MOST_TRIED = 50
export const TRIED_SKILL_LENGTH = 120

export const SkillGapQuestion = z.object({
  over: SkillGapOver.default('all'),
  /** With `over` `campaign`; null: any active one. */
  campaignId: CampaignId.nullable().default(null),
  kind: SkillGapKind.default('technical'),
  /** Skills that count as known in `after`. */
  tried: z.array(z.string().trim().min(1).max(TRIED_SKILL_LENGTH)).max(MOST_TRIED).default([]),
  /** Percent of its required skills from which on a job is open. */
  openFrom: z.number().int().min(1).max(100).default(OPEN_FROM_PERCENT),
  /** Counts rejected and archived jobs too. Those applied for always count, whatever became of them. */
  putAway: z.boolean().default(false),
  /** Minutes that local time is ahead of UTC, for the borders of months. */
  utcOffset: z.number().int().min(-900).max(900).default(0),
  /** So many of the most asked skills are answered. */
  limit: z.number().int().min(1).max(500).default(100),
})

/** How the person stands with a set of skills. */
export const SkillStanding = z.object({
  /** Mean of the shares of their required skills that are known, in percent with one decimal; null without such jobs. */
  coverage: z.number().nullable(),
  /** Jobs of whose required skills at least `openFrom` percent are known. */
  open: z.number().int(),
})
export type SkillStanding = z.infer<typeof SkillStanding>

/** One skill that jobs ask for. */
export const SkillDemand = z.object({
  name: z.string(),
  kind: z.enum(['technical', 'soft']),
  /** Jobs that ask for it. */
  jobs: z.number().int(),
  /** Those of them that require it; the others call it a plus. */
  required: z.number().int(),
  /** Jobs that ask for it by the month they were found in; as long as `months` and in its order. */
  monthly: z.array(z.number().int()),
  /** The profile names it. */
  have: z.boolean(),
  tried: z.boolean(),
  /** Jobs that this skill alone would open; 0 when the profile names it. */
  opens: z.number().int(),
  /** Jobs that it would open besides the tried ones; 0 when it is known or tried. */
  opensNext: z.number().int(),
})
export type SkillDemand = z.infer<typeof SkillDemand>

export const SkillGap = z.object({
  /** Chosen jobs. */
  jobs: z.number().int(),
  /** Those that ask for a skill of the kind: the cases of all shares. */
  asking: z.number().int(),
  /** Those that require one: the cases of coverage and of open jobs. */
  requiring: z.number().int(),
  /** Different skills that they ask for. */
  asked: z.number().int(),
  /** Skills that the profile names. */
  profile: z.number().int(),
  openFrom: z.number().int(),
  /** The chosen campaign; null when none was named. */
  campaign: z.object({ name: z.string(), threshold: z.number() }).nullable(),
  before: SkillStanding,
  /** With the tried skills; the same as `before` without any. */
  after: SkillStanding,
  /** The last twelve months, the oldest first, each with the jobs found in it that ask for a skill. */
  months: z.array(z.object({ month: z.string(), jobs: z.number().int() })),
  /** The most asked first, at most `limit`. */
  skills: z.array(SkillDemand),
  /** Up to five that the profile does not name, by the jobs that each would open. */
  learn: z.array(SkillDemand),
  /** What is tried, as the jobs write it. */
  tried: z.array(SkillDemand),
  /** Tried skills that no chosen job asks for. */
  unknown: z.array(z.string()),
  /** Skills of the profile that no chosen job asks for. */
  unasked: z.array(z.string()),
})
export type SkillGap = z.infer<typeof SkillGap>
