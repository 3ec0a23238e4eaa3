import { useMutation, useQuery } from '@tanstack/react-query'
import { Wrench } from 'lucide-react'
import type { CheckView } from '../../../../main/contract/checks.ts'
import { client, queryClient } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { errorOf } from '../../transport/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast-store.ts'
import { dryRunText, rowsText } from './check-words.ts'

/** Says what a repair would do before it is done. */
export function RepairDialog({ check, onClose }: { check: CheckView; onClose: () => void }) {
  const { name, title } = check
  // A command that changes nothing; asked anew each time, since the data may have changed.
  const dry = useQuery({
    queryKey: ['repair', name],
    queryFn: () => client.checks.repair({ name, dryRun: true }),
    gcTime: 0,
    staleTime: 0,
  })
  const repair = useMutation({
    mutationFn: () => client.checks.repair({ name, dryRun: false }),
    onSuccess: ({ rows }) => {
      toast(`${rowsText(rows)} mended`, { tone: 'good', description: 'It stands in the book of repairs.' })
      onClose()
      void queryClient.invalidateQueries({ queryKey: ['checks'] })
    },
  })
  const rows = dry.data?.rows ?? 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Repair: ${title}`}
      description={dry.data ? dryRunText(rows) : 'Looking at what would be done.'}
      footer={
        <>
          <Button onClick={onClose}>{dry.data && rows === 0 ? 'Close' : 'Cancel'}</Button>
          {rows > 0 ? (
            <Button look="primary" icon={Wrench} busy={repair.isPending} onClick={() => repair.mutate()}>
              Repair {rowsText(rows)}
            </Button>
          ) : null}
        </>
      }
    >
      {dry.error ? (
        <Failure error={dry.error} onRetry={() => void dry.refetch()} />
      ) : dry.data ? (
        <Examples rows={rows} examples={dry.data.examples} />
      ) : (
        <Skeleton className="h-24 w-full" />
      )}
      {repair.error ? (
        <p role="alert" className="pt-2 text-sm text-bad">
          {errorOf(repair.error).message}
        </p>
      ) : null}
    </Dialog>
  )
}

function Examples({ rows, examples }: { rows: number; examples: readonly string[] }) {
  if (examples.length === 0) return null
  return (
    <div className="flex flex-col gap-1 text-sm">
      <h3 className="font-medium">{examples.length < rows ? 'The first of them' : 'What would be done'}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {examples.map((example, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two examples may read alike
          <li key={index} className="break-words">
            {example}
          </li>
        ))}
      </ul>
      {examples.length < rows ? (
        <p className="text-ink-2">And {rowsText(rows - examples.length)} more of the same kind.</p>
      ) : null}
    </div>
  )
}
