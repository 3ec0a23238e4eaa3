import type { Client } from '../../../main/contract/api.ts'
import { contract } from '../../../main/contract/api.ts'
import { type RolecallError, rolecallError } from '../../../main/contract/errors.ts'
import type { Carrier } from '../../../main/contract/frames.ts'

/** What a call rejects with: the error value of the contract, as an Error so that TanStack Query can hold it. */
export class RolecallFailure extends Error {
  readonly error: RolecallError
  constructor(error: RolecallError) {
    super(error.message)
    this.name = 'RolecallFailure'
    this.error = error
  }
}

/** The error value behind anything that was thrown in the page. */
export function errorOf(thrown: unknown): RolecallError {
  if (thrown instanceof RolecallFailure) return thrown.error
  return rolecallError('internal', thrown instanceof Error ? thrown.message : String(thrown))
}

/** Builds the typed client over a carrier: `client.jobs.list(input)` sends the frame `{id, procedure, input}`. */
export function createClient(carrier: Carrier): Client {
  let lastId = 0
  const call = async (procedure: string, input: unknown): Promise<unknown> => {
    lastId += 1
    const answer = await carrier.call({ id: lastId, procedure, input })
    if (!answer.ok) throw new RolecallFailure(answer.error)
    return answer.value
  }
  const areas = Object.entries(contract).map(([area, verbs]) => [
    area,
    Object.fromEntries(
      Object.keys(verbs).map(verb => [verb, (input: unknown) => call(`${area}.${verb}`, input)]),
    ),
  ])
  // The keys come from the contract itself, so the shape is the contract's.
  return Object.fromEntries(areas) as Client
}
