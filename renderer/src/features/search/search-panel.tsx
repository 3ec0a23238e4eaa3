import type { SearchResult } from '../../../../main/contract/search.ts'
import { Button } from '../../ui/button.tsx'
import { LineList } from './line-list.tsx'
import type { Line, LineGroup } from './lines.tsx'
import { ScopeHelp, ScopeHint } from './scope-help.tsx'
import type { Found } from './use-found.ts'

/** What stands under a search field: what was put right, the lines, and how to narrow. */
export function SearchPanel({
  id,
  text,
  found,
  groups,
  active,
  onActivate,
}: {
  id: string
  text: string
  found: Found
  groups: readonly LineGroup[]
  active: Line | null
  onActivate: (key: string) => void
}) {
  if (text.trim() === '?') return <ScopeHelp />
  const empty = groups.every(group => group.lines.length === 0)
  return (
    <>
      {found.jobs ? <Corrections result={found.jobs} /> : null}
      {found.error ? <ErrorLine onRetry={found.retry} /> : null}
      {empty && found.pending ? <Waiting /> : null}
      {found.jobs?.rows.length === 0 && !found.error ? (
        <p className="px-3 py-2 text-sm text-ink-2">No job has these words.</p>
      ) : null}
      {empty ? null : <LineList id={id} groups={groups} active={active} onActivate={onActivate} />}
      <ScopeHint />
    </>
  )
}

/** Says which words were searched instead of those that occur nowhere. */
export function Corrections({ result }: { result: Pick<SearchResult, 'corrections'> }) {
  if (result.corrections.length === 0) return null
  return (
    <p className="px-3 pt-2 text-sm text-ink-2">
      Showing results for{' '}
      {result.corrections.map(({ typed, used }, index) => (
        <span key={typed}>
          {index > 0 ? ', ' : null}
          <strong className="font-medium text-ink">{used}</strong>
        </span>
      ))}
      . No job has the {result.corrections.length === 1 ? 'word' : 'words'}{' '}
      {result.corrections.map(({ typed }) => `“${typed}”`).join(', ')}.
    </p>
  )
}

function ErrorLine({ onRetry }: { onRetry: () => void }) {
  return (
    <div role="alert" className="flex items-center gap-3 px-3 py-2 text-sm text-ink-2">
      <span className="flex-1">The search failed. What you wrote is still there.</span>
      <Button onMouseDown={event => event.preventDefault()} onClick={onRetry}>
        Search again
      </Button>
    </div>
  )
}

/** The shape of lines, once it takes a while. */
function Waiting() {
  return (
    <div aria-hidden className="flex animate-late flex-col gap-2 p-3">
      {[60, 40, 50].map(width => (
        <div key={width} className="h-4 animate-pulse rounded-sm bg-sunken" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
