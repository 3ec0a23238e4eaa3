import { Link } from 'react-router'
import type { NumberTile } from './number-tiles.ts'

/** The first numbers of the day; each leads to what it counts. */
export function Numbers({ tiles }: { tiles: readonly NumberTile[] }) {
  return (
    <section aria-label="Numbers" className="@container min-w-0">
      <ul className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line @2xl:grid-cols-4 @6xl:grid-cols-8">
        {tiles.map(tile => (
          <Tile key={tile.label} tile={tile} />
        ))}
      </ul>
    </section>
  )
}

function Tile({ tile: { to, label, value, note } }: { tile: NumberTile }) {
  return (
    <li className="bg-surface">
      <Link
        to={to}
        className="flex h-full flex-col px-4 py-3 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
      >
        <span className="text-sm text-ink-2">{label}</span>
        <span className="text-2xl font-semibold tracking-tight">{value}</span>
        <span className="text-xs text-ink-3">{note}</span>
      </Link>
    </li>
  )
}
