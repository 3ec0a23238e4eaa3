import { FileUp } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A JSON file by itself: what other files are told apart by is not known before the drop. */
function isOneJson(event: DragEvent): boolean {
  const files = [...(event.dataTransfer?.items ?? [])].filter(item => item.kind === 'file')
  return files.length === 1 && files[0]?.type === 'application/json'
}

/**
 * Takes a JSON Resume that is dropped anywhere on the page, to be compared with the profile; other files go the way
 * that they go on every page. Answers what is drawn over the page while one is dragged.
 */
export function useResumeDrop(onFile: (file: File) => void): ReactNode {
  const [dragging, setDragging] = useState(false)
  const take = useRef(onFile)
  take.current = onFile
  useEffect(() => {
    let depth = 0
    const mine = (event: DragEvent, then: () => void) => {
      if (!isOneJson(event)) return
      event.preventDefault()
      event.stopPropagation()
      then()
    }
    const rest = () => {
      depth = 0
      setDragging(false)
    }
    const listeners: Record<string, (event: DragEvent) => void> = {
      dragenter: event =>
        mine(event, () => {
          depth += 1
          setDragging(true)
        }),
      dragover: event =>
        mine(event, () => {
          if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
        }),
      dragleave: event =>
        mine(event, () => {
          depth = Math.max(0, depth - 1)
          if (depth === 0) rest()
        }),
      drop: event =>
        mine(event, () => {
          rest()
          const file = event.dataTransfer?.files[0]
          if (file) take.current(file)
        }),
    }
    const all = Object.entries(listeners) as [keyof WindowEventMap, EventListener][]
    for (const [name, listener] of all) window.addEventListener(name, listener, true)
    return () => {
      for (const [name, listener] of all) window.removeEventListener(name, listener, true)
    }
  }, [])
  return dragging ? (
    <div className="pointer-events-none fixed inset-0 z-60 flex items-center justify-center bg-scrim p-6">
      <div className="flex items-center gap-3 rounded border-2 border-dashed border-accent bg-raised px-6 py-5 text-lg font-medium shadow-float">
        <FileUp aria-hidden className="size-6 text-accent" />
        Drop the resume to compare it with your profile
      </div>
    </div>
  ) : null
}
