import type { Core } from '../../app/core.ts'
import type { ScheduleView } from '../../contract/schedule.ts'
import type { Settings } from '../../contract/shapes.ts'
import { Settings as SettingsShape } from '../../contract/shapes.ts'
import type { AskCore } from './core-client.ts'

/** What tray and window need to know of the core at any moment. */
export interface Overview {
  unread: number
  settings: Settings
  /** What comes next by itself; null: nothing does. */
  next: ScheduleView['next']
  activeCampaignIds: readonly number[]
}

export interface OverviewWatch {
  current(): Overview
  /** Asks everything anew; resolves when it is known. */
  refresh(): Promise<void>
  stop(): void
}

const NOTHING_YET: Overview = {
  unread: 0,
  settings: SettingsShape.parse({}),
  next: null,
  activeCampaignIds: [],
}

const TOUCHING = /^(notification|settings|campaign|sample|schedule|change)\./
/** At most so often, however fast events come; milliseconds. */
const REFRESH_MS = 200

/** Keeps the overview current by the core's events; `changed` is called with each new one. */
export function watchOverview(
  core: Pick<Core, 'subscribe'>,
  ask: AskCore,
  changed: (overview: Overview) => void,
): OverviewWatch {
  let current = NOTHING_YET
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const refresh = async () => {
    const [settings, notifications, campaigns, schedule] = await Promise.all([
      ask('settings.get', {}),
      ask('notifications.list', { limit: 1 }),
      ask('campaigns.list', {}),
      ask('schedule.get', {}),
    ])
    if (stopped) return
    const active = campaigns.ok ? campaigns.value.filter(({ state }) => state === 'active') : []
    // What could not be asked stays as it was: the core may be starting again.
    current = {
      settings: settings.ok ? settings.value : current.settings,
      unread: notifications.ok ? notifications.value.unread : current.unread,
      next: schedule.ok ? schedule.value.next : current.next,
      activeCampaignIds: campaigns.ok ? active.map(({ id }) => id) : current.activeCampaignIds,
    }
    changed(current)
  }
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void refresh()
    }, REFRESH_MS)
  }
  const end = core.subscribe(null, frame => {
    if (frame.kind === 'event' && !TOUCHING.test(frame.event.type)) return
    if (frame.kind === 'signal' && frame.signal.type !== 'core.state') return
    soon()
  })
  return {
    current: () => current,
    refresh,
    stop() {
      stopped = true
      clearTimeout(timer)
      end()
    },
  }
}
