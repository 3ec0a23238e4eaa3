import { useQuery } from '@tanstack/react-query'
import { Monitor, Moon, Sun } from 'lucide-react'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { setLook, useLook } from '../../app/look.ts'
import { updateSettings, useSettings } from '../../app/use-settings.ts'

import { Page, Section } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { RadioGroup, Switch } from '../../ui/toggles.tsx'
import { Asked } from '../campaigns/asked.tsx'
import { About } from './about.tsx'
import { AiSettings } from './ai/ai-settings.tsx'
import { Background } from './background.tsx'
import { Backups } from './backups.tsx'
import { Clipping } from './clipping.tsx'
import { CompanyFactsSettings } from './company-facts.tsx'
import { DataFolder } from './data-folder.tsx'
import { MailSettings } from './mail.tsx'
import { Network } from './network.tsx'
import { Notifications } from './notifications.tsx'
import { RankingSettings } from './ranking.tsx'

/** What a person can adjust, and what they should know of their installation. */
export function SettingsPage() {
  const settings = useSettings()
  const shell = useQuery(ask('shell', 'info', {}))
  return (
    <Page title="Settings">
      {settings.error ? <Failure error={settings.error} onRetry={() => void settings.refetch()} /> : null}
      {settings.isPending ? <SkeletonRows /> : null}
      {settings.data ? (
        <div className="flex max-w-3xl flex-col gap-4">
          <Appearance theme={settings.data.theme} density={settings.data.density} />
          <Notifications settings={settings.data} shell={shell.data} />
          <MailSettings settings={settings.data} />
          <Asked part="ranking">
            <RankingSettings settings={settings.data} />
          </Asked>
          <Background settings={settings.data} shell={shell.data} />
          <Network key={settings.data.proxy} proxy={settings.data.proxy} />
          <CompanyFactsSettings settings={settings.data} />
          <AiSettings settings={settings.data} />
          <Clipping />
          <DataFolder shell={shell.data} />
          <Backups />
          <About shell={shell.data} />
        </div>
      ) : null}
    </Page>
  )
}

function Appearance({
  theme,
  density,
}: {
  theme: 'system' | 'light' | 'dark'
  density: 'compact' | 'comfortable'
}) {
  const look = useLook()
  return (
    <Section title="Appearance">
      <div className="flex flex-col gap-4">
        <RadioGroup
          label="Theme"
          value={theme}
          onChange={next => void updateSettings({ theme: next })}
          options={[
            { value: 'system', label: 'System', icon: <Monitor aria-hidden className="size-4" /> },
            { value: 'light', label: 'Light', icon: <Sun aria-hidden className="size-4" /> },
            { value: 'dark', label: 'Dark', icon: <Moon aria-hidden className="size-4" /> },
          ]}
        />
        <RadioGroup
          label="Rows of lists"
          value={density}
          onChange={next => void updateSettings({ density: next })}
          options={[
            { value: 'compact', label: 'Compact' },
            { value: 'comfortable', label: 'Comfortable' },
          ]}
        />
        <Switch
          label="Shortcuts of single keys"
          hint="Such as / for the search and g j for the jobs. Switch them off if you dictate. Press ? for all shortcuts."
          checked={look.singleKeys}
          onChange={singleKeys => setLook({ singleKeys })}
        />
      </div>
    </Section>
  )
}
