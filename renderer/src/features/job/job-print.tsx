import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { NOT_STATED, STATUS_LABELS } from '../../../../main/contract/labels.ts'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { useCommand } from '../../app/commands.ts'
import { ask, queryClient } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { exactText } from '../../ui/when-text.ts'
import { useRanking } from '../jobs/use-ranking.ts'
import { groupFacts } from './group-facts.ts'
import { withoutLinks } from './posting-links.ts'
import { termLines } from './term-lines.ts'
import './print.css'

/** Whether the page is being printed, or shown as it would be printed. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(() => matchMedia('print').matches)
  useEffect(() => {
    // Drawn before the printer looks.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    const media = matchMedia('print')
    const change = () => (media.matches ? before() : after())
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    media.addEventListener('change', change)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
      media.removeEventListener('change', change)
    }
  }, [])
  return printing
}

/** Opens the system's print dialog once the words of the posting are there. */
export async function printJob({ job }: JobView): Promise<void> {
  try {
    await queryClient.ensureQueryData(ask('jobs', 'posting', { jobId: job.id }))
    window.print()
  } catch (error) {
    failureToast(error)
  }
}

/** The job as it stands on paper: whole texts instead of frames, addresses instead of links. Also by the key P. */
export function JobPrint({ view }: { view: JobView }) {
  const printing = usePrinting()
  useCommand({
    id: 'job.print',
    title: 'Print',
    group: 'Job',
    icon: Printer,
    shortcut: 'p',
    keywords: 'paper pdf',
    run: () => void printJob(view),
  })
  return printing ? createPortal(<Paper view={view} />, document.body) : null
}

/** "21 Nov 2026": paper does not know how long ago that was. */
const dayOf = (iso: string) => exactText(iso).split(',')[0] ?? iso

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-5">
      <h2 className="mb-1 border-b border-line text-lg font-semibold">{title}</h2>
      {children}
    </section>
  )
}

function Paper({ view }: { view: JobView }) {
  const { job } = view
  const { data } = useQuery(ask('jobs', 'posting', { jobId: job.id }))
  const { ranking } = useRanking(view, job.campaignId)
  const links = useMemo(() => (data ? withoutLinks(data.html).links : []), [data])
  const facts = groupFacts(view)
  const terms = termLines(view)
  const addresses = [
    ...new Set([view.applyUrl, ...view.postings.map(posting => posting.url)].filter(url => url !== null)),
  ]
  return (
    <article className="print-job text-base">
      <h1 className="text-2xl font-semibold break-words">{job.title}</h1>
      <p className="text-lg">{[job.company, job.location].filter(Boolean).join(' · ')}</p>
      <p>
        {STATUS_LABELS[job.status]}
        {view.appliedAt ? ` · applied ${dayOf(view.appliedAt)}` : ''}
        {job.score === null ? '' : ` · score ${Math.round(job.score)} of 100`}
        {ranking ? ` for ${ranking.campaignName}` : ''}
        {` · ${job.postedAt ? 'posted' : 'found'} ${dayOf(job.postedAt ?? job.foundAt)}`}
        {job.closed ? ' · no longer open' : ''}
        {` · printed ${dayOf(new Date().toISOString())}`}
      </p>
      {addresses.map(url => (
        <p key={url} className="break-all">
          {url}
        </p>
      ))}
      {view.summary ? <Part title="Summary">{view.summary}</Part> : null}
      <Part title="Facts">
        <dl>
          {[
            ...facts.map(line => ({ label: line.label, text: line.text ?? NOT_STATED, aside: line.aside })),
            ...terms.map(line => ({
              label: line.label,
              text: line.words.map(word => word.text).join(', '),
              aside: null,
            })),
          ].map(({ label, text, aside }) => (
            <div key={label} className="flex gap-3">
              <dt className="w-32 shrink-0 text-ink-3">{label}</dt>
              <dd className="min-w-0 flex-1 break-words">
                {text}
                {aside ? ` ${aside}` : ''}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
      {view.notes.trim() === '' ? null : (
        <Part title="Notes">
          <p className="break-words whitespace-pre-wrap">{view.notes}</p>
        </Part>
      )}
      <Part title="Posting">
        <p className="break-words whitespace-pre-wrap">{data?.text}</p>
        {links.length > 0 ? (
          <ul className="mt-3">
            {links.map(({ url, text }) => (
              <li key={url} className="break-all">
                {text === url ? url : `${text}: ${url}`}
              </li>
            ))}
          </ul>
        ) : null}
      </Part>
    </article>
  )
}
