import { useEffect, useRef, useState } from 'react'
import type { Dragged } from './drag-words.ts'

/** Files that a drag or a paste carries; empty for anything else. */
const filesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])]

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** What the browser tells of files before they are dropped. */
function draggedBy(event: DragEvent): Dragged {
  const types = [...(event.dataTransfer?.items ?? [])]
    .filter(item => item.kind === 'file')
    .map(item => item.type)
  return { count: types.length, types }
}

/**
 * Takes files that are dropped or pasted anywhere in the window, instead of leaving the page for them; `onNear`
 * when they come over it. Answers what hangs over the window now; null: nothing.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void, onNear: () => void): Dragged | null {
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const take = useRef(onFiles)
  take.current = onFiles
  const near = useRef(onNear)
  near.current = onNear
  useEffect(() => {
    // Enter and leave come for every element under the pointer; the difference says whether it is still inside.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth += 1
      if (depth !== 1) return
      setDragged(draggedBy(event))
      near.current()
    }
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setDragged(null)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setDragged(null)
      const files = filesOf(event.dataTransfer)
      if (files.length > 0) take.current(files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData)
      // A program that copies a text may add a picture of it: in a field the text is meant.
      if (event.defaultPrevented || files.length === 0 || event.clipboardData?.types.includes('text/plain'))
        return
      event.preventDefault()
      take.current(files)
    }
    window.addEventListener('dragenter', enter)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', enter)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])
  return dragged
}
