import { listCampaigns } from '../campaigns/service.ts'
import type { CampaignId } from '../contract/ids.ts'
import {
  type ScheduleEntry,
  type SchedulePreview,
  type ScheduleView,
  type SlotKind,
  STANDARD_SCHEDULE,
} from '../contract/schedule.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { machineZone } from '../platform/zone.ts'
import { readSettings } from '../settings/service.ts'
import { nextInstants, TRUSTED_AHEAD, trustedSince } from './rules/due.ts'
import { scheduleProblem } from './rules/times.ts'
import { wordsOf } from './rules/words.ts'
import {
  campaignsWithSources,
  isHandled,
  lastSlot,
  listSlots,
  newestSlot,
  settingTimes,
  sinceOf,
} from './store.ts'

/** Something that comes again and again, with what decides when. Instants are milliseconds. */
export interface Entry {
  kind: SlotKind
  campaignId: CampaignId | null
  campaignName: string | null
  schedule: string
  standard: boolean
  /** Slots up to here are none of its own; null: it is new to the schedule. */
  since: number | null
  resting: ScheduleEntry['resting']
}

export interface Plan {
  paused: boolean
  /** When the schedule was last taken up after a pause; null: never. */
  resumedAt: number | null
  entries: Entry[]
}

const ownerKey = (kind: SlotKind, campaignId: number | null) => `${kind} ${campaignId ?? 0}`

/** All that comes by itself, as the settings and the campaigns have it: campaigns by name, then the two messages. */
export function readPlan(db: Db, now: number): Plan {
  const settings = readSettings(db)
  const changed = settingTimes(db)
  const known = new Map(sinceOf(db).map(({ kind, campaignId, since }) => [ownerKey(kind, campaignId), since]))
  const withSources = campaignsWithSources(db)
  const at = (iso: string | undefined) => (iso === undefined ? null : Date.parse(iso))
  const since = (kind: SlotKind, campaignId: number | null, setting: string | null) => {
    const own = at(known.get(ownerKey(kind, campaignId)))
    if (own === null) return null
    return trustedSince([own, setting === null ? null : at(changed.get(setting))], now)
  }
  const campaigns = listCampaigns(db).flatMap<Entry>(({ id, draft, state }) => {
    const standard = draft.schedule === STANDARD_SCHEDULE
    const schedule = standard ? settings.scheduleIngestion : draft.schedule
    if (schedule === null) return []
    return {
      kind: 'ingestion',
      campaignId: id,
      campaignName: draft.name,
      schedule,
      standard,
      since: since('ingestion', id, standard ? 'scheduleIngestion' : null),
      resting: settings.schedulePaused
        ? 'all_paused'
        : state === 'paused'
          ? 'campaign_paused'
          : withSources.has(id)
            ? null
            : 'no_sources',
    }
  })
  const message = (
    kind: 'briefing' | 'summary',
    setting: 'scheduleBriefing' | 'scheduleSummary',
  ): Entry[] => {
    const schedule = settings[setting]
    if (schedule === null) return []
    return [
      {
        kind,
        campaignId: null,
        campaignName: null,
        schedule,
        standard: true,
        since: since(kind, null, setting),
        resting: settings.schedulePaused ? 'all_paused' : null,
      },
    ]
  }
  return {
    paused: settings.schedulePaused,
    resumedAt: settings.schedulePaused ? null : at(changed.get('schedulePaused')),
    entries: [
      ...campaigns,
      ...message('briefing', 'scheduleBriefing'),
      ...message('summary', 'scheduleSummary'),
    ],
  }
}

/** The newest slot of an entry that was handled, as far as the clock that wrote it can be trusted; null: none. */
export function floorOf(db: Db, entry: Entry, now: number): string | null {
  return newestSlot(db, entry, new Date(now + TRUSTED_AHEAD).toISOString())
}

/** When an entry comes next; null: it rests. ISO instant. */
function nextAt(db: Db, entry: Entry, now: number, zone: string): string | null {
  if (entry.resting !== null) return null
  const standing = {
    schedule: entry.schedule,
    zone,
    now,
    since: entry.since ?? now,
    floor: floorOf(db, entry, now),
  }
  const [next] = nextInstants(standing, 1, slot => isHandled(db, entry, slot))
  return next === undefined ? null : new Date(next).toISOString()
}

/** When each campaign runs next by itself; those that rest or run by hand only are missing. ISO instants. */
export function nextRuns(db: Db, clock: Clock, zone = machineZone()): Map<number, string> {
  const now = clock.millis()
  const times = new Map<number, string>()
  for (const entry of readPlan(db, now).entries) {
    const next = entry.campaignId === null ? null : nextAt(db, entry, now, zone)
    if (entry.campaignId !== null && next !== null) times.set(entry.campaignId, next)
  }
  return times
}

/** The whole schedule as pages see it, in a zone. */
export function viewSchedule(db: Db, clock: Clock, zone: string): ScheduleView {
  const now = clock.millis()
  const { paused, entries } = readPlan(db, now)
  const views = entries.map<ScheduleEntry>(entry => ({
    kind: entry.kind,
    campaignId: entry.campaignId,
    campaignName: entry.campaignName,
    schedule: entry.schedule,
    standard: entry.standard,
    words: wordsOf(entry.schedule),
    nextAt: nextAt(db, entry, now, zone),
    resting: entry.resting,
    last: lastSlot(db, entry),
  }))
  const [next] = views
    .flatMap(({ kind, campaignId, campaignName, nextAt: at }) =>
      at === null ? [] : [{ kind, campaignId, campaignName, at }],
    )
    .sort((one, other) => one.at.localeCompare(other.at))
  return { paused, zone, entries: views, next: next ?? null }
}

const PREVIEWED = 5

/** What a schedule would mean from now on, in a zone. */
export function previewSchedule(schedule: string, clock: Clock, zone: string): SchedulePreview {
  const text = schedule.trim()
  const problem = scheduleProblem(text)
  if (problem !== null) return { problem, words: '', next: [] }
  const now = clock.millis()
  const next = nextInstants({ schedule: text, zone, now, since: now, floor: null }, PREVIEWED)
  return { problem, words: wordsOf(text), next: next.map(at => new Date(at).toISOString()) }
}

export const scheduleQueries = {
  'schedule.get': ({ db, clock }) => viewSchedule(db, clock, machineZone()),
  'schedule.slots': ({ db }, { kind, campaignId, before, limit }) =>
    listSlots(db, { kind, campaignId }, before, limit),
  'schedule.preview': ({ clock }, { schedule }) => previewSchedule(schedule, clock, machineZone()),
} satisfies Partial<Queries>
