import { Link } from 'react-router'
import type { DashboardView } from '../../../../main/contract/shapes.ts'
import { jobsQuery, PLAIN_VIEW } from '../jobs/jobs-view.ts'
import { matchesOf } from './matches-text.ts'

/** The first numbers of the day; each leads to what it counts. */
export function Numbers({ view, today }: { view: DashboardView; today: string }) {
  const { newToday, newMatchesToday, activeCampaigns, campaigns, applied, found, favourites, averageFit } =
    view
  const count = (n: number) => n.toLocaleString('en')
  const matches = matchesOf(newMatchesToday, today)
  return (
    <ul className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3 lg:grid-cols-5">
      <Tile
        to={`/jobs${jobsQuery({ ...PLAIN_VIEW, foundSince: today })}`}
        label="New today"
        value={count(newToday)}
        note={matches.text}
        {...(matches.to === null ? {} : { noteTo: matches.to })}
      />
      <Tile
        to="/campaigns"
        label="Campaigns"
        value={count(activeCampaigns)}
        note={activeCampaigns === campaigns ? 'active, all of them' : `active of ${count(campaigns)}`}
      />
      <Tile
        to={`/jobs${jobsQuery({ ...PLAIN_VIEW, statuses: ['applied', 'interview', 'offer', 'accepted'] })}`}
        label="Applied"
        value={count(applied)}
        note={`of ${count(found)} found`}
      />
      <Tile
        to="/jobs"
        label="Average fit"
        value={averageFit === null ? '–' : String(Math.round(averageFit))}
        note={averageFit === null ? 'nothing ranked yet' : `of 100, last ${view.days.length} days`}
      />
      <Tile
        to={`/jobs${jobsQuery({ ...PLAIN_VIEW, favourite: true })}`}
        label="Favourites"
        value={count(favourites)}
        note={favourites === 1 ? 'job kept' : 'jobs kept'}
      />
    </ul>
  )
}

function Tile({
  to,
  label,
  value,
  note,
  noteTo,
}: {
  to: string
  label: string
  value: string
  note: string
  /** Where the note leads, when elsewhere than the tile. */
  noteTo?: string
}) {
  const small = 'text-xs text-ink-3'
  return (
    <li className="bg-surface max-sm:last:col-span-2 sm:max-lg:last:col-span-2">
      <div className="relative flex h-full flex-col px-4 py-3 transition-colors hover:bg-hover">
        {/* The link covers the tile, below a note with a link of its own. */}
        <Link
          to={to}
          className="flex flex-col after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--focus)"
        >
          <span className="text-sm text-ink-2">{label}</span>
          <span className="text-2xl font-semibold tracking-tight">{value}</span>
          {noteTo === undefined ? <span className={small}>{note}</span> : null}
        </Link>
        {noteTo === undefined ? null : (
          <Link
            to={noteTo}
            className={`${small} relative -my-1 inline-flex min-h-6 items-center self-start underline hover:text-ink`}
          >
            {note}
          </Link>
        )}
      </div>
    </li>
  )
}
