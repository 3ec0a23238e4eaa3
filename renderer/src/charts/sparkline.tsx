const WIDTH = 72
const HEIGHT = 20
const EDGE = 2.5

/**
 * A line of shares from zero to the highest of them, the oldest left; null is a gap, the last one is a dot. One small
 * picture: its numbers stand in the table beside it.
 */
export function Sparkline({ values, words }: { values: readonly (number | null)[]; words: string }) {
  const highest = Math.max(...values.map(value => value ?? 0)) || 1
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1)
  const points = values.map((value, index) =>
    value === null
      ? null
      : { x: EDGE + index * step, y: HEIGHT - EDGE - (value / highest) * (HEIGHT - 2 * EDGE) },
  )
  const path = points
    .map((point, index) =>
      point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`,
    )
    .join(' ')
  // Between two gaps there is no line, only a place.
  const alone = points.filter((point, index) => point && !points[index - 1] && !points[index + 1])
  const last = points.findLast(point => point !== null)
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="h-5 w-18 shrink-0 overflow-visible"
    >
      <title>{words}</title>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT - EDGE} y2={HEIGHT - EDGE} stroke="var(--line)" />
      <path
        d={path}
        fill="none"
        stroke="var(--chart-4)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {[...alone, last].map(point =>
        point ? (
          <circle
            key={point.x}
            cx={point.x}
            cy={point.y}
            r={point === last ? 2.5 : 1.25}
            fill="var(--chart-4)"
          />
        ) : null,
      )}
    </svg>
  )
}
