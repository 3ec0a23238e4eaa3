import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ApplicationCard } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { type Place, placeAfter, placeOf } from '../board-keys.ts'
import type { FocusWish } from '../virtual-stack.tsx'
import type { Column } from './use-columns.ts'

/** So long after the last column has answered, a card that left its column for another is there, or nowhere. */
const RETURN_MS = 150

/** Which card of the board Tab reaches, and where the focus goes when cards move. */
export function useBoardFocus(columns: readonly Column[], box: RefObject<HTMLElement | null>) {
  const [last, setLast] = useState<{ jobId: JobId; place: Place } | null>(null)
  const [wish, setWish] = useState<FocusWish | null>(null)
  const ids = columns.map(column => column.cards.map(card => card.job.id))
  const lengths = ids.map(one => one.length)
  const firstFilled = lengths.findIndex(length => length > 0)
  const found = placeOf(ids, last?.jobId ?? null)
  const place =
    found ??
    (last === null ? null : placeAfter(last.place, lengths)) ??
    (firstFilled === -1 ? null : { column: firstFilled, index: 0 })
  const active = place === null ? null : (columns[place.column]?.cards[place.index] ?? null)
  const activeId = active?.job.id ?? null

  const turn = useRef(0)
  const focusOn = useCallback((jobId: JobId) => {
    turn.current += 1
    setWish({ key: jobId, turn: turn.current })
  }, [])
  const forgetWish = useCallback(() => setWish(null), [])
  const latest = useRef(columns)
  latest.current = columns
  const noteFocus = useCallback((card: ApplicationCard) => {
    const at = placeOf(
      latest.current.map(column => column.cards.map(one => one.job.id)),
      card.job.id,
    )
    if (at) setLast({ jobId: card.job.id, place: at })
  }, [])
  // The place is followed while the card is there, so that its successor is found when it goes.
  const [column, index] = [found?.column, found?.index]
  useEffect(() => {
    if (column === undefined || index === undefined) return
    setLast(before => before && { ...before, place: { column, index } })
  }, [column, index])

  // A card that the page took away had the focus: it gets it back where it stands now, else its successor does.
  const inside = useRef(false)
  useEffect(() => {
    const onFocus = (event: FocusEvent) => {
      if (!(event.target instanceof HTMLElement)) return
      if (event.target.id === 'main') return
      inside.current = box.current?.contains(event.target) ?? false
      if (!inside.current) setWish(null)
    }
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) inside.current = false
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [box])
  useEffect(() => {
    if (!inside.current || activeId === null || !isLost()) return
    if (found !== null) {
      focusOn(activeId)
      return
    }
    // The columns answer one by one: the one to which it went may be the last.
    if (columns.some(column => column.isFetching)) return
    const timer = setTimeout(() => inside.current && isLost() && focusOn(activeId), RETURN_MS)
    return () => clearTimeout(timer)
  })

  return { active, activeId, place, lengths, wish, focusOn, forgetWish, noteFocus }
}

const isLost = () => document.activeElement === document.body || document.activeElement?.id === 'main'
