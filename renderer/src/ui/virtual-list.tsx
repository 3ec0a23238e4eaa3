import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import {
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { activeAfter, nextRow } from './list-keys.ts'

/** Never more rows than this in the page, however tall the window. */
const MOST_ROWS = 60

/** What a row needs to know of its place. */
export interface RowState {
  index: number
  /** The one row that Tab reaches. */
  active: boolean
  /** For links and buttons inside the row: only those of the active row are in the order of Tab. */
  tabIndex: 0 | -1
}

interface VirtualListProps<T> {
  /** Names the list: "Jobs". */
  label: string
  items: readonly T[]
  keyOf: (item: T) => number | string
  /** Names one row to screen readers. */
  nameOf: (item: T) => string
  renderRow: (item: T, state: RowState) => ReactNode
  /** How many there are in all, when more are known than loaded. */
  total?: number | null
  /** Height of a row in rem; left out: the density that the person chose. */
  rowRem?: number
  /** Key of the row to be active; left out: the list keeps its own. */
  activeKey?: number | string | null
  onActiveChange?: (item: T) => void
  /** The focus came to a row or to a control in it, by whatever way: keys mean that row from now on. */
  onRowFocus?: (item: T) => void
  /** Enter, or a click on the row. */
  onOpen?: (item: T) => void
  /** Keys the list does not take itself; call `preventDefault` to claim one. */
  onRowKey?: (event: KeyboardEvent, item: T) => void
  hasMore?: boolean
  onLoadMore?: () => void
  className?: string
}

/** True for what happened in a menu or dialog that a row opened: it comes up through React, but not from the row. */
function isFromLayer({ target, currentTarget }: SyntheticEvent): boolean {
  return target instanceof Node && !currentTarget.contains(target)
}

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

function rowPixels(rowRem: number | undefined): number {
  if (rowRem !== undefined) return Math.round(rowRem * rem())
  return Math.round(
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row')) * rem(),
  )
}

/** Follows the density and the size of text, which change while the list stands. */
function useRowPixels(rowRem: number | undefined): number {
  const [height, setHeight] = useState(() => rowPixels(rowRem))
  useEffect(() => {
    const update = () => setHeight(rowPixels(rowRem))
    update()
    const observer = new MutationObserver(update)
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['data-density', 'style'],
    })
    window.addEventListener('resize', update)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', update)
    }
  }, [rowRem])
  return height
}

/**
 * A long list of which only the visible part is in the page. One stop for Tab; j/k, arrows, Home, End, PageUp and
 * PageDown move; Enter opens. New rows above do not move what a person reads; the active row follows its key over
 * refetches and keeps the focus.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, renderRow, onOpen, onActiveChange, onRowKey, onLoadMore, hasMore = false } = props
  const scroller = useRef<HTMLDivElement>(null)
  const height = useRowPixels(props.rowRem)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key is a matter of the item alone
  const keys = useMemo(() => items.map(keyOf), [items])

  const [own, setOwn] = useState<{ key: number | string | null; index: number }>({ key: null, index: 0 })
  const active = activeAfter(keys, props.activeKey ?? own.key, own.index)
  const wantsFocus = useRef(false)
  const hadFocus = useRef(false)

  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = range.endIndex - range.startIndex + 1
      const overscan = Math.max(0, Math.min(range.overscan, Math.floor((MOST_ROWS - 1 - shown) / 2)))
      const rows = defaultRangeExtractor({ ...range, overscan })
      // The active row stays in the page when it is scrolled away, or the focus would be lost with it.
      return rows.includes(active) || active >= range.count ? rows : [...rows, active].sort((a, b) => a - b)
    },
    [active],
  )
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: index => keys[index] ?? index,
    overscan: 8,
    rangeExtractor,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is what the measures depend on
  useLayoutEffect(() => virtualizer.measure(), [height])

  // What a person reads stays where it is when rows come or go above it.
  const firstSeen = useRef<{ key: number | string; index: number } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows change, not when the page scrolls
  useLayoutEffect(() => {
    const element = scroller.current
    const seen = firstSeen.current
    if (element && seen && element.scrollTop > 0) {
      const at = keys.indexOf(seen.key)
      if (at !== -1 && at !== seen.index) element.scrollTop += (at - seen.index) * height
    }
    rememberFirst()
    // A row that left took the focus with it: its successor has it now.
    if (hadFocus.current && document.activeElement === document.body) focusRow(active)
  }, [keys])

  const rememberFirst = () => {
    const top = Math.floor((scroller.current?.scrollTop ?? 0) / height)
    const key = keys[top]
    firstSeen.current = key === undefined ? null : { key, index: top }
  }

  const rows = virtualizer.getVirtualItems()
  const lastIndex = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex >= items.length - 20) onLoadMore?.()
  }, [hasMore, lastIndex, items.length, onLoadMore])

  const focusRow = (index: number) => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    row?.focus({ preventScroll: true })
  }
  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    focusRow(active)
  })

  const activate = (index: number, focus: boolean) => {
    const item = items[index]
    if (item === undefined) return
    wantsFocus.current = focus
    setOwn({ key: keyOf(item), index })
    onActiveChange?.(item)
    virtualizer.scrollToIndex(index, { align: 'auto' })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (isFromLayer(event)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const onRow = event.target instanceof HTMLElement && event.target.hasAttribute('data-index')
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / height) - 1)
    const next = nextRow(event.key, active, items.length, page)
    if (next !== null) {
      event.preventDefault()
      activate(next, true)
      return
    }
    const item = items[active]
    if (item === undefined) return
    if (event.key === 'Enter' && onRow) {
      event.preventDefault()
      onOpen?.(item)
      return
    }
    onRowKey?.(event, item)
  }

  return (
    <div
      ref={scroller}
      className={clsx('min-h-0 overflow-y-auto overscroll-contain', props.className)}
      onScroll={rememberFirst}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by hand, which <ul> gives nothing for */}
      <div
        role="list"
        aria-label={props.label}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true
        }}
        onBlur={event => {
          // Without a new place the row may have been removed; the effect above gives the focus to its successor.
          const goal = event.relatedTarget
          if (goal !== null && !event.currentTarget.contains(goal)) hadFocus.current = false
        }}
        className="relative w-full"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {rows.map(row => {
          const item = items[row.index]
          if (item === undefined) return null
          const isActive = row.index === active
          return (
            // biome-ignore lint/a11y/useSemanticElements: see the list
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of its rows
            <div
              key={row.key}
              role="listitem"
              data-index={row.index}
              aria-label={props.nameOf(item)}
              aria-current={isActive || undefined}
              aria-posinset={row.index + 1}
              aria-setsize={props.total ?? (hasMore ? -1 : items.length)}
              tabIndex={isActive ? 0 : -1}
              className="absolute inset-x-0 top-0 focus-visible:outline-offset-[-2px]"
              style={{ height, transform: `translateY(${row.start}px)` }}
              onFocus={() => {
                props.onRowFocus?.(item)
                if (!isActive) setOwn({ key: keyOf(item), index: row.index })
              }}
              onClick={event => {
                if (isFromLayer(event)) return
                const inner =
                  event.target instanceof Element ? event.target.closest('a,button,input,label') : null
                if (inner !== null && event.currentTarget.contains(inner)) return
                activate(row.index, true)
                onOpen?.(item)
              }}
            >
              {renderRow(item, { index: row.index, active: isActive, tabIndex: isActive ? 0 : -1 })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
