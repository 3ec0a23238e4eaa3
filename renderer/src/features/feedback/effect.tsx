import type { OrderingEffect } from '../../../../main/contract/feedback.ts'

/** How both weightings order the last decisions: two bars from zero, with counts and percent. */
export function Effect({ effect }: { effect: OrderingEffect }) {
  const { decisions, learnedFrom, pairs, before, after } = effect
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">Your last {decisions} decisions in the right order</h3>
      <dl className="flex flex-col gap-1.5">
        <Line label="Present weights" count={before} pairs={pairs} />
        <Line label="Learned weights" count={after} pairs={pairs} accent />
      </dl>
      <p className="text-xs text-ink-3">
        A pair is one job you liked and one you did not; it is in the right order when the liked one scores
        higher. Measured with weights learned from your {learnedFrom} earlier decisions only.
      </p>
    </div>
  )
}

function Line({
  label,
  count,
  pairs,
  accent = false,
}: {
  label: string
  count: number
  pairs: number
  accent?: boolean
}) {
  const percent = pairs === 0 ? 0 : Math.round((count / pairs) * 100)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
      <dt className="w-36 shrink-0 text-ink-2">{label}</dt>
      <dd className="flex min-w-56 flex-1 items-center gap-3">
        <span aria-hidden className="h-2 flex-1 overflow-hidden rounded-full bg-track">
          <span
            className={accent ? 'block h-full bg-accent' : 'block h-full bg-control'}
            style={{ width: `${percent}%` }}
          />
        </span>
        <span className="w-44 shrink-0 text-right tabular-nums">
          {count.toLocaleString('en')} of {pairs.toLocaleString('en')} pairs, <strong>{percent}%</strong>
        </span>
      </dd>
    </div>
  )
}
