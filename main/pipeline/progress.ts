import type { Signal } from '../contract/events.ts'
import type { RunCounts, RunIssue } from '../contract/runs.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { NO_COUNTS, type Step, stepsOf } from './rules.ts'
import { insertIssues, MOST_ISSUES, type Run, saveProgress, saveSteps } from './store.ts'

/** The running numbers of one run: kept in each transaction, shown at most four times a second. */
export interface Progress {
  readonly counts: RunCounts
  /** Rows or postings read so far, and all of them where that is known. */
  read: number
  total: number | null
  /** 0–1 where only bytes tell how far reading is. */
  share: number | null
  stage: Step
  /** The last row that is wholly dealt with. */
  row: number
  /** A row that was set aside; written with the next transaction. */
  setAside(issue: RunIssue): void
  /** Something to know about a row that was taken, or about the file. */
  remark(issue: RunIssue): void
  /** Remembers all numbers; what it answers goes back to them, after a transaction that was rolled back. */
  mark(): () => void
  /** Writes counts and new issues in the caller's transaction. */
  save(tx: Tx): void
  /** Tells the pages now or, when that was less than a quarter of a second ago, a little later. */
  show(): void
  /** Writes the last state. */
  end(tx: Tx): void
  stop(): void
}

const SHOW_EVERY_MS = 250

export function createProgress(run: Run, send: (signal: Signal) => void): Progress {
  const counts: RunCounts = { ...NO_COUNTS, ...run.counts }
  let issues: RunIssue[] = []
  let kept = counts.rejected
  let timer: ReturnType<typeof setTimeout> | undefined
  let shownAt = 0

  const tell = () => {
    timer = undefined
    shownAt = Date.now()
    const through = counts.postings + counts.unchanged + counts.rejected
    send({
      type: 'run.progress',
      payload: {
        runId: run.id,
        campaignId: run.campaignId,
        share: progress.share,
        done: through,
        total: progress.total,
        steps: stepsOf(counts, progress.read, progress.total, progress.stage),
      },
    })
  }

  const progress: Progress = {
    counts,
    read: run.row,
    total: null,
    share: null,
    stage: 'extract',
    row: run.row,
    setAside(issue) {
      progress.remark(issue)
      counts.rejected += 1
    },
    remark(issue) {
      if (kept < MOST_ISSUES) issues.push(issue)
      kept += 1
    },
    mark() {
      const before = {
        counts: { ...counts },
        row: progress.row,
        read: progress.read,
        issues: [...issues],
        kept,
      }
      return () => {
        Object.assign(counts, before.counts)
        progress.row = before.row
        progress.read = before.read
        issues = before.issues
        kept = before.kept
      }
    },
    save(tx) {
      if (issues.length > 0) insertIssues(tx.db, run.id, issues)
      issues = []
      saveProgress(tx.db, run.id, counts, progress.row)
    },
    show() {
      if (timer) return
      timer = setTimeout(tell, Math.max(0, shownAt + SHOW_EVERY_MS - Date.now()))
    },
    end(tx) {
      progress.save(tx)
      saveSteps(tx.db, run.id, stepsOf(counts, progress.read, progress.total ?? progress.read, 'ended'))
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
  return progress
}
