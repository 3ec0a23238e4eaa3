import { useQuery } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { JobRow } from '../../../../main/contract/job-row.ts'
import type { ResumeFit } from '../../../../main/contract/resumes.ts'
import { useCommand } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { errorText } from '../../app/error-text.ts'
import { errorOf } from '../../transport/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { ScoreRing } from '../../ui/score-ring.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { openAddDocuments } from '../documents/adding/add-opener.ts'
import { JobMatchDialog } from '../documents/job-match-dialog.tsx'
import { countsText } from '../documents/match-words.ts'

/** So many are shown at first. */
const SHOWN = 3

/** The résumés that could go with a job, the one that fits best first; each opens its match. */
export function JobResumes({ job }: { job: Pick<JobRow, 'id' | 'title' | 'company'> }) {
  const { data, error, refetch } = useQuery(ask('resumes', 'bestForJob', { jobId: job.id }))
  const [shown, setShown] = useState<ResumeFit | null>(null)
  const [all, setAll] = useState(false)
  const first = data?.[0]
  useCommand({
    id: 'job.bestResume',
    title: 'Show how the best résumé fits this job',
    group: 'Job',
    run: () => first && setShown(first),
  })
  return (
    <Section
      title="Résumés for this job"
      action={
        <Link to="/documents" className="text-link text-sm">
          Documents
        </Link>
      }
    >
      {data ? (
        data.length === 0 ? (
          <NoResumes />
        ) : (
          <>
            <ul aria-label="Résumés for this job" className="-mx-2">
              {(all ? data : data.slice(0, SHOWN)).map((fit, index) => (
                <li key={fit.versionId}>
                  <button
                    type="button"
                    onClick={() => setShown(fit)}
                    className="flex min-h-11 w-full items-center gap-3 rounded px-2 py-1 text-left hover:bg-hover"
                  >
                    <ScoreRing score={fit.score} lessSure={fit.lessSure} what="Match" />
                    <span className="min-w-0 flex-1">
                      <span className="block truncate text-sm font-medium">{fit.title}</span>
                      <span className="block text-xs text-ink-2 tabular-nums">{countsText(fit)}</span>
                    </span>
                    {index === 0 && data.length > 1 ? <Badge tone="accent">Best fit</Badge> : null}
                  </button>
                </li>
              ))}
            </ul>
            {data.length > SHOWN ? (
              <Button look="quiet" size="small" aria-expanded={all} onClick={() => setAll(now => !now)}>
                {all ? 'Show fewer' : `Show all ${data.length}`}
              </Button>
            ) : null}
          </>
        )
      ) : error ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0">{errorText(errorOf(error)).what}</span>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div role="status" aria-label="Loading the résumés" className="flex flex-col gap-3 py-1">
          <Skeleton className="h-8 w-11/12" />
          <Skeleton className="h-8 w-4/5" />
        </div>
      )}
      <JobMatchDialog
        match={
          shown && {
            documentId: shown.documentId,
            versionId: shown.versionId,
            jobId: job.id,
            title: shown.title,
            beside: `Held against ${job.title} · ${job.company}`,
          }
        }
        way="document"
        onClose={() => setShown(null)}
      />
    </Section>
  )
}

function NoResumes() {
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="text-sm text-ink-2">
        There is no résumé yet. Add one, and its fit for this job stands here, word by word.
      </p>
      <Button icon={FileUp} onClick={() => openAddDocuments({ kind: 'resume' })}>
        Add a résumé
      </Button>
    </div>
  )
}
