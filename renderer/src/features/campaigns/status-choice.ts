import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import { JOB_STATUSES, type JobStatus } from '../../../../main/contract/values.ts'
import { OPEN_STATUSES } from '../jobs/jobs-view.ts'

/** Stands in the address where no status is chosen, since an empty choice would mean the first one. */
const NONE = 'none'

/** The statuses that an address chooses, in workflow order; by itself all but rejected and archived. */
export function readStatuses(text: string | null): JobStatus[] {
  if (text === null || text === '') return [...OPEN_STATUSES]
  const wanted = new Set(text.split(','))
  const known = JOB_STATUSES.filter(status => wanted.has(status))
  return known.length > 0 || text === NONE ? known : [...OPEN_STATUSES]
}

/** The same for the address; null: as it is by itself. */
export function statusesText(statuses: readonly JobStatus[]): string | null {
  if (statuses.length === 0) return NONE
  const plain = statuses.length === OPEN_STATUSES.length && OPEN_STATUSES.every(one => statuses.includes(one))
  return plain ? null : statuses.join(',')
}

/** The choices in workflow order, each with the number of its jobs once that is known. */
export const statusChoices = (counts: Partial<Record<JobStatus, number>> | undefined) =>
  JOB_STATUSES.map(status => {
    const count = counts?.[status]
    const label = STATUS_LABELS[status]
    return { value: status, label: count === undefined ? label : `${label} ${count.toLocaleString('en')}` }
  })
