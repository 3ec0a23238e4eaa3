import type { Core } from '../../app/core.ts'
import type { Contract } from '../../contract/api.ts'
import type { InputOf, OutputOf, ProcedureAt, ProcedureName } from '../../contract/define.ts'
import { Refusal } from '../../contract/errors.ts'

/** Calls one procedure by its name, as a page does. Throws the error value as a refusal. */
export type Ask = <N extends ProcedureName<Contract>>(
  name: N,
  input: InputOf<ProcedureAt<Contract, N>>,
) => Promise<OutputOf<ProcedureAt<Contract, N>>>

/** Frames with rising ids over the core in this process. */
export function createAsk(core: Pick<Core, 'call'>): Ask {
  let lastId = 0
  return async (procedure, input) => {
    lastId += 1
    const answer = await core.call({ id: lastId, procedure, input })
    if (!answer.ok) throw new Refusal(answer.error)
    // The core answers a procedure with what its contract says.
    return answer.value as never
  }
}
