import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'

/** What takes the focus in a row or a form. */
const CONTROLS = 'a[href],button:not(:disabled),input:not(:disabled),textarea,select'

/** Gives the focus to the first control inside of an element; false when there is none. */
export function focusInside(element: Element | null | undefined): boolean {
  const control = element?.querySelector<HTMLElement>(CONTROLS)
  control?.focus({ preventScroll: true })
  return control !== undefined && control !== null
}

/**
 * Keeps the focus in a short list whose rows come and go: when the row that had it leaves, the row that took its place
 * has it, and after the last one what `box` holds first. Rows carry `data-row`; spread the answer on the box.
 */
export function useRowFocus(box: RefObject<HTMLElement | null>, keys: readonly (string | number)[]) {
  const at = useRef<number | null>(null)
  const rows = () => [...(box.current?.querySelectorAll('[data-row]') ?? [])]
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the rows change
  useLayoutEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return
    const left = rows()
    const row = left[Math.min(at.current, left.length - 1)]
    if (!focusInside(row)) focusInside(box.current)
  }, [keys.join()])
  return {
    onFocus: ({ target }: FocusEvent) => {
      const row = target.closest('[data-row]')
      at.current = row === null ? null : rows().indexOf(row)
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent) => {
      // Without a new place the row may have left; the effect above looks after that.
      if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) at.current = null
    },
  }
}
