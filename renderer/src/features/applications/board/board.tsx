import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ApplicationCard } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { STATUS_LABELS } from '../../../../../main/contract/labels.ts'
import type { JobStatus } from '../../../../../main/contract/values.ts'
import { useCommands } from '../../../app/commands.ts'
import { ask } from '../../../app/core.ts'
import { useMedia } from '../../../ui/media.ts'
import { Select } from '../../../ui/select.tsx'
import { useStatusLetters } from '../../jobs/use-status-letters.ts'
import {
  APPLICATION_STATUSES,
  type ApplicationsView,
  applicationFilterOf,
  CLOSED_COLUMNS,
  OPEN_COLUMNS,
} from '../applications-view.ts'
import { nextPlace } from '../board-keys.ts'
import { localDay } from '../moment-text.ts'
import { useClock } from '../use-clock.ts'
import { useMoves } from '../use-moves.ts'
import type { CardActs } from './board-card.tsx'
import { BoardColumn, ClosedColumn } from './board-column.tsx'
import { readDragData, readDropTarget } from './drag-data.ts'
import { useBoardFocus } from './use-board-focus.ts'
import { type Column, useColumns } from './use-columns.ts'

/** Below this width one column is shown, and a switch chooses it. */
const NARROW = '(max-width: 47.99rem)'

/** The applications by status, each a card that is moved by dragging, by key or by its menu. */
export function Board({
  view,
  onView,
  onOpen,
}: {
  view: ApplicationsView
  onView: (view: ApplicationsView) => void
  onOpen: (jobId: JobId) => void
}) {
  const narrow = useMedia(NARROW)
  const now = useClock()
  const [opened, setOpened] = useState<readonly JobStatus[]>([])
  const shown = narrow
    ? [view.column]
    : APPLICATION_STATUSES.filter(status => OPEN_COLUMNS.includes(status) || opened.includes(status))
  const filter = applicationFilterOf({ ...view, statuses: [], span: null }, [], localDay(now))
  const columns = useColumns(filter, shown)
  const { data: counts } = useQuery({
    ...ask('applications', 'counts', { filter }),
    placeholderData: keepPreviousData,
  })
  const countOf = (status: JobStatus) =>
    counts ? (counts.columns.find(one => one.status === status)?.n ?? 0) : null

  const box = useRef<HTMLDivElement>(null)
  const focus = useBoardFocus(columns, box)
  const [menuOf, setMenuOf] = useState<JobId | null>(null)
  const sendMove = useMoves()
  const navigate = useNavigate()

  const move = (card: ApplicationCard, to: JobStatus) => {
    if (to === card.job.status) return
    const isShown = shown.includes(to)
    const next = isShown ? card.job.id : neighbourOf(columns, card.job.id)
    void sendMove(card.job, to, isShown ? (countOf(to) ?? 0) + 1 : null).then(() => {
      if (next !== null) focus.focusOn(next)
    })
  }
  /** One column further or back, among those that are in sight; on a narrow board among all that are open. */
  const step = (card: ApplicationCard, by: 1 | -1) => {
    const order = narrow ? OPEN_COLUMNS : shown
    const to = order[order.indexOf(card.job.status) + by]
    if (to !== undefined) move(card, to)
  }
  const acts = useSteadyActs({
    openMenu: (card, open) => {
      setMenuOf(open ? card.job.id : null)
      if (!open) focus.focusOn(card.job.id)
    },
    move,
    open: card => onOpen(card.job.id),
    openJob: card => void navigate(`/jobs/${card.job.id}`),
  })

  useDrops((jobId, to) => {
    const card = columns.flatMap(column => column.cards).find(one => one.job.id === jobId)
    if (card) move(card, to)
  })
  const { active } = focus
  const menuCard = columns.flatMap(column => column.cards).find(card => card.job.id === menuOf)
  useStatusLetters(menuCard !== undefined, to => {
    setMenuOf(null)
    if (!menuCard) return
    if (to === menuCard.job.status) focus.focusOn(menuCard.job.id)
    else move(menuCard, to)
  })
  useBoardCommands({
    openMenu: active ? () => setMenuOf(active.job.id) : null,
    step: active ? by => step(active, by) : null,
    focusBoard: () => active && focus.focusOn(active.job.id),
  })

  const onKeyDown = (event: KeyboardEvent) => {
    const onCard = event.target instanceof HTMLElement && event.target.hasAttribute('data-card')
    if (!onCard || !active || focus.place === null) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      onOpen(active.job.id)
      return
    }
    const side = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (event.shiftKey && side !== null) {
      event.preventDefault()
      step(active, side)
      return
    }
    if (event.shiftKey) return
    if (narrow && side !== null) {
      const next = APPLICATION_STATUSES[APPLICATION_STATUSES.indexOf(view.column) + side]
      event.preventDefault()
      if (next) onView({ ...view, column: next })
      return
    }
    const next = nextPlace(event.key, focus.place, focus.lengths)
    const card = next && columns[next.column]?.cards[next.index]
    if (!card) return
    event.preventDefault()
    focus.focusOn(card.job.id)
  }

  const column = (one: (typeof columns)[number]) => (
    <BoardColumn
      key={one.status}
      column={one}
      count={countOf(one.status)}
      now={now}
      activeId={focus.activeId}
      openedId={view.jobId}
      menuOf={menuOf}
      wish={focus.wish}
      onWishDone={focus.forgetWish}
      acts={acts}
      alone={narrow}
      onFocusCard={focus.noteFocus}
      onCollapse={
        !narrow && CLOSED_COLUMNS.includes(one.status)
          ? () => setOpened(opened.filter(status => status !== one.status))
          : null
      }
    />
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {narrow ? (
        <Select
          label="Column"
          hideLabel
          className="px-4 pt-3"
          value={view.column}
          options={APPLICATION_STATUSES.map(status => {
            const n = countOf(status)
            return {
              value: status,
              label: `${STATUS_LABELS[status]}${n === null ? '' : ` (${n.toLocaleString('en')})`}`,
            }
          })}
          onChange={status => onView({ ...view, column: status })}
        />
      ) : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it takes the keys of its cards */}
      <div
        ref={box}
        onKeyDown={onKeyDown}
        className="relative flex min-h-0 flex-1 gap-2 overflow-x-auto px-4 py-3 sm:px-6"
      >
        {columns.map(column)}
        {narrow
          ? null
          : CLOSED_COLUMNS.filter(status => !opened.includes(status)).map(status => (
              <ClosedColumn
                key={status}
                status={status}
                count={countOf(status)}
                onOpen={() => setOpened([...opened, status])}
              />
            ))}
      </div>
    </div>
  )
}

/** The card that stands where a card stood once that has left the board; null when its column is empty then. */
function neighbourOf(columns: readonly Column[], jobId: JobId): JobId | null {
  const cards = columns.find(column => column.cards.some(card => card.job.id === jobId))?.cards ?? []
  const index = cards.findIndex(card => card.job.id === jobId)
  return (cards[index + 1] ?? cards[index - 1])?.job.id ?? null
}

/** Calls back when a card is dropped on a column. */
function useDrops(onDrop: (jobId: JobId, to: JobStatus) => void): void {
  const latest = useRef(onDrop)
  latest.current = onDrop
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => readDragData(source.data) !== null,
        onDrop: ({ source, location }) => {
          const card = readDragData(source.data)
          const to = readDropTarget(location.current.dropTargets[0]?.data)
          if (card && to) latest.current(card.jobId, to)
        },
      }),
    [],
  )
}

/** Functions that stay the same objects and always do what the latest ones would. */
function useSteadyActs(acts: CardActs): CardActs {
  const latest = useRef(acts)
  latest.current = acts
  const [steady] = useState<CardActs>(() => ({
    openMenu: (card, open) => latest.current.openMenu(card, open),
    move: (card, to) => latest.current.move(card, to),
    open: card => latest.current.open(card),
    openJob: card => latest.current.openJob(card),
  }))
  return steady
}

/** What the board offers by key and in the palette, for its card. */
function useBoardCommands(board: {
  openMenu: (() => void) | null
  step: ((by: 1 | -1) => void) | null
  focusBoard: () => void
}): void {
  const group = 'Board'
  const { openMenu, step } = board
  useCommands([
    ...(openMenu
      ? [
          { id: 'board.menu', title: 'Move the card to …', group, shortcut: 'm', run: openMenu },
          { id: 'job.status', title: 'Set the status', group, shortcut: 's', run: openMenu },
        ]
      : []),
    ...(step
      ? [
          {
            id: 'board.forward',
            title: 'Move the card one column on',
            group,
            shortcut: ']',
            keywords: 'right next',
            run: () => step(1),
          },
          {
            id: 'board.back',
            title: 'Move the card one column back',
            group,
            shortcut: '[',
            keywords: 'left previous',
            run: () => step(-1),
          },
        ]
      : []),
    { id: 'jobs.next', title: 'Go to the board', group, shortcut: 'j', run: board.focusBoard },
    { id: 'jobs.previous', title: 'Go to the board', group, shortcut: 'k', run: board.focusBoard },
  ])
}
