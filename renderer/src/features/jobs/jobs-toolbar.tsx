import { useQuery } from '@tanstack/react-query'
import { ArrowDownUp, EyeOff, ListFilter, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { ask } from '../../app/core.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { SORTS } from './filter-words.ts'
import { type JobsView, showsWaiting } from './jobs-view.ts'

interface ToolProps {
  view: JobsView
  onChange: (view: JobsView) => void
}

/** What narrows and orders the jobs list, in one line. Every change is a new view, which stands in the address. */
export function JobsToolbar({
  view,
  chosen,
  panelOpen,
  onPanel,
  onChange,
  views,
  columns,
}: ToolProps & {
  /** How many filters are chosen. */
  chosen: number
  panelOpen: boolean
  onPanel: () => void
  /** The menu of saved views, and that of the columns. */
  views: ReactNode
  columns: ReactNode
}) {
  return (
    <div role="toolbar" aria-label="Filters and order" className="flex flex-wrap items-center gap-2">
      <Button
        icon={ListFilter}
        data-filters
        aria-expanded={panelOpen}
        aria-keyshortcuts="Shift+F"
        title="All filters (Shift+F)"
        className={chosen > 0 ? 'border-accent! bg-accent-soft!' : undefined}
        onClick={onPanel}
      >
        Filters
        {chosen > 0 ? <span className="tabular-nums">({chosen})</span> : null}
      </Button>
      {views}
      <CampaignChoice view={view} onChange={onChange} className="hidden max-w-44 flex-1 basis-36 sm:flex" />
      <Button
        icon={Star}
        aria-pressed={view.favourite}
        className={view.favourite ? '[&>svg]:fill-current' : undefined}
        onClick={() => onChange({ ...view, favourite: !view.favourite })}
      >
        Favourites
      </Button>
      <HiddenToggle view={view} onChange={onChange} />
      <span className="flex-1" />
      <div className="flex items-center gap-1">
        <Select
          label="Order"
          hideLabel
          className="w-44"
          value={view.sort}
          options={SORTS.map(one => ({ value: one.value, label: view.reversed ? one.reversed : one.label }))}
          onChange={sort => onChange({ ...view, sort })}
        />
        <IconButton
          label="Reverse the order"
          icon={ArrowDownUp}
          aria-pressed={view.reversed}
          className={view.reversed ? 'bg-accent-soft text-accent!' : undefined}
          onClick={() => onChange({ ...view, reversed: !view.reversed })}
        />
        {columns}
      </div>
    </div>
  )
}

/** The campaign whose score is shown and which the list belongs to. */
export function CampaignChoice({ view, onChange, className }: ToolProps & { className?: string }) {
  const campaigns = useQuery(ask('campaigns', 'list', {}))
  return (
    <Select
      label="Campaign"
      hideLabel
      {...(className ? { className } : {})}
      value={String(view.campaignId ?? '')}
      options={[
        { value: '', label: 'All campaigns' },
        ...(campaigns.data ?? []).map(one => ({ value: String(one.id), label: one.draft.name })),
      ]}
      onChange={value =>
        onChange({ ...view, campaignId: campaigns.data?.find(one => String(one.id) === value)?.id ?? null })
      }
    />
  )
}

/** Shows the waiting jobs too that rules hide, and says how many; nothing where none is hidden. */
function HiddenToggle({ view, onChange }: ToolProps) {
  const { data: counts } = useQuery(ask('jobs', 'counts', { campaignId: view.campaignId }))
  const hidden = counts?.ineligible ?? 0
  if (!view.ineligible && (hidden === 0 || !showsWaiting(view))) return null
  return (
    <Button
      icon={EyeOff}
      aria-pressed={view.ineligible}
      title="Waiting jobs that the rules of the campaign, or of every campaign, speak against"
      onClick={() => onChange({ ...view, ineligible: !view.ineligible })}
    >
      Show hidden ({hidden.toLocaleString('en')})
    </Button>
  )
}
