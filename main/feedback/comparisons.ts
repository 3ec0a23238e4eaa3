import { type Campaign, findCampaign, type RankAgain, setWeights } from '../campaigns/service.ts'
import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { type ComparedJob, ComparisonId, type ComparisonView, type Verdict } from '../contract/feedback.ts'
import { CampaignId } from '../contract/ids.ts'
import type { RankingWeights } from '../contract/ranking.ts'
import { rowsOf } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { scoreMany } from '../ranking/rules/shares.ts'
import {
  type Comparison,
  comparedJobs,
  comparisonsOf,
  deleteComparison,
  findComparison,
  fitToJudge,
  insertComparison,
  runningComparison,
  setFinished,
  setKept,
  waitingShares,
} from './comparisons-store.ts'
import { bestIds } from './rules/best.ts'
import { verdictsOfMoves } from './rules/decision.ts'
import { type Drafted, teamDraft } from './rules/interleave.ts'
import { wholePercent } from './rules/percent.ts'
import { resultOf } from './rules/result.ts'
import { movesOf, verdictsOn } from './store.ts'
import { currentWeights, refuseZeros, sameWeights } from './weights.ts'

/** Rounds of a list; each is one job of each side. */
const ROUNDS = 20
/** With fewer rounds than these even a clear result could be chance. */
const FEWEST_ROUNDS = 6
/** So many of the best of each side are looked at for jobs that are fit to be judged. */
const LOOKED_AT = 10 * ROUNDS
const MOST_LISTED = 20

const knownCampaign = (db: Db, campaignId: CampaignId): Campaign =>
  findCampaign(db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')

const knownComparison = (db: Db, comparisonId: number): Comparison =>
  findComparison(db, comparisonId) ?? refuse('not_found', 'This comparison does not exist any more.')

/** What the person said of the jobs since the comparison began: by thumbs for its campaign, else by moves. */
function verdictsSince(
  db: Db,
  { campaignId, startedAt }: Comparison,
  jobIds: readonly number[],
): Map<number, Verdict> {
  const verdicts = new Map<number, Verdict>()
  for (const [jobId, { verdict }] of verdictsOfMoves(movesOf(db, jobIds, startedAt)))
    verdicts.set(jobId, verdict)
  for (const { jobId, verdict, at } of verdictsOn(db, jobIds, campaignId))
    if (at >= startedAt) verdicts.set(jobId, verdict)
  return verdicts
}

type JudgedPlace = Drafted & { verdict: Verdict | null }

/** The list with its verdicts: those of its end, or while it runs those of now. */
function judgedList(db: Db, comparison: Comparison): JudgedPlace[] {
  const places = comparedJobs(db, comparison.id)
  if (comparison.finishedAt !== null) return places
  const verdicts = verdictsSince(
    db,
    comparison,
    places.map(place => place.jobId),
  )
  return places.map(place => ({ ...place, verdict: verdicts.get(place.jobId) ?? null }))
}

function viewOf(comparison: Comparison, places: readonly JudgedPlace[]): ComparisonView {
  const { id, campaignId, name, weightsA, weightsB, startedAt, finishedAt, kept } = comparison
  const names = { a: 'The present weights', b: `“${name}”` }
  return {
    id: ComparisonId.parse(id),
    campaignId: CampaignId.parse(campaignId),
    name,
    state: finishedAt === null ? 'running' : 'finished',
    startedAt,
    finishedAt,
    jobs: places.length,
    decided: places.filter(place => place.verdict !== null).length,
    weightsA,
    weightsB,
    result: finishedAt === null ? null : resultOf(places, names),
    kept,
  }
}

export const comparisonQueries = {
  'comparisons.list': ({ db }, { campaignId }) =>
    comparisonsOf(db, campaignId, MOST_LISTED).map(one => viewOf(one, judgedList(db, one))),
  'comparisons.get': ({ db, clock }, { comparisonId }) => {
    const comparison = knownComparison(db, comparisonId)
    const places = judgedList(db, comparison)
    const rows = new Map(
      rowsOf(
        db,
        places.map(place => place.jobId),
        clock.now(),
      ).map(row => [Number(row.id), row]),
    )
    const blind = comparison.finishedAt === null
    return {
      comparison: viewOf(comparison, places),
      jobs: places.flatMap(({ jobId, side, verdict }): ComparedJob[] => {
        const job = rows.get(jobId)
        if (!job) return []
        // A score, and a mark that rules speak against it, would tell which side brought the job.
        return [{ job: { ...job, score: null, lessSure: false }, verdict, side: blind ? null : side }]
      }),
    }
  },
} satisfies Partial<Queries>

/** The best waiting jobs under weights that are fit to be judged, best first. */
function bestUnder(
  { ids, shares }: ReturnType<typeof waitingShares>,
  weights: RankingWeights,
  judgeable: (jobIds: readonly number[]) => ReadonlySet<number>,
): number[] {
  const best = bestIds(ids, scoreMany(shares, weights), LOOKED_AT)
  const chosen = judgeable(best)
  return best.filter(id => chosen.has(id))
}

export const comparisonCommands = (rankAgain: RankAgain) =>
  ({
    'comparisons.start': (context, { campaignId, name, weights }) =>
      context.unit(tx => {
        const campaign = knownCampaign(tx.db, campaignId)
        if (runningComparison(tx.db, campaignId) !== null)
          refuse('conflict', 'A comparison is running for this campaign. Finish it first.')
        refuseZeros(weights)
        const weightsA = wholePercent(currentWeights(tx.db, campaign))
        const weightsB = wholePercent(weights)
        if (sameWeights(weightsA, weightsB))
          refuse('bad_input', 'These weights count like the present ones. Change some to compare.', {
            field: 'weights',
          })
        const waiting = waitingShares(tx.db, campaignId)
        const judgeable = (jobIds: readonly number[]) => fitToJudge(tx.db, jobIds, campaignId, tx.now)
        const list = teamDraft(
          bestUnder(waiting, weightsA, judgeable),
          bestUnder(waiting, weightsB, judgeable),
          {
            rounds: ROUNDS,
            seed: Date.parse(tx.now) + campaignId,
          },
        )
        if (list.length < 2 * FEWEST_ROUNDS)
          refuse(
            'conflict',
            `Only ${list.length} waiting jobs without a verdict can be compared; ${2 * FEWEST_ROUNDS} are needed.`,
          )
        const id = insertComparison(tx.db, { campaignId, name, weightsA, weightsB, startedAt: tx.now }, list)
        tx.emit('comparison.changed', { campaignId })
        return {
          comparisonId: ComparisonId.parse(id),
          undo: recordChange(tx, `Started the comparison ${name}`, 'comparisons.started', { id, campaignId }),
        }
      }),
    'comparisons.finish': (context, { comparisonId }) =>
      context.unit(tx => {
        const comparison = knownComparison(tx.db, comparisonId)
        if (comparison.finishedAt !== null) return { undo: null }
        const places = judgedList(tx.db, comparison)
        const verdicts = new Map(
          places.flatMap(({ jobId, verdict }) => (verdict === null ? [] : [[jobId, verdict] as const])),
        )
        setFinished(tx.db, comparisonId, { at: tx.now, verdicts })
        const { campaignId } = comparison
        tx.emit('comparison.changed', { campaignId: CampaignId.parse(campaignId) })
        return {
          undo: recordChange(tx, `Finished the comparison ${comparison.name}`, 'comparisons.finished', {
            id: comparisonId,
            campaignId,
          }),
        }
      }),
    'comparisons.keep': (context, { comparisonId, side }) =>
      context.unit(tx => {
        const comparison = knownComparison(tx.db, comparisonId)
        if (comparison.finishedAt === null) refuse('conflict', 'Finish the comparison first.')
        if (comparison.kept === side) return { undo: null }
        const campaign = knownCampaign(tx.db, CampaignId.parse(comparison.campaignId))
        const chosen = side === 'a' ? comparison.weightsA : comparison.weightsB
        const same = sameWeights(currentWeights(tx.db, campaign), chosen)
        const set = same ? null : setWeights(tx, rankAgain, campaign.id, chosen)
        const label = `Went on with ${side === 'a' ? 'the weights as they were' : comparison.name}`
        const undo = set ?? recordChange(tx, label, 'comparisons.kept', { campaignId: campaign.id })
        setKept(tx.db, comparisonId, side, undo.changeId)
        tx.emit('comparison.changed', { campaignId: campaign.id })
        return { undo }
      }),
  }) satisfies Partial<Commands>

export const comparisonUndoers = {
  'comparisons.started': (tx: Tx, { id, campaignId }: { id: number; campaignId: CampaignId }) => {
    deleteComparison(tx.db, id)
    tx.emit('comparison.changed', { campaignId })
  },
  'comparisons.finished': (tx: Tx, { id, campaignId }: { id: number; campaignId: CampaignId }) => {
    if (runningComparison(tx.db, campaignId) !== null)
      refuse('conflict', 'Another comparison is running for this campaign. Finish it first.')
    if (findComparison(tx.db, id)?.kept) refuse('conflict', 'Weights were chosen from this comparison since.')
    setFinished(tx.db, id, null)
    tx.emit('comparison.changed', { campaignId })
  },
  // What was kept is read beside the change: undone, nothing was.
  'comparisons.kept': (tx: Tx, { campaignId }: { campaignId: CampaignId }) => {
    tx.emit('comparison.changed', { campaignId })
  },
} satisfies Record<string, Undoer>
