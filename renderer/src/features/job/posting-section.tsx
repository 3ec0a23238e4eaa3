import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { When } from '../../ui/when.tsx'
import type { Quote } from './mark-quotes.ts'
import { PostingFrame } from './posting-frame.tsx'
import { PostingText, type ShownQuote } from './posting-text.tsx'

/** The words of the posting, as published and as text with the quotes of the facts. */
export function PostingSection({
  view,
  quotes,
  shown,
  pointed,
}: {
  view: JobView
  quotes: readonly Quote[]
  shown: ShownQuote | null
  pointed: Pick<Quote, 'quote' | 'start'> | null
}) {
  const { data, error, refetch } = useQuery(ask('jobs', 'posting', { jobId: view.job.id }))
  const [tab, setTab] = useState('posted')
  useEffect(() => {
    if (shown) setTab('text')
  }, [shown])
  const text = data && <PostingText text={data.text} quotes={quotes} shown={shown} pointed={pointed} />
  return (
    <Section title="Posting" lead={<Closed view={view} />}>
      {error ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div role="status" aria-label="Loading the posting" className="flex flex-col gap-2 py-2">
          {['w-4/5', 'w-full', 'w-11/12', 'w-3/5'].map(width => (
            <Skeleton key={width} className={`h-3.5 ${width}`} />
          ))}
        </div>
      ) : data.text === '' && data.html === '' ? (
        <p className="text-ink-3">The source gave no text.</p>
      ) : data.html === '' ? (
        text
      ) : (
        <Tabs
          label="Posting"
          value={tab}
          onChange={setTab}
          tabs={[
            {
              value: 'posted',
              label: 'As posted',
              content: <PostingFrame html={data.html} text={data.text} title={view.job.title} />,
            },
            { value: 'text', label: 'Text', content: text },
          ]}
        />
      )}
    </Section>
  )
}

/** Says that the posting is gone from where it stood, and that it is kept. */
function Closed({ view }: { view: JobView }) {
  if (!view.job.closed) return null
  const closed = view.postings.flatMap(posting => posting.closedAt ?? []).sort()
  const last = closed.at(-1)
  return (
    <>
      {last ? (
        <>
          Closed on <When at={last.slice(0, 10)} />
        </>
      ) : (
        'No longer open'
      )}
      . It is kept here as it was.
    </>
  )
}
