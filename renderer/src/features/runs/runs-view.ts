import { CampaignId } from '../../../../main/contract/ids.ts'
import { RunKind, type RunState } from '../../../../main/contract/runs.ts'

/** What the history of runs shows; it stands in the address, so that back and links bring it back. */
export interface RunsView {
  campaignId: CampaignId | null
  kind: RunKind | null
  /** `going`: those that wait or run. */
  state: RunState | 'going' | null
}

/** What runs can be chosen by, in the order of the choice. */
export const SHOWN_STATES = ['going', 'succeeded', 'failed', 'cancelled', 'interrupted'] as const

/** The view that an address asks for; what cannot be read counts as absent. */
export function readRunsView(params: URLSearchParams): RunsView {
  const campaign = CampaignId.safeParse(Number(params.get('campaign')))
  const kind = RunKind.safeParse(params.get('kind'))
  const state = params.get('state')
  return {
    campaignId: campaign.success ? campaign.data : null,
    kind: kind.success ? kind.data : null,
    state: SHOWN_STATES.find(one => one === state) ?? null,
  }
}

/** The query of a view's address, with "?"; '' for all runs. */
export function runsQuery({ campaignId, kind, state }: RunsView): string {
  const params = new URLSearchParams()
  if (campaignId !== null) params.set('campaign', String(campaignId))
  if (kind !== null) params.set('kind', kind)
  if (state !== null) params.set('state', state)
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}

/** The states to ask for; none: all. */
export function statesOf(state: RunsView['state']): RunState[] {
  if (state === null) return []
  return state === 'going' ? ['queued', 'running'] : [state]
}

/** True when the view leaves runs out. */
export const isFiltered = ({ campaignId, kind, state }: RunsView): boolean =>
  campaignId !== null || kind !== null || state !== null
