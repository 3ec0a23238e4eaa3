import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { announce } from '../../app/announce.tsx'

interface OrderItem {
  key: string
  /** Names it to screen readers. */
  label: string
  face: ReactNode
  /** Has no place in the order, such as a column that is not shown. */
  fixed?: boolean
}

/**
 * A short list that is put in order by dragging, by the buttons of each line, or by Alt with an arrow key anywhere in
 * it. The focus goes with the line.
 */
export function OrderList({
  label,
  items,
  onMove,
}: {
  label: string
  items: readonly OrderItem[]
  onMove: (from: number, to: number) => void
}) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const held = useRef<{ key: string; act: string | null } | null>(null)
  const last = items.filter(item => !item.fixed).length - 1
  const move = (from: number, to: number) => {
    const item = items[from]
    if (!item || item.fixed || to < 0 || to > last || to === from) return
    held.current = { key: item.key, act: document.activeElement?.getAttribute('data-move') ?? null }
    onMove(from, to)
    announce(`${item.label}: ${to + 1} of ${last + 1}`)
  }
  const keys = items.map(item => item.key).join('\n')
  // Moving a line takes the focus from it. A button at the end of its way hands it to the other one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are what says that the order has changed
  useLayoutEffect(() => {
    if (held.current === null) return
    const { key, act } = held.current
    held.current = null
    const line = list.current?.querySelector(`[data-order="${CSS.escape(key)}"]`)
    const buttons = [...(line?.querySelectorAll<HTMLButtonElement>('[data-move]:not(:disabled)') ?? [])]
    const same = buttons.find(button => button.getAttribute('data-move') === act)
    const goal = act === null ? line?.querySelector<HTMLElement>('input') : (same ?? buttons[0])
    goal?.focus()
  }, [keys])
  return (
    <ul ref={list} aria-label={label}>
      {items.map((item, index) => (
        <OrderLine key={item.key} list={id} item={item} index={index} last={last} onMove={move} />
      ))}
    </ul>
  )
}

function OrderLine({
  list,
  item,
  index,
  last,
  onMove,
}: {
  list: string
  item: OrderItem
  index: number
  last: number
  onMove: (from: number, to: number) => void
}) {
  const line = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLSpanElement>(null)
  const [over, setOver] = useState<'above' | 'below' | null>(null)
  const [dragged, setDragged] = useState(false)
  const latest = useRef(onMove)
  latest.current = onMove
  const fixed = item.fixed ?? false
  useEffect(() => {
    const [element, dragHandle] = [line.current, handle.current]
    if (!element || fixed) return
    const stopDrop = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.list === list,
      onDrag: ({ source }) => {
        const from = Number(source.data.index)
        setOver(from === index ? null : from > index ? 'above' : 'below')
      },
      onDragLeave: () => setOver(null),
      onDrop: ({ source }) => {
        setOver(null)
        latest.current(Number(source.data.index), index)
      },
    })
    const stopDrag = draggable({
      element,
      ...(dragHandle ? { dragHandle } : {}),
      getInitialData: () => ({ list, index }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    })
    return () => {
      stopDrop()
      stopDrag()
    }
  }, [list, index, fixed])
  return (
    <li
      ref={line}
      data-order={item.key}
      onKeyDown={event => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        onMove(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
      }}
      className={clsx(
        'flex min-h-8 items-center gap-1 rounded-sm border-y border-transparent hover:bg-hover',
        over === 'above' && 'border-t-accent!',
        over === 'below' && 'border-b-accent!',
        dragged && 'opacity-50',
      )}
    >
      <span
        ref={handle}
        aria-hidden
        className={clsx(
          'inline-flex size-6 shrink-0 items-center justify-center text-ink-3',
          fixed && 'invisible',
        )}
      >
        <GripVertical className="size-4" strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">{item.face}</span>
      <MoveButton
        which="up"
        item={item}
        disabled={fixed || index === 0}
        onClick={() => onMove(index, index - 1)}
      />
      <MoveButton
        which="down"
        item={item}
        disabled={fixed || index >= last}
        onClick={() => onMove(index, index + 1)}
      />
    </li>
  )
}

function MoveButton({
  which,
  item,
  disabled,
  onClick,
}: {
  which: 'up' | 'down'
  item: OrderItem
  disabled: boolean
  onClick: () => void
}) {
  const Icon = which === 'up' ? ArrowUp : ArrowDown
  const words = `Move ${item.label} ${which}`
  return (
    <button
      type="button"
      data-move={which}
      aria-label={words}
      title={words}
      disabled={disabled}
      onClick={onClick}
      className={clsx(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-2 hover:bg-pressed disabled:opacity-30',
        item.fixed && 'invisible',
      )}
    >
      <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
    </button>
  )
}
