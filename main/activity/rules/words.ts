import type { ActivityGroup } from '../../contract/activity.ts'
import type { EventPayload, EventType } from '../../contract/events.ts'
import { STATUS_LABELS } from '../../contract/labels.ts'
import type { Channel, NotificationKind } from '../../contract/notifications.ts'
import type { RunKind } from '../../contract/runs.ts'
import type { SlotKind } from '../../contract/schedule.ts'
import type { Step } from '../../contract/steps.ts'
import { jobsText, listText, type Names, plain, slotText, wordsOfKey } from './plain.ts'

/** How events of one type are told to people. */
export interface Words<T extends EventType> {
  group: ActivityGroup
  /** Which of them are told; without it, all. */
  when?(payload: EventPayload<T>): boolean
  /** Events of one type with the same key that come in a row are one sentence; without it, each is its own. */
  same?(payload: EventPayload<T>): string
  /** `all`: the newest first, at least one. null: what it spoke of is gone, and without it there is nothing to say. */
  text(newest: EventPayload<T>, all: readonly EventPayload<T>[], names: Names): string | null
  /** The page to open. */
  target?(newest: EventPayload<T>, all: readonly EventPayload<T>[], names: Names): string | null
}

/** null: not for people, and the comment says why. */
type AllWords = { readonly [T in EventType]: Words<T> | null }

const STEP_WORDS: Record<Step, string> = {
  extract: 'Reading the sources',
  normalise: 'Cleaning the postings',
  deduplicate: 'Finding copies',
  companies: 'Looking companies up',
  detect: 'Detecting facts',
  enrich: 'Reading by the language model',
  rank: 'Ranking',
  check: 'Checking the data',
  notify: 'Telling of matches',
}
const SLOT_WORDS: Record<SlotKind, string> = {
  ingestion: 'run',
  briefing: 'morning briefing',
  summary: 'evening summary',
}
const CHANNEL_WORDS: Record<Channel, string> = {
  in_app: 'in Rolecall',
  os: 'by the system',
  email: 'by mail',
}
/** Kinds of notifications that have an event of their own, which is told here. */
const TOLD_BY_EVENTS: ReadonlySet<string> = new Set<NotificationKind>([
  'run_failed',
  'run_finished',
  'reminder',
  'interview',
  'check',
])
/** Settings that follow the eye or the hand and are no decision to remember. */
const SMALL_SETTINGS: ReadonlySet<string> = new Set(['welcomeDone', 'dashboard', 'jobColumns'])

const distinct = (ids: readonly number[]): number[] => [...new Set(ids)]
const one = (ids: readonly number[]): number | null => (distinct(ids).length === 1 ? (ids[0] ?? null) : null)
const jobsOf = (all: readonly { jobIds: readonly number[] }[]) => all.flatMap(({ jobIds }) => jobIds)
const jobPage = (ids: readonly number[]): string | null => {
  const id = one(ids)
  return id === null ? null : `/jobs/${id}`
}
/** "Nurse at Care" for one job, "3 jobs" for several. */
const jobs = (ids: readonly number[], names: Names): string => {
  const id = one(ids)
  return id === null ? jobsText(distinct(ids).length) : names.job(id)
}
const campaignPage = ({ campaignId }: { campaignId: number }) => `/campaigns/${campaignId}`
const byCampaign = ({ campaignId }: { campaignId: number }) => String(campaignId)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const RUN_WORDS: Record<RunKind, string> = {
  import: 'Run of',
  collect: 'Run of',
  rank: 'Ranking for',
  check: 'Checking the data of',
  notify: 'Telling of matches for',
}
const RUN_ENDS: Record<string, string> = {
  failed: 'failed',
  cancelled: 'was cancelled',
  interrupted: 'was interrupted',
}

export const WORDS: AllWords = {
  'campaign.created': {
    group: 'campaigns',
    text: ({ name }) => `Campaign ${plain(name)} created`,
    target: campaignPage,
  },
  'campaign.changed': {
    group: 'campaigns',
    same: byCampaign,
    text: ({ campaignId }, _, names) => `Campaign ${names.campaign(campaignId)} changed`,
    target: campaignPage,
  },
  'campaign.paused': {
    group: 'campaigns',
    text: ({ campaignId }, _, names) => `Campaign ${names.campaign(campaignId)} paused`,
    target: campaignPage,
  },
  'campaign.resumed': {
    group: 'campaigns',
    text: ({ campaignId }, _, names) => `Campaign ${names.campaign(campaignId)} goes on`,
    target: campaignPage,
  },
  'campaign.deleted': {
    group: 'campaigns',
    text: ({ campaignId }, _, names) => `Campaign ${names.campaign(campaignId)} deleted`,
  },
  'campaign.ranked': {
    group: 'campaigns',
    when: payload => payload.jobs > 0,
    same: byCampaign,
    text: (newest, _, names) => `${jobsText(newest.jobs)} ranked for ${names.campaign(newest.campaignId)}`,
    target: campaignPage,
  },
  // Told after each request of a run, too; what a person does to a source shows in its campaigns.
  'source.changed': null,
  // The end of a run says what it did; while it goes on, its page does.
  'run.queued': null,
  'run.started': null,
  'run.finished': {
    group: 'runs',
    // What a ranking, a check or a message did has an event of its own.
    when: ({ kind, state }) => kind === 'import' || kind === 'collect' || state !== 'succeeded',
    text({ campaignId, state, newJobs, kind }, _, names) {
      const end = Object.hasOwn(RUN_ENDS, state) ? RUN_ENDS[state] : undefined
      const run = `${RUN_WORDS[kind]} ${names.campaign(campaignId)}`
      if (end !== undefined) return `${run} ${end}${newJobs > 0 ? ` after ${jobsText(newJobs)}` : ''}`
      return `${run} finished: ${newJobs === 0 ? 'no new jobs' : `${jobsText(newJobs, 'new ')}`}`
    },
    target: ({ runId }) => `/runs/${runId}`,
  },
  'run.step_changed': {
    group: 'runs',
    when: ({ state }) => state === 'failed',
    same: ({ runId, step }) => `${runId} ${step}`,
    text: ({ step, campaignId }, _, names) =>
      `${STEP_WORDS[step]} failed in a run of ${names.campaign(campaignId)}`,
    target: ({ runId }) => `/runs/${runId}`,
  },
  'run.retried': {
    group: 'runs',
    text: ({ campaignId }, _, names) => `Run of ${names.campaign(campaignId)} tried again`,
    target: ({ runId }) => `/runs/${runId}`,
  },
  // The campaign or the settings that hold the times say so themselves.
  'schedule.changed': null,
  'schedule.slot_handled': {
    group: 'runs',
    when: ({ outcome }) => outcome === 'caught_up' || outcome === 'missed',
    same: ({ kind, campaignId, outcome }) => `${kind} ${campaignId} ${outcome}`,
    text({ kind, campaignId, slot, outcome }, all, names) {
      const whose = campaignId === null ? '' : ` of ${names.campaign(campaignId)}`
      if (outcome === 'caught_up')
        return `${capital(SLOT_WORDS[kind])}${whose} for ${slotText(slot)} caught up`
      return all.length === 1
        ? `${capital(SLOT_WORDS[kind])}${whose} for ${slotText(slot)} passed over for a later one`
        : `${all.length} older times of the ${SLOT_WORDS[kind]}${whose} passed over for a later one`
    },
    target: () => '/schedule',
  },
  'checks.finished': {
    group: 'system',
    when: ({ failing }) => failing.length > 0,
    same: ({ failing, critical }) => `${critical} ${failing.join()}`,
    text: ({ failing, critical }) =>
      `${critical ? 'Critical checks' : 'Checks'} of the data failed: ${listText(failing.map(wordsOfKey))}`,
    target: () => '/checks',
  },
  'checks.repaired': {
    group: 'system',
    text: ({ name, rows }) =>
      `${rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`} repaired: ${wordsOfKey(name)}`,
    target: () => '/checks',
  },
  'source.failed': {
    group: 'runs',
    text: ({ sourceId, message }, _, names) =>
      `Source ${names.source(sourceId)} failed: ${plain(message, 160)}`,
    target: ({ sourceId }) => `/sources/${sourceId}`,
  },
  'source.recovered': {
    group: 'runs',
    text: ({ sourceId }, _, names) => `Source ${names.source(sourceId)} works again`,
    target: ({ sourceId }) => `/sources/${sourceId}`,
  },
  'jobs.added': {
    group: 'jobs',
    when: ({ jobIds }) => jobIds.length > 0,
    same: ({ runId, campaignId }) => `${runId} ${campaignId}`,
    text({ runId, campaignId }, all, names) {
      const what = jobs(jobsOf(all), names)
      if (runId === null) return `${what} added by hand`
      return campaignId === null ? `${what} found` : `${what} found by ${names.campaign(campaignId)}`
    },
    target: ({ runId }, all) => jobPage(jobsOf(all)) ?? (runId === null ? '/jobs' : `/runs/${runId}`),
  },
  // Scores, copies and facts of jobs follow other events by themselves.
  'jobs.changed': null,
  'job.status_changed': {
    group: 'applications',
    same: ({ from, to }) => `${from} ${to}`,
    text: ({ from, to }, all, names) =>
      `${jobs(
        all.map(({ jobId }) => jobId),
        names,
      )} moved from ${STATUS_LABELS[from]} to ${STATUS_LABELS[to]}`,
    target: (_, all) => jobPage(all.map(({ jobId }) => jobId)),
  },
  'job.favourite_changed': {
    group: 'jobs',
    same: ({ favourite }) => String(favourite),
    text: ({ favourite }, all, names) =>
      `${jobs(
        all.map(({ jobId }) => jobId),
        names,
      )} ${favourite ? 'marked as favourite' : 'taken out of the favourites'}`,
    target: (_, all) => jobPage(all.map(({ jobId }) => jobId)),
  },
  'job.facts_changed': {
    group: 'jobs',
    same: ({ jobId }) => String(jobId),
    text: ({ jobId }, _, names) => `Facts of ${names.job(jobId)} corrected`,
    target: ({ jobId }) => `/jobs/${jobId}`,
  },
  'job.notes_changed': {
    group: 'applications',
    same: ({ jobId }) => String(jobId),
    text: ({ jobId }, _, names) => `Notes on ${names.job(jobId)} changed`,
    target: ({ jobId }) => `/jobs/${jobId}`,
  },
  // Its end says what it did.
  'detection.queued': null,
  'detection.started': null,
  'detection.finished': {
    group: 'jobs',
    text({ state, changed }) {
      const what = changed === 0 ? 'no job says anything new' : `${jobsText(changed)} changed`
      if (state === 'failed') return `Detecting jobs again failed; ${what}`
      if (state === 'cancelled') return `Detecting jobs again was cancelled; ${what}`
      return `Jobs detected again: ${what}`
    },
    target: () => '/missing',
  },
  'application.changed': {
    group: 'applications',
    when: ({ jobIds }) => jobIds.length > 0,
    same: ({ jobIds }) => jobIds.join(),
    text: (_, all, names) =>
      one(jobsOf(all)) === null
        ? `Applications for ${jobs(jobsOf(all), names)} changed`
        : `Application for ${jobs(jobsOf(all), names)} changed`,
    target: (_, all) => jobPage(jobsOf(all)) ?? '/applications',
  },
  'contact.changed': {
    group: 'applications',
    same: ({ jobIds }) => jobIds.join(),
    text: ({ jobIds }, _, names) =>
      jobIds.length === 0 ? 'Contacts changed' : `Contacts for ${jobs(jobIds, names)} changed`,
    target: ({ jobIds }) => jobPage(jobIds) ?? '/contacts',
  },
  'reminder.changed': {
    group: 'applications',
    same: ({ jobId }) => String(jobId),
    text: ({ jobId }, _, names) =>
      jobId === null ? 'Reminders changed' : `Reminders for ${names.job(jobId)} changed`,
    target: ({ jobId }) => (jobId === null ? '/reminders' : `/jobs/${jobId}`),
  },
  'presets.changed': {
    group: 'settings',
    same: () => '',
    text: () => 'Saved views changed',
    target: () => '/jobs',
  },
  'company.changed': {
    group: 'jobs',
    when: ({ companyIds }) => companyIds.length > 0,
    same: () => '',
    text(_, all, names) {
      const ids = all.flatMap(({ companyIds }) => companyIds)
      const id = one(ids)
      return id === null
        ? `Facts of ${distinct(ids).length.toLocaleString('en')} companies changed`
        : `Facts of ${names.company(id)} changed`
    },
    target(_, all) {
      const id = one(all.flatMap(({ companyIds }) => companyIds))
      return id === null ? '/companies' : `/companies/${id}`
    },
  },
  'company.blocked_changed': {
    group: 'jobs',
    when: ({ companyIds }) => companyIds.length > 0,
    same: ({ blocked }) => String(blocked),
    text({ blocked }, all, names) {
      const ids = all.flatMap(({ companyIds }) => companyIds)
      const id = one(ids)
      const what = id === null ? `${distinct(ids).length.toLocaleString('en')} companies` : names.company(id)
      return `${what} ${blocked ? 'blocked' : 'no longer blocked'}`
    },
    target(_, all) {
      const id = one(all.flatMap(({ companyIds }) => companyIds))
      return id === null ? '/companies' : `/companies/${id}`
    },
  },
  // How the work of machines stands, many times an hour; its own page shows it.
  'lookups.changed': null,
  'ai.changed': null,
  'notification.created': {
    group: 'notifications',
    text({ notificationId }, _, names) {
      const told = names.notification(notificationId)
      return told && !TOLD_BY_EVENTS.has(told.kind) ? told.title : null
    },
    target: ({ notificationId }, _, names) => names.notification(notificationId)?.target ?? null,
  },
  'notification.delivered': {
    group: 'notifications',
    // What the system or Rolecall shows was seen when it was shown.
    when: ({ channel }) => channel === 'email',
    text({ notificationId }, _, names) {
      const told = names.notification(notificationId)
      return told ? `Mail sent: ${told.title}` : null
    },
    target: () => '/notifications',
  },
  'notification.failed': {
    group: 'notifications',
    when: ({ final }) => final,
    text({ notificationId, channel }, _, names) {
      const told = names.notification(notificationId)
      return told ? `Not delivered ${CHANNEL_WORDS[channel]}: ${told.title}` : null
    },
    target: () => '/notifications',
  },
  // Reading is what a person has just done.
  'notification.read': null,
  'reminder.due': {
    group: 'notifications',
    text({ reminderId }, _, names) {
      const text = names.reminder(reminderId)
      return text === null ? null : `Reminder due: ${text}`
    },
    target: ({ jobId }) => (jobId === null ? '/reminders' : `/jobs/${jobId}`),
  },
  'interview.near': {
    group: 'notifications',
    text: ({ jobId }, _, names) => `Interview near: ${names.job(jobId)}`,
    target: ({ jobId }) => `/jobs/${jobId}`,
  },
  'handler.failed': {
    group: 'system',
    same: ({ handler }) => handler,
    text: ({ handler }, all) =>
      `A background task failed${all.length === 1 ? '' : ` ${all.length} times`}: ${plain(handler)}`,
    target: () => '/events',
  },
  'feedback.changed': {
    group: 'jobs',
    same: ({ jobId, campaignId }) => `${jobId} ${campaignId}`,
    text({ jobId, campaignId }, _, names) {
      if (jobId !== null) return `Your opinion of ${names.job(jobId)} changed`
      return campaignId === null ? 'Feedback changed' : `Feedback for ${names.campaign(campaignId)} changed`
    },
    target: ({ jobId, campaignId }) =>
      jobId !== null ? `/jobs/${jobId}` : campaignId === null ? null : `/campaigns/${campaignId}`,
  },
  'comparison.changed': {
    group: 'campaigns',
    same: byCampaign,
    text: ({ campaignId }, _, names) => `Comparison of weightings of ${names.campaign(campaignId)} changed`,
    target: ({ campaignId }) => `/campaigns/${campaignId}/compare`,
  },
  'settings.changed': {
    group: 'settings',
    when: ({ keys }) => keys.some(key => !SMALL_SETTINGS.has(key)),
    same: ({ keys }) => keys.join(),
    text: ({ keys }) =>
      `Settings changed: ${listText(keys.filter(key => !SMALL_SETTINGS.has(key)).map(wordsOfKey))}`,
    target: () => '/settings',
  },
  'document.changed': {
    group: 'documents',
    same: ({ documentIds }) => documentIds.join(' '),
    text: ({ documentIds }) =>
      distinct(documentIds).length === 1
        ? 'A document was kept or changed'
        : `${distinct(documentIds).length} documents were kept or changed`,
    target: ({ documentIds }) => {
      const id = one(documentIds)
      return id === null ? '/documents' : `/documents/${id}`
    },
  },
  'document.read': {
    group: 'documents',
    text: ({ title, state }) =>
      state === 'read' ? `${plain(title)} was read` : `${plain(title)} could not be read`,
    target: ({ documentId }) => `/documents/${documentId}`,
  },
  'resume.taken': {
    group: 'documents',
    text: ({ title, items }) =>
      `${items} ${items === 1 ? 'thing' : 'things'} of ${plain(title)} taken into the profile`,
    target: () => '/profile',
  },
  'profile.changed': {
    group: 'settings',
    same: () => '',
    text: () => 'Your profile changed',
    target: () => '/profile',
  },
  // Follows a changed profile or new jobs by itself.
  'matches.changed': null,
  'rates.changed': {
    group: 'system',
    same: ({ day }) => day,
    text: ({ day }) => `Exchange rates of ${plain(day)} fetched`,
    target: () => '/settings',
  },
  'sample.loaded': {
    group: 'system',
    text: newest => `Sample data loaded: ${jobsText(newest.jobs)}`,
    target: () => '/jobs',
  },
  'change.undone': {
    group: 'system',
    text({ changeId }, _, names) {
      const label = names.change(changeId)
      return label === null ? 'A change was taken back' : `Undone: ${label}`
    },
  },
  'backup.created': { group: 'system', text: () => 'Backup made', target: () => '/settings' },
}

const TYPES = Object.keys(WORDS) as EventType[]

/** Types of events that people are told of, of these groups; no groups: of all. */
export const typesFor = (groups: readonly ActivityGroup[]): EventType[] =>
  TYPES.filter(type => {
    const words = WORDS[type]
    return words !== null && (groups.length === 0 || groups.includes(words.group))
  })
