import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import { DEFAULT_WEIGHTS, RANKING_FACTORS, type RankingWeights } from '../../../../main/contract/ranking.ts'
import { percentsOf } from './weights-math.ts'

/** Weights to read: one bar in nine parts, and each part in words. All at 0: the default weights, since they count. */
export function WeightsShares({ weights }: { weights: RankingWeights }) {
  const percents = percentsOf(weights) ?? DEFAULT_WEIGHTS
  return (
    <div className="flex flex-col gap-2">
      <div aria-hidden className="flex h-2.5 gap-0.5">
        {RANKING_FACTORS.filter(factor => percents[factor] > 0).map(factor => (
          <span
            key={factor}
            title={`${FACTOR_LABELS[factor]} ${percents[factor]} %`}
            style={{ flexGrow: percents[factor] }}
            className="min-w-1 basis-0 rounded-sm bg-accent"
          />
        ))}
      </div>
      <ul aria-label="Weights in percent" className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {RANKING_FACTORS.map(factor => (
          <li key={factor} className={percents[factor] === 0 ? 'text-ink-3' : undefined}>
            <span className="text-ink-2">{FACTOR_LABELS[factor]}</span> {percents[factor]} %
          </li>
        ))}
      </ul>
    </div>
  )
}
