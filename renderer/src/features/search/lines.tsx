import {
  Bookmark,
  Briefcase,
  Building2,
  History,
  type LucideIcon,
  MapPin,
  Rocket,
  Search,
  Wrench,
} from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import {
  MOST_SUGGESTED_JOBS,
  type SearchResult,
  type Snippet,
  type Suggestion,
} from '../../../../main/contract/search.ts'
import type { Command } from '../../app/commands.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { StatusBadge } from '../../ui/status.tsx'
import { appliedText, countText } from './search-text.ts'

/** One line under a search field, and what choosing it does. */
export interface Line {
  key: string
  /** What screen readers say; `body` is what is seen. */
  label: string
  body: ReactNode
  run: () => void
}

/** Lines of one kind under their heading. */
export interface LineGroup {
  title: string
  lines: readonly Line[]
}

const FACES: Record<Suggestion['kind'], { title: string; icon: LucideIcon }> = {
  preset: { title: 'Saved views', icon: Bookmark },
  campaign: { title: 'Campaigns', icon: Rocket },
  title: { title: 'Titles', icon: Briefcase },
  company: { title: 'Companies', icon: Building2 },
  skill: { title: 'Skills', icon: Wrench },
  place: { title: 'Places', icon: MapPin },
}

function Plain({ icon: Icon, text, end }: { icon: LucideIcon; text: ReactNode; end?: ReactNode }) {
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span className="min-w-0 flex-1 truncate">{text}</span>
      {end}
    </>
  )
}

/** Suggestions, grouped by what they are; `now` tells this year's days from others. */
export function suggestionGroups(
  suggestions: readonly Suggestion[],
  open: (suggestion: Suggestion) => void,
  now: Date,
): LineGroup[] {
  const kinds = [...new Set(suggestions.map(one => one.kind))]
  return kinds.map(kind => ({
    title: FACES[kind].title,
    lines: suggestions
      .filter(one => one.kind === kind)
      .map(one => {
        const jobs = 'n' in one ? countText(one.n, MOST_SUGGESTED_JOBS) : null
        const applied = one.kind === 'company' ? appliedText(one.applied, now) : null
        return {
          key: `${kind} ${one.kind === 'company' ? one.companyId : one.text}`,
          label: [one.text, applied, jobs === null ? null : `${jobs} ${jobs === '1' ? 'job' : 'jobs'}`]
            .filter(Boolean)
            .join(', '),
          body: (
            <Plain
              icon={FACES[kind].icon}
              text={one.text}
              end={
                <span className="flex shrink-0 items-center gap-3 text-xs text-ink-3 tabular-nums">
                  {applied ? <span className="text-accent">{applied}</span> : null}
                  {jobs}
                </span>
              }
            />
          ),
          run: () => open(one),
        }
      }),
  }))
}

function Marked({ snippet }: { snippet: Snippet }) {
  return snippet.pieces.map((piece, index) =>
    piece.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one snippet never move
      <mark key={index} className="rounded-xs bg-warn-soft font-medium text-ink">
        {piece.text}
      </mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}

/** A text, with its hits marked where the snippet is taken from it. */
function Part({ of, where, snippet }: { of: string; where: Snippet['where']; snippet: Snippet | null }) {
  return snippet?.where === where ? <Marked snippet={snippet} /> : of
}

/** Found jobs, each with the place where the words stand. */
export function jobLines(result: SearchResult, open: (jobId: number) => void): Line[] {
  return result.rows.map(({ job, snippet }) => {
    const place = [job.company, job.location].filter(Boolean).join(', ')
    return {
      key: `job ${job.id}`,
      label: `${job.title}, ${place}`,
      body: (
        <>
          <ScoreRing score={job.score} lessSure={job.lessSure} />
          <span className="min-w-0 flex-1 py-1">
            <span className="block truncate font-medium">
              <Part of={job.title} where="title" snippet={snippet} />
            </span>
            <span className="block truncate text-xs text-ink-2">
              <Part of={job.company} where="company" snippet={snippet} />
              {job.location === '' ? null : ' · '}
              <Part of={job.location} where="place" snippet={snippet} />
            </span>
            {snippet?.where === 'description' ? (
              <span className="block truncate text-xs text-ink-3">
                <Marked snippet={snippet} />
              </span>
            ) : null}
          </span>
          {job.status === 'waiting' ? null : (
            <span className="hidden shrink-0 sm:block">
              <StatusBadge status={job.status} />
            </span>
          )}
        </>
      ),
      run: () => open(job.id),
    }
  })
}

/** A command with its shortcut. */
export function commandLine({ id, title, icon, shortcut, run }: Command): Line {
  const Icon = icon
  return {
    key: `command ${id}`,
    label: title,
    body: (
      <>
        {Icon ? (
          <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
        ) : (
          <span className="w-4" />
        )}
        <span className="min-w-0 flex-1 truncate">{title}</span>
        {shortcut ? <Kbd keys={shortcut} /> : null}
      </>
    ),
    run,
  }
}

/** A search of before. */
export const lastLine = (text: string, run: () => void): Line => ({
  key: `last ${text}`,
  label: text,
  body: <Plain icon={History} text={text} />,
  run,
})

/** The search for what is typed. */
export const searchLine = (text: string, run: () => void): Line => ({
  key: 'search',
  label: `Search jobs for “${text}”`,
  body: <Plain icon={Search} text={`Search jobs for “${text}”`} />,
  run,
})
