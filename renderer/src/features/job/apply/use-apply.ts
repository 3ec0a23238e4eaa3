import type { JobRow } from '../../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../../main/contract/values.ts'
import { client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import type { JobChanges } from '../../jobs/job-changes.ts'
import { begun } from './asked.ts'
import { changeAsked } from './asked-store.ts'

/** Statuses of a job whose application was not sent yet. */
export const NOT_SENT: readonly JobStatus[] = ['waiting', 'approved', 'preparing_to_apply']

/**
 * Opens where a job is applied to. One that was not sent yet moves to "preparing to apply", with Undo, and when the
 * person comes back it is asked whether it was sent.
 */
export async function openApplication(row: JobRow, url: string, changes: JobChanges): Promise<void> {
  try {
    await client.shell.openExternal({ url })
  } catch (error) {
    failureToast(error)
    return
  }
  if (!NOT_SENT.includes(row.status)) return
  changeAsked(all => begun(all, { jobId: row.id, title: row.title, company: row.company }))
  changes.setStatus([row], 'preparing_to_apply')
}
