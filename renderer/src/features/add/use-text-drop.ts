import { useEffect, useState } from 'react'
import { droppedText } from './paste-kind.ts'

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input,textarea,select,[contenteditable=true]') !== null

/**
 * True while an address or a text from elsewhere is dragged over the window; its drop is handed on. What is dragged
 * inside of the page, and what is dropped into a field, is left alone.
 */
export function useTextDrop(onText: (text: string) => void): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    let depth = 0
    let own = false
    const concerns = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? []
      return (
        !own && !types.includes('Files') && (types.includes('text/uri-list') || types.includes('text/plain'))
      )
    }
    const rest = () => {
      depth = 0
      setDragging(false)
    }
    const start = () => {
      own = true
    }
    const end = () => {
      own = false
      rest()
    }
    const enter = (event: DragEvent) => {
      if (!concerns(event)) return
      depth += 1
      setDragging(!isEditable(event.target))
    }
    const over = (event: DragEvent) => {
      if (!concerns(event) || isEditable(event.target)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!concerns(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) rest()
    }
    const drop = (event: DragEvent) => {
      if (!concerns(event)) return
      rest()
      if (isEditable(event.target)) return
      event.preventDefault()
      const text = event.dataTransfer ? droppedText(event.dataTransfer) : null
      if (text !== null) onText(text)
    }
    const listeners = {
      dragstart: start,
      dragend: end,
      dragenter: enter,
      dragover: over,
      dragleave: leave,
      drop,
    }
    const all = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][]
    for (const [name, listener] of all) window.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener)
    }
  }, [onText])
  return dragging
}
