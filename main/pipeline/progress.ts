import type { Signal } from '../contract/events.ts'
import type { RunCounts, RunIssue, RunLogLine } from '../contract/runs.ts'
import type { Step, StepView } from '../contract/steps.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { insertLog, MOST_LOG_LINES } from './log-store.ts'
import { doneOf, NO_COUNTS } from './rules/counts.ts'
import { insertIssues, MOST_ISSUES, type Run, saveProgress, saveSteps } from './store.ts'

/** The running numbers of one run: kept in each transaction, shown at most four times a second. */
export interface Progress {
  readonly counts: RunCounts
  /** Rows or postings read so far, and all of them where that is known. */
  read: number
  total: number | null
  /** 0–1 where only bytes tell how far reading is. */
  share: number | null
  /** How the steps of the run stand. */
  readonly steps: readonly StepView[]
  /** Changes some steps; kept with the next transaction. */
  setStep(step: Step, change: Partial<Omit<StepView, 'step'>>): void
  /** The last row that is wholly dealt with. */
  row: number
  /** A row that was set aside; written with the next transaction. */
  setAside(issue: RunIssue): void
  /** Something to know about a row that was taken, or about the file. */
  remark(issue: RunIssue): void
  /** A sentence for the run's log; written with the next transaction. `last`: it tells how the run ended. */
  log(level: RunLogLine['level'], step: Step | null, text: string, last?: boolean): void
  /** Remembers all numbers; what it answers goes back to them, after a transaction that was rolled back. */
  mark(): () => void
  /** Writes counts, new issues and new lines of the log in the caller's transaction. */
  save(tx: Tx): void
  /** The same with the steps. */
  saveAll(tx: Tx): void
  /** Tells the pages now or, when that was less than a quarter of a second ago, a little later. */
  show(): void
  stop(): void
}

/** What a run has kept when it is begun or taken up again. */
export interface Kept {
  steps: readonly StepView[]
  /** Lines of its log so far. */
  lines: number
}

const SHOW_EVERY_MS = 250
/** Set-aside rows that the log names; the others stand among the issues. */
const LOGGED_ASIDE = 50
/** Lines that are left for how the run ends. */
const LAST_LINES = 20

export function createProgress(run: Run, kept: Kept, clock: Clock, send: (signal: Signal) => void): Progress {
  const counts: RunCounts = { ...NO_COUNTS, ...run.counts }
  let steps: StepView[] = kept.steps.map(step => ({ ...step }))
  let issues: RunIssue[] = []
  let keptIssues = counts.rejected
  let lines: RunLogLine[] = []
  let lastLine = kept.lines
  let aside = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** By a clock that nobody sets. */
  let shownAt = Number.NEGATIVE_INFINITY

  const counted = (): StepView[] =>
    steps.map(step => ({
      ...step,
      done: doneOf(step, counts, progress.read),
      total: step.step === 'extract' ? progress.total : step.total,
    }))

  const tell = () => {
    timer = undefined
    shownAt = performance.now()
    send({
      type: 'run.progress',
      payload: {
        runId: run.id,
        campaignId: run.campaignId,
        share: progress.share,
        done: counts.postings + counts.unchanged + counts.rejected,
        total: progress.total,
        steps: counted().map(({ step, state, done, total }) => ({ step, state, done, total })),
      },
    })
  }

  const progress: Progress = {
    counts,
    read: run.row,
    total: null,
    share: null,
    row: run.row,
    get steps() {
      return steps
    },
    setStep(step, change) {
      steps = steps.map(each =>
        each.step === step ? { ...each, done: doneOf(each, counts, progress.read), ...change } : each,
      )
    },
    setAside(issue) {
      progress.remark(issue)
      counts.rejected += 1
    },
    remark(issue) {
      if (keptIssues < MOST_ISSUES) issues.push(issue)
      keptIssues += 1
      aside += 1
      if (aside > LOGGED_ASIDE + 1) return
      const where = issue.row === null ? '' : `Row ${issue.row}: `
      const text = aside > LOGGED_ASIDE ? 'More remarks stand among the issues of the run.' : issue.message
      progress.log('warn', null, aside > LOGGED_ASIDE ? text : `${where}${text}`)
    },
    log(level, step, text, last = false) {
      if (
        lastLine >= MOST_LOG_LINES ||
        (lastLine >= MOST_LOG_LINES - LAST_LINES && level !== 'error' && !last)
      )
        return
      lastLine += 1
      lines.push({ line: lastLine, at: clock.now(), level, step, text })
    },
    mark() {
      const before = {
        counts: { ...counts },
        row: progress.row,
        read: progress.read,
        issues: [...issues],
        keptIssues,
        lines: [...lines],
        lastLine,
        aside,
        steps,
      }
      return () => {
        Object.assign(counts, before.counts)
        progress.row = before.row
        progress.read = before.read
        issues = [...before.issues]
        keptIssues = before.keptIssues
        lines = [...before.lines]
        lastLine = before.lastLine
        aside = before.aside
        steps = before.steps
      }
    },
    save(tx) {
      if (issues.length > 0) insertIssues(tx.db, run.id, issues)
      issues = []
      if (lines.length > 0) insertLog(tx.db, run.id, lines)
      lines = []
      saveProgress(tx.db, run.id, counts, progress.row)
    },
    saveAll(tx) {
      progress.save(tx)
      steps = counted()
      saveSteps(tx.db, run.id, steps)
    },
    show() {
      if (timer) return
      timer = setTimeout(tell, Math.max(0, shownAt + SHOW_EVERY_MS - performance.now()))
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
    },
  }
  return progress
}
