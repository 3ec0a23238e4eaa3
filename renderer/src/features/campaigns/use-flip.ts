import { type RefObject, useLayoutEffect, useRef } from 'react'

const MOVE = { duration: 140, easing: 'ease-out' } as const

/**
 * Lets the children of a list slide from their old places to their new ones when `order` changes. Each child names
 * itself by `data-key`. Nothing moves where the person wants less motion.
 */
export function useFlip(list: RefObject<HTMLElement | null>, order: string): void {
  const places = useRef(new Map<string, number>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what the places are read anew for
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const fresh = new Map<string, number>()
    for (const child of list.current?.children ?? []) {
      if (!(child instanceof HTMLElement)) continue
      const key = child.dataset.key ?? ''
      // Not by the rectangle: it would count the scrolling and a move that is under way.
      const top = child.offsetTop
      const before = places.current.get(key)
      fresh.set(key, top)
      if (still || before === undefined || before === top) continue
      child.animate([{ transform: `translateY(${before - top}px)` }, { transform: 'none' }], MOVE)
    }
    places.current = fresh
  }, [list, order])
}
