import type { JobFacets, SalaryFilter } from '../../../../main/contract/job-filter.ts'

/** The slider over the histogram of pay: its thumbs stand at the edges of the buckets, the outer ones stand for no limit. */

export type PayFacet = NonNullable<JobFacets['salary']>

/** The yearly amount at an edge, rounded to what people write; null at the outer edges, which limit nothing. */
export function amountAt(scale: PayFacet, edge: number): number | null {
  const { low, high, buckets } = scale
  if (edge <= 0 || edge >= buckets.length) return null
  const width = (high - low) / buckets.length
  const unit = width >= 1000 ? 1000 : width >= 100 ? 100 : 1
  return Math.round((low + edge * width) / unit) * unit
}

/** The edge nearest to an amount; `open` where there is none. */
export function edgeAt(scale: PayFacet, amount: number | null, open: number): number {
  if (amount === null || scale.high <= scale.low) return open
  const edge = Math.round(((amount - scale.low) / (scale.high - scale.low)) * scale.buckets.length)
  return Math.max(0, Math.min(scale.buckets.length, edge))
}

/** The filter for two ends in a currency, both open included; null where it narrows nothing. Turned ends are put right. */
export function payFilter(
  low: number | null,
  high: number | null,
  currency: string,
  unstated: boolean,
): SalaryFilter | null {
  if (low === null && high === null) return null
  const turned = low !== null && high !== null && low > high
  return { low: turned ? high : low, high: turned ? low : high, currency, unstated }
}
