import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CampaignId, JobId } from '../../../../main/contract/ids.ts'
import type { JobRow, JobView } from '../../../../main/contract/shapes.ts'
import type { JobStatus } from '../../../../main/contract/values.ts'
import { useCommand } from '../../app/commands.ts'
import { ask, queryClient } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { focusWhenThere } from '../../ui/focus-when-there.ts'
import { useWidthInRem } from '../../ui/media.ts'
import { setPageTitle } from '../../ui/page-title.ts'
import { SkeletonRows } from '../../ui/states.tsx'
import { ApplicationFacts } from '../applications/parts/application-facts.tsx'
import { Interviews } from '../applications/parts/interviews.tsx'
import { MailButton } from '../applications/parts/mail-button.tsx'
import { Offer } from '../applications/parts/offer.tsx'
import { JobCompany } from '../companies/job-company.tsx'
import { CompareDialog } from '../compare/compare-dialog.tsx'
import { comparePath } from '../compare/compare-view.ts'
import { JobContacts } from '../contacts/parts/job-contacts.tsx'
import { markOpened, useJobChanges } from '../jobs/job-changes.ts'
import type { Neighbours } from '../jobs/use-neighbours.ts'
import { useStatusLetters } from '../jobs/use-status-letters.ts'
import { JobReminders } from '../reminders/parts/job-reminders.tsx'
import { AppliedBefore } from './applied-before.tsx'
import { NOT_SENT, openApplication } from './apply/use-apply.ts'
import { DetectDialog } from './detect/detect-dialog.tsx'
import { groupFacts, type Proof } from './group-facts.ts'
import { JobSummary } from './job-ai.tsx'
import { JobFacts } from './job-facts.tsx'
import { JobGone } from './job-gone.tsx'
import { JobBar, JobHead } from './job-head.tsx'
import { JobIneligible } from './job-ineligible.tsx'
import { JobMatch } from './job-match.tsx'
import { JobPostings } from './job-postings.tsx'
import { JobPrint, printJob } from './job-print.tsx'
import { JobResumes } from './job-resumes.tsx'
import { JobSections, sectionPlace } from './job-sections.tsx'
import { JobSimilar } from './job-similar.tsx'
import { JobSkills } from './job-skills.tsx'
import { JobTimeline } from './job-timeline.tsx'
import { JobWhy } from './job-why.tsx'
import type { Quote } from './mark-quotes.ts'
import { JobNotes } from './notes/job-notes.tsx'
import { PostingSection } from './posting-section.tsx'
import type { ShownQuote } from './posting-text.tsx'
import { termLines } from './term-lines.ts'
import { useJobCommands } from './use-job-commands.ts'
import type { FactGroup } from './value-words.ts'

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
    setPageTitle(title ?? 'Job')
    return () => setPageTitle('Jobs')
  }, [title])
  usePrefetch(props.neighbours.next, campaignId, data !== undefined)
  const scroller = useRef<HTMLDivElement>(null)
  const isGone = error !== null && errorOf(error).code === 'not_found'
  return (
    <section aria-label="Job" className="@container flex h-full min-h-0 flex-col">
      <JobBar {...props} parts={data && !isGone ? <JobSections scroller={scroller} /> : null} />
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto">
        {isGone ? (
          <JobGone jobId={jobId} last={data?.job ?? null} beside={props.beside} onClose={props.onClose} />
        ) : error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <SkeletonRows rows={10} label="Loading the job" />
        ) : (
          <Loaded view={data} scroller={scroller} {...props} />
        )}
      </div>
    </section>
  )
}

/** Asks for the next job of the list and its posting once this one is there, so that it opens at once. */
function usePrefetch(next: JobRow | null, campaignId: CampaignId | null, ready: boolean): void {
  const id = ready ? next?.id : undefined
  useEffect(() => {
    if (id === undefined) return
    void queryClient.prefetchQuery(ask('jobs', 'get', { jobId: id, campaignId }))
    void queryClient.prefetchQuery(ask('jobs', 'posting', { jobId: id }))
  }, [id, campaignId])
}

/** From this width on, facts and people stand beside the posting. */
const TWO_COLUMNS_REM = 52

/** What a reminder without words says, by what comes next. */
const REMIND_OF: Partial<Record<JobStatus, string>> = {
  waiting: 'Decide on this job',
  approved: 'Apply',
  preparing_to_apply: 'Send the application',
  applied: 'Ask how it stands',
  interview: 'Prepare for the interview',
  offer: 'Answer the offer',
}

function Loaded({
  view,
  campaignId,
  beside,
  near,
  scroller,
}: JobDetailProps & { view: JobView; scroller: RefObject<HTMLElement | null> }) {
  const { job } = view
  const changes = useJobChanges()
  const [statusOpen, setStatusOpen] = useState(false)
  const [shown, setShown] = useState<ShownQuote | null>(null)
  const [pointed, setPointed] = useState<Pick<Quote, 'quote' | 'start'> | null>(null)
  const [editing, setEditing] = useState<ReadonlySet<FactGroup>>(new Set())
  const [detecting, setDetecting] = useState(false)
  const [comparing, setComparing] = useState(false)
  const navigate = useNavigate()
  const isWide = useWidthInRem(scroller) >= TWO_COLUMNS_REM
  const { applyUrl } = view
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
  useJobCommands({
    view,
    beside,
    changes,
    openStatus: () => setStatusOpen(true),
    compare: () => setComparing(true),
    detect: () => setDetecting(true),
    edit: key => edit(key, true),
    // Whoever presses the key at once is faster than the application's answer.
    remind: () => focusWhenThere('article [data-section="reminders"] input'),
  })
  const show = ({ fact, quote, start }: Proof) =>
    quote !== null && setShown(last => ({ fact, quote, start, turn: (last?.turn ?? 0) + 1 }))

  const people = (
    <>
      <div {...sectionPlace('reminders')}>
        <JobReminders jobId={job.id} suggestion={REMIND_OF[job.status]} />
      </div>
      <JobContacts jobId={job.id} />
    </>
  )
  return (
    <article aria-labelledby="job-title" className="flex flex-col gap-4 p-4 sm:px-6">
      <div {...sectionPlace('overview')}>
        <JobHead
          row={job}
          campaignId={campaignId}
          applyUrl={applyUrl}
          appliedAt={view.appliedAt}
          beside={beside}
          changes={changes}
          statusOpen={statusOpen}
          onStatusOpen={setStatusOpen}
          onApply={url => void openApplication(job, url, changes)}
          onPrint={() => void printJob(view)}
        />
        <JobIneligible view={view} />
        <JobSummary summary={view.summary} />
        <AppliedBefore appliedBefore={view.appliedBefore} repostedAt={view.repostedAt} />
      </div>
      {/* The last row takes what the facts beside are taller. */}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 @min-[52rem]:grid-cols-[minmax(0,1fr)_19rem] @min-[52rem]:grid-rows-[auto_1fr]">
        <div {...sectionPlace('why')}>
          <JobWhy view={view} campaignId={campaignId} onCompare={() => setComparing(true)} />
          <JobMatch match={view.match} />
          <JobResumes job={job} />
        </div>
        <div className="flex flex-col gap-4 @min-[52rem]:col-start-2 @min-[52rem]:row-span-full">
          <div {...sectionPlace('facts')}>
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
          </div>
          {isWide ? people : null}
          <JobCompany job={job} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <div {...sectionPlace('posting')}>
            <PostingSection view={view} quotes={quotes} shown={shown} pointed={pointed} />
          </div>
          <div {...sectionPlace('notes')}>
            <JobNotes jobId={job.id} notes={view.notes} version={view.notesVersion} />
          </div>
          {isWide ? null : people}
          <div {...sectionPlace('application')}>
            <ApplicationFacts jobId={job.id} />
            {NOT_SENT.includes(job.status) ? null : <Answers jobId={job.id} />}
          </div>
          <div {...sectionPlace('similar')}>
            <JobSimilar jobId={job.id} />
            <JobPostings postings={view.postings} />
          </div>
          <div {...sectionPlace('timeline')}>
            <JobTimeline view={view} />
          </div>
        </div>
      </div>
      <JobPrint view={view} />
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

/** What comes after an application was sent. */
const Answers = ({ jobId }: { jobId: JobId }) => (
  <>
    <div>
      <MailButton jobId={jobId} />
    </div>
    <Interviews jobId={jobId} />
    <Offer jobId={jobId} />
  </>
)

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
