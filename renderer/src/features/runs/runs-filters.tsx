import type { RunKind } from '../../../../main/contract/runs.ts'
import { Select } from '../../ui/select.tsx'
import { KIND_LABELS, RUN_STATE_LABELS } from '../campaigns/run-words.ts'
import { type RunsView, SHOWN_STATES } from './runs-view.ts'
import { useKnownCampaigns } from './use-runs.ts'

const KINDS = Object.entries(KIND_LABELS) as [RunKind, string][]
const ALL = 'all'

/** Which runs the history shows: of one campaign, of one kind, in one state. */
export function RunsFilters({ view, onChange }: { view: RunsView; onChange: (view: RunsView) => void }) {
  const campaigns = useKnownCampaigns()
  const names = [...(campaigns?.values() ?? [])].map(one => ({
    value: String(one.id),
    label: one.draft.name,
  }))
  const chosen = view.campaignId === null ? ALL : String(view.campaignId)
  const missing = chosen !== ALL && !names.some(one => one.value === chosen)
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        label="Campaign"
        hideLabel
        className="w-48 max-w-full grow sm:grow-0"
        options={[
          { value: ALL, label: 'All campaigns' },
          ...names,
          ...(missing ? [{ value: chosen, label: 'A deleted campaign' }] : []),
        ]}
        value={chosen}
        onChange={value =>
          onChange({
            ...view,
            campaignId: [...(campaigns?.keys() ?? [])].find(id => String(id) === value) ?? null,
          })
        }
      />
      <Select
        label="Kind"
        hideLabel
        className="w-36 grow sm:grow-0"
        options={[{ value: ALL, label: 'All kinds' }, ...KINDS.map(([value, label]) => ({ value, label }))]}
        value={view.kind ?? ALL}
        onChange={kind => onChange({ ...view, kind: kind === ALL ? null : kind })}
      />
      <Select
        label="State"
        hideLabel
        className="w-36 grow sm:grow-0"
        options={[
          { value: ALL, label: 'All states' },
          ...SHOWN_STATES.map(value => ({
            value,
            label: value === 'going' ? 'Waiting or running' : RUN_STATE_LABELS[value],
          })),
        ]}
        value={view.state ?? ALL}
        onChange={state => onChange({ ...view, state: state === ALL ? null : state })}
      />
    </div>
  )
}
