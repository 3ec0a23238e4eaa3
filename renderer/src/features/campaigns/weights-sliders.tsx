import clsx from 'clsx'
import { type ReactNode, useId } from 'react'
import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import {
  RANKING_FACTORS,
  type RankingFactor,
  type RankingWeights,
} from '../../../../main/contract/ranking.ts'
import { mostOf, percentsOf, pointsText, sliderText, sumOf, sumWords } from './weights-math.ts'

const NOBODY: ReadonlySet<RankingFactor> = new Set()

/**
 * Nine sliders with the points and the percent of each. The sum stays in sight below them while they scroll;
 * `actions` stand in its line.
 */
export function WeightsSliders({
  value,
  onChange,
  idle = NOBODY,
  note,
  actions,
}: {
  value: RankingWeights
  onChange: (value: RankingWeights) => void
  /** Factors for which the campaign has no wish. */
  idle?: ReadonlySet<RankingFactor>
  /** What the weights do, beside the sum. */
  note?: ReactNode
  actions?: ReactNode
}) {
  const sumId = useId()
  const percents = percentsOf(value)
  const most = mostOf(value)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat the heading above
    <div role="group" aria-label="Ranking weights" aria-describedby={sumId} className="@container">
      <div aria-hidden className="flex justify-end gap-3 text-xs text-ink-3">
        <span>Points</span>
        <span className="min-w-12 text-right">Of sum</span>
      </div>
      <div className="flex flex-col">
        {RANKING_FACTORS.map(factor => (
          <WeightRow
            key={factor}
            factor={factor}
            points={value[factor]}
            percent={percents?.[factor]}
            most={most}
            idle={idle.has(factor)}
            onChange={points => onChange({ ...value, [factor]: points })}
          />
        ))}
      </div>
      {idle.size > 0 ? (
        <p className="pt-1 text-xs text-ink-3">
          Where no preference is set there is nothing to compare; that part goes to the other factors.
        </p>
      ) : null}
      <SumLine id={sumId} sum={sumOf(value)} note={note} actions={actions} />
    </div>
  )
}

function WeightRow({
  factor,
  points,
  percent,
  most,
  idle,
  onChange,
}: {
  factor: RankingFactor
  points: number
  percent: number | undefined
  most: number
  idle: boolean
  onChange: (points: number) => void
}) {
  const id = useId()
  return (
    <div className="flex flex-wrap items-center gap-x-3 py-0.5">
      <div className="w-full min-w-0 @min-[22rem]:w-32">
        <label htmlFor={id} className="text-sm font-medium">
          {FACTOR_LABELS[factor]}
        </label>
        {idle ? (
          <p id={`${id}-idle`} className="text-xs text-ink-3">
            No preference set
          </p>
        ) : null}
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={most}
        step={1}
        value={points}
        aria-valuetext={sliderText(points, percent)}
        aria-describedby={idle ? `${id}-idle` : undefined}
        onChange={event => onChange(event.target.valueAsNumber)}
        className={clsx('h-7 min-w-24 flex-1 accent-(--accent)', idle && 'opacity-60')}
      />
      <output htmlFor={id} aria-hidden className="w-10 shrink-0 text-right text-sm font-medium">
        {pointsText(points)}
      </output>
      <span aria-hidden className="w-12 shrink-0 text-right text-sm whitespace-nowrap text-ink-2">
        {percent === undefined ? '–' : `${percent} %`}
      </span>
    </div>
  )
}

function SumLine({
  id,
  sum,
  note,
  actions,
}: {
  id: string
  sum: number
  note: ReactNode
  actions: ReactNode
}) {
  return (
    <div className="sticky bottom-0 z-1 -mx-4 mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2">
      <p className="min-w-0 flex-1 basis-52 text-sm text-ink-2">
        <span id={id}>
          <strong className="font-semibold text-ink">Sum {pointsText(sum)}</strong> · {sumWords(sum)}
        </span>
        {note ? <span className="block text-ink-3">{note}</span> : null}
      </p>
      {actions ? <div className="flex flex-wrap items-center gap-1.5">{actions}</div> : null}
    </div>
  )
}
