import { type Campaign, findCampaign } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { REASONS, type WeightsSuggestion } from '../contract/feedback.ts'
import { type CampaignId, ChangeId, type JobId } from '../contract/ids.ts'
import type { RankingWeights } from '../contract/ranking.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { suggest } from './rules/suggestion.ts'
import {
  bestCampaign,
  decisionsFor,
  deleteAnswer,
  deleteFeedback,
  type FeedbackRecord,
  feedbackOn,
  insertAnswer,
  insertFeedback,
  lastAnswer,
  restoreFeedback,
  setAnswerChange,
  sharesOf,
  titleOf,
  updateReasons,
  verdictsOn,
} from './store.ts'
import { currentWeights, sameWeights, setOwnWeights } from './weights.ts'

const known = (db: Db, campaignId: CampaignId): Campaign =>
  findCampaign(db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')

function suggestionFor(db: Db, campaign: Campaign): WeightsSuggestion {
  const answer = lastAnswer(db, campaign.id)
  const found = suggest({
    decisions: decisionsFor(db, campaign.id),
    present: currentWeights(db, campaign),
    answeredAt: answer?.at ?? null,
  })
  if (!answer) return { ...found, last: null }
  const { change_id } = answer
  const undo =
    change_id === null ? null : { changeId: ChangeId.parse(change_id), label: weightsLabel(campaign) }
  return { ...found, last: { answer: answer.answer, at: answer.at, undo } }
}

const weightsLabel = (campaign: Campaign): string => `Took the suggested weights for ${campaign.draft.name}`

export const feedbackQueries = {
  'feedback.of': ({ db }, { jobIds, campaignId }) => verdictsOn(db, jobIds, campaignId),
  'feedback.suggestion': ({ db }, { campaignId }) => suggestionFor(db, known(db, campaignId)),
} satisfies Partial<Queries>

/** What a change of verdicts took away and put there. */
interface Said {
  jobId: JobId
  campaignId: CampaignId | null
  removed: FeedbackRecord[]
  added: Pick<FeedbackRecord, 'id' | 'at'> | null
}

const VERDICT_LABELS = { up: 'Liked', down: 'Disliked' } as const

export const feedbackCommands = {
  'feedback.give': (context, { jobId, campaignId, verdict, reasons, note }) =>
    context.unit(tx => {
      const title = titleOf(tx.db, jobId) ?? refuse('not_found', 'This job does not exist any more.')
      if (campaignId !== null) known(tx.db, campaignId)
      if (reasons.some(reason => REASONS[reason].verdict !== verdict))
        refuse('bad_input', 'These reasons do not go with this verdict.', { field: 'reasons' })
      const before = feedbackOn(tx.db, jobId, campaignId)
      if (verdict === null) {
        if (before.length === 0) return { undo: null }
        for (const row of before) deleteFeedback(tx.db, row)
        tx.emit('feedback.changed', { jobId, campaignId })
        const said: Said = { jobId, campaignId, removed: before, added: null }
        return { undo: recordChange(tx, `Took back the verdict on ${title}`, 'feedback.given', said) }
      }
      const [newest] = before
      const why = [...new Set(reasons)].join(' ')
      if (newest?.verdict === verdict) {
        if (newest.reasons === why && newest.note === note) return { undo: null }
        // Reasons are no act of their own: they are changed where they were given.
        updateReasons(tx.db, newest.id, why, note)
        tx.emit('feedback.changed', { jobId, campaignId })
        return { undo: null }
      }
      const campaign = campaignId ?? (newest ? newest.campaign_id : bestCampaign(tx.db, jobId))
      if (newest) deleteFeedback(tx.db, newest)
      const id = insertFeedback(tx.db, {
        job_id: jobId,
        campaign_id: campaign,
        verdict,
        reasons: why,
        note,
        at: tx.now,
        shares: campaign === null ? null : sharesOf(tx.db, jobId, campaign),
      })
      tx.emit('feedback.changed', { jobId, campaignId })
      const said: Said = { jobId, campaignId, removed: newest ? [newest] : [], added: { id, at: tx.now } }
      return { undo: recordChange(tx, `${VERDICT_LABELS[verdict]} ${title}`, 'feedback.given', said) }
    }),
  'feedback.accept': (context, { campaignId, weights }) =>
    context.unit(tx => {
      const campaign = known(tx.db, campaignId)
      if (Object.values(weights).every(weight => weight === 0))
        refuse('bad_input', 'With every weight at 0 no job can be ranked.', { field: 'weights' })
      setOwnWeights(tx, campaignId, weights)
      const answerId = insertAnswer(tx.db, campaignId, 'accepted', tx.now)
      const undo = recordChange(tx, weightsLabel(campaign), 'feedback.accepted', {
        campaignId,
        before: campaign.draft.weights,
        accepted: weights,
        answerId,
      } satisfies Acceptance)
      setAnswerChange(tx.db, answerId, undo.changeId)
      tx.emit('feedback.changed', { jobId: null, campaignId })
      return { undo }
    }),
  'feedback.refuse': (context, { campaignId }) =>
    context.unit(tx => {
      const campaign = known(tx.db, campaignId)
      const answerId = insertAnswer(tx.db, campaignId, 'refused', tx.now)
      tx.emit('feedback.changed', { jobId: null, campaignId })
      const label = `Put off the suggested weights for ${campaign.draft.name}`
      return { undo: recordChange(tx, label, 'feedback.refused', { campaignId, answerId }) }
    }),
} satisfies Partial<Commands>

interface Acceptance {
  campaignId: CampaignId
  /** What the campaign had of its own; null: nothing, so that those of all campaigns counted. */
  before: RankingWeights | null
  accepted: RankingWeights
  answerId: number
}

export const feedbackUndoers = {
  'feedback.given': (tx: Tx, { jobId, campaignId, removed, added }: Said) => {
    // What was said anew since stays.
    if (added !== null && !deleteFeedback(tx.db, added)) return
    for (const row of removed) restoreFeedback(tx.db, row)
    tx.emit('feedback.changed', { jobId, campaignId })
  },
  'feedback.accepted': (tx: Tx, { campaignId, before, accepted, answerId }: Acceptance) => {
    const campaign = known(tx.db, campaignId)
    if (campaign.draft.weights === null || !sameWeights(campaign.draft.weights, accepted))
      refuse('conflict', 'The weights of this campaign were changed since. Set them on its page.')
    setOwnWeights(tx, campaignId, before)
    deleteAnswer(tx.db, answerId)
    tx.emit('feedback.changed', { jobId: null, campaignId })
  },
  'feedback.refused': (tx: Tx, { campaignId, answerId }: { campaignId: CampaignId; answerId: number }) => {
    deleteAnswer(tx.db, answerId)
    tx.emit('feedback.changed', { jobId: null, campaignId })
  },
} satisfies Record<string, Undoer>
