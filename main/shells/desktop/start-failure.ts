import { dialog, shell } from 'electron'
import { startErrorText } from '../../app/start-error.ts'
import { type RolecallError, rolecallError } from '../../contract/errors.ts'
import { databaseFault } from '../../platform/db/errors.ts'

/** What the person chose after a failed start. */
export type AfterFailure = 'again' | 'quit'

/** Turns anything thrown on the way up into an error value. */
export function startError(thrown: unknown): RolecallError {
  const fault = databaseFault(thrown)
  if (fault) return rolecallError(fault.code, fault.message, { retryable: fault.retryable })
  return rolecallError('internal', thrown instanceof Error ? thrown.message : String(thrown))
}

/** Says what happened, what is kept and what to do, in a dialog of its own: there is no page without the core. */
export async function showStartFailure(error: RolecallError, dataDir: string): Promise<AfterFailure> {
  const [what = '', ...rest] = startErrorText(error, dataDir).split('\n')
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Rolecall cannot start',
      message: what,
      detail: rest.join('\n\n'),
      buttons: ['Try again', 'Open the data folder', 'Quit'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    if (response === 0) return 'again'
    if (response !== 1) return 'quit'
    await shell.openPath(dataDir)
  }
}
