import { useMutation } from '@tanstack/react-query'
import { CircleAlert, RotateCw, Sparkles } from 'lucide-react'
import type { JobView } from '../../../../main/contract/shapes.ts'
import { client } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast-store.ts'
import { When } from '../../ui/when.tsx'

/** How the model's reading of this job went; nothing when it was never asked. */
export function JobAi({ view }: { view: JobView }) {
  const again = useMutation({
    mutationFn: () => client.detection.start({ kind: 'ai', scope: { jobs: [view.job.id] } }),
    onSuccess: () => toast('The model is asked again'),
    onError: failureToast,
  })
  const { ai } = view
  if (ai === null) return null
  if (ai.state === 'done')
    return (
      <p className="pt-2 text-sm text-ink-3">
        Read by {ai.model} <When at={ai.at} />
      </p>
    )
  return (
    <div className="mt-2 flex flex-col items-start gap-1.5 rounded bg-warn-soft px-3 py-2 text-sm">
      <p className="flex items-start gap-2">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        <span>
          {ai.model} could not read this job <When at={ai.at} />.{ai.message ? ` ${ai.message}` : ''}
        </span>
      </p>
      <Button size="small" icon={RotateCw} busy={again.isPending} onClick={() => again.mutate()}>
        Try again
      </Button>
    </div>
  )
}

/** What the model says of the job in short, under its head. */
export function JobSummary({ summary }: { summary: string | null }) {
  return summary === null ? null : (
    <p className="flex max-w-prose items-start gap-2 text-base text-ink-2">
      <Sparkles aria-hidden className="mt-1 size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <span>
        {summary} <span className="text-sm whitespace-nowrap text-ink-3">Summary by AI</span>
      </span>
    </p>
  )
}
