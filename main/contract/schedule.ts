import { z } from 'zod'
import { CampaignId, RunId } from './ids.ts'

/** What Rolecall does by itself, and when: always by the clock on the wall. */

/** `ingestion`: runs campaigns; `briefing` and `summary`: the messages of the morning and the evening. */
export const SlotKind = z.enum(['ingestion', 'briefing', 'summary'])
export type SlotKind = z.infer<typeof SlotKind>

/**
 * A time of day (04:00) or a cron expression of five fields (0 4 * * 1-5), both in local time. Whether an expression has
 * a meaning is known when it is saved or asked by `schedule.preview`.
 */
export const ScheduleText = z
  .string()
  .trim()
  .max(120)
  .regex(
    /^(([01]\d|2[0-3]):[0-5]\d|[\d*,/\-LWA-Za-z#?]+( +[\d*,/\-LWA-Za-z#?]+){4})$/,
    'Write a time such as 04:00, or a cron expression of five fields such as 0 4 * * 1-5',
  )
export type ScheduleText = z.infer<typeof ScheduleText>

/** The word of a campaign that follows the time of the settings. */
export const STANDARD_SCHEDULE = 'standard'
/** When a campaign runs by itself: `standard` as in the settings, its own times, or null: only by hand. */
export const CampaignSchedule = z.union([z.literal(STANDARD_SCHEDULE), ScheduleText]).nullable()
export type CampaignSchedule = z.infer<typeof CampaignSchedule>

/**
 * `started`: in time; `caught_up`: later, after sleep or a time when Rolecall was closed; `joined`: a run was under way
 * already; `skipped`: nothing to do, and `note` says why; `missed`: an older slot that the one caught up stands for.
 */
export const SlotOutcome = z.enum(['started', 'caught_up', 'joined', 'skipped', 'missed'])
export type SlotOutcome = z.infer<typeof SlotOutcome>

/** One slot that was handled. */
export const SlotView = z.object({
  id: z.number().int(),
  kind: SlotKind,
  campaignId: CampaignId.nullable(),
  campaignName: z.string().nullable(),
  /** The local date and time that it stands for, YYYY-MM-DDTHH:MM. */
  slot: z.string(),
  /** When it was dealt with. */
  at: z.string(),
  outcome: SlotOutcome,
  runId: RunId.nullable(),
  note: z.string().nullable(),
})
export type SlotView = z.infer<typeof SlotView>

/** Something that comes again and again. */
export const ScheduleEntry = z.object({
  kind: SlotKind,
  /** null: not of one campaign. */
  campaignId: CampaignId.nullable(),
  campaignName: z.string().nullable(),
  /** As it is written; `standard` is resolved. */
  schedule: ScheduleText,
  standard: z.boolean(),
  /** As people say it: "every day at 04:00". */
  words: z.string(),
  /** null: it rests, and `resting` says why. */
  nextAt: z.string().nullable(),
  resting: z.enum(['all_paused', 'campaign_paused', 'no_sources']).nullable(),
  last: SlotView.nullable(),
})
export type ScheduleEntry = z.infer<typeof ScheduleEntry>

export const ScheduleView = z.object({
  paused: z.boolean(),
  /** The machine's time zone, such as Europe/Berlin. */
  zone: z.string(),
  entries: z.array(ScheduleEntry),
  /** The very next one; null: nothing comes. */
  next: z
    .object({
      kind: SlotKind,
      campaignId: CampaignId.nullable(),
      campaignName: z.string().nullable(),
      at: z.string(),
    })
    .nullable(),
})
export type ScheduleView = z.infer<typeof ScheduleView>

export const SchedulePreview = z.object({
  /** What is wrong with it; null: nothing. */
  problem: z.string().nullable(),
  words: z.string(),
  /** The next five instants. */
  next: z.array(z.string()),
})
export type SchedulePreview = z.infer<typeof SchedulePreview>
