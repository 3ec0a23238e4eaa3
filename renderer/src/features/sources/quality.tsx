import type { QualityPart, SourceView } from '../../../../main/contract/sources.ts'
import { Tooltip } from '../../ui/tooltip.tsx'

const points = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 0 })

/** The quality as a number; what it is made of on hover and focus, and on the source's own page. */
export function Quality({ source }: { source: Pick<SourceView, 'label' | 'quality' | 'qualityParts'> }) {
  if (source.quality === null) return <span className="text-ink-3">–</span>
  return (
    <Tooltip
      text={
        <span className="flex w-56 flex-col gap-0.5 py-0.5">
          {source.qualityParts.map(part => (
            <span key={part.label} className="flex justify-between gap-3">
              <span className="text-ink-2">{part.label}</span>
              <span className="tabular-nums">
                {points(part.points)} of {part.most}
              </span>
            </span>
          ))}
        </span>
      }
    >
      <button
        type="button"
        aria-label={`Quality of ${source.label}: ${points(source.quality)} of 100`}
        className="-mx-1 inline-flex min-h-6 min-w-6 items-center justify-end rounded-sm px-1 tabular-nums underline decoration-dotted decoration-ink-3 underline-offset-4"
      >
        {points(source.quality)}
      </button>
    </Tooltip>
  )
}

/** Each part of the quality with its points, as a bar and in figures. */
export function QualityParts({ parts }: { parts: readonly QualityPart[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {parts.map(({ label, points: has, most }) => (
        <li key={label} className="grid grid-cols-[1fr_auto] gap-x-3 text-sm">
          <span>{label}</span>
          <span className="tabular-nums text-ink-2">
            {points(has)} of {most}
          </span>
          <span aria-hidden className="col-span-2 mt-0.5 h-1 overflow-hidden rounded-full bg-track">
            <span className="block h-full bg-[var(--chart-1)]" style={{ width: `${(has / most) * 100}%` }} />
          </span>
        </li>
      ))}
    </ul>
  )
}
