import { findCampaign } from '../campaigns/service.ts'
import { refuse } from '../contract/errors.ts'
import type { EligibilityRules } from '../contract/ranking.ts'
import { rowsOf } from '../jobs/service.ts'
import type { Db } from '../platform/db/connection.ts'
import type { Queries } from '../platform/dispatch.ts'
import { createEligibility } from '../ranking/rules/eligibility.ts'
import { needsOf, readChunk } from '../ranking/rules/rankable.ts'
import { SHARES_LENGTH, scoreMany, scoreOf } from '../ranking/rules/shares.ts'
import {
  bestUnder,
  currentRates,
  rankableChunkOf,
  type SharedJobs,
  sharesOf,
  weightsOf,
} from '../ranking/service.ts'

/** What a campaign's order would be under other weights or rules. Reads only. */

/** Rules are tried on so many of the newest jobs: more would take longer than a person waits while typing. */
const TRIED = 10_000
const CHUNK = 1000

/** Which of the newest jobs other rules would hide, as one flag a job; older ones count as they are. */
function hiddenBy(
  db: Db,
  rules: EligibilityRules,
  currency: string | null,
  { ids, hidden }: SharedJobs,
): Uint8Array {
  const misses = createEligibility(rules, { rates: currentRates(db), currency })
  const needs = needsOf([rules])
  const flags = Uint8Array.from(hidden)
  for (let to = ids.length; to > Math.max(0, ids.length - TRIED); to -= CHUNK) {
    const from = Math.max(0, to - CHUNK, ids.length - TRIED)
    const jobs = readChunk(rankableChunkOf(db, [...ids.subarray(from, to)], needs))
    // By id: a job may be deleted between the two reads.
    const missed = new Map(jobs.map(job => [job.id, misses(job) !== 0]))
    for (let index = from; index < to; index++) {
      const out = missed.get(ids[index] ?? 0)
      if (out !== undefined) flags[index] = out ? 1 : 0
    }
  }
  return flags
}

export const previewQueries = {
  'ranking.preview': ({ db, clock }, { campaignId, weights, rules, limit }) => {
    const campaign =
      findCampaign(db, campaignId) ?? refuse('not_found', 'This campaign does not exist any more.')
    const present = weightsOf(db, campaignId)
    const tried = weights ?? present
    const all = sharesOf(db, campaignId, ['waiting'])
    const { salary_currency } = campaign.draft
    const hidden = rules === null ? all.hidden : hiddenBy(db, rules, salary_currency, all)
    const top = { score: Number.MAX_VALUE, id: Number.MAX_SAFE_INTEGER }
    const best = bestUnder(all, tried, top, limit, index => hidden[index] === 0)
    const before = scoreMany(all.shares, present)
    const placeOf = (index: number): number | null => {
      if (all.hidden[index] === 1) return null
      const [score = 0, id = 0] = [before[index], all.ids[index]]
      let place = 1
      for (let other = 0; other < before.length; other++) {
        const theirs = before[other] ?? 0
        if (all.hidden[other] === 0 && (theirs > score || (theirs === score && (all.ids[other] ?? 0) > id)))
          place += 1
      }
      return place
    }
    const rows = rowsOf(
      db,
      best.map(one => one.id),
      clock.now(),
    )
    const from = rules === null ? 0 : Math.max(0, all.ids.length - TRIED)
    const ineligible = hidden.subarray(from).reduce((sum, flag) => sum + flag, 0)
    return {
      rows: rows.flatMap(job => {
        const one = best.find(each => each.id === job.id)
        if (!one) return []
        const index = all.ids.indexOf(one.id)
        const shares = all.shares.slice(index * SHARES_LENGTH, (index + 1) * SHARES_LENGTH)
        return {
          job,
          score: one.score,
          lessSure: scoreOf(shares, tried).less_sure,
          before: placeOf(index),
        }
      }),
      eligible: all.ids.length - from - ineligible,
      ineligible,
      total: all.ids.length - from,
    }
  },
} satisfies Partial<Queries>
