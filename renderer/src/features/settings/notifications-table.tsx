import type { Channel, NotificationKind } from '../../../../main/contract/notifications.ts'
import type { Settings } from '../../../../main/contract/shapes.ts'
import { updateSettings } from '../../app/use-settings.ts'
import { Switch } from '../../ui/toggles.tsx'
import { CHANNEL_LABELS, CHANNELS, KIND_FACES, KINDS } from '../notifications/notification-words.ts'
import type { ShellInfo } from './background.tsx'

/** Which kind is told where: a row of switches for each kind, a column for each channel. */
export function NotificationTable({
  settings,
  system,
}: {
  settings: Settings
  system: ShellInfo['notifications'] | undefined
}) {
  const { notify } = settings
  const set = (kind: NotificationKind, channel: Channel, on: boolean) =>
    void updateSettings({ notify: { ...notify, [kind]: { ...notify[kind], [channel]: on } } })
  const mailOff = settings.mailHost === ''
  return (
    <div className="flex flex-col gap-2">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Which notifications are told where</caption>
        <thead>
          <tr>
            <th scope="col" className="border-b border-line py-1.5 text-left text-xs font-medium text-ink-3">
              Kind
            </th>
            {CHANNELS.map(channel => (
              <th
                key={channel}
                scope="col"
                className="w-14 border-b border-line py-1.5 text-center text-xs font-medium text-ink-3 @min-[32rem]:w-24"
              >
                {CHANNEL_LABELS[channel].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {KINDS.map(kind => (
            <tr key={kind}>
              <th scope="row" className="border-b border-line py-2 pr-2 text-left font-normal">
                <span className="block text-base">{KIND_FACES[kind].title}</span>
                <span className="hidden text-ink-3 @min-[32rem]:block">{KIND_FACES[kind].hint}</span>
              </th>
              {CHANNELS.map(channel => (
                <td key={channel} className="border-b border-line py-2">
                  <div className="flex justify-center">
                    <Switch
                      label={`${KIND_FACES[kind].title} ${CHANNEL_LABELS[channel].within}`}
                      hideLabel
                      checked={notify[kind][channel]}
                      onChange={on => set(kind, channel, on)}
                    />
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {mailOff ? (
        <p className="text-sm text-ink-3">
          Nothing is mailed until your mail server is set up below, under Email.
        </p>
      ) : null}
      {system === 'none' ? (
        <p className="text-sm text-ink-3">
          Here the system shows nothing: notifications on the desktop need the desktop shell.
        </p>
      ) : null}
    </div>
  )
}
