import { CampaignId } from '../../../../main/contract/ids.ts'

/** What the dashboard looks at; it stands in the address, so that back and links bring it back. */
export interface DashboardView {
  range: Range
  /** null: all of them. */
  campaignId: CampaignId | null
}

/** The ranges that a person can look at, as the address names them. */
export const RANGES = ['7', '30', '90', 'year'] as const
export type Range = (typeof RANGES)[number]

export const RANGE_LABELS: Record<Range, string> = {
  '7': '7 days',
  '30': '30 days',
  '90': '90 days',
  year: 'A year',
}

/** Days of a range. A year is 52 whole weeks, since it is charted by weeks. */
export const daysOfRange = (range: Range): number => (range === 'year' ? 364 : Number(range))

/** "in the last 30 days", "in the last year". */
export const inRangeText = (range: Range): string =>
  `in the last ${range === 'year' ? 'year' : RANGE_LABELS[range]}`

/** The view that an address asks for; what cannot be read counts as absent. */
export function readDashboardView(params: URLSearchParams): DashboardView {
  return {
    range: RANGES.find(range => range === params.get('range')) ?? '30',
    campaignId: CampaignId.safeParse(Number(params.get('campaign'))).data ?? null,
  }
}

/** The parameters of a view's address, without what is plain. */
export function dashboardParams({ range, campaignId }: DashboardView): Record<string, string> {
  return {
    ...(range === '30' ? {} : { range }),
    ...(campaignId === null ? {} : { campaign: String(campaignId) }),
  }
}
