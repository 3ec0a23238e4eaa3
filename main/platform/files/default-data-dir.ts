import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

interface Surroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
}

/**
 * The data folder when none is named: `$XDG_DATA_HOME/rolecall` (by itself `~/.local/share/rolecall`),
 * `~/Library/Application Support/Rolecall` on a Mac, `%APPDATA%\Rolecall` on Windows. Always absolute.
 * Source: XDG Base Directory Specification 0.8, by which a relative path in the variable is ignored.
 */
export function defaultDataDir({ platform, env, home }: Surroundings = surroundings()): string {
  if (platform === 'win32') {
    const roaming = env.APPDATA && win32.isAbsolute(env.APPDATA) ? env.APPDATA : undefined
    return win32.join(roaming ?? win32.join(home, 'AppData', 'Roaming'), 'Rolecall')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Rolecall')
  const data = env.XDG_DATA_HOME && posix.isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : undefined
  return posix.join(data ?? posix.join(home, '.local', 'share'), 'rolecall')
}

const surroundings = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })
