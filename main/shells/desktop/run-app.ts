import { join } from 'node:path'
import { app, ipcMain, Menu, protocol, session, shell } from 'electron'
import { startCore } from '../../app/core.ts'
import { NotificationId } from '../../contract/ids.ts'
import type { HeldLock } from '../../platform/files/lock.ts'
import { openLogFile } from '../../platform/files/log-file.ts'
import { replayAddresses } from '../../platform/http/replay-addresses.ts'
import { createLog } from '../../platform/log.ts'
import { createSecrets, safetyWarning } from '../../platform/secrets/secrets.ts'
import type { OsNotification } from '../../platform/threads/protocol.ts'
import { appVersion } from '../../platform/version.ts'
import { appMenu } from './app-menu.ts'
import { createAutostart } from './autostart.ts'
import { createAskCore } from './core-client.ts'
import { hardenPages, hardenSession } from './hardening.ts'
import { wireIpc } from './ipc.ts'
import { systemKeystore } from './keystore.ts'
import { createLateCore } from './late-core.ts'
import { createMainWindow } from './main-window.ts'
import { createNotifications, onActivation, targetOf } from './notifications.ts'
import type { DesktopOptions } from './options.ts'
import { watchOverview } from './overview.ts'
import { servePages } from './page-scheme.ts'
import { createPageSignals } from './page-signals.ts'
import { followPower } from './power.ts'
import { closeBeforeQuit } from './quitting.ts'
import { isOurPage } from './sender.ts'
import { answerShell } from './shell-procedures.ts'
import { showStartFailure } from './start-failure.ts'
import { createTray } from './tray.ts'
import { openWindowMemory } from './window-memory.ts'

export interface AppOptions extends DesktopOptions {
  lock: HeldLock
  /** The notification whose click started the app; null: it was started otherwise. */
  startedBy: number | null
}

/** The running desktop app, from the ready event to its end. */
export async function runApp({ dataDir, sample, hidden, lock, startedBy }: AppOptions): Promise<void> {
  const logFile = openLogFile(dataDir)
  const log = createLog('shell', logFile.write)
  const secrets = createSecrets(join(dataDir, 'secrets.json'), systemKeystore())
  const autostart = createAutostart(dataDir)
  hardenSession(session.defaultSession, log)
  hardenPages(log)
  servePages(protocol)

  const notifications = createNotifications(clicked => openNotification(clicked))
  const sourceBaseUrls = replayAddresses()
  const starting = startCore({
    dataDir,
    version: appVersion,
    secrets,
    clip: true,
    ...(sourceBaseUrls ? { sourceBaseUrls } : {}),
    shell: {
      answer: answerShell({
        dataDir,
        log,
        autostart,
        hasTray: () => tray.exists,
        notifications: notifications.allowed,
        secretsWarning: async () => safetyWarning(await secrets.safety()),
      }),
      notify: notifications.show,
      log: logFile.write,
    },
  })
  const core = createLateCore(starting)
  const ask = createAskCore(core)
  const signals = createPageSignals(core.subscribe)

  const memory = openWindowMemory()
  const staysWhenClosed = () =>
    !quitting.hasBegun() && tray.exists && overview.current().settings.keepRunningInTray
  const window = createMainWindow({
    memory,
    log,
    staysWhenClosed,
    made: () => showTray(),
  })
  const openPath = (path: string) => {
    signals.navigate(path)
    window.show()
  }
  const openNotification = ({ ids, target }: Pick<OsNotification, 'ids' | 'target'>) => {
    openPath(target)
    const notificationIds = ids.map(id => NotificationId.parse(id))
    if (notificationIds.length > 0) void ask('notifications.markRead', { notificationIds })
  }
  const openStored = async (notificationId: number) => {
    const stored = await targetOf(ask, notificationId)
    if (stored) openNotification(stored)
  }
  onActivation(id => {
    if (!notifications.holds(id)) void openStored(id)
  })
  const acts = {
    open: window.show,
    openPath,
    openDataFolder: () => void shell.openPath(dataDir),
    runAll() {
      for (const campaignId of overview.current().activeCampaignIds)
        void ask('runs.start', { campaignId }).then(answer => {
          if (!answer.ok) log.warn('A run could not be started', { code: answer.error.code })
        })
    },
    setPaused: (schedulePaused: boolean) => void ask('settings.update', { schedulePaused }),
    quit: () => app.quit(),
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(process.platform, !app.isPackaged, acts)))
  const tray = createTray(acts, log)
  const showTray = () => tray.show(overview.current(), window.current())
  const overview = watchOverview(core, ask, ({ settings }) => {
    showTray()
    memory.useTheme(settings.theme)
  })
  // The tray has its menu before the core has answered.
  showTray()

  const stopIpc = wireIpc({
    ipcMain,
    isTrusted: event => isOurPage(event, window.current()),
    onRefused: channel => log.warn('A message of a foreign page was refused', { channel }),
    call: core.call,
    subscribe: signals.subscribe,
  })
  const stopPower = followPower(core.power, acts.quit, log)
  lock.onSecondStart(window.show)
  app.on('second-instance', window.show)
  app.on('activate', window.show)
  app.on('window-all-closed', () => {
    if (!staysWhenClosed()) app.quit()
  })
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.error('A process of Chromium ended', { type, reason, exitCode })
  })
  process.on('uncaughtException', error => log.error('Unexpected', { reason: error.stack ?? error.message }))
  process.on('unhandledRejection', error => log.error('Unexpected', { reason: String(error) }))
  const quitting = closeBeforeQuit(async () => {
    overview.stop()
    stopPower()
    window.current()?.hide()
    const started = await starting
    if (started.ok) await started.core.stop()
    stopIpc()
    tray.remove()
    await logFile.close()
    lock.release()
  })

  if (!hidden || !tray.exists) window.show()
  const started = await starting
  if (!started.ok) {
    log.error('The core could not start', { code: started.error.code })
    const after = await showStartFailure(started.error, dataDir)
    if (after === 'again') app.relaunch()
    app.quit()
    return
  }
  await overview.refresh()
  if (sample) {
    const loaded = await ask('sample.load', {})
    if (!loaded.ok) log.warn('The sample was not loaded', { code: loaded.error.code })
  }
  if (startedBy !== null) await openStored(startedBy)
}
