import { useMutation, useQuery } from '@tanstack/react-query'
import { Sparkles } from 'lucide-react'
import { Link } from 'react-router'
import type { DocumentVersionId } from '../../../../../main/contract/ids.ts'
import { ask, client } from '../../../app/core.ts'
import { failureToast } from '../../../app/failure.tsx'
import { errorOf } from '../../../transport/client.ts'
import { Button } from '../../../ui/button.tsx'
import { toast } from '../../../ui/toast-store.ts'

/** Lets the language model look for more; nothing stands here while it is switched off. */
export function RefinePart({ versionId }: { versionId: DocumentVersionId }) {
  const { data: status } = useQuery(ask('ai', 'status', {}))
  const refine = useMutation({
    mutationFn: () => client.resumes.refine({ versionId }),
    onSuccess: ({ changed }) =>
      toast(
        changed === 0
          ? 'The model found nothing more that stands in the text'
          : changed === 1
            ? 'The model read 1 thing'
            : `The model read ${changed} things`,
        changed === 0 ? {} : { description: 'They are marked. Nothing was saved yet.' },
      ),
  })
  if (!status || status.state === 'off') return null
  const error = refine.error && errorOf(refine.error)
  const problem =
    status.state === 'ready' ? (error && error.code !== 'cancelled' ? error.message : '') : status.message
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded border border-line bg-surface px-4 py-2">
      <p className="min-w-0 flex-1 basis-56 text-sm text-ink-2" role={problem ? 'alert' : undefined}>
        {problem || 'The language model can look for more. The text of this document is sent to it.'}{' '}
        {status.state === 'ready' ? null : (
          <Link to="/settings#ai" className="text-link">
            Settings
          </Link>
        )}
      </p>
      {refine.isPending ? (
        <Button size="small" onClick={() => void client.resumes.cancelRefine({}).catch(failureToast)}>
          Cancel
        </Button>
      ) : null}
      <Button
        size="small"
        icon={Sparkles}
        busy={refine.isPending}
        disabled={status.state !== 'ready'}
        onClick={() => refine.mutate()}
      >
        {refine.isPending ? 'The model reads…' : 'Refine with the model'}
      </Button>
    </div>
  )
}
