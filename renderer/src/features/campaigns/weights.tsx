import { RotateCcw } from 'lucide-react'
import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../../../main/contract/ranking.ts'
import { Button } from '../../ui/button.tsx'
import { Slider } from '../../ui/slider.tsx'

/** How much each factor counts; null: the defaults. */
export function Weights({
  value,
  onChange,
}: {
  value: RankingWeights | null
  onChange: (value: RankingWeights | null) => void
}) {
  const weights = value ?? DEFAULT_WEIGHTS
  const sum = RANKING_FACTORS.reduce((total, factor) => total + weights[factor], 0)
  const set = (factor: (typeof RANKING_FACTORS)[number], weight: number) => {
    const next = { ...weights, [factor]: weight }
    onChange(RANKING_FACTORS.every(one => next[one] === DEFAULT_WEIGHTS[one]) ? null : next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would repeat the heading above
    <div role="group" aria-label="Ranking weights" className="flex flex-col gap-3">
      <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {RANKING_FACTORS.map(factor => (
          <Slider
            key={factor}
            label={FACTOR_LABELS[factor]}
            value={weights[factor]}
            max={50}
            onChange={weight => set(factor, weight)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-2">
          Sum <strong className="font-medium text-ink">{sum}</strong>.{' '}
          {sum === 0
            ? 'With every weight at 0 no job can be ranked.'
            : 'Weights count in proportion; scores stay between 0 and 100.'}
        </p>
        <Button size="small" icon={RotateCcw} disabled={value === null} onClick={() => onChange(null)}>
          Reset the weights
        </Button>
      </div>
    </div>
  )
}
