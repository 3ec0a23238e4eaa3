import { type JobId, JobId as JobIdSchema } from '../../../../../main/contract/ids.ts'

/** A job whose application was begun in another program, and the question that waits for the person's return. */
export interface Asked {
  jobId: JobId
  title: string
  company: string
  /** The person came back since: the question stands. */
  returned: boolean
  /** Milliseconds since 1970 before which it is not asked; 0: at once. */
  after: number
}

/** "Later" is as long as this, in milliseconds. */
export const LATER_MS = 60 * 60_000
/** More are not kept: the oldest go. */
const MOST = 50

/** What a store holds, as far as it is understood; anything else is left out. */
export function readAsked(text: string | null): Asked[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.flatMap(one => toAsked(one) ?? []) : []
  } catch {
    return []
  }
}

function toAsked(one: unknown): Asked | null {
  if (typeof one !== 'object' || one === null) return null
  const { jobId, title, company, returned, after } = one as Record<string, unknown>
  const id = JobIdSchema.safeParse(jobId)
  if (!id.success || typeof title !== 'string' || typeof company !== 'string') return null
  return { jobId: id.data, title, company, returned: returned === true, after: Number(after) || 0 }
}

const without = (all: readonly Asked[], jobId: JobId) => all.filter(one => one.jobId !== jobId)

/** The job's application was begun just now; begun again, it is asked for once. */
export function begun(all: readonly Asked[], job: Pick<Asked, 'jobId' | 'title' | 'company'>): Asked[] {
  const { jobId, title, company } = job
  return [...without(all, jobId), { jobId, title, company, returned: false, after: 0 }].slice(-MOST)
}

/** The person came back to the window. */
export function cameBack(all: readonly Asked[]): Asked[] {
  return all.map(one => ({ ...one, returned: true }))
}

/** Answered, or not of interest any more: never asked again. */
export function answered(all: readonly Asked[], jobId: JobId): Asked[] {
  return without(all, jobId)
}

/** Asked again after a while. */
export function postponed(all: readonly Asked[], jobId: JobId, now: number): Asked[] {
  return all.map(one => (one.jobId === jobId ? { ...one, after: now + LATER_MS } : one))
}

/** The questions that stand now, the oldest first. */
export function standing(all: readonly Asked[], now: number): Asked[] {
  return all.filter(one => one.returned && one.after <= now)
}
