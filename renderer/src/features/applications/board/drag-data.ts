import { JobId } from '../../../../../main/contract/ids.ts'
import { JobStatus } from '../../../../../main/contract/values.ts'

const KIND = 'application'

/** What a card carries while it is dragged. */
export const dragDataOf = (jobId: JobId, status: JobStatus): Record<string, unknown> => ({
  kind: KIND,
  jobId,
  status,
})

/** What is dragged, when it is a card of the board; null for anything else. */
export function readDragData(data: Record<string | symbol, unknown>): {
  jobId: JobId
  status: JobStatus
} | null {
  const [jobId, status] = [JobId.safeParse(data.jobId), JobStatus.safeParse(data.status)]
  return data.kind === KIND && jobId.success && status.success
    ? { jobId: jobId.data, status: status.data }
    : null
}

/** The status of the column that something was dropped on; null for any other place. */
export function readDropTarget(data: Record<string | symbol, unknown> | undefined): JobStatus | null {
  const status = JobStatus.safeParse(data?.column)
  return status.success ? status.data : null
}
