/** Lines whose title was written here, so that it can be taken away again when they fit. */
const told = new WeakSet<Element>()

/**
 * Words that are cut at the end of their line are whole under the pointer, wherever the line stands; a line with a
 * title of its own keeps it. Answers how to stop.
 */
export function tellCutWords(): () => void {
  document.addEventListener('pointerover', tell)
  return () => document.removeEventListener('pointerover', tell)
}

function tell({ target }: PointerEvent): void {
  const line =
    target instanceof Element ? target.closest<HTMLElement>('.truncate, [class*="line-clamp"]') : null
  if (!line) return
  if (isCut(line)) {
    if (line.closest('[title]') !== null && !told.has(line)) return
    told.add(line)
    line.title = line.textContent.trim()
  } else if (told.delete(line)) line.removeAttribute('title')
}

const isCut = ({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean =>
  scrollWidth > clientWidth || scrollHeight > clientHeight + 2
