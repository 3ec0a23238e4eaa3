import { addCampaignSource, findCampaign } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { SourceId } from '../contract/ids.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { HttpClient } from '../platform/http/client.ts'
import type { Source } from './adapters/index.ts'
import { findSource, listSources, setSourceEnabled, sourceIdOf } from './store.ts'

export type { SourceError, SourceRequest } from './adapters/adapter.ts'
export type { Source } from './adapters/index.ts'
export { readRows } from './files/read-rows.ts'
export { listSources, recordFailure, recordSuccess, type StoredSource, sourcesOfCampaign } from './store.ts'

/** The one source that stands for all imported files. */
export function fileSourceId(tx: Tx): SourceId {
  return sourceIdOf(tx.db, { kind: 'file', key: '', label: 'Imported file', config: {} }, tx.now)
}

export const sourceQueries = {
  'sources.list': ({ db }) => listSources(db),
} satisfies Partial<Queries>

/** What the commands need of the process around them. */
export interface SourceTools {
  sourceOf(kind: string): Source | undefined
  newHttp(): HttpClient
}

/** What tells two sources of one kind apart, and how it is called: the first text of its config. */
function keyOf(config: unknown): string {
  const value = Object.values(config as Record<string, unknown>).find(part => typeof part === 'string')
  return typeof value === 'string' ? value.toLowerCase() : JSON.stringify(config)
}

export function sourceCommands(tools: SourceTools) {
  return {
    'sources.add': (context, { kind, config, campaignId }) => {
      const source =
        tools.sourceOf(kind) ??
        refuse('unsupported', `There is no source of the kind "${kind}".`, { field: 'kind' })
      const checked = source.check(config)
      if (!checked.success) {
        const issue = checked.error.issues[0]
        return refuse('bad_input', issue?.message ?? 'This source needs more.', {
          field: `config.${issue?.path.join('.') ?? ''}`,
        })
      }
      const key = keyOf(checked.data)
      const label = `${source.label}: ${key}`
      return context.unit(tx => {
        const sourceId = sourceIdOf(tx.db, { kind, key, label, config: checked.data }, tx.now)
        if (campaignId !== null) {
          if (!findCampaign(tx.db, campaignId)) refuse('not_found', 'This campaign does not exist any more.')
          addCampaignSource(tx.db, campaignId, sourceId)
          tx.emit('campaign.changed', { campaignId })
        }
        tx.emit('source.changed', { sourceId })
        return { sourceId, label }
      })
    },
    'sources.setEnabled': (context, { sourceId, enabled }) =>
      context.unit(tx => {
        const source =
          findSource(tx.db, sourceId) ?? refuse('not_found', 'This source does not exist any more.')
        if (source.enabled === enabled) return { undo: null }
        setSourceEnabled(tx.db, sourceId, enabled)
        tx.emit('source.changed', { sourceId })
        const label = `${enabled ? 'Switched on' : 'Switched off'} ${source.label}`
        return { undo: recordChange(tx, label, 'sources.enabled', { sourceId, enabled: !enabled }) }
      }),
    'sources.test': async (context, { sourceId }) => {
      const stored =
        findSource(context.db, sourceId) ?? refuse('not_found', 'This source does not exist any more.')
      const source =
        tools.sourceOf(stored.kind) ??
        refuse('unsupported', 'This version does not know this kind of source.')
      const http = tools.newHttp()
      try {
        const result = await http.send({ ...source.firstRequest(stored.config), retries: 0 })
        const response = result.ok ? result.response : result.response
        if (!response)
          return refuse(
            'source_unreachable',
            result.ok ? 'The source did not answer.' : result.error.message,
            {
              retryable: true,
            },
          )
        const answer = source.read(response, stored.config)
        if (!answer.ok)
          return refuse(
            answer.error.code === 'not_found' ? 'source_not_found' : 'source_refused',
            answer.error.message,
            {
              retryable: answer.error.retryable,
            },
          )
        const postings = answer.items.length
        return {
          postings,
          message: `${stored.label} answers: ${postings === 1 ? '1 posting' : `${postings} postings`}.`,
        }
      } finally {
        await http.close()
      }
    },
  } satisfies Partial<Commands>
}

export const sourceUndoers = {
  'sources.enabled': (tx: Tx, { sourceId, enabled }: { sourceId: number; enabled: boolean }) => {
    setSourceEnabled(tx.db, sourceId, enabled)
    tx.emit('source.changed', { sourceId: SourceId.parse(sourceId) })
  },
} satisfies Record<string, Undoer>
