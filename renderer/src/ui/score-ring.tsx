import { Tooltip } from './tooltip.tsx'

const SIZES = {
  small: { box: 'size-7', text: 'text-xs', stroke: 2.5 },
  large: { box: 'size-16', text: 'text-xl', stroke: 2 },
}

/**
 * A score 0–100 with a thin ring. Where few facts are known the ring is dashed and the number light:
 * the same number, less sure. null: not ranked.
 */
export function ScoreRing({
  score,
  lessSure = false,
  size = 'small',
}: {
  score: number | null
  lessSure?: boolean
  size?: keyof typeof SIZES
}) {
  const { box, text, stroke } = SIZES[size]
  if (score === null) {
    return (
      <span
        className={`${box} inline-flex shrink-0 items-center justify-center ${text} text-ink-3`}
        title="Not ranked"
      >
        <span aria-hidden>–</span>
        <span className="sr-only">Not ranked</span>
      </span>
    )
  }
  const whole = Math.round(score)
  const words = lessSure ? `Score ${whole} of 100, less sure: few facts are known` : `Score ${whole} of 100`
  const radius = 16 - stroke / 2 - 0.5
  const length = 2 * Math.PI * radius
  const arc = (length * Math.max(0, Math.min(100, score))) / 100
  const ring = (
    <span className={`${box} relative inline-flex shrink-0 items-center justify-center`}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className="absolute inset-0 -rotate-90" fill="none">
        <circle cx="16" cy="16" r={radius} strokeWidth={stroke} className="stroke-track" />
        <circle
          cx="16"
          cy="16"
          r={radius}
          strokeWidth={stroke}
          className={lessSure ? 'stroke-control' : 'stroke-accent'}
          strokeDasharray={lessSure ? dashes(arc, length) : `${arc} ${length - arc}`}
        />
      </svg>
      <span
        aria-hidden
        className={`${whole === 100 && size === 'small' ? 'text-[0.625rem]' : text} ${lessSure ? 'text-ink-2' : 'font-semibold'}`}
      >
        {whole}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  )
  return size === 'small' && !lessSure ? ring : <Tooltip text={words}>{ring}</Tooltip>
}

/** A dash pattern that fills `arc` with short strokes and leaves the rest open. */
function dashes(arc: number, length: number): string {
  const strokes = Math.floor(arc / 5)
  const shown = Array.from({ length: strokes }, () => '3 2').join(' ')
  const rest = length - strokes * 5
  return shown === '' ? `0 ${length}` : `${shown} 0 ${rest}`
}
