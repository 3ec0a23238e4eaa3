import type { Settings } from '../../../../main/contract/shapes.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Switch } from '../../ui/toggles.tsx'
import type { ShellInfo } from './background.tsx'
import { NotificationTests, SystemSays } from './notification-tests.tsx'
import { NotificationThresholds } from './notification-thresholds.tsx'
import { NotificationTable } from './notifications-table.tsx'
import { SavedNumber } from './saved-fields.tsx'

/** Proposed when quiet hours are switched on. */
const NIGHT = { from: '22:00', to: '07:00' }

/** What is announced, where, and when not. */
export function Notifications({ settings, shell }: { settings: Settings; shell: ShellInfo | undefined }) {
  return (
    <Section title="Notifications" lead="What you are told of, and where.">
      <div className="@container flex flex-col gap-5">
        <SystemSays shell={shell} />
        <NotificationTable settings={settings} system={shell?.notifications} />
        {Object.values(settings.notify.match).includes(true) ? (
          <NotificationThresholds settings={settings} />
        ) : null}
        {Object.values(settings.notify.interview).includes(true) ? (
          <SavedNumber
            label="Before an interview"
            hint="How long before its time it is announced."
            unit="min"
            min={5}
            max={10_080}
            saved={settings.interviewMinutes}
            onSave={minutes =>
              minutes !== null && void updateSettings({ interviewMinutes: Math.round(minutes) })
            }
          />
        ) : null}
        <QuietHours quietHours={settings.quietHours} />
        <NotificationTests settings={settings} shell={shell} />
      </div>
    </Section>
  )
}

function QuietHours({ quietHours }: Pick<Settings, 'quietHours'>) {
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label="Quiet hours"
        hint="Nothing pops up and no matches are mailed in this time; what waited comes at its end. Other mails come at their time, and the bell still counts."
        checked={quietHours !== null}
        onChange={on => void updateSettings({ quietHours: on ? NIGHT : null })}
      />
      {quietHours ? (
        <div className="flex flex-wrap gap-3">
          {(['from', 'to'] as const).map(end => (
            <TextField
              key={end}
              label={end === 'from' ? 'From' : 'To'}
              type="time"
              value={quietHours[end]}
              onChange={event =>
                event.target.value &&
                void updateSettings({ quietHours: { ...quietHours, [end]: event.target.value } })
              }
            />
          ))}
        </div>
      ) : null}
    </div>
  )
}
