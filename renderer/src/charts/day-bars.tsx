import { useId } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { whenText } from '../ui/when-text.ts'

/** Counts beside an axis, short enough for its width: 1200 → "1.2K". */
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })
const shortText = (value: number) => short.format(value)

/** One kind of bar: its name, its colour from the one palette, and the key of its numbers. */
interface Series {
  key: string
  label: string
  colour: string
}

/**
 * Numbers per day as bars from zero; several series stand on each other. The words around it (sentence, table) say
 * the same, so the drawing itself is one picture to screen readers.
 */
export function DayBars({
  title,
  rows,
  series,
  showDays,
  weeks = false,
}: {
  title: string
  rows: readonly { day: string; [key: string]: string | number }[]
  series: readonly Series[]
  /** Each row is the week that begins with its day. */
  weeks?: boolean
  /** Writes the days below; the lowest of several charts does. */
  showDays: boolean
}) {
  const id = useId()
  return (
    <figure aria-labelledby={id} className="m-0">
      <figcaption id={id} className="flex flex-wrap gap-x-4 text-xs text-ink-2">
        {series.map(one => (
          <span key={one.key} className="inline-flex items-center gap-1.5">
            <span aria-hidden className="size-2 rounded-[2px]" style={{ background: one.colour }} />
            {one.label}
          </span>
        ))}
        <span className="sr-only">{title}</span>
      </figcaption>
      <div aria-hidden className={showDays ? 'h-34' : 'h-28'}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={[...rows]}
            accessibilityLayer={false}
            // Room for the lower half of the label of zero.
            margin={{ top: 8, right: 0, bottom: showDays ? 0 : 8, left: 0 }}
            barCategoryGap="20%"
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="day"
              hide={!showDays}
              height={22}
              tickFormatter={shortDay}
              tickLine={false}
              axisLine={{ stroke: 'var(--control)' }}
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              minTickGap={32}
              interval="equidistantPreserveStart"
            />
            <YAxis
              width={36}
              tickFormatter={shortText}
              allowDecimals={false}
              tickCount={3}
              tickLine={false}
              axisLine={false}
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--hover)' }}
              content={({ active, payload, label }) =>
                active && payload ? (
                  <div className="rounded border border-line bg-raised px-2 py-1.5 text-xs shadow-float">
                    <div className="font-medium">
                      {weeks ? `Week from ${shortDay(String(label))}` : whenText(String(label), new Date())}
                    </div>
                    {payload.map(entry => (
                      <div key={String(entry.dataKey)} className="flex justify-between gap-4 text-ink-2">
                        <span>{series.find(one => one.key === entry.dataKey)?.label}</span>
                        <span className="text-ink">{Number(entry.value).toLocaleString('en')}</span>
                      </div>
                    ))}
                  </div>
                ) : null
              }
            />
            {series.map(one => (
              <Bar
                key={one.key}
                dataKey={one.key}
                stackId="day"
                fill={one.colour}
                stroke="var(--surface)"
                strokeWidth={series.length > 1 ? 1 : 0}
                maxBarSize={28}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}

/** "2026-11-05" → "5 Nov". */
function shortDay(day: string): string {
  const date = new Date(`${day}T12:00:00`)
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
}
