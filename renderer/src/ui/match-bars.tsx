import type { MatchPart, MatchView } from '../../../main/contract/shapes.ts'
import { evidenceText, factorText } from './explanation-text.ts'

/** The parts of a profile match as people read them. */
export const MATCH_PART_LABELS: Record<MatchPart, string> = {
  tech: 'Tech stack',
  location: 'Location',
  experience: 'Experience',
}

/** Why a job fits the profile as it does: each part with its points and its evidence. */
export function MatchBars({ match }: { match: MatchView }) {
  return (
    <div className="@container">
      <ul
        aria-label={`Match ${Math.round(match.score)} of 100 by part`}
        className="grid gap-x-5 gap-y-2 @min-[34rem]:grid-cols-3"
      >
        {match.parts.map(part => (
          <li key={part.part} className="flex flex-col gap-0.5">
            <span className="flex items-baseline justify-between gap-3 text-sm">
              <span className="font-medium">{MATCH_PART_LABELS[part.part]}</span>
              <span className={part.state === 'known' ? 'text-ink-2' : 'text-ink-3'}>{factorText(part)}</span>
            </span>
            <Bar share={part.state === 'known' && part.max > 0 ? part.points / part.max : null} />
            <span className="text-sm text-ink-2">{evidenceText(part)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A share 0–1 as a bar; null: nothing to show, drawn as an empty dashed one. The number stands beside it as text. */
export function Bar({ share }: { share: number | null }) {
  if (share === null)
    return <span aria-hidden className="block h-2 w-full rounded-sm border border-dashed border-control" />
  return (
    <span
      aria-hidden
      className="block h-2 w-full overflow-hidden rounded-sm border border-control bg-track forced-colors:bg-transparent"
    >
      <span className="block h-full bg-accent" style={{ width: `${share * 100}%` }} />
    </span>
  )
}
