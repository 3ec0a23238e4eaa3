import { CampaignId } from '../../../../main/contract/ids.ts'

/** The campaign that the person is looking at: of the jobs list, or its own page; null for none. */
export function lookedAtCampaign(pathname: string, search: string): CampaignId | null {
  const own = /^\/campaigns\/(\d+)/.exec(pathname)?.[1]
  const listed = pathname.startsWith('/jobs') ? new URLSearchParams(search).get('campaign') : null
  const found = CampaignId.safeParse(Number(own ?? listed ?? Number.NaN))
  return found.success ? found.data : null
}
