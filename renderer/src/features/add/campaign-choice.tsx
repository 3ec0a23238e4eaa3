import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { CampaignId } from '../../../../main/contract/ids.ts'
import { ask } from '../../app/core.ts'
import { Select } from '../../ui/select.tsx'
import { lookedAtCampaign } from './looked-at.ts'

/** The campaign that an added job belongs to: at first the one that is looked at. */
export function useCampaignChoice(): [CampaignId | null, (campaignId: CampaignId | null) => void] {
  const { pathname, search } = useLocation()
  return useState(() => lookedAtCampaign(pathname, search))
}

/** Chooses one campaign or none; nothing to choose without campaigns. */
export function CampaignChoice({
  value,
  onChange,
}: {
  value: CampaignId | null
  onChange: (campaignId: CampaignId | null) => void
}) {
  const { data: campaigns } = useQuery(ask('campaigns', 'list', {}))
  if (!campaigns || campaigns.length === 0) return null
  return (
    <Select
      label="Campaign"
      hint="All active campaigns rank the job."
      className="w-64 max-w-full"
      value={value === null ? 'none' : String(value)}
      options={[
        { value: 'none', label: 'None' },
        ...campaigns.map(one => ({ value: String(one.id), label: one.draft.name })),
      ]}
      onChange={chosen => onChange(campaigns.find(one => String(one.id) === chosen)?.id ?? null)}
    />
  )
}
