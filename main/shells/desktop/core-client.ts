import type { Core } from '../../app/core.ts'
import type { Contract } from '../../contract/api.ts'
import type { InputOf, OutputOf, ProcedureAt, ProcedureName } from '../../contract/define.ts'
import type { Result } from '../../contract/errors.ts'

/** Asks the core in the shell's own name: tray, menus, notifications. Never throws. */
export type AskCore = <N extends ProcedureName<Contract>>(
  procedure: N,
  input: InputOf<ProcedureAt<Contract, N>>,
) => Promise<Result<OutputOf<ProcedureAt<Contract, N>>>>

/** The typed way in for the shell itself. */
export function createAskCore(core: Pick<Core, 'call'>): AskCore {
  return async (procedure, input) => {
    const answer = await core.call({ id: 0, procedure, input })
    // The core answers with what the contract says of this very procedure.
    return answer.ok ? { ok: true, value: answer.value as never } : { ok: false, error: answer.error }
  }
}
