import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CampaignId, type SourceId } from '../../../../../main/contract/ids.ts'
import { ask, client } from '../../../app/core.ts'
import { testSources } from '../source-tests.ts'

/** What became of one line that was pasted, or of one choice. */
export interface Line {
  /** As the person wrote it. */
  text: string
  /**
   * `known`: it was on the list already; `changed`: and took over what is new; `unknown`: no address of a kind that
   * Rolecall reads.
   */
  outcome: 'added' | 'changed' | 'known' | 'unknown' | 'failed'
  /** The source, or what is wrong. */
  words: string
  sourceId: SourceId | null
}

export interface ChosenCampaigns {
  /** By id as text, as the chips take them. */
  options: readonly { value: string; label: string }[]
  value: readonly string[]
  onChange: (value: string[]) => void
  ids: readonly CampaignId[]
}

/** The campaigns that are to ask what is added; the one campaign that there is stands chosen. */
export function useChosenCampaigns(campaignId: CampaignId | null): ChosenCampaigns {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const options = (data ?? []).map(one => ({ value: String(one.id), label: one.draft.name }))
  const [only] = options.length === 1 ? options : []
  const value = chosen ?? (campaignId !== null ? [String(campaignId)] : only ? [only.value] : [])
  return { options, value, onChange: setChosen, ids: value.map(id => CampaignId.parse(Number(id))) }
}

/** Adds a source to the list and to the campaigns. */
export async function addSource(
  source: { kind: string; config: Record<string, unknown> },
  campaignIds: readonly CampaignId[],
): Promise<{ sourceId: SourceId; label: string; outcome: 'added' | 'changed' | 'known' }> {
  const [first = null, ...rest] = campaignIds
  const { sourceId, label, added, changed } = await client.sources.add({ ...source, campaignId: first })
  for (const campaignId of rest) await client.sources.add({ ...source, campaignId })
  return { sourceId, label, outcome: added ? 'added' : changed ? 'changed' : 'known' }
}

/** Tests what was added or is asked otherwise; the results show wherever the sources do. */
export function testAdded(lines: readonly Line[], campaignIds: readonly CampaignId[]): void {
  const ids = lines.flatMap(line =>
    (line.outcome === 'added' || line.outcome === 'changed') && line.sourceId !== null ? [line.sourceId] : [],
  )
  void testSources(ids, campaignIds[0] ?? null)
}
