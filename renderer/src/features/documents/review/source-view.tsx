import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import { type MouseEvent, type ReactNode, useEffect, useMemo } from 'react'
import { type DocumentVersion, MOST_PAGES } from '../../../../../main/contract/documents.ts'
import type { ReviewItem, Spot } from '../../../../../main/contract/resumes.ts'
import { ask } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { PagePicture } from '../viewer/page-picture.tsx'
import { useInnerWidth } from '../viewer/pages-view.tsx'
import { firstPlace, outlinesOf, pageMarks, textPieces } from './source-marks.ts'

interface SourceProps {
  version: DocumentVersion
  title: string
  items: readonly ReviewItem[]
  /** The thing that is looked at in the list. */
  active: string | null
  /** A marked place was clicked; its first thing, or the next one of it. */
  onPick: (id: string) => void
}

/** The document beside the proposal, with the places marked that things were read from. */
export function SourceView(props: SourceProps) {
  return props.version.format === 'pdf' ? <MarkedPages {...props} /> : <MarkedText {...props} />
}

/** The next thing of a place after the one that is looked at. */
function nextOf(ids: readonly string[], active: string | null): string | undefined {
  return ids[(active === null ? -1 : ids.indexOf(active)) + 1] ?? ids[0]
}

const reduced = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings a place into the middle of the frame when it is not in sight. `top` from the start of what scrolls. */
function bring(frame: HTMLElement, top: number): void {
  const [from, to] = [frame.scrollTop, frame.scrollTop + frame.clientHeight]
  if (top >= from + 24 && top <= to - 48) return
  frame.scrollTo({ top: Math.max(0, top - frame.clientHeight / 3), behavior: reduced() ? 'auto' : 'smooth' })
}

function MarkedPages({ version, title, items, active, onPick }: SourceProps) {
  const [box, inner] = useInnerWidth()
  const width = Math.floor(inner)
  const marks = useMemo(() => pageMarks(items), [items])
  useEffect(() => {
    const place = firstPlace(items.find(({ id }) => id === active) ?? { spots: [] })
    const frame = box.current
    const page = place && frame?.querySelector<HTMLElement>(`[data-page="${place.page}"]`)
    if (frame && page) bring(frame, page.offsetTop + place.y * page.offsetHeight)
  }, [active, items, box])
  const outlines = useMemo(
    () => outlinesOf(items.find(({ id }) => id === active) ?? { spots: [] }),
    [items, active],
  )
  const pages = Math.min(version.reading.pages ?? 1, MOST_PAGES)
  return (
    <Frame box={box} label={`Pages of ${title}`} active={active} onPick={onPick} className="bg-sunken p-3">
      {width > 0
        ? Array.from({ length: pages }, (_, index) => index + 1).map(page => (
            <PagePicture key={page} versionId={version.versionId} page={page} title={title} width={width}>
              {marks
                .filter(mark => mark.page === page)
                .map(({ key, box: at, items: ids }) => (
                  <span
                    key={key}
                    data-marks={JSON.stringify(ids)}
                    className={clsx(
                      'absolute cursor-pointer rounded-xs before:absolute before:-inset-1',
                      active !== null && ids.includes(active)
                        ? 'bg-(--mark)/20'
                        : 'hover:bg-(--mark)/15 hover:outline-1 hover:outline-(--mark)',
                    )}
                    style={placed(at)}
                  />
                ))}
              {outlines
                .filter(outline => outline.page === page)
                .map(({ box: at }) => (
                  <span
                    key={`${at.x} ${at.y}`}
                    className="pointer-events-none absolute rounded-xs outline-2 outline-offset-3 outline-(--mark)"
                    style={placed(at)}
                  />
                ))}
            </PagePicture>
          ))
        : null}
    </Frame>
  )
}

const percent = (share: number): string => `${share * 100}%`
const placed = ({ x, y, width, height }: NonNullable<Spot['box']>) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

/** A frame that scrolls; a click at a marked place goes to its thing, which the list's keys do as well. */
function Frame({
  box,
  label,
  className,
  active,
  onPick,
  children,
}: {
  box: React.RefObject<HTMLDivElement | null>
  label: string
  className: string
  active: string | null
  onPick: (id: string) => void
  children: ReactNode
}) {
  const pick = ({ target }: MouseEvent) => {
    const marked = target instanceof Element ? target.closest<HTMLElement>('[data-marks]') : null
    const id = nextOf(JSON.parse(marked?.dataset.marks ?? '[]') as string[], active)
    if (id !== undefined) onPick(id)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every thing is reached by the keys of the list
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      onClick={pick}
      className={clsx(
        // A page is white whatever the theme, and so is what is marked on it.
        'relative flex min-h-0 flex-1 flex-col items-start gap-3 overflow-auto [--mark:#454fc9]',
        className,
      )}
    >
      {children}
    </section>
  )
}

function MarkedText({ version, title, items, active, onPick }: SourceProps) {
  const [box] = useInnerWidth()
  const { data, error, refetch } = useQuery(ask('documents', 'text', { versionId: version.versionId }))
  const pages = useMemo(
    () => data?.pages.map(({ page, text }) => ({ page, pieces: textPieces(text, page, items) })) ?? [],
    [data, items],
  )
  useEffect(() => {
    const frame = box.current
    const mark = frame?.querySelector<HTMLElement>('[data-active]')
    if (frame && mark && active !== null) bring(frame, mark.offsetTop)
  }, [active, box])
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <Frame box={box} label={`Text of ${title}`} active={active} onPick={onPick} className="px-4 py-3">
      {data ? null : (
        <div role="status" aria-label="Loading the text" className="flex w-full flex-col gap-2">
          {['w-2/5', 'w-4/5', 'w-full', 'w-3/5'].map(width => (
            <Skeleton key={width} className={`h-3.5 ${width}`} />
          ))}
        </div>
      )}
      {pages.map(({ page, pieces }) => (
        <p key={page} className="max-w-[80ch] text-base break-words whitespace-pre-wrap">
          {pieces.map(({ text, items: ids }, index) =>
            ids.length === 0 ? (
              text
            ) : (
              <mark
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have only their place
                key={index}
                data-marks={JSON.stringify(ids)}
                data-active={active !== null && ids.includes(active) ? '' : undefined}
                className={clsx(
                  'cursor-pointer rounded-xs text-ink',
                  active !== null && ids.includes(active)
                    ? 'bg-accent-soft outline-2 outline-accent'
                    : 'bg-transparent hover:bg-hover',
                )}
              >
                {text}
              </mark>
            ),
          )}
        </p>
      ))}
    </Frame>
  )
}
