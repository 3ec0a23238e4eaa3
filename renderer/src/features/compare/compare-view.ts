import { CampaignId, JobId } from '../../../../main/contract/ids.ts'

/** Which two jobs are compared and for which campaign; it stands in the address. */
export interface CompareView {
  first: JobId | null
  second: JobId | null
  /** null: a campaign that ranked both. */
  campaignId: CampaignId | null
}

/** The comparison that an address asks for; what cannot be read, and a job beside itself, counts as absent. */
export function readCompareView(params: URLSearchParams): CompareView {
  const [first = null, second = null] = (params.get('jobs') ?? '').split(',').map(text => {
    const id = JobId.safeParse(Number(text))
    return id.success ? id.data : null
  })
  const campaign = CampaignId.safeParse(Number(params.get('campaign')))
  return {
    first,
    second: second === first ? null : second,
    campaignId: campaign.success ? campaign.data : null,
  }
}

/** The address of a comparison: `/compare?jobs=12,34&campaign=5`. */
export function comparePath({ first, second, campaignId }: CompareView): string {
  // A place that is not taken yet stands as nothing before the comma.
  const jobs = first === null && second === null ? '' : [first ?? '', second].filter(id => id !== null).join()
  const query = [jobs === '' ? '' : `jobs=${jobs}`, campaignId === null ? '' : `campaign=${campaignId}`]
  const text = query.filter(Boolean).join('&')
  return text === '' ? '/compare' : `/compare?${text}`
}

/** Up to `most` others around one of a list, the nearest places first in the order of the list. */
export function around<T>(items: readonly T[], index: number, most: number): T[] {
  if (index < 0) return items.slice(0, most)
  const start = Math.max(0, Math.min(index - Math.floor(most / 2), items.length - most - 1))
  return items.slice(start, start + most + 1).filter((_, place) => start + place !== index)
}
