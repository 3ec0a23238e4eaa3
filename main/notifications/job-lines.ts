import { findCampaign, wishesOf } from '../campaigns/service.ts'
import { rowsOf } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import { createExplainer } from '../ranking/rules/explain.ts'
import { needsOf } from '../ranking/rules/rankable.ts'
import { currentRates, rankableJob, rankingsOf } from '../ranking/service.ts'
import { readSettings } from '../settings/service.ts'
import type { JobLine } from './rules/content.ts'
import { payWords, placeWords, whyWords } from './rules/why.ts'

/** A job to be told of; without a campaign, by the best of its scores. */
export interface Pick {
  jobId: number
  campaignId: number | null
  score: number | null
}

/** What messages say of some jobs, in their order; those that are gone are left out. `freshSince`: found later is new. */
export function jobLines(db: Db, picks: readonly Pick[], now: string, freshSince: string | null): JobLine[] {
  const rows = new Map(
    rowsOf(
      db,
      picks.map(({ jobId }) => jobId),
      now,
    ).map(row => [Number(row.id), row]),
  )
  const explain = explainer(db)
  return picks.flatMap(pick => {
    const row = rows.get(pick.jobId)
    if (!row) return []
    const campaignId = pick.campaignId ?? row.campaignId
    const { why, campaign } = explain(pick.jobId, campaignId)
    return {
      title: row.title,
      company: row.company,
      place: placeWords(row),
      pay: payWords(row),
      score: pick.score ?? row.score ?? 0,
      why,
      url: addressOf(db, pick.jobId),
      fresh: freshSince !== null && row.foundAt >= freshSince,
      campaign,
    }
  })
}

/** The page of the posting that a job is shown by. */
function addressOf(db: Db, jobId: number): string | null {
  const row = db
    .sql<{ url: string | null }>(
      'SELECT coalesce(url, apply_url) AS url FROM postings WHERE job_id = ? AND is_primary = 1 LIMIT 1',
    )
    .first(jobId)
  return row?.url ?? null
}

/** Why jobs have their scores; each campaign is prepared once. */
function explainer(db: Db): (jobId: number, campaignId: number | null) => { why: string; campaign: string } {
  const { rankingWeights } = readSettings(db)
  const rates = currentRates(db)
  const prepared = new Map<
    number,
    { name: string; words: string[]; explain: ReturnType<typeof createExplainer> }
  >()
  const of = (campaignId: number) => {
    const known = prepared.get(campaignId)
    if (known) return known
    const campaign = findCampaign(db, campaignId)
    if (!campaign) return undefined
    const wishes = wishesOf(campaign.draft, rankingWeights)
    const made = {
      name: campaign.draft.name,
      words: [...needsOf([wishes.rules]).words],
      explain: createExplainer(wishes, { rates }),
    }
    prepared.set(campaignId, made)
    return made
  }
  return (jobId, campaignId) => {
    const campaign = campaignId === null ? undefined : of(campaignId)
    if (!campaign) return { why: '', campaign: '' }
    const stored = rankingsOf(db, jobId).find(one => one.campaignId === campaignId)
    const job = rankableJob(db, jobId, campaign.words)
    if (!stored || !job) return { why: '', campaign: campaign.name }
    return { why: whyWords(campaign.explain(job, stored).factors), campaign: campaign.name }
  }
}
