import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Check, LayoutDashboard, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { CampaignView } from '../../../../main/contract/shapes.ts'
import { useCommands } from '../../app/commands.ts'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { EmptyState, Skeleton } from '../../ui/states.tsx'
import { RadioGroup } from '../../ui/toggles.tsx'
import { openAdd } from '../add/add-opener.ts'
import { Arrange } from './arrange.tsx'
import {
  type DashboardView,
  dashboardParams,
  daysOfRange,
  RANGE_LABELS,
  RANGES,
  readDashboardView,
} from './dashboard-view.ts'
import { useWidgetOrder } from './use-widget-order.ts'
import { columnsFor, spansOf } from './widget-order.ts'
import { type Shown, Widget } from './widgets.tsx'

/** The day at a glance: what is new, what fits, what is due, what was done, and whether the collecting works. */
export function DashboardPage() {
  const [params, setParams] = useSearchParams()
  const asked = readDashboardView(params)
  const campaigns = useQuery(ask('campaigns', 'list', {}))
  const campaign = campaigns.data?.find(one => one.id === asked.campaignId) ?? null
  // A campaign that is gone shows all of them, once it is known that it is gone.
  const gone = asked.campaignId !== null && campaigns.data !== undefined && campaign === null
  const { range } = asked
  const campaignId = gone ? null : asked.campaignId
  const { data, error, refetch } = useQuery({
    ...ask('dashboard', 'overview', {
      days: daysOfRange(range),
      campaignId,
      utcOffset: -new Date().getTimezoneOffset(),
    }),
    placeholderData: keepPreviousData,
    enabled: asked.campaignId === null || campaigns.data !== undefined || campaigns.error !== null,
  })
  const widgets = useWidgetOrder()
  const [arranging, setArranging] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const columns = columnsFor(useWidthInRem(box))
  useCommands([
    {
      id: 'dashboard.arrange',
      title: arranging ? 'Finish arranging the dashboard' : 'Arrange the dashboard',
      group: 'Dashboard',
      icon: LayoutDashboard,
      keywords: 'order hide show widgets reset',
      run: () => setArranging(!arranging),
    },
  ])
  const look = (change: Partial<DashboardView>) =>
    setParams(dashboardParams({ range, campaignId, ...change }), { replace: true })
  return (
    <Page
      title="Dashboard"
      wide
      action={
        <>
          <Button
            icon={arranging ? Check : LayoutDashboard}
            look={arranging ? 'primary' : 'plain'}
            onClick={() => setArranging(!arranging)}
          >
            {arranging ? 'Done' : 'Arrange'}
          </Button>
          <Button icon={Plus} onClick={() => openAdd()}>
            Add a job
          </Button>
        </>
      }
    >
      <div ref={box} className="flex min-w-0 flex-col gap-4">
        {arranging ? (
          <Arrange widgets={widgets} columns={columns} />
        ) : (
          <>
            <View
              view={{ range, campaignId }}
              campaigns={campaigns.data ?? []}
              onChange={change => look(change)}
            />
            {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
            {data ? (
              <Widgets
                shown={{ view: data, range, campaign }}
                order={widgets.order.filter(one => one.shown).map(one => one.widget)}
                columns={columns}
                onArrange={() => setArranging(true)}
              />
            ) : null}
            {!data && !error ? <Shape columns={columns} /> : null}
          </>
        )}
      </div>
    </Page>
  )
}

/** Which days and which campaign are looked at. */
function View({
  view,
  campaigns,
  onChange,
}: {
  view: DashboardView
  campaigns: readonly CampaignView[]
  onChange: (change: Partial<DashboardView>) => void
}) {
  const ids = new Map<string, CampaignId>(campaigns.map(({ id }) => [String(id), id]))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <RadioGroup
        label="Days shown"
        hideLabel
        options={RANGES.map(value => ({ value, label: RANGE_LABELS[value] }))}
        value={view.range}
        onChange={range => onChange({ range })}
      />
      {campaigns.length > 0 ? (
        <Select
          label="Campaign"
          hideLabel
          className="w-full max-w-64 min-w-40 flex-1 basis-40"
          options={[
            { value: '', label: 'All campaigns' },
            ...campaigns.map(({ id, draft }) => ({ value: String(id), label: draft.name })),
          ]}
          value={view.campaignId === null ? '' : String(view.campaignId)}
          onChange={value => onChange({ campaignId: ids.get(value) ?? null })}
        />
      ) : null}
    </div>
  )
}

function Widgets({
  shown,
  order,
  columns,
  onArrange,
}: {
  shown: Shown
  order: readonly Parameters<typeof Widget>[0]['widget'][]
  columns: number
  onArrange: () => void
}) {
  const spans = spansOf(order, columns)
  if (order.length === 0)
    return (
      <EmptyState
        icon={LayoutDashboard}
        title="Everything is hidden"
        action={
          <Button look="primary" icon={LayoutDashboard} onClick={onArrange}>
            Arrange the dashboard
          </Button>
        }
      >
        All parts of the dashboard are switched off. What they would show is kept.
      </EmptyState>
    )
  return (
    <div className="grid gap-4" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {order.map((widget, index) => (
        <div
          key={widget}
          className="@container/widget min-w-0"
          style={{ gridColumn: `span ${spans[index] ?? 1}` }}
        >
          <Widget widget={widget} shown={shown} />
        </div>
      ))}
    </div>
  )
}

function Shape({ columns }: { columns: number }) {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-4">
      <Skeleton className="h-24 w-full" />
      <div className="grid gap-4" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        {Array.from({ length: 2 * columns }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes without identity
          <Skeleton key={index} className="h-72 w-full" />
        ))}
      </div>
    </div>
  )
}
