import { useSyncExternalStore } from 'react'
import type { Contract } from '../../../main/contract/api.ts'
import type { EventType, Signal } from '../../../main/contract/events.ts'
import type { PushFrame } from '../../../main/contract/frames.ts'
import { batcher } from './batch.ts'
import { carrier, queryClient } from './core.ts'

type Area = keyof Contract

/** Which areas' answers an event makes old. */
const TOUCHES: Record<EventType, readonly Area[] | 'everything'> = {
  'campaign.created': ['campaigns', 'dashboard', 'system', 'search'],
  'campaign.changed': [
    'campaigns',
    'dashboard',
    'jobs',
    'sources',
    'ranking',
    'skillGap',
    'feedback',
    'recommendations',
    'search',
  ],
  'campaign.paused': ['campaigns', 'dashboard', 'schedule'],
  'campaign.resumed': ['campaigns', 'dashboard', 'schedule'],
  'campaign.deleted': ['campaigns', 'dashboard', 'jobs', 'system', 'skillGap', 'recommendations', 'search'],
  'campaign.ranked': ['campaigns', 'dashboard', 'jobs', 'ranking', 'skillGap', 'recommendations'],
  'source.changed': ['sources', 'campaigns', 'schedule'],
  'run.queued': ['runs', 'campaigns', 'dashboard'],
  'run.started': ['runs', 'campaigns', 'dashboard'],
  'run.finished': ['runs', 'campaigns', 'dashboard', 'sources', 'system', 'skillGap', 'resumes'],
  'jobs.added': [
    'jobs',
    'campaigns',
    'dashboard',
    'system',
    'companies',
    'detection',
    'ranking',
    'recommendations',
    'search',
  ],
  'jobs.changed': ['jobs', 'dashboard', 'companies', 'detection', 'ranking', 'recommendations', 'search'],
  'job.status_changed': [
    'jobs',
    'campaigns',
    'applications',
    'dashboard',
    'changes',
    'companies',
    'detection',
    'ranking',
    'skillGap',
    'feedback',
    'comparisons',
    'recommendations',
    'search',
    'resumes',
  ],
  'job.favourite_changed': ['jobs', 'dashboard', 'changes', 'skillGap', 'recommendations'],
  'job.facts_changed': [
    'jobs',
    'dashboard',
    'changes',
    'detection',
    'ranking',
    'skillGap',
    'recommendations',
    'search',
    'resumes',
  ],
  'application.changed': ['applications', 'dashboard'],
  'contact.changed': ['applications', 'contacts'],
  'reminder.changed': ['applications', 'reminders', 'dashboard'],
  'presets.changed': ['presets', 'search'],
  'job.notes_changed': ['applications', 'jobs'],
  'company.changed': ['companies', 'changes'],
  'company.blocked_changed': [
    'companies',
    'jobs',
    'dashboard',
    'campaigns',
    'changes',
    'detection',
    'ranking',
    'skillGap',
    'recommendations',
    'search',
    'resumes',
  ],
  'lookups.changed': ['companies'],
  'detection.queued': ['detection'],
  'detection.started': ['detection'],
  'detection.finished': [
    'detection',
    'jobs',
    'dashboard',
    'changes',
    'ranking',
    'skillGap',
    'recommendations',
  ],
  'ai.changed': ['ai'],
  'notification.created': ['notifications'],
  'notification.read': ['notifications'],
  'notification.delivered': ['notifications'],
  'notification.failed': ['notifications'],
  'reminder.due': ['reminders', 'dashboard'],
  'interview.near': ['applications', 'dashboard'],
  'handler.failed': ['events'],
  'run.step_changed': ['runs'],
  'run.retried': ['runs', 'campaigns'],
  'schedule.changed': ['schedule', 'campaigns'],
  'schedule.slot_handled': ['schedule', 'campaigns'],
  'checks.finished': ['checks', 'runs', 'system'],
  'checks.repaired': ['checks', 'campaigns', 'jobs'],
  'source.failed': ['sources', 'runs'],
  'source.recovered': ['sources', 'runs'],
  'feedback.changed': ['feedback', 'comparisons', 'changes'],
  'comparison.changed': ['comparisons', 'changes'],
  'settings.changed': ['settings', 'clip', 'ai', 'ranking', 'schedule', 'notifications', 'campaigns'],
  'document.changed': ['documents', 'letters', 'resumes', 'applications', 'dashboard', 'changes'],
  'document.read': ['documents', 'resumes', 'dashboard'],
  'resume.taken': ['resumes', 'profile', 'changes'],
  'profile.changed': ['profile', 'resumes', 'skillGap', 'recommendations', 'changes'],
  'matches.changed': ['recommendations', 'jobs', 'dashboard'],
  'rates.changed': ['rates', 'jobs'],
  'sample.loaded': 'everything',
  'change.undone': 'everything',
  'backup.created': ['backups'],
}

/** At most four refetches a second, however fast events come. */
const REFETCH_MS = 250

const invalidate = batcher<Area | 'everything'>(areas => {
  if (areas.has('everything')) void queryClient.invalidateQueries()
  else for (const area of areas) void queryClient.invalidateQueries({ queryKey: [area] })
}, REFETCH_MS)

/** Every event is news to the pages of events, which have no hurry. */
const CALM_MS = 1_000
const invalidateCalmly = batcher<Area>(areas => {
  for (const area of areas) void queryClient.invalidateQueries({ queryKey: [area] })
}, CALM_MS)

type CoreState = Signal<'core.state'>['payload']
type Progress = Signal<'run.progress'>['payload']
/** How far a run that detects many jobs again is. */
export type DetectionProgress = Signal<'detection.progress'>['payload']
/** How far the jobs are matched with a profile that changed. */
export type MatchProgress = Signal<'matches.progress'>['payload']
/** Which check of the data is being made, and how many are. */
export type CheckProgress = Signal<'checks.progress'>['payload']
/** How far the files that were added last are read. */
export type DocumentsProgress = Signal<'documents.progress'>['payload']

let core: CoreState = { state: 'ready', message: '' }
let progress: ReadonlyMap<number, Progress> = new Map()
let detection: ReadonlyMap<number, DetectionProgress> = new Map()
let matching: MatchProgress | null = null
let checking: CheckProgress | null = null
let readingDocuments: DocumentsProgress | null = null
let greeted = false
const listeners = new Set<() => void>()

function tell(): void {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const without = <T>(map: ReadonlyMap<number, T>, key: number): ReadonlyMap<number, T> =>
  new Map([...map].filter(([known]) => known !== key))

function takeSignal({ type, payload }: Signal, open: (path: string) => void): void {
  if (type === 'shell.navigate') {
    open(payload.path)
    return
  }
  if (type === 'core.state') {
    // What failed while the core was away is asked again now.
    if (payload.state === 'ready' && core.state !== 'ready') invalidate('everything')
    core = payload
  } else if (type === 'run.progress') progress = new Map(progress).set(payload.runId, payload)
  else if (type === 'matches.progress') matching = payload
  else if (type === 'checks.progress') checking = payload
  // The last one of a batch says that all are read.
  else if (type === 'documents.progress') readingDocuments = payload.done < payload.total ? payload : null
  else detection = new Map(detection).set(payload.detectionRunId, payload)
  tell()
}

/** Takes one frame of the live stream; `open` leads to a path that the shell asks for. */
function take(frame: PushFrame, open: (path: string) => void): void {
  if (frame.kind === 'hello') {
    core = { state: 'ready', message: '' }
    if (frame.gap) invalidate('everything')
    // What was answered before the stream stood may have missed an event in between.
    else if (!greeted) void queryClient.invalidateQueries({ predicate: one => one.state.dataUpdatedAt > 0 })
    greeted = true
    tell()
    return
  }
  if (frame.kind === 'signal') {
    takeSignal(frame.signal, open)
    return
  }
  const { event } = frame
  if (event.type === 'run.finished') {
    progress = without(progress, event.payload.runId)
    tell()
  }
  if (event.type === 'detection.finished') {
    detection = without(detection, event.payload.detectionRunId)
    tell()
  }
  if (event.type === 'matches.changed') {
    matching = null
    tell()
  }
  if (event.type === 'checks.finished') {
    checking = null
    tell()
  }
  invalidateCalmly('activity', 'events')
  const areas = TOUCHES[event.type]
  if (areas === undefined || areas === 'everything') invalidate('everything')
  else invalidate(...areas)
}

/** Listens to the core for as long as the page lives; `open` leads to a path of the app. Returns the stop. */
export function startLive(open: (path: string) => void = () => {}): () => void {
  return carrier.subscribe(null, frame => take(frame, open))
}

/** Whether the core answers, for the banner over the page. */
export function useCoreState(): CoreState {
  return useSyncExternalStore(subscribe, () => core)
}

/** Live progress of the running run of a campaign; null when none runs or nothing is known yet. */
export function useRunProgress(campaignId: number): Progress | null {
  const all = useSyncExternalStore(subscribe, () => progress)
  return [...all.values()].find(one => one.campaignId === campaignId) ?? null
}

/** Live progress of matching all jobs with a profile that changed; null when none is under way. */
export function useMatchProgress(): MatchProgress | null {
  return useSyncExternalStore(subscribe, () => matching)
}

/** Live progress of the checks of the data; null when none are being made. */
export function useCheckProgress(): CheckProgress | null {
  return useSyncExternalStore(subscribe, () => checking)
}

/** Live progress of reading files that were added; null when none wait. */
export function useDocumentsProgress(): DocumentsProgress | null {
  return useSyncExternalStore(subscribe, () => readingDocuments)
}

/** Live progress of one run, whatever its campaign; null when it does not run or nothing is known yet. */
export function useProgressOf(runId: number): Progress | null {
  return useSyncExternalStore(subscribe, () => progress).get(runId) ?? null
}

/** Live progress of a run that detects many jobs again; null when nothing is known yet. */
export function useDetectionProgress(detectionRunId: number | null): DetectionProgress | null {
  const all = useSyncExternalStore(subscribe, () => detection)
  return (detectionRunId === null ? undefined : all.get(detectionRunId)) ?? null
}
