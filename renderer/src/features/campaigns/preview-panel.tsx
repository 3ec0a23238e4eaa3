import { ArrowDown, ArrowUp, Sparkle } from 'lucide-react'
import { type ReactNode, useId, useRef } from 'react'
import { Link } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { Button } from '../../ui/button.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { type Move, moveOf, moveText, orderText, type PreviewRow } from './preview-words.ts'
import { useFlip } from './use-flip.ts'
import type { Preview } from './use-ranking-preview.ts'
import { useSaidWhenQuiet } from './use-said-when-quiet.ts'

/** The top ten as they would be, with each job's move from its present place. `note`: what the list does not follow. */
export function PreviewPanel({
  preview,
  campaignId,
  note,
}: {
  preview: Preview
  campaignId: CampaignId
  note?: ReactNode
}) {
  const { data, error, behind, retry } = preview
  const titleId = useId()
  const text = data && data.rows.length > 0 ? orderText(data.rows) : ''
  useSaidWhenQuiet(behind ? '' : text)
  return (
    <section aria-labelledby={titleId} className="min-w-0">
      <h3 id={titleId} className="text-base font-semibold">
        Top ten waiting jobs
      </h3>
      {error ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 py-2 text-sm">
          <span>The preview could not be worked out. What is set stays as it is.</span>
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        </div>
      ) : !data ? (
        <SkeletonRows rows={10} label="Working out the preview" />
      ) : data.rows.length === 0 ? (
        <p className="py-2 text-sm text-ink-2">
          {data.total === 0
            ? 'No waiting job is ranked for this campaign yet. Collect or import jobs first; until then the weights can be set all the same.'
            : 'The rules hide every waiting job, so there is nothing to show.'}
        </p>
      ) : (
        <>
          <p className="text-sm text-ink-2">{text}</p>
          <Rows rows={data.rows} campaignId={campaignId} />
        </>
      )}
      {note ? <p className="pt-2 text-xs text-ink-3">{note}</p> : null}
    </section>
  )
}

function Rows({ rows, campaignId }: { rows: readonly PreviewRow[]; campaignId: CampaignId }) {
  const list = useRef<HTMLOListElement>(null)
  useFlip(list, rows.map(row => row.job.id).join())
  return (
    <ol ref={list} aria-label="Preview of the top ten" className="relative pt-1">
      {rows.map((row, index) => (
        <li
          key={row.job.id}
          data-key={row.job.id}
          className="flex min-h-10 items-center gap-2 border-b border-line py-1 last:border-b-0"
        >
          <span aria-hidden className="w-5 shrink-0 text-right text-xs text-ink-3">
            {index + 1}
          </span>
          <ScoreRing score={row.score} lessSure={row.lessSure} />
          <span className="min-w-0 flex-1 leading-tight">
            <Link
              to={`/jobs/${row.job.id}?campaign=${campaignId}`}
              className="block truncate text-sm leading-6 hover:underline"
            >
              {row.job.title}
            </Link>
            <span className="block truncate text-xs text-ink-3">{row.job.company}</span>
          </span>
          <MoveMark move={moveOf(row, index + 1)} />
        </li>
      ))}
    </ol>
  )
}

function MoveMark({ move }: { move: Move }) {
  if (move.kind === 'same') return null
  const Icon = move.kind === 'new' ? Sparkle : move.kind === 'up' ? ArrowUp : ArrowDown
  return (
    <span
      className={`inline-flex shrink-0 items-center gap-0.5 text-xs ${move.kind === 'down' ? 'text-ink-2' : 'text-good'}`}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-hidden>{move.kind === 'new' ? 'new' : move.places.toLocaleString('en')}</span>
      <span className="sr-only">{moveText(move)}</span>
    </span>
  )
}
