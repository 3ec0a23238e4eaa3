import type { RunCounts, RunState, RunView } from '../../../../main/contract/runs.ts'
import type { StepProgress } from '../../../../main/contract/steps.ts'

/** The words of the states of a run. */
export const RUN_STATE_LABELS: Record<RunState, string> = {
  queued: 'Waiting',
  running: 'Running',
  succeeded: 'Finished',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
}

/** The colour that goes with the word. */
export const RUN_STATE_TONES = {
  queued: 'info',
  running: 'info',
  succeeded: 'good',
  failed: 'bad',
  cancelled: 'neutral',
  interrupted: 'warn',
} as const satisfies Record<RunState, string>

const STEP_LABELS: Record<string, string> = {
  extract: 'Read the postings',
  read: 'Read the postings',
  normalise: 'Bring into one shape',
  deduplicate: 'Join duplicates',
  'de-duplicate': 'Join duplicates',
  companies: 'Find companies',
  detect: 'Find facts in the text',
  enrich: 'Add what is missing',
  rank: 'Rank',
  check: 'Check the data',
  notify: 'Notify',
}

/** The words of the states of a step. */
export const STEP_STATE_LABELS: Record<StepProgress['state'], string> = {
  waiting: 'waiting',
  running: 'running',
  retrying: 'tried again',
  done: 'done',
  failed: 'failed',
  skipped: 'left out',
}

/** What a step of a run does, in words; an unknown one by its own name. */
export function stepLabel(step: string): string {
  const known = STEP_LABELS[step]
  if (known) return known
  const words = step.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** True while a run can still be cancelled. */
export function isGoing(run: Pick<RunView, 'state'> | null): boolean {
  return run !== null && (run.state === 'queued' || run.state === 'running')
}

/** What a run of a kind does, as a noun. */
export const KIND_LABELS: Record<RunView['kind'], string> = {
  import: 'Import',
  collect: 'Collection',
  rank: 'Ranking',
  check: 'Check',
  notify: 'Notification',
}
/** Who or what began a run. */
export const TRIGGER_LABELS: Record<RunView['trigger'], string> = {
  you: 'by you',
  schedule: 'by schedule',
  catch_up: 'caught up',
  resume: 'resumed',
  retry: 'again',
}

/** The words of a run need this much of it; with a campaign's name, a label that only repeats it is left out. */
type Named = Pick<RunView, 'kind' | 'label'> & Partial<Pick<RunView, 'campaignName'>>

/** "Import of jobs.csv", "Ranking". */
export function runWhat({ kind, label, campaignName }: Named): string {
  return label === '' || label === campaignName ? KIND_LABELS[kind] : `${KIND_LABELS[kind]} of ${label}`
}

/** "Import of jobs.csv, by you". */
export function runTitle(run: Named & Pick<RunView, 'trigger'>): string {
  return `${runWhat(run)}, ${TRIGGER_LABELS[run.trigger]}`
}

function amount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}

/** What a run brought, in one line: "24 new jobs, 3 joined, 120 unchanged, 2 refused". */
export function countsText(counts: RunCounts): string {
  const parts = [
    amount(counts.jobs, 'new job'),
    counts.merged > 0 ? `${counts.merged.toLocaleString('en')} joined` : '',
    counts.unchanged > 0 ? `${counts.unchanged.toLocaleString('en')} unchanged` : '',
    counts.closed > 0 ? `${counts.closed.toLocaleString('en')} closed` : '',
    counts.unread > 0 ? `${counts.unread.toLocaleString('en')} not read` : '',
    counts.rejected > 0 ? `${counts.rejected.toLocaleString('en')} refused` : '',
  ]
  return parts.filter(Boolean).join(', ')
}
