import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { ensureWritableFolder } from '../../platform/files/data-folder.ts'
import { resourcePath } from '../../platform/paths.ts'
import { appVersion } from '../../platform/version.ts'
import { launchedBy } from './launched-by.ts'
import { type DesktopOptions, readOptions } from './options.ts'
import { registerPageScheme } from './page-scheme.ts'

/**
 * The desktop shell: what must happen before Electron is ready. The app itself is loaded only when this is the one
 * instance, so that a second start ends at once.
 */
function start(options: DesktopOptions): void {
  app.setName('Rolecall')
  const fault = placeShellData(options.dataDir)
  // Electron tells the first instance, which shows itself.
  if (fault === null && !app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
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
  void app.whenReady().then(async () => {
    const { takeFolder } = await import('./take-folder.ts')
    await takeFolder({ ...options, fault, startedBy })
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

const options = readOptions(process.argv.slice(1))
if ('wrong' in options) {
  console.error(options.wrong)
  app.exit(1)
} else start(options)
