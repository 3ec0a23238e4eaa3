import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../../platform/files/default-data-dir.ts'

export interface DesktopOptions {
  dataDir: string
  /** Fill an empty database with the shipped sample. */
  sample: boolean
  /** Start in the tray, without a window; autostart asks for it. */
  hidden: boolean
}

/**
 * Reads the program's arguments. Electron and Chromium add their own, so unknown ones are passed over; a folder is
 * relative to where the person typed it.
 */
export function readOptions(args: readonly string[]): DesktopOptions | { wrong: string } {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      'data-dir': { type: 'string' },
      sample: { type: 'boolean' },
      hidden: { type: 'boolean' },
    },
  })
  const folder = values['data-dir']
  if (folder !== undefined && (typeof folder !== 'string' || folder === '' || folder.startsWith('--')))
    return { wrong: '--data-dir needs a folder.' }
  return {
    dataDir: folder === undefined ? defaultDataDir() : resolve(process.env.INIT_CWD ?? '.', folder),
    sample: values.sample === true,
    hidden: values.hidden === true,
  }
}
