import { useQuery } from '@tanstack/react-query'
import { Plug, Plus } from 'lucide-react'
import { useRef } from 'react'
import { useNavigate } from 'react-router'
import type { SourceView } from '../../../../main/contract/sources.ts'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { openAddSource } from './add/add-source-opener.ts'
import { SourceCards } from './source-cards.tsx'
import { SourceTable } from './source-table.tsx'
import { testSources } from './source-tests.ts'
import { overviewText } from './source-words.ts'
import { useSourceActs } from './use-source-acts.ts'

/** Below this width the columns stand under each other. */
const TABLE_REM = 62

/** `/sources`: every source by priority, with how it is and what it brings. */
export function SourcesPage() {
  const { data, error, refetch } = useQuery(ask('sources', 'list', {}))
  const navigate = useNavigate()
  const add = () => openAddSource()
  const active = data?.filter(source => source.enabled) ?? []
  useCommands([
    { id: 'sources.add', title: 'Add a source', group: 'Sources', icon: Plus, shortcut: 'n', run: add },
    ...(active.length > 0
      ? [
          {
            id: 'sources.testAll',
            title: 'Test all sources',
            group: 'Sources',
            icon: Plug,
            run: () => void testAll(active),
          },
        ]
      : []),
    ...(data ?? []).map(source => ({
      id: `sources.open.${source.id}`,
      title: `Open ${source.label}`,
      group: 'Sources',
      run: () => void navigate(`/sources/${source.id}`),
    })),
  ])
  return (
    <Page
      title="Sources"
      lead={data && data.length > 0 ? overviewText(data) : 'Where postings come from.'}
      action={
        <Button look="primary" icon={Plus} onClick={add}>
          Add source
        </Button>
      }
    >
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows label="Loading the sources" />
      ) : data.length === 0 ? (
        <EmptyState
          icon={Plug}
          title="No source yet"
          action={
            <Button look="primary" icon={Plus} onClick={add}>
              Add the first source
            </Button>
          }
        >
          Paste the address of a company's careers page, or choose a public job board. A campaign asks its
          sources on schedule, and every posting becomes a ranked job.
        </EmptyState>
      ) : (
        <List sources={data} />
      )}
    </Page>
  )
}

/** Each is asked for the first campaign that uses it. */
async function testAll(sources: readonly SourceView[]): Promise<void> {
  const campaigns = new Set(sources.map(source => source.campaigns[0] ?? null))
  await Promise.all(
    [...campaigns].map(campaignId =>
      testSources(
        sources.filter(source => (source.campaigns[0] ?? null) === campaignId).map(source => source.id),
        campaignId,
      ),
    ),
  )
}

function List({ sources }: { sources: readonly SourceView[] }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidthInRem(box)
  const acts = useSourceActs()
  return (
    <div ref={box} className="flex flex-col gap-2">
      {width === 0 ? null : width < TABLE_REM ? (
        <SourceCards sources={sources} acts={acts} />
      ) : (
        <SourceTable sources={sources} acts={acts} />
      )}
      <p className="text-xs text-ink-3">
        Priority 1 comes first: of two postings of one job, the words of the source with the lower number are
        shown. Postings are those of the last answer, duplicates those that another source had already.
        Quality is 0 to 100 over the last 20 runs.
      </p>
    </div>
  )
}
