import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { PagePicture } from './page-picture.tsx'

/** The width inside of an element's padding, in CSS pixels. */
export function useInnerWidth(): [React.RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const style = getComputedStyle(element)
      setWidth(
        element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight),
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}

/** The pages of a PDF under each other, in a frame that scrolls by itself. */
export function PagesView({
  versionId,
  title,
  pages,
  zoom,
  onPage,
  onZoom,
  onFail,
}: {
  versionId: DocumentVersionId
  title: string
  pages: number
  zoom: number
  /** The page in the middle of what is seen, from 1. */
  onPage: (page: number) => void
  onZoom: (step: 1 | -1) => void
  /** Not even the first page could be drawn. */
  onFail: () => void
}) {
  const [box, inner] = useInnerWidth()
  const width = Math.round(inner * zoom)
  const tell = () => {
    const frame = box.current
    if (!frame) return
    const middle = frame.getBoundingClientRect().top + frame.clientHeight / 2
    const all = [...frame.querySelectorAll<HTMLElement>('[data-page]')]
    const at = all.findLast(page => page.getBoundingClientRect().top <= middle) ?? all[0]
    if (at) onPage(Number(at.dataset.page))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return
    if (event.key === '+' || event.key === '=') onZoom(1)
    else if (event.key === '-') onZoom(-1)
    else return
    event.preventDefault()
  }
  return (
    <section
      ref={box}
      aria-label={`Pages of ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      onScroll={tell}
      onKeyDown={onKeyDown}
      className="flex max-h-[max(24rem,calc(100vh-14rem))] flex-col items-start gap-3 overflow-auto bg-sunken p-3"
    >
      {inner > 0
        ? Array.from({ length: pages }, (_, index) => (
            <PagePicture
              // biome-ignore lint/suspicious/noArrayIndexKey: pages are told apart by their number
              key={index}
              versionId={versionId}
              page={index + 1}
              title={title}
              width={width}
              {...(index === 0 ? { onFail } : {})}
            />
          ))
        : null}
    </section>
  )
}
