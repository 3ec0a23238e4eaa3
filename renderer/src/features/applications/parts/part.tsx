import type { ReactNode } from 'react'
import type { ApplicationView } from '../../../../../main/contract/applications.ts'
import type { JobId } from '../../../../../main/contract/ids.ts'
import { errorText } from '../../../app/error-text.ts'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/page.tsx'
import { Skeleton } from '../../../ui/states.tsx'
import { useApplication } from './use-application.ts'

/** One part of an application under its heading: its shape while it loads, what went wrong, or itself. */
export function Part({
  jobId,
  title,
  action,
  children,
}: {
  jobId: JobId
  title: string
  action?: (view: ApplicationView) => ReactNode
  children: (view: ApplicationView) => ReactNode
}) {
  const { data, error, refetch } = useApplication(jobId)
  if (data)
    return (
      <Section title={title} action={action?.(data)}>
        {children(data)}
      </Section>
    )
  return (
    <Section title={title}>
      {error ? (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-sm">
          <span className="min-w-0">{errorText(errorOf(error)).what}</span>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div role="status" aria-label={`Loading: ${title}`} className="flex flex-col gap-2 py-1">
          <Skeleton className="h-4 w-3/5" />
          <Skeleton className="h-4 w-2/5" />
        </div>
      )}
    </Section>
  )
}
