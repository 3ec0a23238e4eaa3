import { SlidersHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { JobId } from '../../../../main/contract/ids.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import { useCommands } from '../../app/commands.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { NoRecommendations } from './no-recommendations.tsx'
import { type Recommendation, RecommendationRow } from './recommendation-row.tsx'
import { useHasProfile, useRecommendations } from './use-recommendations.ts'

const rowName = ({ job, match, why }: Recommendation): string =>
  [job.title, job.company, `match ${Math.round(match)}`, STATUS_LABELS[job.status], why]
    .filter(Boolean)
    .join(', ')

/** `/recommendations`: jobs that were neither applied to nor disliked, the best match with the profile first. */
export function RecommendationsPage() {
  const list = useRecommendations()
  const hasProfile = useHasProfile()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<JobId | null>(null)
  const current = list.rows.find(row => row.job.id === active) ?? list.rows[0]
  const focusList = () =>
    box.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]')?.focus({ preventScroll: true })
  const press = (selector: string) =>
    box.current?.querySelector<HTMLElement>(`[role="listitem"][aria-current] ${selector}`)?.click()
  const group = 'Recommendations'
  useCommands([
    {
      id: 'job.why',
      title: 'Show why this match',
      group,
      shortcut: 'w',
      run: () => current && press('[data-score]'),
    },
    { id: 'recommendations.next', title: 'Go to the list', group, shortcut: 'j', run: focusList },
    { id: 'recommendations.previous', title: 'Go to the list', group, shortcut: 'k', run: focusList },
  ])
  return (
    <Page
      title="Recommended for you"
      fill
      lead="Jobs that you have neither applied to nor disliked, with a match of 30 or more and, where they say it, a fifth of the skills asked; the best first"
      action={
        <Button icon={SlidersHorizontal} onClick={() => void navigate('/profile')}>
          Your profile
        </Button>
      }
    >
      <div ref={box} className="flex min-h-0 flex-1 flex-col">
        {list.error && list.rows.length === 0 ? (
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending || (list.rows.length === 0 && hasProfile === undefined) ? (
          <SkeletonRows rows={12} label="Loading the recommendations" />
        ) : list.rows.length === 0 ? (
          <NoRecommendations hasProfile={hasProfile ?? false} />
        ) : (
          <VirtualList
            label="Recommended jobs"
            className="flex-1"
            items={list.rows}
            keyOf={row => row.job.id}
            nameOf={rowName}
            hasMore={list.hasMore}
            onLoadMore={list.loadMore}
            rowRem={4.5}
            onActiveChange={row => setActive(row.job.id)}
            onRowFocus={row => setActive(row.job.id)}
            onOpen={row => void navigate(`/jobs/${row.job.id}`)}
            renderRow={(row, state) => (
              <div className="flex h-full items-center border-b border-line px-4 hover:bg-hover sm:px-6">
                <RecommendationRow row={row} tabIndex={state.tabIndex} />
              </div>
            )}
          />
        )}
      </div>
    </Page>
  )
}
