import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, shell } from 'electron'
import { rolecallError } from '../../contract/errors.ts'
import { ensureWritableFolder } from '../../platform/files/data-folder.ts'
import { acquireLock } from '../../platform/files/lock.ts'
import { resourcePath } from '../../platform/paths.ts'
import { appVersion } from '../../platform/version.ts'
import { launchedBy } from './notifications.ts'
import { type DesktopOptions, readOptions } from './options.ts'
import { registerPageScheme } from './page-scheme.ts'
import { runApp } from './run-app.ts'
import { showStartFailure, startError } from './start-failure.ts'

/** The desktop shell: what must happen before Electron is ready, and the two locks. */

function start(options: DesktopOptions): void {
  app.setName('Rolecall')
  // Windows shows notifications only of a program that it knows by this name.
  if (process.platform === 'win32') app.setAppUserModelId('app.rolecall.desktop')
  app.setAboutPanelOptions({
    applicationName: 'Rolecall',
    applicationVersion: appVersion,
    copyright: 'A private job-search cockpit. Your data stays on this computer.',
    iconPath: resourcePath('icon/icon-256.png'),
  })
  app.enableSandbox()
  registerPageScheme()
  let startedBy: number | null = null
  app.once('ready', (_event, launchInfo) => {
    startedBy = launchedBy(launchInfo)
  })
  const folderFault = placeShellData(options.dataDir)
  // Electron tells the first instance, which shows itself.
  if (folderFault === null && !app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  void app
    .whenReady()
    .then(() => {
      if (folderFault !== null) throw folderFault
      return takeFolder(options, startedBy)
    })
    .catch(async (error: unknown) => {
      const after = await showStartFailure(startError(error), options.dataDir)
      if (after === 'again') app.relaunch()
      app.exit(1)
    })
}

/** What Electron itself keeps stands in the data folder too: two data folders are two separate Rolecalls. */
function placeShellData(dataDir: string): unknown {
  const folder = join(dataDir, 'desktop')
  try {
    ensureWritableFolder(dataDir)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
    return null
  } catch (error) {
    return error
  }
}

/** Takes the data folder; when a browser shell or a command has it, that one is shown instead. */
async function takeFolder(options: DesktopOptions, startedBy: number | null): Promise<void> {
  const lock = await acquireLock(options.dataDir)
  if (lock.ok) return runApp({ ...options, lock, startedBy })
  if (lock.address !== undefined) await shell.openExternal(lock.address)
  else if (!lock.raised) {
    const error = rolecallError('already_running', 'Another Rolecall has the data folder open.')
    if ((await showStartFailure(error, options.dataDir)) === 'again') app.relaunch()
  }
  app.exit(0)
}

const options = readOptions(process.argv.slice(1))
if ('wrong' in options) {
  console.error(options.wrong)
  app.exit(1)
} else start(options)
