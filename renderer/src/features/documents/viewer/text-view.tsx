import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { ask } from '../../../app/core.ts'
import { Failure } from '../../../app/failure.tsx'
import { Skeleton } from '../../../ui/states.tsx'

/** Markdown is taken apart only where somebody looks at some. */
const LetterPreview = lazy(async () => ({
  default: (await import('../../letters/letter-preview.tsx')).LetterPreview,
}))

/** The words of a version as they were read, page after page; Markdown as it is meant. */
export function TextView({
  versionId,
  title,
  markdown,
}: {
  versionId: DocumentVersionId
  title: string
  markdown: boolean
}) {
  const { data, error, refetch } = useQuery(ask('documents', 'text', { versionId }))
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
  return (
    <section
      aria-label={`Text of ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[max(24rem,calc(100vh-14rem))] overflow-y-auto px-4 py-3"
    >
      {pages.map(({ page, text }) => (
        <div key={page} className="border-b border-line py-3 first:pt-0 last:border-b-0">
          {pages.length > 1 ? <h3 className="pb-1 text-xs font-medium text-ink-3">Page {page}</h3> : null}
          {markdown ? (
            <Suspense fallback={null}>
              <div className="max-w-[80ch]">
                <LetterPreview text={text} />
              </div>
            </Suspense>
          ) : (
            <p className="max-w-[80ch] text-base break-words whitespace-pre-wrap">{text}</p>
          )}
        </div>
      ))}
    </section>
  )
}
