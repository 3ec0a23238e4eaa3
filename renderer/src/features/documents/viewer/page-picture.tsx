import { queryOptions, useQuery } from '@tanstack/react-query'
import { ImageOff } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { client } from '../../../app/core.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { pictureWidth } from './zoom.ts'

/** Height to width of A4, until a picture says better. */
const A4 = Math.SQRT2

/** A version never changes, so that its pictures stay right whatever happens. */
const pictureQuery = (versionId: DocumentVersionId, page: number, width: number) =>
  queryOptions({
    queryKey: ['pictures', versionId, page, width],
    queryFn: () => client.documents.picture({ versionId, page, width }),
    staleTime: 'static',
    gcTime: 60_000,
    retry: false,
  })

/** True once an element has come near the part of the page that is seen. */
function useSeen(): [React.RefObject<HTMLDivElement | null>, boolean] {
  const box = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = box.current
    if (seen || !element) return
    const observer = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && setSeen(true),
      { rootMargin: '600px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [seen])
  return [box, seen]
}

/**
 * A page of a PDF as a picture, drawn when it comes near. `width` in CSS pixels. What is given as children lies over it
 * and may place itself by shares of its width and height.
 */
export function PagePicture({
  versionId,
  page,
  title,
  width,
  onFail,
  children,
}: {
  versionId: DocumentVersionId
  page: number
  /** The document's, for the text of the picture. */
  title: string
  width: number
  /** It could not be drawn, such as a page of a file that is locked. */
  onFail?: (() => void) | undefined
  children?: ReactNode
}) {
  const [box, seen] = useSeen()
  const pixels = pictureWidth(width, window.devicePixelRatio)
  const { data, error, refetch } = useQuery({ ...pictureQuery(versionId, page, pixels), enabled: seen })
  /** What is shown while a sharper one is drawn. */
  const [shown, setShown] = useState<typeof data>()
  useEffect(() => {
    if (data) setShown(data)
  }, [data])
  const failed = error !== null
  const tell = useRef(onFail)
  tell.current = onFail
  useEffect(() => {
    if (failed) tell.current?.()
  }, [failed])
  const picture = data ?? shown
  const ratio = picture ? picture.height / picture.width : A4
  return (
    <div
      ref={box}
      data-page={page}
      className="relative shrink-0 border border-line bg-raised"
      style={{ width, height: Math.round(width * ratio) }}
    >
      {picture ? (
        <>
          <img
            src={`data:image/png;base64,${picture.data}`}
            alt={`Page ${page} of ${title}`}
            className="size-full"
          />
          {children}
        </>
      ) : error ? (
        <div
          role="alert"
          className="flex size-full flex-col items-center justify-center gap-2 p-4 text-center"
        >
          <ImageOff aria-hidden className="size-6 text-ink-3" strokeWidth={1.5} />
          <p className="max-w-xs text-sm text-ink-2">
            {errorOf(error).message || `Page ${page} could not be drawn.`}
          </p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : seen ? (
        <div
          role="status"
          aria-label={`Loading page ${page}`}
          className="size-full animate-pulse bg-track/40"
        />
      ) : null}
    </div>
  )
}
