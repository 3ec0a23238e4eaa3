import type { JobId } from '../../main/contract/ids.ts'
import type { JobStatus } from '../../main/contract/values.ts'
import { jsonl, openBackend, row, type TestBackend } from './backend.ts'

/** A backend with some jobs, each of a company of its own, and a hand that moves them. */
export interface DealtWith {
  backend: TestBackend
  /** Found on 2 March 2026 at nine in the morning, UTC. */
  jobs: JobId[]
  move(
    job: JobId | readonly JobId[],
    ...statuses: JobStatus[]
  ): Promise<{ changeId: number; label: string } | null>
  undo(change: { changeId: number } | null): Promise<unknown>
  close(): Promise<void>
}

const TITLES = [
  'Backend Engineer',
  'Nurse',
  'Harbour Pilot',
  'Teacher',
  'Florist',
  'Welder',
  'Actuary',
  'Baker',
]

/** Opens a data folder with so many jobs, at most eight; `now` is when they are found. */
export async function dealtWith(count: number, now = '2026-03-02T09:00:00.000Z'): Promise<DealtWith> {
  const backend = openBackend({ now })
  const { campaignId } = await backend.call('campaigns.create', { name: 'Work', query: 'engineer' })
  const postings = TITLES.slice(0, count).map((title, n) =>
    row({
      id: `p-${n}`,
      title,
      company: `Company ${String.fromCharCode(65 + n)}`,
      description: `As a ${title}.`,
    }),
  )
  await backend.importText(jsonl(postings), campaignId)
  const jobs = backend.db
    .sql<{ id: JobId }>('SELECT id FROM jobs ORDER BY id')
    .all()
    .map(job => job.id)
  return {
    backend,
    jobs,
    async move(job, ...statuses) {
      const jobIds = typeof job === 'number' ? [job] : [...job]
      let undo: { changeId: number; label: string } | null = null
      for (const status of statuses)
        ({ undo } = await backend.call('applications.setStatus', { jobIds, status }))
      return undo
    },
    undo: change => backend.call('changes.undo', { changeId: change?.changeId as never }),
    close: () => backend.close(),
  }
}
