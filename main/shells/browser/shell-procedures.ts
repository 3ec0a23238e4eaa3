import { refuse, rolecallError } from '../../contract/errors.ts'
import type { AnswerFrame, RequestFrame } from '../../contract/frames.ts'
import { dispatch, type ShellHandlers } from '../../platform/dispatch.ts'
import { externalAddress } from '../../platform/http/external-address.ts'
import { hasDisplay, launchFirst, systemOpener } from './programs.ts'

const handlers = {
  'shell.info': () => ({
    kind: 'browser',
    platform: process.platform,
    canOpenFolder: hasDisplay(),
    tray: false,
    autostart: null,
    notifications: 'none',
    secretsWarning: null,
  }),
  'shell.openDataFolder': async ({ dataDir }) => {
    await open(dataDir)
    return {}
  },
  'shell.openExternal': async (_context, { url }) => {
    const address = externalAddress(url)
    if (address === null) refuse('bad_input', 'Only web and mail addresses are opened.', { field: 'url' })
    await open(address)
    return {}
  },
  'shell.setAutostart': () =>
    refuse('unsupported', 'In the browser Rolecall cannot start with the computer; the desktop app can.'),
} satisfies ShellHandlers<{ dataDir: string }>

async function open(target: string): Promise<void> {
  if (!hasDisplay()) refuse('unsupported', `There is no display here on which to open it: ${target}`)
  if (!(await launchFirst([systemOpener(target)])))
    refuse('unsupported', `No program was found to open it: ${target}`)
}

/** Answers the `shell.*` procedures of the browser shell. */
export function answerShell(dataDir: string): (frame: RequestFrame) => Promise<AnswerFrame> {
  return frame =>
    dispatch(frame, {
      handlers,
      context: { dataDir },
      onUnexpected: () => rolecallError('internal', 'The system could not be asked.'),
    })
}
