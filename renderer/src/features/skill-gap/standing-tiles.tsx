import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SkillGap } from '../../../../main/contract/skill-gap.ts'
import { count, coverageText, jobsText, mostAsked } from './skill-gap-words.ts'

/** Coverage, open jobs and known skills; with tried skills the first two before and after. */
export function StandingTiles({ gap }: { gap: SkillGap }) {
  const { before, after, tried, requiring, openFrom, asked } = gap
  const { have, of } = mostAsked(gap)
  const trying = tried.length > 0
  // Of the numbers as they are shown, so that they add up.
  const points = Math.round(after.coverage ?? 0) - Math.round(before.coverage ?? 0)
  return (
    <dl className="grid gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-3">
      <Tile
        label="Coverage"
        before={trying ? coverageText(before.coverage) : null}
        value={coverageText(after.coverage)}
        note={
          trying
            ? `${points} ${points === 1 ? 'point' : 'points'} more with what you try`
            : 'of the skills that a job requires, on average'
        }
      />
      <Tile
        label="Jobs open to you"
        before={trying ? count(before.open) : null}
        value={count(after.open)}
        note={
          trying
            ? `${jobsText(after.open - before.open)} more of ${count(requiring)} with what you try`
            : `of ${count(requiring)} that require skills; open from ${openFrom} %`
        }
      />
      <Tile
        label="Most asked skills"
        before={null}
        value={of === 0 ? '–' : `${have} of ${of}`}
        note={`in your profile; ${count(asked)} asked for in all`}
      />
    </dl>
  )
}

function Tile({
  label,
  before,
  value,
  note,
}: {
  label: string
  before: string | null
  value: string
  note: ReactNode
}) {
  return (
    <div className="flex flex-col bg-surface px-4 py-3">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="flex items-center gap-2 text-2xl font-semibold tracking-tight tabular-nums">
        {before === null ? null : (
          <>
            <span className="font-normal text-ink-2">{before}</span>
            <ArrowRight
              role="img"
              aria-label="to"
              className="size-5 shrink-0 text-ink-3"
              strokeWidth={1.75}
            />
          </>
        )}
        {value}
      </dd>
      <dd className="text-xs text-ink-3">{note}</dd>
    </div>
  )
}
