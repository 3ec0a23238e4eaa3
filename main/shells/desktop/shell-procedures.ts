import { shell } from 'electron'
import { refuse, rolecallError } from '../../contract/errors.ts'
import type { AnswerFrame, RequestFrame } from '../../contract/frames.ts'
import { dispatch, type ShellHandlers } from '../../platform/dispatch.ts'
import type { Log } from '../../platform/log.ts'
import type { Autostart } from './autostart.ts'
import { openExternal } from './hardening.ts'

export interface ShellAnswers {
  dataDir: string
  log: Log
  autostart: Autostart
  hasTray(): boolean
  /** Whether the system shows notifications, as far as it was tried. */
  notifications(): 'granted' | 'denied' | 'none'
  /** A warning when secrets are not safe on this computer; else null. */
  secretsWarning(): Promise<string | null>
}

const handlers = {
  'shell.info': async ({ autostart, hasTray, notifications, secretsWarning }) => ({
    kind: 'desktop',
    platform: process.platform,
    canOpenFolder: true,
    tray: hasTray(),
    autostart: autostart.isOn(),
    notifications: notifications(),
    secretsWarning: await secretsWarning(),
  }),
  'shell.openDataFolder': async ({ dataDir }) => {
    const failed = await shell.openPath(dataDir)
    if (failed) refuse('unsupported', `The system could not open the folder: ${dataDir}`)
    return {}
  },
  'shell.openExternal': ({ log }, { url }) => {
    if (!openExternal(url, log))
      refuse('bad_input', 'Only web and mail addresses are opened.', { field: 'url' })
    return {}
  },
  'shell.setAutostart': ({ autostart, log }, { enabled }) => {
    try {
      autostart.set(enabled)
    } catch (error) {
      log.error('Autostart could not be changed', { reason: String(error) })
      refuse('unsupported', 'The system did not allow to change what starts with it.')
    }
    return {}
  },
} satisfies ShellHandlers<ShellAnswers>

/** Answers the `shell.*` procedures of the desktop shell. */
export function answerShell(context: ShellAnswers): (frame: RequestFrame) => Promise<AnswerFrame> {
  return frame =>
    dispatch(frame, {
      handlers,
      context,
      onUnexpected(error, procedure) {
        context.log.error('The shell failed', { procedure, reason: String(error) })
        return rolecallError('internal', 'The system could not be asked.')
      },
    })
}
