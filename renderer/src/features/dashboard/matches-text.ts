import { jobsQuery, PLAIN_VIEW } from '../jobs/jobs-view.ts'

/**
 * What is said of the jobs that were found since an ISO instant, still wait and reach the threshold of a campaign, and
 * the address of the list that they head; null: there are none.
 */
export function matchesOf(count: number, since: string): { text: string; to: string | null } {
  if (count === 0) return { text: 'none waiting above a threshold', to: null }
  return {
    text: `${count.toLocaleString('en')} waiting above a threshold`,
    to: `/jobs${jobsQuery({ ...PLAIN_VIEW, statuses: ['waiting'], foundSince: since })}`,
  }
}
