const SIZES = {
  small: { box: 'size-7', text: 'text-xs', stroke: 2.5 },
  large: { box: 'size-16', text: 'text-xl', stroke: 2 },
}

/**
 * A score 0–100 with a thin ring. Where few facts are known the ring is hollow and the number light: the same number,
 * less sure. null: there is no score. `what` names it to screen readers.
 */
export function ScoreRing({
  score,
  lessSure = false,
  size = 'small',
  what = 'Score',
}: {
  score: number | null
  lessSure?: boolean
  size?: keyof typeof SIZES
  what?: 'Score' | 'Match'
}) {
  const { box, text, stroke } = SIZES[size]
  if (score === null) {
    const none = what === 'Score' ? 'Not ranked' : 'Not matched'
    return (
      <span
        className={`${box} inline-flex shrink-0 items-center justify-center ${text} text-ink-3`}
        title={none}
      >
        <span aria-hidden>–</span>
        <span className="sr-only">{none}</span>
      </span>
    )
  }
  const whole = Math.round(score)
  const radius = 16 - stroke / 2 - 0.5
  const share = Math.max(0, Math.min(1, score / 100))
  const length = 2 * Math.PI * radius
  return (
    <span className={`${box} relative inline-flex shrink-0 items-center justify-center`}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className="absolute inset-0" fill="none">
        <circle cx="16" cy="16" r={radius} strokeWidth={stroke} className="stroke-track" />
        {lessSure ? (
          <path d={hollowArc(share)} strokeWidth={size === 'small' ? 1.1 : 0.8} className="stroke-accent" />
        ) : (
          <circle
            cx="16"
            cy="16"
            r={radius}
            strokeWidth={stroke}
            className="origin-center -rotate-90 stroke-accent"
            strokeDasharray={`${share * length} ${length * (1 - share)}`}
          />
        )}
      </svg>
      <span
        aria-hidden
        className={`${whole === 100 && size === 'small' ? 'text-[0.625rem]' : text} ${lessSure ? 'text-ink-2' : 'font-semibold'}`}
      >
        {whole}
      </span>
      <span className="sr-only">
        {`${what} ${whole} of 100${lessSure ? ', less sure: few facts are known' : ''}`}
      </span>
    </span>
  )
}

const OUTER = 15.2
const INNER = 12.2

/** The outline of the part of the ring that a share 0–1 covers, clockwise from the top. */
function hollowArc(share: number): string {
  // A closed ring has no two ends that an arc could join; what is missing to it cannot be seen.
  const turn = Math.min(share, 0.9999) * 2 * Math.PI
  if (turn === 0) return ''
  const at = (radius: number, angle: number) =>
    `${(16 + radius * Math.sin(angle)).toFixed(3)} ${(16 - radius * Math.cos(angle)).toFixed(3)}`
  const large = turn > Math.PI ? 1 : 0
  return [
    `M${at(OUTER, 0)}`,
    `A${OUTER} ${OUTER} 0 ${large} 1 ${at(OUTER, turn)}`,
    `L${at(INNER, turn)}`,
    `A${INNER} ${INNER} 0 ${large} 0 ${at(INNER, 0)}Z`,
  ].join('')
}
