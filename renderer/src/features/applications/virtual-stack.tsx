import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react'

/** A row that is to be shown and to have the focus; each wish has a turn of its own. */
export interface FocusWish {
  key: number | string
  turn: number
}

/**
 * Cards of any height, one below the other, of which only those in sight are in the page. Who uses it decides which
 * one Tab reaches (`activeKey`) and what keys do; the active one stays in the page when it is scrolled away.
 */
export function VirtualStack<T>({
  label,
  items,
  keyOf,
  nameOf,
  estimate,
  gap = 0,
  most,
  activeKey,
  wish,
  onWishDone,
  total,
  hasMore,
  onLoadMore,
  onFocusItem,
  onOpen,
  renderItem,
  className,
}: {
  /** Names the list. */
  label: string
  items: readonly T[]
  keyOf: (item: T) => number | string
  /** Names one card to screen readers. */
  nameOf: (item: T) => string
  /** The usual height of a card in pixels, until it is measured. */
  estimate: number
  gap?: number
  /** Never more cards than this in the page. */
  most: number
  activeKey: number | string | null
  wish: FocusWish | null
  /** The wish was granted. It must then be taken back, or it would take the focus again when its card comes again. */
  onWishDone: () => void
  /** How many there are; null: not known yet. */
  total: number | null
  hasMore: boolean
  onLoadMore: () => void
  onFocusItem: (item: T) => void
  /** A click beside the controls of a card. */
  onOpen: (item: T) => void
  renderItem: (item: T, active: boolean) => ReactNode
  className?: string
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const activeIndex = activeKey === null ? -1 : items.findIndex(item => keyOf(item) === activeKey)
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = range.endIndex - range.startIndex + 1
      const overscan = Math.max(0, Math.min(range.overscan, Math.floor((most - 1 - shown) / 2)))
      const rows = defaultRangeExtractor({ ...range, overscan }).slice(0, most)
      if (activeIndex < 0 || activeIndex >= range.count || rows.includes(activeIndex)) return rows
      return [...rows, activeIndex].sort((a, b) => a - b)
    },
    [activeIndex, most],
  )
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: index => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    gap,
    overscan: 3,
    rangeExtractor,
  })

  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex >= items.length - 10) onLoadMore()
  }, [hasMore, lastIndex, items.length, onLoadMore])

  const done = useRef(0)
  useLayoutEffect(() => {
    if (wish === null || wish.turn === done.current) return
    const index = items.findIndex(item => keyOf(item) === wish.key)
    if (index === -1) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    virtualizer.scrollToIndex(index, { align: 'auto' })
    // Not in the page yet: the scrolling draws it, and this runs again.
    if (!row) return
    done.current = wish.turn
    row.focus({ preventScroll: true })
    onWishDone()
  })

  return (
    <div ref={scroller} className={clsx('relative min-h-0 overflow-y-auto overscroll-contain', className)}>
      {/* biome-ignore lint/a11y/useSemanticElements: cards are placed by hand, which <ul> gives nothing for */}
      <div
        role="list"
        aria-label={label}
        className="relative w-full"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map(row => {
          const item = items[row.index]
          if (item === undefined) return null
          const isActive = row.index === activeIndex
          return (
            // biome-ignore lint/a11y/useSemanticElements: see the list
            // biome-ignore lint/a11y/useKeyWithClickEvents: whoever holds the stack takes the keys of its cards
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              role="listitem"
              data-index={row.index}
              data-card={row.key}
              aria-label={nameOf(item)}
              aria-posinset={row.index + 1}
              aria-setsize={total ?? (hasMore ? -1 : items.length)}
              tabIndex={isActive ? 0 : -1}
              className="absolute inset-x-0 top-0 rounded focus-visible:outline-2! focus-visible:outline-offset-[-2px]"
              style={{ transform: `translateY(${row.start}px)` }}
              onFocus={() => onFocusItem(item)}
              onClick={event => {
                const { target, currentTarget } = event
                // What happens in a menu that a card opened comes up through React, but not from the card.
                if (!(target instanceof Element) || !currentTarget.contains(target)) return
                const inner = target.closest('a,button,input,label')
                if (inner !== null && currentTarget.contains(inner)) return
                onOpen(item)
              }}
            >
              {renderItem(item, isActive)}
            </div>
          )
        })}
      </div>
    </div>
  )
}
