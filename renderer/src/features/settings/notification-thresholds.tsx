import { useQuery } from '@tanstack/react-query'
import type { CampaignView, Settings } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { SavedNumber } from './saved-fields.tsx'

/** From which score on a match is told: for each campaign, and above that for the system and for email. */
export function NotificationThresholds({ settings }: { settings: Settings }) {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  const round = (value: number | null) => (value === null ? null : Math.round(value))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels
    <div role="group" aria-labelledby="thresholds" className="flex flex-col gap-2">
      <div>
        <h3 id="thresholds" className="text-base">
          From which score on
        </h3>
        <p className="text-sm text-ink-3">Of 100. A job that scores less is never announced.</p>
      </div>
      <div className="grid gap-3 @min-[32rem]:grid-cols-2">
        {data?.map(campaign => (
          <Threshold key={campaign.id} campaign={campaign} />
        ))}
      </div>
      <div className="grid gap-3 @min-[32rem]:grid-cols-2">
        <SavedNumber
          label="At least, by the system"
          hint="Whatever the campaign says. Empty: as the campaign says."
          unit="/ 100"
          min={0}
          max={100}
          nullable
          saved={settings.matchFloorOs}
          onSave={value => void updateSettings({ matchFloorOs: round(value) })}
        />
        <SavedNumber
          label="At least, by email"
          hint="Whatever the campaign says. Empty: as the campaign says."
          unit="/ 100"
          min={0}
          max={100}
          nullable
          saved={settings.matchFloorEmail}
          onSave={value => void updateSettings({ matchFloorEmail: round(value) })}
        />
      </div>
    </div>
  )
}

function Threshold({ campaign }: { campaign: CampaignView }) {
  const save = useChange(client.campaigns.update)
  return (
    <SavedNumber
      label={campaign.draft.name}
      unit="/ 100"
      min={0}
      max={100}
      saved={campaign.draft.alert_threshold}
      onSave={value =>
        value !== null &&
        save.mutate({
          campaignId: campaign.id,
          draft: { ...campaign.draft, alert_threshold: Math.round(value) },
        })
      }
    />
  )
}
