import { ArrowLeft, ArrowRight, Equal } from 'lucide-react'
import { FACTOR_LABELS } from '../../../../main/contract/labels.ts'
import type { FactorExplanation } from '../../../../main/contract/ranking.ts'
import { evidenceText, pointsText } from '../../ui/explanation-text.ts'
import { Bar } from '../../ui/match-bars.tsx'
import type { FactorDifference } from './compare-rules.ts'
import { type Named, signedPoints } from './compare-sentence.ts'

/** The factors one below the other: both bars on one scale, who is ahead by how much, and the evidence of each. */
export function CompareFactors({
  differences,
  names,
}: {
  differences: readonly FactorDifference[]
  names: readonly [Named, Named]
}) {
  return (
    <ul aria-label="Factors side by side" className="flex flex-col">
      {differences.map(row => (
        <li
          key={row.factor}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0 @min-[44rem]:grid-cols-[8rem_minmax(0,1fr)_5rem_minmax(0,1fr)]"
        >
          <h3 className="text-sm font-medium">{FACTOR_LABELS[row.factor]}</h3>
          {row.max === 0 ? <Neither row={row} /> : <Both row={row} names={names} />}
        </li>
      ))}
    </ul>
  )
}

function Both({ row, names }: { row: FactorDifference; names: readonly [Named, Named] }) {
  return (
    <>
      <Ahead
        difference={row.difference}
        names={names}
        className="justify-self-end @min-[44rem]:order-1 @min-[44rem]:justify-self-center"
      />
      <Side name={names[0]} found={row.first} max={row.max} className="col-span-2 @min-[44rem]:col-span-1" />
      <Side
        name={names[1]}
        found={row.second}
        max={row.max}
        className="col-span-2 @min-[44rem]:order-2 @min-[44rem]:col-span-1"
      />
    </>
  )
}

/** A factor that plays no part between the two. */
function Neither({ row }: { row: FactorDifference }) {
  const noWish = row.first.state === 'no_wish'
  return (
    <p className="col-span-2 text-sm text-ink-3 @min-[44rem]:col-span-3">
      {noWish ? evidenceText(row.first) : 'Not stated by either. Its weight is spread over the others.'}
    </p>
  )
}

function Side({
  name,
  found,
  max,
  className,
}: {
  name: Named
  found: FactorExplanation
  max: number
  className: string
}) {
  const share = found.share
  return (
    <div className={`flex min-w-0 flex-col gap-1 ${className}`}>
      <p className="flex items-baseline justify-between gap-2 text-sm">
        <span className="min-w-0 truncate text-xs text-ink-3 @min-[44rem]:sr-only">{name.short}</span>
        <span className={share === null ? 'text-ink-3' : 'text-ink-2'}>
          {share !== null
            ? `${pointsText(max * share)} of ${pointsText(max)}`
            : found.state === 'no_wish'
              ? 'no preference'
              : 'not stated'}
        </span>
      </p>
      <Bar share={share} />
      <p className="text-sm break-words text-ink-2">{evidenceText(found)}</p>
    </div>
  )
}

/** Who is ahead by how much, as an arrow to them; in words for those who do not see it. */
export function Ahead({
  difference,
  names,
  className = '',
}: {
  /** Above 0: the first one. */
  difference: number
  names: readonly [Named, Named]
  className?: string
}) {
  const level = Math.abs(difference) < 0.05
  const Icon = level ? Equal : difference > 0 ? ArrowLeft : ArrowRight
  const winner = difference > 0 ? names[0] : names[1]
  return (
    <span
      className={`inline-flex items-center gap-1 text-sm whitespace-nowrap tabular-nums ${level ? 'text-ink-3' : 'font-medium'} ${className}`}
    >
      {difference > 0 || level ? (
        <Icon aria-hidden className={`size-3.5 ${level ? '' : 'rotate-90 @min-[44rem]:rotate-0'}`} />
      ) : null}
      <span aria-hidden>{level ? '' : signedPoints(Math.abs(difference))}</span>
      {difference < 0 && !level ? (
        <Icon aria-hidden className={`size-3.5 ${level ? '' : 'rotate-90 @min-[44rem]:rotate-0'}`} />
      ) : null}
      <span className="sr-only">
        {level ? 'Level' : `${signedPoints(Math.abs(difference))} for ${winner.short}`}
      </span>
    </span>
  )
}
