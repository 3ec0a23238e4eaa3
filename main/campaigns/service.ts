import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import type { CampaignId } from '../contract/ids.ts'
import { type CampaignWishes, DEFAULT_WEIGHTS, type RankingWeights } from '../contract/ranking.ts'
import type { RunView } from '../contract/runs.ts'
import { STANDARD_SCHEDULE } from '../contract/schedule.ts'
import type { CampaignDraft, CampaignView, Undoable } from '../contract/shapes.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { markScored, weightsOf } from '../ranking/service.ts'
import { scheduleProblem } from '../schedule/rules/times.ts'
import { readSettings, saveSettings } from '../settings/service.ts'
import { copyName } from './rules.ts'
import {
  addCampaignSource,
  type Campaign,
  campaignNumbers,
  campaignSources,
  findCampaign,
  findCampaignNamed,
  insertCampaign,
  listCampaigns,
  nameOf,
  notifiedUpTo,
  setCampaignSources,
  setCampaignState,
  setNotifiedUpTo,
  updateCampaign,
} from './store.ts'

export type { Campaign } from './store.ts'
export {
  addCampaignSource,
  campaignSources,
  findCampaign,
  findCampaignNamed,
  listCampaigns,
  nameOf,
  notifiedUpTo,
  setNotifiedUpTo,
}

/** What ranking needs of a campaign; `weights`: those of all campaigns without own ones, null for the default ones. */
export function wishesOf(draft: CampaignDraft, weights: RankingWeights | null): CampaignWishes {
  return {
    query: draft.query,
    country: draft.country,
    locations: draft.locations,
    remote_preference: draft.remote_preference,
    seniority: draft.seniority,
    employment_types: draft.employment_types,
    company_sizes: draft.company_sizes,
    skills: draft.skills,
    salary_min: draft.salary_min,
    salary_max: draft.salary_max,
    salary_currency: draft.salary_currency,
    weights: draft.weights ?? weights ?? DEFAULT_WEIGHTS,
    rules: draft.rules,
  }
}

/** True when a change of the draft changes scores, so that the campaign has to be ranked again. */
export function ranksDifferently(before: CampaignDraft, after: CampaignDraft): boolean {
  return (
    JSON.stringify([before.weights, wishesOf(before, null)]) !==
    JSON.stringify([after.weights, wishesOf(after, null)])
  )
}

/** Refuses times of its own that have no meaning, or never come. */
function checkSchedule({ schedule }: CampaignDraft): void {
  const problem = schedule === null || schedule === STANDARD_SCHEDULE ? null : scheduleProblem(schedule)
  if (problem !== null) refuse('bad_input', problem, { field: 'schedule' })
}

/** Stores a new campaign inside the caller's transaction. A taken name is `conflict`. */
export function createCampaign(
  tx: Tx,
  draft: CampaignDraft,
  state: 'active' | 'paused' = 'active',
): CampaignId {
  checkSchedule(draft)
  if (findCampaignNamed(tx.db, draft.name))
    refuse('conflict', `A campaign named "${draft.name}" exists already.`, { field: 'name' })
  const campaignId = insertCampaign(tx.db, draft, state, tx.now)
  markScored(tx.db, campaignId, weightsOf(tx.db, campaignId))
  tx.emit('campaign.created', { campaignId, name: draft.name })
  return campaignId
}

const known = (db: Db, campaignId: CampaignId): Campaign =>
  findCampaign(db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')

/** A campaign as pages see it; its last run and the next one are the caller's to find. */
export function viewCampaign(
  db: Db,
  campaign: Campaign,
  sources: ReturnType<typeof campaignSources>,
  lastRun: RunView | null,
  nextRunAt: string | null,
): CampaignView {
  const { found, matches, best } = campaignNumbers(db, campaign)
  return {
    id: campaign.id,
    draft: campaign.draft,
    state: campaign.state === 'paused' ? 'paused' : 'active',
    createdAt: campaign.createdAt,
    found,
    matches,
    bestScore: best,
    sources: sources.get(campaign.id) ?? [],
    lastRun,
    nextRunAt,
  }
}

/**
 * Called in the transaction that creates a campaign, changes its wishes or takes it up again, so that known jobs are
 * ranked for it whatever happens after the commit.
 */
export type RankAgain = (tx: Tx, campaignId: CampaignId) => void

export function campaignCommands(rankAgain: RankAgain) {
  return {
    'campaigns.create': (context, draft) =>
      context.unit(tx => {
        const campaignId = createCampaign(tx, draft)
        rankAgain(tx, campaignId)
        return { campaignId }
      }),
    'campaigns.update': (context, { campaignId, draft }) =>
      context.unit(tx => {
        const before = known(tx.db, campaignId)
        checkSchedule(draft)
        const other = findCampaignNamed(tx.db, draft.name)
        if (other && other.id !== campaignId)
          refuse('conflict', `A campaign named "${draft.name}" exists already.`, { field: 'name' })
        updateCampaign(tx.db, campaignId, draft, tx.now)
        tx.emit('campaign.changed', { campaignId })
        if (ranksDifferently(before.draft, draft)) rankAgain(tx, campaignId)
        return {
          undo: recordChange(tx, `Edited ${draft.name}`, 'campaigns.restore', {
            campaignId,
            draft: before.draft,
          }),
        }
      }),
    'campaigns.setState': (context, { campaignId, state }) =>
      context.unit(tx => {
        const before = known(tx.db, campaignId)
        if (before.state === state) return { undo: null }
        setCampaignState(tx.db, campaignId, state, tx.now)
        tx.emit(state === 'paused' ? 'campaign.paused' : 'campaign.resumed', { campaignId })
        // While it was paused, others brought jobs.
        if (state === 'active') rankAgain(tx, campaignId)
        const label = state === 'paused' ? `Paused ${before.draft.name}` : `Resumed ${before.draft.name}`
        return { undo: recordChange(tx, label, 'campaigns.state', { campaignId, state: before.state }) }
      }),
    'campaigns.remove': (context, { campaignId }) =>
      context.unit(tx => {
        const before = known(tx.db, campaignId)
        setCampaignState(tx.db, campaignId, 'deleted', tx.now)
        tx.emit('campaign.deleted', { campaignId })
        rankAgain(tx, campaignId)
        return {
          undo: recordChange(tx, `Deleted ${before.draft.name}`, 'campaigns.state', {
            campaignId,
            state: before.state,
          }),
        }
      }),
    'campaigns.duplicate': (context, { campaignId }) =>
      context.unit(tx => {
        const { draft } = known(tx.db, campaignId)
        const taken = (name: string) => findCampaignNamed(tx.db, name) !== undefined
        const copyId = createCampaign(tx, { ...draft, name: copyName(draft.name, taken) }, 'paused')
        const sources = campaignSources(tx.db).get(campaignId) ?? []
        setCampaignSources(
          tx.db,
          copyId,
          sources.map(source => source.id),
        )
        // It collects nothing until it is resumed, and shows at once how it orders what is known.
        rankAgain(tx, copyId)
        const undo = recordChange(tx, `Duplicated ${draft.name}`, 'campaigns.copied', { campaignId: copyId })
        return { campaignId: copyId, undo }
      }),
    'ranking.setWeights': (context, { campaignId, weights }) =>
      context.unit(tx => ({ undo: setWeights(tx, rankAgain, campaignId, weights) })),
    'campaigns.setSources': (context, { campaignId, sourceIds }) =>
      context.unit(tx => {
        const before = known(tx.db, campaignId)
        const chosen = (campaignSources(tx.db).get(campaignId) ?? []).map(source => source.id)
        setCampaignSources(tx.db, campaignId, sourceIds)
        tx.emit('campaign.changed', { campaignId })
        return {
          undo: recordChange(tx, `Changed the sources of ${before.draft.name}`, 'campaigns.sources', {
            campaignId,
            sourceIds: chosen,
          }),
        }
      }),
  } satisfies Partial<Commands>
}

/**
 * Sets the weights of one campaign, or with null those of all that have none of their own, and has their jobs ranked
 * again; `weights` null: back to those above. Answers the way back, null when nothing changed.
 */
export function setWeights(
  tx: Tx,
  rankAgain: RankAgain,
  campaignId: CampaignId | null,
  weights: RankingWeights | null,
): Undoable | null {
  const campaign = campaignId === null ? null : known(tx.db, campaignId)
  const before = campaign === null ? readSettings(tx.db).rankingWeights : campaign.draft.weights
  if (JSON.stringify(before) === JSON.stringify(weights)) return null
  putWeights(tx, rankAgain, campaign, weights)
  const label =
    campaign === null ? 'Changed the ranking weights' : `Changed the weights of ${campaign.draft.name}`
  return recordChange(tx, label, 'ranking.weights', { campaignId, weights: before })
}

function putWeights(
  tx: Tx,
  rankAgain: RankAgain,
  campaign: Campaign | null,
  weights: RankingWeights | null,
): void {
  if (campaign !== null) {
    updateCampaign(tx.db, campaign.id, { ...campaign.draft, weights }, tx.now)
    tx.emit('campaign.changed', { campaignId: campaign.id })
    rankAgain(tx, campaign.id)
    return
  }
  saveSettings(tx, { rankingWeights: weights })
  for (const { id, draft } of listCampaigns(tx.db))
    if (draft.weights === null) {
      tx.emit('campaign.changed', { campaignId: id })
      rankAgain(tx, id)
    }
}

/** How each change of a campaign is taken back. Restored wishes are ranked again by the follow-up of the event. */
export function campaignUndoers(rankAgain: RankAgain) {
  return {
    'campaigns.restore': (
      tx: Tx,
      { campaignId, draft }: { campaignId: CampaignId; draft: CampaignDraft },
    ) => {
      const other = findCampaignNamed(tx.db, draft.name)
      if (other && other.id !== campaignId)
        refuse('conflict', `Another campaign is named "${draft.name}" now. Rename it first.`)
      updateCampaign(tx.db, campaignId, draft, tx.now)
      tx.emit('campaign.changed', { campaignId })
      rankAgain(tx, campaignId)
    },
    'campaigns.state': (
      tx: Tx,
      { campaignId, state }: { campaignId: CampaignId; state: Campaign['state'] },
    ) => {
      const name = nameOf(tx.db, campaignId)
      const other = findCampaignNamed(tx.db, name)
      if (other && other.id !== campaignId)
        refuse('conflict', `Another campaign is named "${name}" now. Rename it first.`)
      setCampaignState(tx.db, campaignId, state, tx.now)
      tx.emit(state === 'paused' ? 'campaign.paused' : 'campaign.resumed', { campaignId })
      rankAgain(tx, campaignId)
    },
    'campaigns.copied': (tx: Tx, { campaignId }: { campaignId: CampaignId }) => {
      setCampaignState(tx.db, campaignId, 'deleted', tx.now)
      tx.emit('campaign.deleted', { campaignId })
      rankAgain(tx, campaignId)
    },
    'ranking.weights': (
      tx: Tx,
      { campaignId, weights }: { campaignId: CampaignId | null; weights: RankingWeights | null },
    ) => putWeights(tx, rankAgain, campaignId === null ? null : known(tx.db, campaignId), weights),
    'campaigns.sources': (
      tx: Tx,
      { campaignId, sourceIds }: { campaignId: CampaignId; sourceIds: number[] },
    ) => {
      setCampaignSources(tx.db, campaignId, sourceIds)
      tx.emit('campaign.changed', { campaignId })
    },
  } satisfies Record<string, Undoer>
}
