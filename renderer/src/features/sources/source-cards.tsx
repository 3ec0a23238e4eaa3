import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { Switch } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { PriorityField } from './priority-field.tsx'
import { Quality } from './quality.tsx'
import { SourceMenu } from './source-menu.tsx'
import { SourceHealth, SourceStateMark } from './source-state.tsx'
import { figure } from './source-table.tsx'
import { TestButton, TestResult } from './source-test.tsx'
import { shareText } from './source-words.ts'
import type { SourceActs } from './use-source-acts.ts'
import { UsedBy } from './used-by.tsx'

/** The sources one below the other, for narrow windows; nothing of the table is lost. */
export function SourceCards({ sources, acts }: { sources: readonly SourceView[]; acts: SourceActs }) {
  return (
    <ul aria-label="Sources by priority" className="rounded border border-line bg-surface">
      {sources.map(source => (
        <li key={source.id} className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
          <div className="flex items-start justify-between gap-3">
            <Link
              to={`/sources/${source.id}`}
              className="inline-flex min-h-6 min-w-0 items-center font-medium break-words hover:underline"
            >
              {source.label}
            </Link>
            <Switch
              label={`Ask ${source.label}`}
              hideLabel
              checked={source.enabled}
              onChange={on => acts.enable(source, on)}
            />
          </div>
          <div className="flex items-start justify-between gap-3">
            <div className="min-w-0 text-sm">
              <SourceStateMark source={source} />
              <SourceHealth source={source} />
              <TestResult source={source} />
            </div>
            <span className="flex shrink-0 items-center gap-1">
              <TestButton source={source} onTest={() => void acts.test(source)} />
              <SourceMenu source={source} acts={acts} />
            </span>
          </div>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm sm:grid-cols-4 lg:grid-cols-7">
            <Fact label="Last answer">
              {source.lastSuccessAt ? <When at={source.lastSuccessAt} /> : 'never'}
            </Fact>
            <Fact label="Postings last time">{figure(source.lastPostings)}</Fact>
            <Fact label="Open postings">{source.openPostings.toLocaleString('en')}</Fact>
            <Fact label="Duplicates">
              {source.duplicateShare === null ? figure(null) : shareText(source.duplicateShare)}
            </Fact>
            <Fact label="Quality">
              <Quality source={source} />
            </Fact>
            <Fact label="Priority">
              <PriorityField source={source} onChange={priority => acts.prioritise(source, priority)} />
            </Fact>
            <Fact label="Used by">
              <UsedBy source={source} />
            </Fact>
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{label}</dt>
      <dd className="break-words tabular-nums">{children}</dd>
    </div>
  )
}
