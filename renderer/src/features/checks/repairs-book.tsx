import { useQuery } from '@tanstack/react-query'
import type { CheckView } from '../../../../main/contract/checks.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Section } from '../../ui/page.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'

const MOST = 50

/** What was ever mended here, the newest first. */
export function RepairsBook({ checks }: { checks: readonly CheckView[] }) {
  const { data, error, refetch } = useQuery(ask('checks', 'repairs', { limit: MOST }))
  return (
    <Section title="Book of repairs" lead="Every repair that was done here; none is done without you.">
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data?.length === 0 ? <p className="text-sm text-ink-3">Nothing was repaired yet.</p> : null}
      {data && data.length > 0 ? (
        <Table caption="Repairs" head={['When', 'Check', { label: 'Rows', number: true }, 'What was done']}>
          {data.map(repair => (
            <tr key={repair.id}>
              <Cell className="whitespace-nowrap">
                <When at={repair.at} />
              </Cell>
              <Cell heading>{checks.find(check => check.name === repair.name)?.title ?? repair.name}</Cell>
              <Cell number>{repair.rows.toLocaleString('en')}</Cell>
              <Cell className="min-w-48 break-words">{repair.note}</Cell>
            </tr>
          ))}
        </Table>
      ) : null}
    </Section>
  )
}
