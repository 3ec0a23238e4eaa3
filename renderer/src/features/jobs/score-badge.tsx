import { useQuery } from '@tanstack/react-query'
import { Popover } from 'radix-ui'
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { JobRow, JobView } from '../../../../main/contract/shapes.ts'
import { ask } from '../../app/core.ts'
import { ExplanationBar } from '../../ui/explanation-bar.tsx'
import { MatchBars } from '../../ui/match-bars.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { RankingChoice } from './ranking-choice.tsx'
import { useRanking } from './use-ranking.ts'

type ScoredJob = Pick<JobRow, 'id' | 'title' | 'score' | 'lessSure' | 'campaignId'>

/**
 * The score of a job wherever the job is shown: a ring that opens its explanation. `tabIndex` for rows of which only
 * the active one is in the order of Tab.
 */
export function ScoreBadge({
  job,
  size = 'small',
  tabIndex,
}: {
  job: ScoredJob
  size?: 'small' | 'large'
  tabIndex?: number
}) {
  if (job.score === null) return <ScoreRing score={null} size={size} />
  return (
    <Badge
      words={`${shortWords(job.score, job.lessSure)}: show why`}
      title={`Why this score: ${job.title}`}
      size={size}
      tabIndex={tabIndex}
      ring={<ScoreRing score={job.score} lessSure={job.lessSure} size={size} />}
    >
      <WhyScore job={job} />
    </Badge>
  )
}

/** How well a job fits the profile, as a ring that opens its explanation. */
export function MatchBadge({
  job,
  match,
  lessSure = false,
  size = 'small',
  tabIndex,
}: {
  job: Pick<JobRow, 'id' | 'title'>
  /** 0–100; null: there is no profile yet, or the job was not matched. */
  match: number | null
  /** Little could be compared. */
  lessSure?: boolean
  size?: 'small' | 'large'
  tabIndex?: number
}) {
  if (match === null) return <ScoreRing score={null} what="Match" size={size} />
  return (
    <Badge
      words={`${shortWords(match, lessSure, 'Match')}: show why`}
      title={`Why this match: ${job.title}`}
      size={size}
      tabIndex={tabIndex}
      ring={<ScoreRing score={match} lessSure={lessSure} what="Match" size={size} />}
    >
      <WhyMatch job={job} />
    </Badge>
  )
}

/** "Score 74 of 100, less sure"; why it is less sure stands in the explanation. */
function shortWords(score: number, lessSure: boolean, what: 'Score' | 'Match' = 'Score'): string {
  return `${what} ${Math.round(score)} of 100${lessSure ? ', less sure' : ''}`
}

/** A plain button, so that a screen full of them is drawn within a frame; its layer exists only while it is open. */
function Badge({
  words,
  title,
  size,
  tabIndex,
  ring,
  children,
}: {
  words: string
  title: string
  size: 'small' | 'large'
  tabIndex: number | undefined
  ring: ReactNode
  children: ReactNode
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        data-score
        tabIndex={tabIndex}
        aria-label={words}
        aria-haspopup="dialog"
        aria-expanded={open}
        title="Show why"
        onClick={() => setOpen(!open)}
        className={`inline-flex shrink-0 rounded-full hover:bg-hover aria-expanded:bg-hover ${size === 'small' ? 'size-7' : 'size-16'}`}
      >
        <span aria-hidden className="pointer-events-none inline-flex">
          {ring}
        </span>
      </button>
      {open ? (
        <Layer anchor={button} title={title} onClose={() => setOpen(false)}>
          {children}
        </Layer>
      ) : null}
    </>
  )
}

function Layer({
  anchor,
  title,
  onClose,
  children,
}: {
  anchor: RefObject<HTMLButtonElement | null>
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const layer = useRef<HTMLDivElement>(null)
  // A key of the list opens it while a row has the focus; there it goes back to, unless a press took it elsewhere.
  useLayoutEffect(() => {
    const [from, button] = [document.activeElement, anchor.current]
    return () => {
      // Read when it goes: its place in the page was not there yet when this began.
      if (!layer.current?.contains(document.activeElement)) return
      const goal = from instanceof HTMLElement && from.isConnected && from !== document.body ? from : button
      goal?.focus({ preventScroll: true })
    }
  }, [anchor])
  return (
    <Popover.Root open onOpenChange={open => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          ref={layer}
          data-floating
          // It may hold nothing but words, and be too long for the window: then the keys scroll it.
          tabIndex={0}
          aria-label={title}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={event => {
            if (!(event.currentTarget instanceof HTMLElement)) return
            event.preventDefault()
            event.currentTarget.focus()
          }}
          onInteractOutside={event => {
            // The button itself closes what it opened.
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
          }}
          onCloseAutoFocus={event => event.preventDefault()}
          className="z-50 max-h-(--radix-popper-available-height) w-110 max-w-[calc(100vw-1rem)] overflow-y-auto rounded border border-line bg-raised p-4 text-sm shadow-float outline-none animate-float"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Asked only when somebody wants to know. */
function useView(job: Pick<ScoredJob, 'id'> & Partial<ScoredJob>) {
  return useQuery(ask('jobs', 'get', { jobId: job.id, campaignId: job.campaignId ?? null }))
}

function WhyScore({ job }: { job: ScoredJob }) {
  const { data, error } = useView(job)
  if (error) return <p>The explanation could not be read. Close it and try again.</p>
  if (!data) return <SkeletonRows rows={3} label="Reading the explanation" />
  return <ScoreOf view={data} job={job} />
}

function ScoreOf({ view, job }: { view: JobView; job: ScoredJob }) {
  const { ranking, choose } = useRanking(view, job.campaignId)
  if (!ranking) return <p>No campaign has ranked this job yet. A run of a campaign does.</p>
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-base font-semibold">
          {Math.round(ranking.explanation.score)} of 100
          {view.rankings.length > 1 ? '' : ` for ${ranking.campaignName}`}
        </h2>
        <RankingChoice rankings={view.rankings} value={ranking.campaignId} onChange={choose} />
      </div>
      <ExplanationBar key={ranking.campaignId} explanation={ranking.explanation} />
    </div>
  )
}

function WhyMatch({ job }: { job: Pick<JobRow, 'id' | 'title'> }) {
  const { data, error } = useView(job)
  if (error) return <p>The match could not be read. Close it and try again.</p>
  if (!data) return <SkeletonRows rows={3} label="Reading the match" />
  if (data.match === null)
    return (
      <p>
        There is no match yet.{' '}
        <Link to="/profile" className="text-link">
          Fill in your profile
        </Link>{' '}
        to see how this job fits you.
      </p>
    )
  return (
    <div className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{Math.round(data.match.score)} of 100 for your profile</h2>
      <MatchBars match={data.match} />
    </div>
  )
}
