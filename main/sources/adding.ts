import { isDeepStrictEqual } from 'node:util'
import { addCampaignSource, campaignSources, findCampaign } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { type CampaignId, SourceId } from '../contract/ids.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import type { Source, Sources } from './adapters/index.ts'
import { type SourceSettings, setSourceSettings } from './config-store.ts'
import {
  campaignsOfSource,
  findSource,
  isListed,
  listSources,
  setCampaignsOfSource,
  setSourceRemoved,
  sourceIdOf,
} from './store.ts'

/** Sources that come onto the list, and into campaigns. */

/** The name of a source on the pages: the kind, and the company where it has one. */
export function labelOf(source: Source, config: unknown): string {
  const name = source.name(config)
  return name === '' ? source.label : `${source.label}: ${name}`
}

interface Listing {
  sourceId: SourceId
  label: string
  /** It was not on the list before. */
  added: boolean
  /** How it was asked before, when it was on the list and is asked otherwise now. */
  before: SourceSettings | null
}

/** Puts a source on the list; one that stands there takes over what is given: capital letters, the name of the company. */
function listed(tx: Tx, source: Source, given: unknown): Listing {
  const key = source.name(given).toLowerCase()
  const label = labelOf(source, given)
  const added = !isListed(tx.db, source.kind, key)
  const sourceId = sourceIdOf(tx.db, { kind: source.kind, key, label, config: given }, tx.now)
  const stands = findSource(tx.db, sourceId)
  // What was left empty this time stays as it is.
  const said = Object.entries(given as object).filter(([, value]) => value !== undefined)
  const config = { ...(stands?.config as object), ...Object.fromEntries(said) }
  const differs = stands && (stands.label !== label || !isDeepStrictEqual(stands.config, config))
  if (!differs) return { sourceId, label, added, before: null }
  setSourceSettings(tx.db, sourceId, { label, config })
  return { sourceId, label, added, before: added ? null : { label: stands.label, config: stands.config } }
}

/** Kinds that anybody can ask without a key and without saying which board. */
const isOpenBoard = (source: Source): boolean =>
  source.family === 'board' && source.keys.length === 0 && source.check({}).success

export function addingCommands(sources: Sources) {
  return {
    'sources.add': (context, { kind, config, campaignId }) => {
      const source =
        sources.of(kind) ??
        refuse('unsupported', `There is no source of the kind "${kind}".`, { field: 'kind' })
      const checked = source.check(config)
      if (!checked.success) {
        const issue = checked.error.issues[0]
        return refuse('bad_input', issue?.message ?? 'This source needs more.', {
          field: `config.${issue?.path.join('.') ?? ''}`,
        })
      }
      return context.unit(tx => {
        const { sourceId, label, added, before } = listed(tx, source, checked.data)
        const campaign = campaignId === null ? null : findCampaign(tx.db, campaignId)
        if (campaign === undefined) refuse('not_found', 'This campaign does not exist any more.')
        const joins = campaign !== null && !campaignsOfSource(tx.db, sourceId).includes(campaign.id)
        if (joins) {
          addCampaignSource(tx.db, campaign.id, sourceId)
          tx.emit('campaign.changed', { campaignId: campaign.id })
        }
        tx.emit('source.changed', { sourceId })
        const what = joins
          ? `Added ${label} to ${campaign.draft.name}`
          : `${added ? 'Added' : 'Changed'} ${label}`
        const undo =
          added || joins || before
            ? recordChange(tx, what, 'sources.added', {
                added: added ? [sourceId] : [],
                joined: joins ? [sourceId] : [],
                campaignId: campaign?.id ?? null,
                ...(before ? { changed: { sourceId, ...before } } : {}),
              } satisfies Added)
            : null
        return { sourceId, label, added, changed: before !== null, undo }
      })
    },
    'sources.useOpen': (context, { campaignId }) =>
      context.unit(tx => {
        const campaign =
          findCampaign(tx.db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')
        const added = sources.all
          .filter(isOpenBoard)
          .map(source => listed(tx, source, source.check({}).data))
          .filter(one => one.added)
          .map(one => one.sourceId)
        const used = new Set((campaignSources(tx.db).get(campaignId) ?? []).map(source => source.id))
        const joined = listSources(tx.db, tx.now)
          .filter(one => one.enabled && sources.of(one.kind)?.keys.length === 0 && !used.has(one.id))
          .map(one => one.id)
        if (joined.length === 0) return { sources: 0, undo: null }
        for (const sourceId of joined) {
          addCampaignSource(tx.db, campaignId, sourceId)
          tx.emit('source.changed', { sourceId })
        }
        tx.emit('campaign.changed', { campaignId })
        const many = joined.length === 1 ? '1 source' : `${joined.length} sources`
        const undo = recordChange(tx, `Added ${many} to ${campaign.draft.name}`, 'sources.added', {
          added,
          joined,
          campaignId,
        } satisfies Added)
        return { sources: joined.length, undo }
      }),
  } satisfies Partial<Commands>
}

/** What an addition did: sources that are new on the list, and those that the campaign asks since. */
interface Added {
  added: number[]
  joined: number[]
  campaignId: CampaignId | null
  /** One that was there and was asked otherwise before. */
  changed?: SourceSettings & { sourceId: number }
}

export const addingUndoers = {
  'sources.added': (tx: Tx, { added, joined, campaignId, changed }: Added) => {
    if (changed) setSourceSettings(tx.db, changed.sourceId, changed)
    for (const id of joined) {
      const others = campaignsOfSource(tx.db, id).filter(one => one !== campaignId)
      setCampaignsOfSource(tx.db, id, others)
    }
    // One that another campaign asks by now stays.
    for (const id of added) if (campaignsOfSource(tx.db, id).length === 0) setSourceRemoved(tx.db, id, tx.now)
    if (campaignId !== null) tx.emit('campaign.changed', { campaignId })
    for (const id of new Set([...added, ...joined, ...(changed ? [changed.sourceId] : [])]))
      tx.emit('source.changed', { sourceId: SourceId.parse(id) })
  },
} satisfies Record<string, Undoer>
