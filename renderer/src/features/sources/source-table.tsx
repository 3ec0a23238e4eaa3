import type { KeyboardEvent } from 'react'
import { Link } from 'react-router'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { nextRow } from '../../ui/list-keys.ts'
import { Cell, Table } from '../../ui/table.tsx'
import { Switch } from '../../ui/toggles.tsx'
import { When } from '../../ui/when.tsx'
import { PriorityField } from './priority-field.tsx'
import { Quality } from './quality.tsx'
import { SourceMenu } from './source-menu.tsx'
import { SourceHealth, SourceStateMark } from './source-state.tsx'
import { TestButton, TestResult } from './source-test.tsx'
import { shareText } from './source-words.ts'
import { useKinds } from './use-kinds.ts'
import type { SourceActs } from './use-source-acts.ts'
import { UsedBy } from './used-by.tsx'

const number = (label: string) => ({ label, number: true as const })
const hidden = (label: string) => ({ label, hidden: true as const })

/** The sources as a table, for windows that have the room. j and k move between the names. */
export function SourceTable({ sources, acts }: { sources: readonly SourceView[]; acts: SourceActs }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the links inside, which take the focus
    <div className="rounded border border-line bg-surface" onKeyDown={moveBetweenNames}>
      <Table
        caption="Sources by priority"
        head={[
          number('Priority'),
          'Source',
          'State',
          'Last answer',
          number('Postings'),
          number('Open'),
          number('Duplicates'),
          number('Quality'),
          'Used by',
          hidden('Switch, test and more'),
        ]}
      >
        {sources.map(source => (
          <Row key={source.id} source={source} acts={acts} />
        ))}
      </Table>
    </div>
  )
}

function moveBetweenNames(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLAnchorElement)) return
  const names = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-name]')]
  const at = names.indexOf(event.target)
  const next = at === -1 ? null : nextRow(event.key, at, names.length, 10)
  if (next === null) return
  event.preventDefault()
  names[next]?.focus()
}

function Row({ source, acts }: { source: SourceView; acts: SourceActs }) {
  const kind = useKinds().of(source.kind)
  const company = kind !== undefined && source.label !== kind.label
  return (
    <tr className="hover:bg-hover/60 [&>*]:align-middle">
      <Cell number>
        <PriorityField source={source} onChange={priority => acts.prioritise(source, priority)} />
      </Cell>
      <Cell heading className="min-w-32">
        <Link
          data-name
          to={`/sources/${source.id}`}
          className="inline-flex min-h-6 items-center font-medium hover:underline"
        >
          {company ? source.label.slice(kind.label.length + 2) : source.label}
        </Link>
        <span className="block text-xs text-ink-3">{company ? kind.label : familyWords(kind?.family)}</span>
      </Cell>
      <Cell className="w-2/5 max-w-104 min-w-48">
        <SourceStateMark source={source} />
        <SourceHealth source={source} className="line-clamp-2" />
        <TestResult source={source} />
      </Cell>
      <Cell className="whitespace-nowrap">
        {source.lastSuccessAt ? (
          <When at={source.lastSuccessAt} />
        ) : (
          <span className="text-ink-3">never</span>
        )}
      </Cell>
      <Cell number>{figure(source.lastPostings)}</Cell>
      <Cell number>{source.openPostings.toLocaleString('en')}</Cell>
      <Cell number>{source.duplicateShare === null ? figure(null) : shareText(source.duplicateShare)}</Cell>
      <Cell number>
        <Quality source={source} />
      </Cell>
      <Cell className="max-w-44 min-w-24">
        <UsedBy source={source} />
      </Cell>
      <Cell>
        <span className="flex items-center justify-end gap-2">
          <Switch
            label={`Ask ${source.label}`}
            hideLabel
            checked={source.enabled}
            onChange={on => acts.enable(source, on)}
          />
          <TestButton source={source} onTest={() => void acts.test(source)} />
          <SourceMenu source={source} acts={acts} />
        </span>
      </Cell>
    </tr>
  )
}

/** What stands below the name of a source that is no company's board. */
export function familyWords(family: string | undefined): string {
  return family === 'keyed' ? 'With your key' : family === 'board' ? 'Job board' : 'Company board'
}

/** A figure, or a dash where there is none. */
export function figure(value: number | null) {
  return value === null ? <span className="text-ink-3">–</span> : value.toLocaleString('en')
}
