import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { CampaignSchedule, ScheduleEntry } from '../../../../main/contract/schedule.ts'
import type { CampaignView, Settings } from '../../../../main/contract/shapes.ts'
import type { TimeSetting } from './schedule-acts.ts'

/** One line of the schedule that can be changed: a time of the settings, or the times of a campaign. */
export interface ScheduleLine {
  key: string
  title: string
  /** What it does, in a sentence. */
  hint: string
  value: CampaignSchedule
  /** Off or by hand: nothing comes of it. */
  entry: ScheduleEntry | null
  owner: { setting: TimeSetting } | { campaignId: CampaignId }
}

/** The three times of the settings, in the order of the day. */
export function settingLines(
  settings: Pick<Settings, TimeSetting>,
  entries: readonly ScheduleEntry[],
): ScheduleLine[] {
  const of = (kind: ScheduleEntry['kind']) => entries.find(entry => entry.kind === kind) ?? null
  const following = entries.filter(entry => entry.kind === 'ingestion' && entry.standard)
  // The campaign that comes first says when the common time is next.
  const first =
    following
      .filter(entry => entry.nextAt !== null)
      .sort((a, b) => (a.nextAt ?? '').localeCompare(b.nextAt ?? ''))[0] ??
    following[0] ??
    null
  return [
    {
      key: 'ingestion',
      title: 'All campaigns',
      hint: 'New postings for every active campaign without times of its own.',
      value: settings.scheduleIngestion,
      entry: first,
      owner: { setting: 'scheduleIngestion' },
    },
    {
      key: 'briefing',
      title: 'Morning briefing',
      hint: 'The best five new jobs, and what is due today.',
      value: settings.scheduleBriefing,
      entry: of('briefing'),
      owner: { setting: 'scheduleBriefing' },
    },
    {
      key: 'summary',
      title: 'Evening summary',
      hint: 'The numbers of the day.',
      value: settings.scheduleSummary,
      entry: of('summary'),
      owner: { setting: 'scheduleSummary' },
    },
  ]
}

/** A line for each campaign, by name. */
export function campaignLines(
  campaigns: readonly Pick<CampaignView, 'id' | 'draft' | 'state'>[],
  entries: readonly ScheduleEntry[],
): ScheduleLine[] {
  return campaigns
    .map(({ id, draft }) => ({
      key: `campaign ${id}`,
      title: draft.name,
      hint: '',
      value: draft.schedule,
      entry: entries.find(entry => entry.campaignId === id) ?? null,
      owner: { campaignId: id },
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'en'))
}
