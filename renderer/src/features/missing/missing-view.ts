import type { DetectionRunView, DetectionScope, MissingCounts } from '../../../../main/contract/detection.ts'
import { MissingFact } from '../../../../main/contract/detection.ts'
import type { JobId } from '../../../../main/contract/ids.ts'

/** The fact that an address asks for; what cannot be read counts as any. */
export function readMissingView(params: URLSearchParams): MissingFact | null {
  const fact = MissingFact.safeParse(params.get('fact'))
  return fact.success ? fact.data : null
}

/** The query of a view's address, with "?"; '' for any fact. */
export const missingQuery = (fact: MissingFact | null): string => (fact === null ? '' : `?fact=${fact}`)

/** What a run takes: what is selected, or else all that the list shows. */
export function scopeOf(selected: readonly JobId[], fact: MissingFact | null): DetectionScope {
  return selected.length > 0 ? { jobs: [...selected] } : { all: 'missing', field: fact }
}

/** How many jobs the list holds; null while the counts are unknown. */
export function totalOf(counts: MissingCounts | undefined, fact: MissingFact | null): number | null {
  if (!counts) return null
  return fact === null ? counts.jobs : counts.byFact[fact]
}

/** How many of them the model has not read. */
export function unreadOf(counts: MissingCounts | undefined, fact: MissingFact | null): number {
  if (!counts) return 0
  return fact === null ? counts.unread : counts.unreadByFact[fact]
}

export const jobsText = (count: number): string =>
  count === 1 ? '1 job' : `${count.toLocaleString('en')} jobs`

/** True while a run can still be cancelled. */
export const isGoing = ({ state }: Pick<DetectionRunView, 'state'>): boolean =>
  state === 'queued' || state === 'running'

/** What an ended run left to do again: failures, and jobs that it did not come to. */
export const leftOf = ({ state, total, done, failed }: DetectionRunView): number =>
  state === 'succeeded' ? failed : Math.max(0, total - done) + failed

/** "38 jobs say something else now, 2 could not be read". */
export function outcomeText({ changed, failed }: Pick<DetectionRunView, 'changed' | 'failed'>): string {
  const said =
    changed === 0
      ? 'nothing changed'
      : changed === 1
        ? '1 job says something else now'
        : `${changed.toLocaleString('en')} jobs say something else now`
  return failed === 0 ? said : `${said}, ${failed.toLocaleString('en')} could not be read`
}
