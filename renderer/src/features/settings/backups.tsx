import { useMutation, useQuery } from '@tanstack/react-query'
import { Archive } from 'lucide-react'
import { ask, client } from '../../app/core.ts'
import { Failure, failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast-store.ts'
import { When } from '../../ui/when.tsx'

const megabytes = (bytes: number) =>
  `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** The verified copies of the database. */
export function Backups() {
  const { data, error, refetch } = useQuery(ask('backups', 'list', {}))
  const create = useMutation({
    mutationFn: () => client.backups.create({}),
    onSuccess: backup => toast(`Backup made, ${megabytes(backup.bytes)}`, { tone: 'good' }),
    onError: failureToast,
  })
  return (
    <Section
      title="Backups"
      lead="Made every day and before every change of the database's form; each is checked."
      action={
        <Button icon={Archive} busy={create.isPending} onClick={() => create.mutate()}>
          Back up now
        </Button>
      }
    >
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p className="text-sm text-ink-3">No backup yet.</p> : null}
      {data && data.length > 0 ? (
        <Table
          caption="Backups, newest first"
          head={['Made', 'Reason', { label: 'Size', number: true }, 'File']}
        >
          {data.map(backup => (
            <tr key={backup.file}>
              <Cell heading>
                <When at={backup.at} className="whitespace-nowrap" />
              </Cell>
              <Cell>{backup.reason}</Cell>
              <Cell number>{megabytes(backup.bytes)}</Cell>
              <Cell className="break-all text-ink-2">{backup.file}</Cell>
            </tr>
          ))}
        </Table>
      ) : null}
    </Section>
  )
}
