import { type Campaign, findCampaign, type RankAgain, setWeights } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { REASONS, type WeightsSuggestion } from '../contract/feedback.ts'
import { type CampaignId, ChangeId, type JobId } from '../contract/ids.ts'
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
  sharesOf,
  titleOf,
  updateReasons,
  verdictsOn,
} from './store.ts'
import { currentWeights, refuseZeros } from './weights.ts'

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
  const { change_id, label } = answer
  const undo = change_id === null || label === null ? null : { changeId: ChangeId.parse(change_id), label }
  return { ...found, last: { answer: answer.answer, at: answer.at, undo } }
}

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

/** What a change of reasons or note replaced, and by what. */
interface Explained {
  jobId: JobId
  campaignId: CampaignId | null
  before: FeedbackRecord
  after: Pick<FeedbackRecord, 'reasons' | 'note'>
}

const VERDICT_LABELS = { up: 'Liked', down: 'Disliked' } as const

export const feedbackCommands = (rankAgain: RankAgain) =>
  ({
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
          // They are changed where they were given: the decision keeps its time and its shares.
          updateReasons(tx.db, newest.id, why, note)
          tx.emit('feedback.changed', { jobId, campaignId })
          const explained: Explained = { jobId, campaignId, before: newest, after: { reasons: why, note } }
          return {
            undo: recordChange(tx, `Changed the reasons for ${title}`, 'feedback.explained', explained),
          }
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
        known(tx.db, campaignId)
        refuseZeros(weights)
        const undo = setWeights(tx, rankAgain, campaignId, weights)
        insertAnswer(tx.db, campaignId, { answer: 'accepted', at: tx.now, changeId: undo?.changeId ?? null })
        tx.emit('feedback.changed', { jobId: null, campaignId })
        return { undo }
      }),
    'feedback.refuse': (context, { campaignId }) =>
      context.unit(tx => {
        const campaign = known(tx.db, campaignId)
        const answerId = insertAnswer(tx.db, campaignId, { answer: 'refused', at: tx.now, changeId: null })
        tx.emit('feedback.changed', { jobId: null, campaignId })
        const label = `Put off the suggested weights for ${campaign.draft.name}`
        return { undo: recordChange(tx, label, 'feedback.refused', { campaignId, answerId }) }
      }),
  }) satisfies Partial<Commands>

export const feedbackUndoers = {
  'feedback.given': (tx: Tx, { jobId, campaignId, removed, added }: Said) => {
    // What was said anew since stays.
    if (added !== null && !deleteFeedback(tx.db, added)) return
    for (const row of removed) restoreFeedback(tx.db, row)
    tx.emit('feedback.changed', { jobId, campaignId })
  },
  'feedback.explained': (tx: Tx, { jobId, campaignId, before, after }: Explained) => {
    const now = feedbackOn(tx.db, jobId, campaignId).find(
      ({ id, at }) => id === before.id && at === before.at,
    )
    // What was said anew since stays.
    if (now?.reasons !== after.reasons || now.note !== after.note) return
    updateReasons(tx.db, before.id, before.reasons, before.note)
    tx.emit('feedback.changed', { jobId, campaignId })
  },
  'feedback.refused': (tx: Tx, { campaignId, answerId }: { campaignId: CampaignId; answerId: number }) => {
    deleteAnswer(tx.db, answerId)
    tx.emit('feedback.changed', { jobId: null, campaignId })
  },
} satisfies Record<string, Undoer>
