import { findCampaign } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import { SourceId } from '../contract/ids.ts'
import type { CampaignDraft } from '../contract/shapes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { SearchWishes } from './adapters/adapter.ts'
import { recogniseBoard, type Sources } from './adapters/index.ts'
import { addingCommands, addingUndoers, labelOf } from './adding.ts'
import { type CollectTools, collectFrom } from './collect.ts'
import { pauseAfterFailure } from './rules/health.ts'
import {
  campaignsOfSource,
  findSource,
  forgetPause,
  listSourceRuns,
  listSources,
  recordFailure,
  remembered,
  setCampaignsOfSource,
  setSourceEnabled,
  setSourcePriority,
  setSourceRemoved,
  sourceIdOf,
} from './store.ts'

export type {
  Ask,
  DetailReading,
  SourceItem,
  SourceReading,
  SourceResponse,
  UnreadItem,
} from './adapters/adapter.ts'
export type { Sources } from './adapters/index.ts'
export { postingOf } from './adapters/reading.ts'
export { type Collected, type CollectTools, collectFrom } from './collect.ts'
export type { PageInput, PageReading } from './files/read-page.ts'
export { readRows } from './files/read-rows.ts'
export { sourcesOfRun, sourcesReadIn } from './runs-store.ts'
export {
  listSources,
  noTally,
  qualitySums,
  recordFailure,
  recordRun,
  recordSuccess,
  remembered,
  type SourceTally,
  type StoredSource,
  setQuality,
  sourcesOfCampaign,
} from './store.ts'

/** The sources that stand for what the person brought by hand. */
const BY_HAND = {
  file: 'Imported file',
  page: 'Pasted address',
  text: 'Pasted text',
  clip: 'Clipped page',
} as const

/** The one source of each way in which a person brings postings by hand. */
export function handSourceId(tx: Tx, kind: keyof typeof BY_HAND): SourceId {
  return sourceIdOf(tx.db, { kind, key: '', label: BY_HAND[kind], config: {} }, tx.now)
}

/** What a campaign looks for, as searching sources are asked. */
export function searchWishes(draft: CampaignDraft): SearchWishes {
  return {
    query: draft.query,
    country: draft.country,
    locations: draft.locations,
    remoteOnly: draft.remote_preference.length === 1 && draft.remote_preference[0] === 'remote',
    dateWindowDays: draft.date_window_days,
  }
}

const asRecord = (config: unknown): Record<string, unknown> => ({ ...(config as object) })

export function sourceQueries({ all, of }: Sources) {
  return {
    'sources.list': ({ db, clock }) => listSources(db, clock.now()),
    'sources.kinds': () =>
      all.map(({ kind, label, family, lists, about, site, fields, keys }) => ({
        ...{ kind, label, family, lists, about, site },
        fields: [...fields],
        keys: [...keys],
      })),
    'sources.recognise': (_context, { text }) => {
      const found = recogniseBoard({ all, of }, text)
      const source = found && of(found.kind)
      const checked = source?.check(found?.config)
      if (!found || !source || !checked?.success) return null
      return { kind: found.kind, config: asRecord(checked.data), label: labelOf(source, checked.data) }
    },
    'sources.history': ({ db }, { sourceId, limit }) => listSourceRuns(db, sourceId, limit),
  } satisfies Partial<Queries>
}

/** What the commands need of the process around them. */
export interface SourceTools {
  sources: Sources
  /** A client of its own, with everything that reading a source needs; `close` drops its connections. */
  newCollector(): CollectTools & { close(): Promise<void> }
}

const known = (db: Db, sourceId: SourceId) =>
  findSource(db, sourceId) ?? refuse('not_found', 'This source does not exist any more.')

export function sourceCommands({ sources, newCollector }: SourceTools) {
  const tests = new Map<AbortController, SourceId>()
  return {
    ...addingCommands(sources),
    'sources.setEnabled': (context, { sourceId, enabled }) =>
      context.unit(tx => {
        const source = known(tx.db, sourceId)
        if (source.enabled === enabled) return { undo: null }
        setSourceEnabled(tx.db, sourceId, enabled)
        if (enabled) forgetPause(tx.db, sourceId)
        tx.emit('source.changed', { sourceId })
        const label = `${enabled ? 'Switched on' : 'Switched off'} ${source.label}`
        return { undo: recordChange(tx, label, 'sources.enabled', { sourceId, enabled: !enabled }) }
      }),
    'sources.setPriority': (context, { sourceId, priority }) =>
      context.unit(tx => {
        const source = known(tx.db, sourceId)
        if (source.priority === priority) return { undo: null }
        setSourcePriority(tx.db, sourceId, priority)
        tx.emit('source.changed', { sourceId })
        const label = `Changed the priority of ${source.label}`
        return { undo: recordChange(tx, label, 'sources.priority', { sourceId, priority: source.priority }) }
      }),
    'sources.remove': (context, { sourceId }) =>
      context.unit(tx => {
        const source = known(tx.db, sourceId)
        const campaignIds = campaignsOfSource(tx.db, sourceId)
        setCampaignsOfSource(tx.db, sourceId, [])
        setSourceRemoved(tx.db, sourceId, tx.now)
        emitSource(tx, sourceId, campaignIds)
        return {
          undo: recordChange(tx, `Removed ${source.label}`, 'sources.removed', { sourceId, campaignIds }),
        }
      }),
    'sources.test': async (context, { sourceId, campaignId }) => {
      const stored = known(context.db, sourceId)
      const source =
        sources.of(stored.kind) ?? refuse('unsupported', 'This version does not know this kind of source.')
      const campaign = campaignId === null ? undefined : findCampaign(context.db, campaignId)
      const wishes = campaign ? searchWishes(campaign.draft) : NO_WISHES
      const stop = new AbortController()
      const enough = new AbortController()
      tests.set(stop, sourceId)
      const collector = newCollector()
      let postings = 0
      let unread = 0
      try {
        const ask = { config: stored.config, wishes, now: context.clock.now() }
        const answer = await collectFrom(source, ask, collector, {
          signal: AbortSignal.any([stop.signal, enough.signal]),
          validators: null,
          // A test shows that the source answers; the texts of single postings are not needed for it.
          isKnown: () => true,
          async onPage(page) {
            postings += page.items.length
            unread += page.unread.length
            // The first answers of some sources only lead to the postings.
            if (postings + unread > 0) enough.abort()
          },
        })
        if (stop.signal.aborted) return refuse('cancelled', 'The test was stopped.')
        if (!answer.ok) {
          const { error, retryAfter } = answer
          context.unit(tx => {
            const { failuresInARow } = remembered(tx.db, sourceId)
            const pause = pauseAfterFailure(failuresInARow + 1, retryAfter, context.clock.millis())
            recordFailure(tx.db, sourceId, error.message, pause, tx.now)
            tx.emit('source.changed', { sourceId })
          })
          return refuse(...refusalOf(error))
        }
      } finally {
        tests.delete(stop)
        await collector.close()
      }
      context.unit(tx => {
        forgetPause(tx.db, sourceId)
        tx.emit('source.changed', { sourceId })
      })
      const some = postings === 1 ? '1 posting' : `${postings.toLocaleString('en')} postings`
      const lost = unread === 0 ? '' : `, ${unread} more could not be read`
      return { postings, unread, message: `${stored.label} answers: ${some}${lost}.` }
    },
    'sources.stopTest': (_context, { sourceId }) => {
      for (const [stop, id] of tests) if (id === sourceId) stop.abort()
      return {}
    },
  } satisfies Partial<Commands>
}

const NO_WISHES: SearchWishes = {
  query: '',
  country: null,
  locations: [],
  remoteOnly: false,
  dateWindowDays: null,
}

function refusalOf(error: { code: string; message: string; retryable: boolean }): Parameters<typeof refuse> {
  const more = { retryable: error.retryable }
  switch (error.code) {
    case 'not_found':
      return ['source_not_found', error.message, more]
    case 'busy':
      return ['source_limited', error.message, more]
    case 'changed':
    case 'not_json':
      return ['source_changed', error.message, more]
    case 'unavailable':
      return ['source_unreachable', error.message, more]
    default:
      return ['source_refused', error.message, more]
  }
}

function emitSource(tx: Tx, sourceId: number, campaignIds: readonly CampaignId[]): void {
  for (const campaignId of campaignIds) tx.emit('campaign.changed', { campaignId })
  tx.emit('source.changed', { sourceId: SourceId.parse(sourceId) })
}

export const sourceUndoers = {
  ...addingUndoers,
  'sources.priority': (tx: Tx, { sourceId, priority }: { sourceId: number; priority: number }) => {
    setSourcePriority(tx.db, sourceId, priority)
    emitSource(tx, sourceId, [])
  },
  'sources.removed': (tx: Tx, { sourceId, campaignIds }: { sourceId: number; campaignIds: CampaignId[] }) => {
    setSourceRemoved(tx.db, sourceId, null)
    setCampaignsOfSource(tx.db, sourceId, campaignIds)
    emitSource(tx, sourceId, campaignIds)
  },
  'sources.enabled': (tx: Tx, { sourceId, enabled }: { sourceId: number; enabled: boolean }) => {
    setSourceEnabled(tx.db, sourceId, enabled)
    tx.emit('source.changed', { sourceId: SourceId.parse(sourceId) })
  },
} satisfies Record<string, Undoer>
