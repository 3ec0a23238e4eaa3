import { refuse } from '../../../contract/errors.ts'
import { RunId } from '../../../contract/ids.ts'
import type { RunDetail, RunView } from '../../../contract/runs.ts'
import type { StepView } from '../../../contract/steps.ts'
import { campaignNamed } from '../campaigns.ts'
import { command, type Outcome, wholeNumber } from '../command.ts'
import type { Session } from '../session.ts'
import { printable, table } from '../table.ts'
import { count, whole } from '../words.ts'

const USUAL = 20
const MOST = 200
/** People see this many remarks on a run; `--json` holds all that are kept. */
const MOST_SHOWN = 20

export const runs = command({
  name: 'runs',
  usage: '[RUN-ID] [--campaign NAME] [--limit N]',
  summary: `The newest runs, by itself ${USUAL}; with the number of a run, its steps, sources, checks and remarks.`,
  options: { campaign: { type: 'string' }, limit: { type: 'string' } },
  words: { least: 0, most: 1, what: 'at most the number of one run' },
  prepare(values, [word]) {
    const limit = wholeNumber(values.limit, '--limit', MOST)
    if (word === undefined) return session => listRuns(session, values.campaign, limit ?? USUAL)
    if (values.campaign !== undefined || limit !== undefined)
      refuse('bad_input', 'What is shown of one run takes neither --campaign nor --limit.')
    const id = RunId.safeParse(Number(word))
    if (!id.success) return refuse('bad_input', `"${word}" is not the number of a run.`)
    return session => showRun(session, id.data)
  },
})

async function listRuns(session: Session, name: string | undefined, limit: number): Promise<Outcome> {
  const campaignId = name === undefined ? null : (await campaignNamed(session, name)).id
  const found = limit === 0 ? [] : await session.ask('runs.list', { campaignId, limit })
  return {
    json: found.map(valueOfRun),
    lines: found.length > 0 ? tableOf(found) : limit === 0 ? [] : ['There are no runs yet.'],
  }
}

const tableOf = (found: readonly RunView[]): string[] =>
  table(found, [
    { head: 'Run', of: ({ id }) => String(id), right: true },
    { head: 'Campaign', of: ({ campaignName }) => campaignName },
    { head: 'Kind', of: ({ kind }) => kind },
    { head: 'State', of: ({ state }) => state },
    { head: 'Begun', of: ({ startedAt, queuedAt }) => localTime(startedAt ?? queuedAt) },
    { head: 'Took', of: ({ milliseconds }) => took(milliseconds), right: true },
    { head: 'New jobs', of: ({ counts }) => whole(counts.jobs), right: true },
    { head: 'Matches', of: ({ counts }) => whole(counts.matches), right: true },
  ])

async function showRun({ ask }: Session, runId: RunId): Promise<Outcome> {
  const detail = await ask('runs.get', { runId })
  const { run, issues, sources, checks } = detail
  return { json: { ...valueOfRun(run), sources, checks, issues }, lines: linesOf(detail) }
}

function linesOf({ run, issues, sources, checks }: RunDetail): string[] {
  const { counts } = run
  const wrong = checks.filter(({ state }) => state !== 'passed')
  return [
    `Run ${run.id}: ${run.kind} for ${printable(run.campaignName)}, ${run.state}${run.milliseconds === null ? '' : ` after ${took(run.milliseconds)}`}`,
    ...(run.error === null ? [] : [printable(run.error)]),
    `${count(counts.jobs, 'new job')}, ${count(counts.postings, 'new posting')}, ${whole(counts.unchanged)} unchanged, ${count(counts.matches, 'match', 'matches')}`,
    '',
    ...table(run.steps, [
      { head: 'Step', of: ({ step }) => step },
      { head: 'State', of: ({ state }) => state },
      { head: 'Done', of: doneText, right: true },
      { head: 'Tries', of: ({ attempts }) => whole(attempts), right: true },
      { head: 'Note', of: ({ note }) => note ?? '', most: 80 },
    ]),
    ...section(
      table(sources, [
        { head: 'Source', of: ({ label }) => label },
        { head: 'Found', of: ({ found }) => whole(found), right: true },
        { head: 'New', of: ({ added }) => whole(added), right: true },
        { head: 'Calls', of: ({ calls }) => whole(calls), right: true },
        { head: 'Problem', of: ({ problem }) => problem ?? '', most: 80 },
      ]),
    ),
    ...section(wrong.map(({ name, severity, message }) => `${severity}: ${name}: ${printable(message)}`)),
    ...section([
      ...issues
        .slice(0, MOST_SHOWN)
        .map(({ row, message }) => `${row === null ? '' : `Row ${row}: `}${printable(message)}`),
      ...(issues.length > MOST_SHOWN ? [`… and ${whole(issues.length - MOST_SHOWN)} more`] : []),
    ]),
  ]
}

const section = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', ...lines])

const doneText = ({ done, total }: StepView): string =>
  total === null ? whole(done) : `${whole(done)} of ${whole(total)}`

/** A run as `--json` shows it. */
const valueOfRun = (run: RunView) => ({
  id: run.id,
  campaign: run.campaignName,
  kind: run.kind,
  trigger: run.trigger,
  label: run.label,
  state: run.state,
  queued_at: run.queuedAt,
  started_at: run.startedAt,
  finished_at: run.finishedAt,
  milliseconds: run.milliseconds,
  error: run.error,
  can_retry: run.canRetry,
  ...run.counts,
  steps: run.steps.map(({ step, state, done, total, attempts, note }) => ({
    step,
    state,
    done,
    total,
    attempts,
    note,
  })),
})

const took = (milliseconds: number | null): string =>
  milliseconds === null ? '–' : `${(milliseconds / 1000).toFixed(1)} s`

/** YYYY-MM-DD HH:MM by the clock on the wall. */
function localTime(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}
