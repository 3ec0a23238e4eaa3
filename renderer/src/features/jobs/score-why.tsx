import { useQuery } from '@tanstack/react-query'
import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import type { JobRow } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { explanationSentence, factorText } from '../../ui/explanation-text.ts'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

/** The score of a row as a ring; hover or focus says why, a press opens the whole explanation. */
export function ScoreWhy({
  row,
  tabIndex,
  onOpen,
}: {
  row: JobRow
  tabIndex: number
  onOpen: (row: JobRow) => void
}) {
  if (row.score === null) return <ScoreRing score={null} />
  return (
    <Tooltip side="right" text={<Why row={row} />}>
      <button
        type="button"
        tabIndex={tabIndex}
        aria-label={`Score ${Math.round(row.score)} of 100${row.lessSure ? ', less sure' : ''}: show why`}
        onClick={() => onOpen(row)}
        className="inline-flex size-7 shrink-0 rounded-full"
      >
        {/* The ring has a tooltip of its own when it is less sure; here there is room for only one. */}
        <span aria-hidden className="pointer-events-none inline-flex">
          <ScoreRing score={row.score} lessSure={row.lessSure} />
        </span>
      </button>
    </Tooltip>
  )
}

/** Asked only when somebody wants to know. */
function Why({ row }: { row: JobRow }) {
  const { data, error } = useQuery(ask('jobs', 'get', { jobId: row.id, campaignId: row.campaignId }))
  if (error) return 'The explanation could not be read.'
  if (!data) return <span className="text-ink-2">Reading the explanation</span>
  const ranking = data.rankings.find(one => one.campaignId === row.campaignId) ?? data.rankings[0]
  if (!ranking) return 'Not ranked by any campaign.'
  const { explanation } = ranking
  return (
    <span className="flex w-76 max-w-full flex-col gap-1.5 py-1">
      <span className="font-medium">
        {Math.round(explanation.score)} of 100 for {ranking.campaignName}
      </span>
      <span className="text-ink-2">{explanationSentence(explanation)}</span>
      <span className="flex flex-col gap-1">
        {explanation.factors
          .filter(one => one.state === 'known')
          .map(one => (
            <span key={one.factor} className="flex items-center gap-2">
              <span className="w-28 shrink-0 truncate">{FACTOR_LABELS[one.factor]}</span>
              <span className="h-1.5 flex-1 overflow-hidden rounded-full bg-track">
                <span className="block h-full bg-accent" style={{ width: `${(one.share ?? 0) * 100}%` }} />
              </span>
              <span className="w-22 shrink-0 text-right whitespace-nowrap text-ink-2">{factorText(one)}</span>
            </span>
          ))}
      </span>
    </span>
  )
}
