import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import clsx from 'clsx'
import { ArrowDown, ArrowUp, EyeOff, GripVertical, RotateCcw } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { DASHBOARD_WIDGETS, type DashboardWidget } from '../../../../main/contract/shapes.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Switch } from '../../ui/toggles.tsx'
import type { WidgetOrder } from './use-widget-order.ts'
import { isPlain, type Placed, spansOf } from './widget-order.ts'
import { WIDGET_FACES } from './widgets.tsx'

const isWidget = (value: unknown): value is DashboardWidget =>
  (DASHBOARD_WIDGETS as readonly unknown[]).includes(value)

/**
 * The widgets as small boxes in their order, to be moved by dragging or by their buttons, hidden and shown. What is
 * changed is kept at once.
 */
export function Arrange({ widgets, columns }: { widgets: WidgetOrder; columns: number }) {
  const { order, move, show, reset } = widgets
  const box = useRef<HTMLOListElement>(null)
  // A box that is moved in the page loses the focus: its button has it again.
  const again = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (again.current === null) return
    box.current?.querySelector<HTMLElement>(`[data-act="${again.current}"]`)?.focus()
    again.current = null
  })
  const spans = spansOf(
    order.map(one => one.widget),
    columns,
  )
  return (
    <section aria-label="Arrange the dashboard" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="max-w-prose text-sm text-ink-2">
          Drag a box to another place, or move it with its arrows. What is switched off is not shown.
        </p>
        <Button icon={RotateCcw} look="quiet" aria-disabled={isPlain(order) || undefined} onClick={reset}>
          Reset the order
        </Button>
      </div>
      <ol
        ref={box}
        aria-label="Widgets"
        className="grid gap-3"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {order.map((one, index) => (
          <Box
            key={one.widget}
            placed={one}
            index={index}
            last={order.length - 1}
            span={spans[index] ?? 1}
            onMove={(to, act) => {
              again.current = act
              move(one.widget, to)
            }}
            onDrop={widget => move(widget, index)}
            onShow={shown => show(one.widget, shown)}
          />
        ))}
      </ol>
    </section>
  )
}

function Box({
  placed: { widget, shown },
  index,
  last,
  span,
  onMove,
  onDrop,
  onShow,
}: {
  placed: Placed
  index: number
  last: number
  span: number
  /** `act`: the button that has the focus. */
  onMove: (to: number, act: string) => void
  /** Another widget was dropped here. */
  onDrop: (widget: DashboardWidget) => void
  onShow: (shown: boolean) => void
}) {
  const { title, holds, icon: Icon } = WIDGET_FACES[widget]
  const element = useRef<HTMLLIElement>(null)
  const [state, setState] = useState<'still' | 'dragged' | 'over'>('still')
  const drop = useRef(onDrop)
  useLayoutEffect(() => {
    drop.current = onDrop
  })
  useEffect(() => {
    const own = element.current
    if (!own) return
    return combine(
      draggable({
        element: own,
        getInitialData: () => ({ widget }),
        onDragStart: () => setState('dragged'),
        onDrop: () => setState('still'),
      }),
      dropTargetForElements({
        element: own,
        canDrop: ({ source }) => isWidget(source.data.widget) && source.data.widget !== widget,
        onDragEnter: () => setState('over'),
        onDragLeave: () => setState('still'),
        onDrop: ({ source }) => {
          setState('still')
          if (isWidget(source.data.widget)) drop.current(source.data.widget)
        },
      }),
    )
  }, [widget])
  return (
    <li
      ref={element}
      style={{ gridColumn: `span ${span}` }}
      className={clsx(
        'flex cursor-grab flex-wrap items-center gap-2 rounded border bg-surface py-2 pr-3 pl-2',
        state === 'over' ? 'border-accent bg-accent-soft' : 'border-line',
        state === 'dragged' && 'opacity-50',
      )}
    >
      <GripVertical aria-hidden className="size-4 shrink-0 text-ink-3" />
      <div className={clsx('min-w-36 flex-1', shown || 'opacity-60')}>
        <h2 className="flex items-center gap-1.5 text-base font-semibold">
          <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
          {title}
          {shown ? null : <EyeOff aria-hidden className="size-3.5 text-ink-3" />}
        </h2>
        <p className="text-sm text-ink-2">{holds}</p>
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          label={`Move ${title} up`}
          icon={ArrowUp}
          data-act={`up-${widget}`}
          aria-disabled={index === 0 || undefined}
          className="aria-disabled:opacity-50"
          onClick={() => index > 0 && onMove(index - 1, `up-${widget}`)}
        />
        <IconButton
          label={`Move ${title} down`}
          icon={ArrowDown}
          data-act={`down-${widget}`}
          aria-disabled={index === last || undefined}
          className="mr-2 aria-disabled:opacity-50"
          onClick={() => index < last && onMove(index + 1, `down-${widget}`)}
        />
        <Switch label={`Show ${title}`} hideLabel checked={shown} onChange={onShow} />
      </div>
    </li>
  )
}
