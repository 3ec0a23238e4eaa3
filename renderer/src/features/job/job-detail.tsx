import { useQuery } from '@tanstack/react-query'
import { Ban, CircleHelp, Columns2, MailOpen, Pencil, ScanSearch, Star, Tag } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CampaignId, JobId } from '../../../../main/contract/ids.ts'
import type { JobRow, JobView } from '../../../../main/contract/shapes.ts'
import { useCommand, useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { JobCompany } from '../companies/job-company.tsx'
import { useCompanyActs } from '../companies/use-company-acts.ts'
import { CompareDialog } from '../compare/compare-dialog.tsx'
import { comparePath } from '../compare/compare-view.ts'
import { markOpened, useJobChanges } from '../jobs/job-changes.ts'
import type { Neighbours } from '../jobs/use-neighbours.ts'
import { useStatusLetters } from '../jobs/use-status-letters.ts'
import { AppliedBefore } from './applied-before.tsx'
import { DetectDialog } from './detect/detect-dialog.tsx'
import { groupFacts, type Proof } from './group-facts.ts'
import { JobSummary } from './job-ai.tsx'
import { JobFacts } from './job-facts.tsx'
import { JobBar, JobHead } from './job-head.tsx'
import { JobPostings, JobTimeline } from './job-history.tsx'
import { JobIneligible } from './job-ineligible.tsx'
import { JobMatch } from './job-match.tsx'
import { JobNotes } from './job-notes.tsx'
import { JobSkills } from './job-skills.tsx'
import { JobWhy } from './job-why.tsx'
import type { Quote } from './mark-quotes.ts'
import { PostingSection } from './posting-section.tsx'
import type { ShownQuote } from './posting-text.tsx'
import { termLines } from './term-lines.ts'
import { FACT_GROUPS, type FactGroup } from './value-words.ts'

/** A job that was shown for this long counts as read; leafing through does not mark every one. */
const READ_AFTER_MS = 700

interface JobDetailProps {
  jobId: JobId
  /** Whose score is shown first; null: the best. */
  campaignId: CampaignId | null
  /** Beside the list, or as a page of its own. */
  beside: boolean
  neighbours: Neighbours
  /** Jobs around it in the list, offered to compare it with. */
  near: readonly JobRow[]
  onOpen: (row: JobRow) => void
  onClose: () => void
}

/** One job with everything that is known of it. */
export function JobDetail(props: JobDetailProps) {
  const { jobId, campaignId } = props
  const { data, error, refetch } = useQuery(ask('jobs', 'get', { jobId, campaignId }))
  const title = data?.job.title
  useCommand({
    id: 'job.close',
    title: 'Back to the list',
    group: 'Job',
    shortcut: 'escape',
    run: props.onClose,
  })
  useEffect(() => {
    document.title = `${title ?? 'Job'} · Rolecall`
    return () => {
      document.title = 'Jobs · Rolecall'
    }
  }, [title])
  return (
    <section aria-label="Job" className="@container flex h-full min-h-0 flex-col">
      <JobBar {...props} />
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        {error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={10} label="Loading the job" />
        ) : (
          <Loaded view={data} {...props} />
        )}
      </div>
    </section>
  )
}

function Loaded({ view, campaignId, beside, near }: JobDetailProps & { view: JobView }) {
  const { job } = view
  const changes = useJobChanges()
  const companies = useCompanyActs()
  const [statusOpen, setStatusOpen] = useState(false)
  const [shown, setShown] = useState<ShownQuote | null>(null)
  const [pointed, setPointed] = useState<Pick<Quote, 'quote' | 'start'> | null>(null)
  const [editing, setEditing] = useState<ReadonlySet<FactGroup>>(new Set())
  const [detecting, setDetecting] = useState(false)
  const [comparing, setComparing] = useState(false)
  const navigate = useNavigate()
  const lines = useMemo(() => groupFacts(view), [view])
  const terms = useMemo(() => termLines(view), [view])
  const quotes = useMemo(
    () =>
      [...lines, ...terms].flatMap(line =>
        ('proofs' in line ? line.proofs : line.words.map(word => word.proof)).flatMap(
          ({ fact, quote, where, start }) =>
            quote !== null && where === 'description' ? [{ fact, quote, start }] : [],
        ),
      ),
    [lines, terms],
  )
  const edit = (key: FactGroup, on: boolean) =>
    setEditing(now => new Set([...now].filter(one => one !== key).concat(on ? [key] : [])))
  const skills = lines.find(line => line.key === 'skills')
  useMarkOpened(job)
  useEffect(() => {
    // The place that had the focus went with the list or with the job before.
    const active = document.activeElement
    if (active === document.body || active?.id === 'main') document.getElementById('job-title')?.focus()
  }, [])
  useStatusLetters(statusOpen && !beside, status => {
    setStatusOpen(false)
    changes.setStatus([job], status)
  })
  const group = 'Job'
  // Beside the list, the list offers these for its own row, which is this job.
  useCommands(
    beside
      ? []
      : [
          {
            id: 'job.status',
            title: 'Set the status',
            group,
            icon: Tag,
            shortcut: 's',
            run: () => setStatusOpen(true),
          },
          {
            id: 'job.favourite',
            title: 'Favourite or not',
            group,
            icon: Star,
            shortcut: 'f',
            run: () => changes.setFavourite([job], !job.favourite),
          },
          {
            id: 'job.unread',
            title: 'Mark as read or unread',
            group,
            icon: MailOpen,
            shortcut: 'u',
            run: () => changes.setUnread([job], !job.unread),
          },
          {
            id: 'job.why',
            title: 'Show why this score',
            group,
            icon: CircleHelp,
            shortcut: 'w',
            keywords: 'explain explanation',
            run: () => document.querySelector<HTMLElement>('article [data-score]')?.click(),
          },
          {
            id: 'job.compare',
            title: 'Compare with another job',
            group,
            icon: Columns2,
            shortcut: 'c',
            keywords: 'why this and not that beside',
            run: () => setComparing(true),
          },
          {
            id: 'job.block',
            title: 'Block the company',
            group,
            icon: Ban,
            shortcut: 'b',
            run: () => companies.block([job.companyId]),
          },
        ],
  )
  useCommands([
    {
      id: 'job.detect',
      title: 'Detect again',
      group,
      icon: ScanSearch,
      shortcut: 'd',
      keywords: 'facts salary ai patterns',
      run: () => setDetecting(true),
    },
    {
      id: 'job.edit',
      title: 'Correct the facts',
      group,
      icon: Pencil,
      shortcut: 'e',
      run: () => document.querySelector<HTMLElement>('article [data-edit]')?.focus(),
    },
    ...FACT_GROUPS.map(({ key, label }) => ({
      id: `job.edit.${key}`,
      title: `Correct: ${label}`,
      group,
      icon: Pencil,
      run: () => edit(key, true),
    })),
  ])
  const show = ({ fact, quote, start }: Proof) =>
    quote !== null && setShown(last => ({ fact, quote, start, turn: (last?.turn ?? 0) + 1 }))

  return (
    <article aria-labelledby="job-title" className="flex flex-col gap-4 p-4 sm:px-6">
      <JobHead
        row={job}
        campaignId={campaignId}
        applyUrl={view.applyUrl}
        appliedAt={view.appliedAt}
        beside={beside}
        changes={changes}
        statusOpen={statusOpen}
        onStatusOpen={setStatusOpen}
      />
      <JobIneligible view={view} />
      <JobSummary summary={view.summary} />
      <AppliedBefore appliedBefore={view.appliedBefore} repostedAt={view.repostedAt} />
      {/* The last row takes what the facts beside are taller. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @min-[52rem]:grid-cols-[minmax(0,1fr)_19rem] @min-[52rem]:grid-rows-[repeat(5,auto)_1fr]">
        <JobWhy view={view} campaignId={campaignId} onCompare={() => setComparing(true)} />
        <JobMatch match={view.match} />
        <div className="flex flex-col gap-4 @min-[52rem]:col-start-2 @min-[52rem]:row-span-full">
          <JobFacts
            view={view}
            lines={lines}
            terms={terms}
            editing={editing}
            onEdit={edit}
            onDetect={() => setDetecting(true)}
            onShow={show}
            onPoint={proof => setPointed(proof?.quote ? { quote: proof.quote, start: proof.start } : null)}
          />
          {skills ? (
            <JobSkills
              view={view}
              line={skills}
              editing={editing.has('skills')}
              onEdit={on => edit('skills', on)}
            />
          ) : null}
          <JobCompany job={job} />
        </div>
        <PostingSection view={view} quotes={quotes} shown={shown} pointed={pointed} />
        <JobNotes jobId={job.id} notes={view.notes} version={view.notesVersion} />
        <JobPostings postings={view.postings} />
        <JobTimeline timeline={view.timeline} />
      </div>
      <CompareDialog
        open={comparing}
        beside={`${job.title} · ${job.company}`}
        without={[job.id]}
        near={near}
        onChoose={row => void navigate(comparePath({ first: job.id, second: row.id, campaignId }))}
        onClose={() => setComparing(false)}
      />
      <DetectDialog view={view} open={detecting} onClose={() => setDetecting(false)} />
    </article>
  )
}

/** Marks the job as read once, so that "mark as unread" on the open job holds. */
function useMarkOpened(job: JobRow): void {
  const done = useRef(!job.unread)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock starts when the job is opened
  useEffect(() => {
    if (done.current) return
    const timer = setTimeout(() => {
      done.current = true
      markOpened(job)
    }, READ_AFTER_MS)
    return () => clearTimeout(timer)
  }, [job.id])
}
