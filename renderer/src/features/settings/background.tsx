import { Link } from 'react-router'
import type { Client } from '../../../../main/contract/api.ts'
import type { Settings } from '../../../../main/contract/shapes.ts'
import { client, queryClient } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { updateSettings } from '../../app/use-settings.ts'
import { Section } from '../../ui/page.tsx'
import { Switch } from '../../ui/toggles.tsx'

/** What the running shell says of itself. */
export type ShellInfo = Awaited<ReturnType<Client['shell']['info']>>

/** What goes on while nobody looks; only what this shell can do is offered. */
export function Background({ settings, shell }: { settings: Settings; shell: ShellInfo | undefined }) {
  const setAutostart = async (enabled: boolean) => {
    try {
      await client.shell.setAutostart({ enabled })
      await queryClient.invalidateQueries({ queryKey: ['shell'] })
    } catch (error) {
      failureToast(error)
    }
  }
  return (
    <Section title="In the background">
      <div className="flex flex-col gap-4">
        <Switch
          label="Follow the schedule"
          hint={
            <>
              Runs of campaigns, morning briefing and evening summary at their times.{' '}
              <Link to="/schedule" className="text-link">
                Change the times
              </Link>
            </>
          }
          checked={!settings.schedulePaused}
          onChange={on => void updateSettings({ schedulePaused: !on })}
        />
        {shell?.tray ? (
          <Switch
            label="Keep running when the window is closed"
            hint="Rolecall stays in the tray and follows the schedule."
            checked={settings.keepRunningInTray}
            onChange={keepRunningInTray => void updateSettings({ keepRunningInTray })}
          />
        ) : null}
        {shell && shell.autostart !== null ? (
          <Switch
            label="Start with the system"
            checked={shell.autostart}
            onChange={enabled => void setAutostart(enabled)}
          />
        ) : null}
      </div>
    </Section>
  )
}
