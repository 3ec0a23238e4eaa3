import {
  type CampaignWishes,
  type Explanation,
  RANKING_FACTORS,
  type RankableJob,
} from '../../contract/ranking.ts'
import type { ExchangeRates } from './rates.ts'

export interface Coordinates {
  lat: number
  lon: number
}

export interface ResolvedPlace {
  city: string | null
  province: string | null
  country: string | null
}

export interface RankerOptions {
  /** ISO 8601 instant that ages are counted to. */
  now: string
  rates: ExchangeRates
  /** Coordinates of a place in degrees, or null when it is not known. */
  locate?: (city: string | null, province: string | null, country: string | null) => Coordinates | null
  /** Reads a place as a person types it. */
  resolvePlace?: (text: string) => ResolvedPlace | null
}

/** Prepares a campaign once and answers the function that ranks one job for it. */
export function createRanker(
  _wishes: CampaignWishes,
  _options: RankerOptions,
): (job: RankableJob) => Explanation {
  return () => ({
    score: 0,
    known_share: 0,
    less_sure: true,
    factors: RANKING_FACTORS.map(factor => ({
      factor,
      state: 'unknown' as const,
      points: 0,
      max: 0,
      share: null,
      evidence: 'not stated',
    })),
  })
}
