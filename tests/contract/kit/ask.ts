import { expect } from 'vitest'
import { type Contract, contract } from '../../../main/contract/api.ts'
import {
  type InputOf,
  type OutputOf,
  type ProcedureAt,
  type ProcedureName,
  procedureNamed,
} from '../../../main/contract/define.ts'
import { RolecallError } from '../../../main/contract/errors.ts'
import type { Carrier } from '../../../main/contract/frames.ts'

type Name = ProcedureName<Contract>

/** Calls over a carrier: `ask` expects a value that is exactly what the contract says, `refusal` an error value. */
export interface Asker {
  ask<N extends Name>(
    name: N,
    input: InputOf<ProcedureAt<Contract, N>>,
  ): Promise<OutputOf<ProcedureAt<Contract, N>>>
  refusal(name: string, input: unknown): Promise<RolecallError>
}

/** All names of the contract. */
export const NAMES: readonly Name[] = Object.entries(contract).flatMap(([area, verbs]) =>
  Object.keys(verbs).map(verb => `${area}.${verb}` as Name),
)

export function asker(carrier: Carrier): Asker {
  let lastId = 0
  return {
    async ask(name, input) {
      lastId += 1
      const id = lastId
      const answer = await carrier.call({ id, procedure: name, input })
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
      expect(answer.id).toBe(id)
      // Nothing missing, nothing of another type, and nothing that the contract does not name.
      expect(procedureNamed(contract, name)?.output.parse(answer.value)).toEqual(answer.value)
      return answer.value as never
    },
    async refusal(name, input) {
      lastId += 1
      const id = lastId
      const answer = await carrier.call({ id, procedure: name, input })
      expect(answer).toMatchObject({ id, ok: false })
      if (answer.ok) throw new Error(`${name} was expected to refuse`)
      return RolecallError.strict().parse(answer.error)
    },
  }
}
