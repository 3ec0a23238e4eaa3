import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { app } from 'electron'
import { writeFileAtomic } from '../../platform/files/atomic.ts'
import { desktopEntry } from './desktop-entry.ts'

/** Starting with the system, in the tray. */
export interface Autostart {
  isOn(): boolean
  /** Throws file system errors on Linux. */
  set(on: boolean): void
}

/** The system's way to start the app after signing in: its login items, or a file in the autostart folder on Linux. */
export function createAutostart(dataDir: string): Autostart {
  const { path, args } = startCommand(dataDir)
  if (process.platform !== 'linux')
    return {
      isOn: () => app.getLoginItemSettings({ path, args }).openAtLogin,
      set: on => app.setLoginItemSettings({ openAtLogin: on, path, args }),
    }
  const file = join(configFolder(), 'autostart', 'rolecall.desktop')
  return {
    isOn: () => existsSync(file),
    set(on) {
      if (!on) return rmSync(file, { force: true })
      mkdirSync(dirname(file), { recursive: true })
      writeFileAtomic(file, desktopEntry([path, ...args]), 0o644)
    },
  }
}

/** The program and its arguments; an AppImage is started by its own file, not by what it unpacked. */
function startCommand(dataDir: string): { path: string; args: string[] } {
  const path = process.env.APPIMAGE ?? process.execPath
  const own = app.isPackaged ? [] : [app.getAppPath()]
  return { path, args: [...own, '--hidden', '--data-dir', dataDir] }
}

function configFolder(): string {
  const named = process.env.XDG_CONFIG_HOME
  return named !== undefined && isAbsolute(named) ? named : join(homedir(), '.config')
}
