import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignView, Settings } from '../../../../main/contract/shapes.ts'
import { useChange } from '../../app/changes.ts'
import { ask, client } from '../../app/core.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { TextField } from '../../ui/field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Section } from '../../ui/page.tsx'
import { RadioGroup, Switch } from '../../ui/toggles.tsx'

/** Proposed when quiet hours are switched on. */
const NIGHT = { from: '22:00', to: '07:00' }

/** What is announced, where, and when not. */
export function Notifications({ settings }: { settings: Settings }) {
  const { quietHours } = settings
  return (
    <Section title="Notifications">
      <div className="flex flex-col gap-4">
        <Switch
          label="New matches"
          hint="A new job whose score reaches the threshold of its campaign."
          checked={settings.notifyMatches}
          onChange={notifyMatches => void updateSettings({ notifyMatches })}
        />
        {settings.notifyMatches ? <Thresholds /> : null}
        <RadioGroup
          label="Runs"
          value={settings.notifyRuns}
          onChange={notifyRuns => void updateSettings({ notifyRuns })}
          options={[
            { value: 'never', label: 'Never' },
            { value: 'failed', label: 'When one fails' },
            { value: 'always', label: 'Every one' },
          ]}
        />
        <Switch
          label="Show them on the desktop"
          hint="Beside the bell, through the notifications of your system."
          checked={settings.osNotifications}
          onChange={osNotifications => void updateSettings({ osNotifications })}
        />
        <Switch
          label="Quiet hours"
          hint="Nothing pops up in this time; the bell still counts."
          checked={quietHours !== null}
          onChange={on => void updateSettings({ quietHours: on ? NIGHT : null })}
        />
        {quietHours ? (
          <div className="flex flex-wrap gap-3">
            <TextField
              label="From"
              type="time"
              value={quietHours.from}
              onChange={event =>
                event.target.value &&
                void updateSettings({ quietHours: { ...quietHours, from: event.target.value } })
              }
            />
            <TextField
              label="To"
              type="time"
              value={quietHours.to}
              onChange={event =>
                event.target.value &&
                void updateSettings({ quietHours: { ...quietHours, to: event.target.value } })
              }
            />
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function Thresholds() {
  const { data } = useQuery(ask('campaigns', 'list', {}))
  if (!data || data.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels
    <div
      role="group"
      aria-labelledby="thresholds"
      className="flex flex-col gap-1.5 border-l-2 border-line pl-3"
    >
      <span id="thresholds" className="text-sm font-medium">
        Threshold of each campaign
      </span>
      {data.map(campaign => (
        <Threshold key={`${campaign.id} ${campaign.draft.alert_threshold}`} campaign={campaign} />
      ))}
    </div>
  )
}

/** Saved when the person leaves the field, so that typing 85 does not announce everything above 8. */
function Threshold({ campaign }: { campaign: CampaignView }) {
  const saved = campaign.draft.alert_threshold
  const [value, setValue] = useState<number | null>(saved)
  const save = useChange(client.campaigns.update)
  const commit = () => {
    if (value === null) setValue(saved)
    else if (Math.round(value) !== saved)
      save.mutate({
        campaignId: campaign.id,
        draft: { ...campaign.draft, alert_threshold: Math.round(value) },
      })
  }
  return (
    <form
      className="flex items-start justify-between gap-3"
      onBlur={commit}
      onSubmit={event => {
        event.preventDefault()
        commit()
      }}
    >
      <span aria-hidden className="min-w-0 truncate pt-1.5 text-sm text-ink-2">
        {campaign.draft.name}
      </span>
      <NumberField
        label={`Threshold of ${campaign.draft.name}`}
        hideLabel
        min={0}
        max={100}
        unit="/ 100"
        value={value}
        onChange={setValue}
        className="w-28 shrink-0"
      />
    </form>
  )
}
