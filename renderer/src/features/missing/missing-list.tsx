import { SquareCheck, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { contract } from '../../../../main/contract/api.ts'
import type { OutputOf } from '../../../../main/contract/define.ts'
import type { JobId } from '../../../../main/contract/ids.ts'
import { MISSING_LABELS, MISSING_SHORT_LABELS } from '../../../../main/contract/labels.ts'
import { useCommands } from '../../app/commands.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { When } from '../../ui/when.tsx'
import { ScoreBadge } from '../jobs/score-badge.tsx'

export type MissingRow = OutputOf<typeof contract.detection.missing>['rows'][number]

/** Below this width, in rem, a row takes three lines. */
const STACKED_REM = 46

const missingText = (row: MissingRow): string =>
  row.missing.map(fact => MISSING_SHORT_LABELS[fact]).join(', ')

function aiText({ ai }: MissingRow): string {
  if (ai === null) return ''
  return ai.state === 'done' ? 'AI found no more' : `AI failed${ai.message ? `: ${ai.message}` : ''}`
}

const rowName = (row: MissingRow): string =>
  [
    row.job.title,
    row.job.company,
    `missing: ${row.missing.map(fact => MISSING_LABELS[fact].toLowerCase()).join(', ')}`,
    aiText(row),
  ]
    .filter(Boolean)
    .join(', ')

/** The jobs that leave facts open, with keys and selection. */
export function MissingList({
  rows,
  total,
  hasMore,
  onLoadMore,
  selected,
  onSelect,
}: {
  rows: readonly MissingRow[]
  total: number | null
  hasMore: boolean
  onLoadMore: () => void
  selected: ReadonlySet<JobId>
  onSelect: (selected: ReadonlySet<JobId>) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const stacked = useWidthInRem(box) < STACKED_REM
  const [active, setActive] = useState<JobId | null>(null)
  const navigate = useNavigate()
  const current = rows.find(row => row.job.id === active) ?? rows[0]
  const count = rows.filter(row => selected.has(row.job.id)).length
  const toggle = (row: MissingRow, on = !selected.has(row.job.id)) =>
    onSelect(new Set([...selected].filter(id => id !== row.job.id).concat(on ? [row.job.id] : [])))
  const all = () => onSelect(new Set(rows.map(row => row.job.id)))
  const focusList = () =>
    box.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]')?.focus({ preventScroll: true })
  const group = 'Missing facts'
  useCommands([
    {
      id: 'missing.select',
      title: 'Select or not',
      group,
      icon: SquareCheck,
      shortcut: 'x',
      run: () => current && toggle(current),
    },
    { id: 'missing.all', title: 'Select all that are shown', group, icon: SquareCheck, run: all },
    { id: 'missing.next', title: 'Go to the list', group, shortcut: 'j', run: focusList },
    { id: 'missing.previous', title: 'Go to the list', group, shortcut: 'k', run: focusList },
  ])
  const onRowKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || selected.size === 0) return
    event.preventDefault()
    onSelect(new Set())
  }
  return (
    <div ref={box} className="flex min-h-0 min-w-0 flex-1 flex-col">
      {count > 0 ? (
        <div
          role="toolbar"
          aria-label="Selected jobs"
          className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2 sm:px-6"
        >
          <span className="text-sm font-medium">{count.toLocaleString('en')} selected</span>
          {count < rows.length ? (
            <Button size="small" look="quiet" onClick={all}>
              Select all {rows.length.toLocaleString('en')} shown
            </Button>
          ) : null}
          <span className="flex-1" />
          <IconButton
            label="Clear the selection"
            icon={X}
            shortcut="escape"
            onClick={() => {
              onSelect(new Set())
              focusList()
            }}
          />
        </div>
      ) : null}
      <VirtualList
        label="Jobs with missing facts"
        className="flex-1"
        items={rows}
        total={total}
        keyOf={row => row.job.id}
        nameOf={rowName}
        hasMore={hasMore}
        onLoadMore={onLoadMore}
        {...(stacked ? { rowRem: 4.5 } : {})}
        onActiveChange={row => setActive(row.job.id)}
        onRowFocus={row => setActive(row.job.id)}
        onOpen={row => void navigate(`/jobs/${row.job.id}`)}
        onRowKey={onRowKey}
        renderRow={(row, state) => (
          <div className="flex h-full items-center gap-2 border-b border-line pr-4 pl-2 hover:bg-hover sm:pr-6 sm:pl-4">
            <label className="inline-flex size-6 shrink-0 items-center justify-center">
              <input
                type="checkbox"
                aria-label={`Select ${row.job.title}`}
                checked={selected.has(row.job.id)}
                tabIndex={state.tabIndex}
                onChange={event => toggle(row, event.target.checked)}
                className="size-4 accent-(--accent)"
              />
            </label>
            <ScoreBadge job={row.job} tabIndex={state.tabIndex} />
            {stacked ? <Stacked row={row} /> : <Wide row={row} />}
          </div>
        )}
      />
    </div>
  )
}

function Ai({ row }: { row: MissingRow }) {
  const text = aiText(row)
  return text === '' ? null : (
    <span title={text} className={row.ai?.state === 'failed' ? 'text-bad' : 'text-ink-3'}>
      {text}
    </span>
  )
}

function Wide({ row }: { row: MissingRow }) {
  const missing = missingText(row)
  return (
    <>
      <span className="flex min-w-0 flex-1 items-baseline gap-2">
        <span className="max-w-[70%] shrink-0 truncate text-sm">{row.job.title}</span>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{row.job.company}</span>
      </span>
      <span className="w-[34%] shrink-0 truncate text-sm text-ink-2" title={missing}>
        {missing}
      </span>
      <span className="w-44 shrink-0 truncate text-right text-xs">
        {row.ai === null ? <When at={row.job.foundAt} className="text-sm text-ink-3" /> : <Ai row={row} />}
      </span>
    </>
  )
}

function Stacked({ row }: { row: MissingRow }) {
  return (
    <span className="flex min-w-0 flex-1 flex-col justify-center">
      <span className="truncate text-sm">{row.job.title}</span>
      <span className="truncate text-xs text-ink-2">
        {row.job.company}
        {row.ai === null ? null : ' · '}
        <Ai row={row} />
      </span>
      <span className="truncate text-xs text-ink-2">Missing: {missingText(row).toLowerCase()}</span>
    </span>
  )
}
