import { type ReactNode, useId, useState } from 'react'

/** One run: numbers above the line, those below it, and whether it failed. */
export interface RunBar {
  key: string
  /** What the run was, for the line under the pointer. */
  words: string
  failed: boolean
  up: readonly number[]
  down: readonly number[]
}

/** One kind of bar: its name and its colour from the one palette; `hollow` for what went away. */
export interface RunSeries {
  label: string
  colour: string
  hollow?: boolean
}

const HEIGHT = 96
/** Room above the highest bar and for the mark of a failure. */
const HEAD = 8
const SHARE_OF_PLACE = 0.7

/**
 * Numbers of one run after the other as bars from zero, the oldest left; what went away hangs below the line, and a run
 * that failed has a cross. Sentence and table around it say the same, so the drawing is one picture to screen readers.
 */
export function RunBars({
  title,
  bars,
  up,
  down = [],
  mostShown,
  onOpen,
}: {
  title: string
  bars: readonly RunBar[]
  up: readonly RunSeries[]
  down?: readonly RunSeries[]
  /** A bar is at most so wide: that of so many runs. */
  mostShown: number
  /** A press on a bar leads to its run; the table beside the chart has the same as links. */
  onOpen?: (key: string) => void
}) {
  const id = useId()
  const [pointed, setPointed] = useState<string | null>(null)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const highest = niceTop(Math.max(1, ...bars.map(bar => sum(bar.up))))
  const deepest = down.length === 0 ? 0 : Math.max(0, ...bars.map(bar => sum(bar.down)))
  const lowest = deepest === 0 ? 0 : niceTop(deepest)
  const perUnit = (HEIGHT - HEAD) / (highest + lowest)
  const zero = HEAD + highest * perUnit
  const place = 100 / Math.max(bars.length, mostShown / 4)
  const shown = bars.find(bar => bar.key === pointed)
  return (
    <figure aria-labelledby={id} className="m-0">
      <figcaption id={id} className="flex flex-wrap gap-x-4 text-xs text-ink-2">
        <span className="sr-only">{title}</span>
        {[...up, ...down].map(one => (
          <span key={one.label} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" className="size-2">
              <rect {...faceOf(one)} x="0.5" y="0.5" width="7" height="7" />
            </svg>
            {one.label}
          </span>
        ))}
        {bars.some(bar => bar.failed) ? (
          <span className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" className="size-2" viewBox="-4 -4 8 8">
              <Cross />
            </svg>
            Failed
          </span>
        ) : null}
        <span className="ml-auto min-h-4 text-ink-3">{shown?.words}</span>
      </figcaption>
      <div aria-hidden className="flex gap-2 pt-1">
        <div
          className="relative w-10 shrink-0 text-right text-xs text-ink-3 tabular-nums"
          style={{ height: HEIGHT }}
        >
          <Tick at={HEAD}>{highest.toLocaleString('en')}</Tick>
          <Tick at={zero}>0</Tick>
          {lowest > 0 ? <Tick at={HEIGHT}>−{lowest.toLocaleString('en')}</Tick> : null}
        </div>
        <svg
          aria-hidden="true"
          className="min-w-0 flex-1 overflow-visible"
          height={HEIGHT}
          onPointerLeave={() => setPointed(null)}
        >
          <line x1="0" x2="100%" y1={HEAD} y2={HEAD} stroke="var(--line)" />
          {bars.map((bar, index) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table has links, and the picture is hidden
            <g key={bar.key} onPointerEnter={() => setPointed(bar.key)} onClick={() => onOpen?.(bar.key)}>
              <rect
                x={`${index * place}%`}
                width={`${place}%`}
                height={HEIGHT}
                fill={pointed === bar.key ? 'var(--hover)' : 'transparent'}
              />
              <Stack
                numbers={bar.up}
                series={up}
                from={zero}
                unit={-perUnit}
                x={(index + (1 - SHARE_OF_PLACE) / 2) * place}
                width={place * SHARE_OF_PLACE}
              />
              <Stack
                numbers={bar.down}
                series={down}
                from={zero}
                unit={perUnit}
                x={(index + (1 - SHARE_OF_PLACE) / 2) * place}
                width={place * SHARE_OF_PLACE}
              />
              {bar.failed ? (
                <svg
                  aria-hidden="true"
                  x={`${(index + 0.5) * place}%`}
                  y={zero - 8}
                  className="overflow-visible"
                >
                  <Cross />
                </svg>
              ) : null}
            </g>
          ))}
          <line x1="0" x2="100%" y1={zero} y2={zero} stroke="var(--control)" />
        </svg>
      </div>
    </figure>
  )
}

function Stack({
  numbers,
  series,
  from,
  unit,
  x,
  width,
}: {
  numbers: readonly number[]
  series: readonly RunSeries[]
  from: number
  /** Pixels of one, negative upwards. */
  unit: number
  x: number
  width: number
}) {
  let at = from
  return series.map((one, index) => {
    const size = Math.abs((numbers[index] ?? 0) * unit)
    if (size === 0) return null
    const top = unit < 0 ? at - size : at
    at += unit < 0 ? -size : size
    // What is there can be seen, however small beside the rest.
    return (
      <rect
        key={one.label}
        {...faceOf(one)}
        x={`${x}%`}
        width={`${width}%`}
        y={top}
        height={Math.max(1.5, size)}
      />
    )
  })
}

const faceOf = ({ colour, hollow }: RunSeries) =>
  hollow ? { fill: 'transparent', stroke: colour, strokeWidth: 1 } : { fill: colour }

function Cross() {
  return <path d="M-3.5 -3.5 L3.5 3.5 M3.5 -3.5 L-3.5 3.5" stroke="var(--bad)" strokeWidth="2" fill="none" />
}

function Tick({ at, children }: { at: number; children: ReactNode }) {
  return (
    <span className="absolute right-0 -translate-y-1/2" style={{ top: at }}>
      {children}
    </span>
  )
}

/** The next round number: 1, 2, 5, 10, 20, 50 … */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  const step = [1, 2, 5, 10].find(one => one * power >= value) ?? 10
  return step * power
}
