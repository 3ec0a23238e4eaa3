import clsx from 'clsx'
import { Link } from 'react-router'
import type { RunView } from '../../../../main/contract/runs.ts'
import { When } from '../../ui/when.tsx'
import { durationText } from '../../ui/when-text.ts'
import { runWhat, TRIGGER_LABELS } from '../campaigns/run-words.ts'
import { callsText, setAside } from './run-figures.ts'
import { RunStateBadge } from './run-state.tsx'

const CELL = 'border-b border-line px-2 py-1.5 align-middle'
const NUMBER = `${CELL} text-right whitespace-nowrap tabular-nums`
const HEAD = 'border-b border-line px-2 py-1.5 text-xs font-medium text-ink-3'

/** From these widths of the list on, a column is shown; before, its figure stands in the row's second line. */
const MEDIUM = 'hidden @2xl:table-cell'
const WIDE = 'hidden @4xl:table-cell'

/**
 * Runs, each a row that leads to its page. Where there is little room, what and when share one cell with the numbers
 * that matter.
 */
export function RunsTable({
  caption,
  runs,
  ofOneCampaign = false,
  isThere = () => true,
}: {
  caption: string
  runs: readonly RunView[]
  ofOneCampaign?: boolean
  /** Whether the campaign of a run still is there, so that a link leads to it. */
  isThere?: (run: RunView) => boolean
}) {
  return (
    <div className="@container">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <Head>State</Head>
            <Head className="w-3/5 @2xl:w-2/5">What</Head>
            {ofOneCampaign ? null : <Head className={clsx(MEDIUM, 'w-1/4')}>Campaign</Head>}
            <Head className={WIDE}>Began</Head>
            <Head className={MEDIUM} number>
              New jobs
            </Head>
            <Head className={WIDE} number>
              Set aside
            </Head>
            <Head className={WIDE} number>
              Calls
            </Head>
            <Head className={MEDIUM} number>
              Took
            </Head>
            <Head className={MEDIUM} number>
              When
            </Head>
          </tr>
        </thead>
        <tbody>
          {runs.map(run => (
            <RunRow key={run.id} run={run} ofOneCampaign={ofOneCampaign} linked={isThere(run)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Head({
  number = false,
  className,
  children,
}: {
  number?: boolean
  className?: string
  children: string
}) {
  return (
    <th scope="col" className={clsx(HEAD, number ? 'text-right' : 'text-left', className)}>
      {children}
    </th>
  )
}

function RunRow({ run, ofOneCampaign, linked }: { run: RunView; ofOneCampaign: boolean; linked: boolean }) {
  const aside = setAside(run.counts)
  const took = run.milliseconds === null ? '' : durationText(run.milliseconds)
  const short = [ofOneCampaign ? '' : run.campaignName, `${run.counts.jobs.toLocaleString('en')} new`, took]
  return (
    <tr className="relative h-(--row) hover:bg-hover">
      <td className={clsx(CELL, 'w-px whitespace-nowrap')}>
        <RunStateBadge state={run.state} />
      </td>
      <th scope="row" className={clsx(CELL, 'max-w-0 text-left font-normal')}>
        <Link
          to={`/runs/${run.id}`}
          // The whole row leads there.
          className="block min-h-6 truncate leading-6 after:absolute after:inset-0 hover:underline"
        >
          {runWhat(run)}
        </Link>
        <span className="block pb-0.5 text-xs text-ink-2 @2xl:hidden">
          {short.filter(Boolean).join(' · ')} · <When at={run.startedAt ?? run.queuedAt} />
        </span>
        {run.error ? (
          <span className="block truncate text-xs text-bad" title={run.error}>
            {run.error}
          </span>
        ) : null}
      </th>
      {ofOneCampaign ? null : (
        <td className={clsx(CELL, MEDIUM, 'max-w-0')}>
          {linked ? (
            <Link
              to={`/campaigns/${run.campaignId}`}
              className="relative z-1 inline-block min-h-6 max-w-full truncate align-middle leading-6 hover:underline"
            >
              {run.campaignName}
            </Link>
          ) : (
            <span className="text-ink-3">{run.campaignName} (deleted)</span>
          )}
        </td>
      )}
      <td className={clsx(CELL, WIDE, 'w-28 whitespace-nowrap text-ink-2')}>{TRIGGER_LABELS[run.trigger]}</td>
      <td className={clsx(NUMBER, MEDIUM, 'w-20')}>{run.counts.jobs.toLocaleString('en')}</td>
      <td className={clsx(NUMBER, WIDE, 'w-20', aside === 0 && 'text-ink-3')}>
        {aside.toLocaleString('en')}
      </td>
      <td className={clsx(NUMBER, WIDE, 'w-28', run.counts.api_calls === 0 && 'text-ink-3')}>
        {callsText(run.counts)}
      </td>
      <td className={clsx(NUMBER, MEDIUM, 'w-24')}>{took}</td>
      <td className={clsx(NUMBER, MEDIUM, 'w-32')}>
        <When at={run.startedAt ?? run.queuedAt} />
      </td>
    </tr>
  )
}
