import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Fragment, lazy, Suspense, useEffect, useRef } from 'react'
import type { DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { ask } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Skeleton } from '../../../ui/states.tsx'

/** Markdown is taken apart only where somebody looks at some. */
const LetterPreview = lazy(async () => ({
  default: (await import('../../letters/letter-preview.tsx')).LetterPreview,
}))

/** What is looked for in a text, and which of its places is stood at, from 0. */
export interface Finding {
  words: string
  place: number
  /** How many places there are, as soon as that is known. */
  onCount: (count: number) => void
}

/** The words of a version as they were read, page after page; Markdown as it is meant, or as it was typed to look in it. */
export function TextView({
  versionId,
  title,
  markdown,
  finding,
}: {
  versionId: DocumentVersionId
  title: string
  markdown: boolean
  finding: Finding
}) {
  const { words, place, onCount } = finding
  const { data, error, refetch } = useQuery({
    ...ask('documents', 'text', { versionId, find: words }),
    placeholderData: keepPreviousData,
  })
  const count = data?.pages.reduce((sum, { hits }) => sum + hits.length, 0)
  useEffect(() => {
    if (count !== undefined) onCount(count)
  }, [count, onCount])
  const frame = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other places are to be stood at anew
  useEffect(() => {
    const box = frame.current
    const mark = box?.querySelector('mark[data-current]')?.getBoundingClientRect()
    // Only the text moves, not the page around it.
    if (box && mark) box.scrollTop += mark.top - box.getBoundingClientRect().top - box.clientHeight / 2
  }, [place, data])
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <div role="status" aria-label="Loading the text" className="flex flex-col gap-2 p-4">
        {['w-2/5', 'w-4/5', 'w-full', 'w-3/5'].map(width => (
          <Skeleton key={width} className={`h-3.5 ${width}`} />
        ))}
      </div>
    )
  const pages = data.pages.filter(({ text }) => text.trim() !== '')
  if (pages.length === 0) return <p className="p-4 text-ink-3">No words were read in it.</p>
  const asMeant = markdown && words.trim() === ''
  let before = 0
  return (
    <section
      ref={frame}
      aria-label={`Text of ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[max(24rem,calc(100vh-14rem))] overflow-y-auto px-4 py-3"
    >
      {pages.map(({ page, text, hits }) => {
        const current = place - before
        before += hits.length
        return (
          <div key={page} className="border-b border-line py-3 first:pt-0 last:border-b-0">
            {pages.length > 1 ? <h3 className="pb-1 text-xs font-medium text-ink-3">Page {page}</h3> : null}
            {asMeant ? (
              <Suspense fallback={null}>
                <div className="max-w-[80ch]">
                  <LetterPreview text={text} />
                </div>
              </Suspense>
            ) : (
              <p className="max-w-[80ch] text-base break-words whitespace-pre-wrap">
                <FoundText text={text} hits={hits} current={current} />
              </p>
            )}
          </div>
        )
      })}
    </section>
  )
}

/** A text with its found places marked, the one that is stood at more than the others. */
function FoundText({
  text,
  hits,
  current,
}: {
  text: string
  hits: readonly { start: number; end: number }[]
  current: number
}) {
  return (
    <>
      {hits.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(hits[index - 1]?.end ?? 0, start)}
          <mark
            data-current={index === current ? '' : undefined}
            className="rounded-xs bg-warn-soft text-ink data-current:outline-2 data-current:outline-accent"
          >
            {text.slice(start, end)}
          </mark>
        </Fragment>
      ))}
      {text.slice(hits.at(-1)?.end ?? 0)}
    </>
  )
}
