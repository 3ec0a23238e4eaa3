import { Slider } from 'radix-ui'
import { useState } from 'react'
import { amountInCurrency } from '../../ui/money-text.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import { currencyChoices } from '../campaigns/choices.ts'
import { FacetBox } from './facet-list.tsx'
import type { JobsView } from './jobs-view.ts'
import { amountAt, edgeAt, type PayFacet, payFilter } from './pay-scale.ts'

/** Yearly pay: ends by a slider over how many jobs pay what, or in numbers, in a currency of choice. */
export function PayFilter({
  view,
  scale,
  currency,
  onCurrency,
  onChange,
}: {
  view: JobsView
  /** Null: no job states any; undefined: not known yet. */
  scale: PayFacet | null | undefined
  /** In which pay is counted while the view names none. */
  currency: string
  onCurrency: (currency: string) => void
  onChange: (view: JobsView) => void
}) {
  const { salary } = view
  const [low, high] = [salary?.low ?? null, salary?.high ?? null]
  const ends = low !== null || high !== null
  const [choices] = useState(() => currencyChoices().slice(1))
  const set = (nextLow: number | null, nextHigh: number | null, code = currency) =>
    onChange({ ...view, salary: payFilter(nextLow, nextHigh, code, ends && (salary?.unstated ?? false)) })
  return (
    <div className="flex flex-col gap-2">
      {scale ? <PayScale scale={scale} low={low} high={high} onChange={set} /> : null}
      <div className="grid grid-cols-2 gap-2">
        <PayField label="From" value={low} onChange={next => set(next, high)} />
        <PayField label="To" value={high} onChange={next => set(low, next)} />
      </div>
      <Select
        label="Currency of the pay"
        hideLabel
        value={currency}
        options={choices}
        onChange={code => {
          onCurrency(code)
          if (salary) onChange({ ...view, salary: { ...salary, currency: code } })
        }}
      />
      {ends ? (
        <FacetBox
          label="Include jobs that state no pay"
          n={scale?.unstated}
          checked={salary?.unstated ?? false}
          onToggle={() => salary && onChange({ ...view, salary: { ...salary, unstated: !salary.unstated } })}
        />
      ) : (
        <FacetBox
          label="Only jobs that state their pay"
          n={scale?.stated}
          checked={salary !== null}
          onToggle={() =>
            onChange({
              ...view,
              salary: salary ? null : { low: null, high: null, currency, unstated: false },
            })
          }
        />
      )}
    </div>
  )
}

/** An amount that is taken when the field is left or Enter is pressed, not with every digit. */
function PayField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}) {
  const [draft, setDraft] = useState<{ value: number | null } | null>(null)
  const commit = () => {
    if (draft && draft.value !== value && !Number.isNaN(draft.value))
      onChange(draft.value === null ? null : Math.round(draft.value))
    setDraft(null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside is what takes the keys
    <div onBlur={commit} onKeyDown={event => event.key === 'Enter' && commit()}>
      <NumberField
        label={label}
        min={0}
        max={1_000_000_000}
        placeholder="Any"
        value={draft ? draft.value : value}
        onChange={next => setDraft({ value: next })}
      />
    </div>
  )
}

const HEIGHT = 36

/** The histogram of pay with a thumb at either end; the arrow keys move a thumb by one bar. */
function PayScale({
  scale,
  low,
  high,
  onChange,
}: {
  scale: PayFacet
  low: number | null
  high: number | null
  onChange: (low: number | null, high: number | null) => void
}) {
  const edges = scale.buckets.length
  const stored = [edgeAt(scale, low, 0), edgeAt(scale, high, edges)]
  // While a thumb is moved it stands where the hand is; the list follows when it is let go.
  const [moved, setMoved] = useState<number[] | null>(null)
  const [from = 0, to = edges] = moved ?? stored
  const most = Math.max(1, ...scale.buckets)
  const words = (edge: number) => {
    const amount = amountAt(scale, edge)
    return amount === null ? 'No limit' : `${amountInCurrency(amount, scale.currency)} a year`
  }
  if (edges === 0 || scale.high <= scale.low) return null
  return (
    <div>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${edges} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mx-2 block h-9 w-[calc(100%-1rem)]"
      >
        {scale.buckets.map((count, index) => {
          const height = count === 0 ? 0 : Math.max(2, (count / most) * HEIGHT)
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bucket is its place
              key={index}
              x={index + 0.08}
              width={0.84}
              y={HEIGHT - height}
              height={height}
              className={index >= from && index < to ? 'fill-(--chart-1)' : 'fill-(--track)'}
            />
          )
        })}
      </svg>
      <Slider.Root
        min={0}
        max={edges}
        step={1}
        minStepsBetweenThumbs={1}
        value={[from, to]}
        onValueChange={setMoved}
        onValueCommit={([nextFrom = 0, nextTo = edges]) => {
          setMoved(null)
          onChange(
            // An end that did not move keeps its exact amount.
            nextFrom === stored[0] ? low : amountAt(scale, nextFrom),
            nextTo === stored[1] ? high : amountAt(scale, nextTo),
          )
        }}
        className="relative flex h-6 touch-none items-center select-none"
      >
        <Slider.Track className="relative h-1 grow rounded-full bg-track">
          <Slider.Range className="absolute h-full rounded-full bg-accent" />
        </Slider.Track>
        {[from, to].map((edge, index) => (
          <Slider.Thumb
            // biome-ignore lint/suspicious/noArrayIndexKey: the lower and the upper end
            key={index}
            aria-label={index === 0 ? 'Lowest pay' : 'Highest pay'}
            aria-valuetext={words(edge)}
            className="flex size-6 items-center justify-center rounded-full outline-none focus-visible:[&>span]:outline-2 focus-visible:[&>span]:outline-offset-1 focus-visible:[&>span]:outline-focus"
          >
            <span className="size-4 rounded-full border border-accent bg-surface" />
          </Slider.Thumb>
        ))}
      </Slider.Root>
      <div aria-hidden className="flex justify-between text-xs text-ink-3 tabular-nums">
        <span>
          {from === 0
            ? amountInCurrency(Math.round(scale.low), scale.currency)
            : words(from).replace(' a year', '')}
        </span>
        <span>
          {to === edges
            ? `${amountInCurrency(Math.round(scale.high), scale.currency)} and more`
            : words(to).replace(' a year', '')}
        </span>
      </div>
    </div>
  )
}
