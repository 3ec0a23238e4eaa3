import type {
  CampaignSchedule,
  ScheduleEntry,
  ScheduleView,
  SlotKind,
  SlotOutcome,
} from '../../../../main/contract/schedule.ts'
import { STANDARD_SCHEDULE } from '../../../../main/contract/schedule.ts'
import { clockText, dayText, localDay, shortDayText } from '../applications/moment-text.ts'

/** What comes at a slot, as a noun. */
export const SLOT_LABELS: Record<SlotKind, string> = {
  ingestion: 'Run',
  briefing: 'Morning briefing',
  summary: 'Evening summary',
}

/** What became of a slot. */
export const OUTCOME_LABELS: Record<SlotOutcome, string> = {
  started: 'In time',
  caught_up: 'Caught up',
  joined: 'Joined a run',
  skipped: 'Left out',
  missed: 'Missed',
}

/** The colour that goes with the word. */
export const OUTCOME_TONES = {
  started: 'good',
  caught_up: 'info',
  joined: 'info',
  skipped: 'neutral',
  missed: 'warn',
} as const satisfies Record<SlotOutcome, string>

/** Why an entry does not come, in a sentence's end. */
export const RESTING_WORDS: Record<NonNullable<ScheduleEntry['resting']>, string> = {
  all_paused: 'waits until the schedule is resumed',
  campaign_paused: 'rests, as the campaign is paused',
  no_sources: 'rests, as no source of the campaign is switched on',
}

/** "today at 20:00", "tomorrow at 04:00", "Tuesday, 24 November at 04:00"; local time. */
export function atText(iso: string, now: Date): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  const day = dayText(localDay(moment), localDay(now))
  const words = /^(Today|Tomorrow|Yesterday)$/.test(day) ? day.toLowerCase() : day
  return `${words} at ${clockText(iso)}`
}

/** "Today 20:00", "Tue, 24 Nov 04:00": for lists of times. */
export function shortAtText(iso: string, now: Date): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return `${shortDayText(localDay(moment), localDay(now))} ${clockText(iso)}`
}

/** A local slot, YYYY-MM-DDTHH:MM, as people say it: "Today 04:00". */
export function slotText(slot: string, now: Date): string {
  const [day = '', time = ''] = slot.split('T')
  return `${shortDayText(day, localDay(now))} ${time}`
}

/** What is the very next, in one line; null: nothing comes. */
export function nextLine(
  { next, entries }: Pick<ScheduleView, 'next' | 'entries'>,
  now: Date,
): string | null {
  if (next === null) return null
  const together = entries.filter(entry => entry.nextAt === next.at && entry.kind === next.kind)
  const others = together.length - 1
  const what =
    next.kind === 'ingestion'
      ? `${next.campaignName ?? 'all campaigns'}${others > 0 ? ` and ${others} more ${others === 1 ? 'campaign' : 'campaigns'}` : ''}`
      : SLOT_LABELS[next.kind].toLowerCase()
  return `${what}, ${atText(next.at, now)}`
}

/** Why a campaign does not run by itself, in a word or two. */
export function noRunWords({
  state,
  draft,
  sources,
}: {
  state: 'active' | 'paused'
  draft: { schedule: CampaignSchedule }
  sources: readonly unknown[]
}): string {
  if (state === 'paused') return 'paused'
  if (draft.schedule === null) return 'by hand'
  return sources.length === 0 ? 'without source' : 'not planned'
}

/** The ways in which times are chosen. */
export type TimeMode = 'standard' | 'time' | 'expression' | 'off'

/** A time of day, such as 04:00. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** How a value was chosen. */
export function modeOf(value: CampaignSchedule): TimeMode {
  if (value === null) return 'off'
  if (value === STANDARD_SCHEDULE) return 'standard'
  return isTime(value) || value === '' ? 'time' : 'expression'
}

/**
 * The value when a mode is chosen: a time becomes the expression that means the same, and an expression of one time a day
 * that time; anything else begins at `usual`.
 */
export function valueIn(mode: TimeMode, value: CampaignSchedule, usual: string): CampaignSchedule {
  if (mode === 'off') return null
  if (mode === 'standard') return STANDARD_SCHEDULE
  const text = value === null || value === STANDARD_SCHEDULE ? usual : value
  if (mode === 'time') {
    const daily = /^(\d{1,2}) (\d{1,2}) \* \* \*$/.exec(text)
    if (daily) return `${(daily[2] ?? '').padStart(2, '0')}:${(daily[1] ?? '').padStart(2, '0')}`
    return isTime(text) ? text : isTime(usual) ? usual : '04:00'
  }
  if (!isTime(text)) return text
  const [hour, minute] = text.split(':').map(Number)
  return `${minute} ${hour} * * *`
}
