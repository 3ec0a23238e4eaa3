import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { JobId } from '../../../../main/contract/ids.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { focusWhenThere } from '../../ui/focus-when-there.ts'
import { toast } from '../../ui/toast-store.ts'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { useCompanyActs } from '../companies/use-company-acts.ts'
import { CompareDialog } from '../compare/compare-dialog.tsx'
import { around, comparePath } from '../compare/compare-view.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { JobChanges } from './job-changes.ts'
import { JobListRow, jobRowName } from './job-list-row.tsx'
import type { RowActs, RowLayout } from './job-row-props.ts'
import type { TableLayout } from './job-table.tsx'
import type { JobsView } from './jobs-view.ts'
import { useListCommands } from './use-list-commands.ts'
import { useRowSelection } from './use-row-selection.ts'
import { useStatusLetters } from './use-status-letters.ts'

const ROW_REM: Record<RowLayout, number | undefined> = { wide: undefined, two: 3.5, three: 4.5 }

/** Jobs around a row that are offered to compare it with. */
const NEAR = 20

/** A pause in moving after which the job beside the list follows. */
const FOLLOW_MS = 90

/** The jobs as a list with keys, selection and changes. */
export function JobList({
  view,
  table,
  rows,
  total,
  hasMore,
  onLoadMore,
  lastVisit,
  openId,
  follows,
  changes,
  onOpen,
  onClose,
}: {
  view: JobsView
  table: TableLayout
  rows: readonly JobRow[]
  total: number | null
  hasMore: boolean
  onLoadMore: () => void
  /** ISO instant: what was found since is new; null: the first visit. */
  lastVisit: string | null
  /** The job that is shown beside the list or instead of it. */
  openId: JobId | null
  /** Moving in the list shows the job beside it at once. */
  follows: boolean
  changes: JobChanges
  onOpen: (row: JobRow) => void
  onClose: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const { layout } = table
  const [active, setActive] = useState<JobId | null>(openId)
  const { pinned, pin, unpin, expect } = usePinned(openId, box)
  const [statusOf, setStatusOf] = useState<JobId | 'selection' | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const companies = useCompanyActs()
  const navigate = useNavigate()
  const [comparing, setComparing] = useState(false)
  const current = rows.find(row => row.id === (pinned ?? active)) ?? rows[0]
  const focusList = () =>
    box.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]')?.focus({ preventScroll: true })
  const selection = useRowSelection(
    rows,
    current,
    row => row.id,
    row => {
      pin(row.id)
      setActive(row.id)
      requestAnimationFrame(focusList)
    },
  )
  const chosen = rows.filter(row => selection.ids.has(row.id))
  const more = useMemo(() => {
    const loaded = new Set(rows.map(row => row.id))
    return [...selection.ids].filter(id => !loaded.has(id))
  }, [rows, selection.ids])
  const selecting = chosen.length + more.length > 0
  const targets = selecting ? chosen : current ? [current] : []
  const target = chosen[0] ?? current
  const compare = (first: JobRow, second: JobRow) =>
    void navigate(comparePath({ first: first.id, second: second.id, campaignId: view.campaignId }))
  const statusRow = rows.find(row => row.id === statusOf)
  useStatusLetters(statusRow !== undefined, status => {
    setStatusOf(null)
    if (statusRow) changes.setStatus([statusRow], status)
    focusListSoon()
  })
  // The menu gives the focus back to its button; whoever came by key wants to go on in the list.
  const focusListSoon = () => void setTimeout(focusList, 60)
  useListCommands({
    focusList,
    hidden: openId !== null && !follows,
    status: () => setStatusOf(selecting ? 'selection' : (current?.id ?? null)),
    move: status => changes.setStatus(targets, status, more),
    favourite: () => changes.setFavourite(targets, !targets.every(row => row.favourite), more),
    unread: () => changes.setUnread(targets, !targets.some(row => row.unread), more),
    open: () => current && onOpen(current),
    edit: () => {
      if (!current) return
      onOpen(current)
      focusWhenThere('article [data-edit]')
    },
    select: () => current && selection.toggle(current),
    extend: selection.extend,
    selectAll: () => selection.selectAll(rows.map(row => row.id)),
    why: () =>
      box.current?.querySelector<HTMLElement>('[role="listitem"][aria-current] [data-score]')?.click(),
    compare: () => {
      const [first, second] = chosen
      if (chosen.length + more.length > 2) toast('Two jobs can be compared at a time')
      else if (first && second) compare(first, second)
      else setComparing(current !== undefined)
    },
    block: () => companies.block(targets.map(row => row.companyId)),
  })

  const acts = useSteadyActs({
    openStatus: (row, open) => {
      setStatusOf(open ? row.id : null)
      if (!open) focusListSoon()
    },
    select: selection.toggle,
    setStatus: (row, status) => changes.setStatus([row], status),
    favourite: row => changes.setFavourite([row], !row.favourite),
  })

  const onRowKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (selecting) selection.clear()
    else if (openId !== null) {
      // A move just before must not open its job again.
      clearTimeout(timer.current)
      onClose()
    } else return
    event.preventDefault()
  }

  // In the order of finding, what is new stands together, and a line ends it.
  const since = view.sort === 'newest' && !view.reversed ? lastVisit : null
  const isNew = (row: JobRow) => lastVisit !== null && row.foundAt > lastVisit
  const endsNew = (index: number) => {
    const [row, before] = [rows[index], rows[index - 1]]
    return since !== null && row !== undefined && before !== undefined && isNew(before) && !isNew(row)
  }

  return (
    <div
      ref={box}
      // Its parts stand in the column of the table, where the acts on selected jobs come before the head.
      className="contents"
      onKeyDownCapture={selection.onKeyDown}
      onClickCapture={selection.onClick}
      onMouseDownCapture={selection.onMouseDown}
    >
      {selecting ? (
        <BulkBar
          view={view}
          rows={chosen}
          more={more}
          loaded={rows}
          total={total}
          changes={changes}
          onBlock={() => {
            companies.block(chosen.map(row => row.companyId))
            selection.clear()
            focusListSoon()
          }}
          onCompare={compare}
          statusOpen={statusOf === 'selection'}
          onStatusOpen={open => {
            setStatusOf(open ? 'selection' : null)
            if (!open) focusListSoon()
          }}
          onSelect={selection.selectAll}
          onClear={() => {
            selection.clear()
            focusList()
          }}
        />
      ) : null}
      <CompareDialog
        open={comparing}
        beside={target ? `${target.title} · ${target.company}` : null}
        without={target ? [target.id] : []}
        near={around(rows, target ? rows.indexOf(target) : -1, NEAR)}
        onChoose={row => target && compare(target, row)}
        onClose={() => setComparing(false)}
      />
      <VirtualList
        label="Jobs"
        className="flex-1 [scrollbar-gutter:stable]"
        items={rows}
        total={total}
        keyOf={row => row.id}
        nameOf={jobRowName}
        hasMore={hasMore}
        onLoadMore={onLoadMore}
        activeKey={pinned}
        {...(ROW_REM[layout] === undefined ? {} : { rowRem: ROW_REM[layout] })}
        onActiveChange={row => {
          unpin()
          setActive(row.id)
          clearTimeout(timer.current)
          if (follows && openId !== null && row.id !== openId) {
            timer.current = setTimeout(() => {
              expect(row.id)
              onOpen(row)
            }, FOLLOW_MS)
          }
        }}
        onRowFocus={row => {
          if (row.id === (pinned ?? active)) return
          unpin()
          setActive(row.id)
        }}
        onOpen={row => {
          clearTimeout(timer.current)
          expect(row.id)
          onOpen(row)
        }}
        onRowKey={onRowKey}
        renderRow={(row, state) => (
          <JobListRow
            row={row}
            tabIndex={state.tabIndex}
            {...table}
            isNew={isNew(row)}
            endsNew={endsNew(state.index)}
            open={row.id === openId}
            selected={selection.ids.has(row.id)}
            selecting={selecting}
            statusOpen={statusOf === row.id}
            acts={acts}
          />
        )}
      />
    </div>
  )
}

/** Functions that stay the same objects and always do what the latest ones would. */
function useSteadyActs(acts: RowActs): RowActs {
  const latest = useRef(acts)
  latest.current = acts
  const [steady] = useState<RowActs>(() => ({
    openStatus: (row, open) => latest.current.openStatus(row, open),
    select: (row, selected) => latest.current.select(row, selected),
    setStatus: (row, status) => latest.current.setStatus(row, status),
    favourite: row => latest.current.favourite(row),
  }))
  return steady
}

/** How long the page may take to show a job that the list asked for. */
const EXPECTED_MS = 3_000

/**
 * The row that must be active because its job was opened from elsewhere; it is brought into sight. A job that the
 * list itself asked for (`expect`) pins nothing: by the time it is shown, the person may be some rows further.
 */
function usePinned(openId: JobId | null, box: RefObject<HTMLElement | null>) {
  const [pinned, setPinned] = useState(openId)
  const expected = useRef(new Map<JobId, number>())
  useEffect(() => {
    if (openId === null) return
    const since = expected.current.get(openId) ?? Number.NEGATIVE_INFINITY
    expected.current.delete(openId)
    if (performance.now() - since > EXPECTED_MS) setPinned(openId)
  }, [openId])
  useEffect(() => {
    if (pinned === null) return
    const frame = requestAnimationFrame(() =>
      box.current?.querySelector('[role="listitem"][aria-current]')?.scrollIntoView({ block: 'nearest' }),
    )
    return () => cancelAnimationFrame(frame)
  }, [pinned, box])
  return {
    pinned,
    /** Makes a row the active one and brings it into sight. */
    pin: (jobId: JobId) => setPinned(jobId),
    unpin: () => setPinned(null),
    expect: (jobId: JobId) => void expected.current.set(jobId, performance.now()),
  }
}
