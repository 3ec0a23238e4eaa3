import type { z } from 'zod'

/** Where a procedure runs: readers answer queries, the backend carries out commands, the host speaks to the shell. */
export type ProcedureKind = 'query' | 'command' | 'host'

export interface Procedure<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends ProcedureKind = ProcedureKind,
> {
  readonly kind: K
  readonly input: I
  readonly output: O
}

function define<K extends ProcedureKind>(kind: K) {
  return <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Procedure<I, O, K> => ({
    kind,
    input,
    output,
  })
}

/** Reads only; runs on a reader thread with a read-only connection. */
export const query = define('query')
/** Changes something; runs on the one writer thread. */
export const command = define('command')
/** Answered by the host itself, because only the shell can: windows, folders, autostart. */
export const host = define('host')

export type ContractShape = Record<string, Record<string, Procedure>>

export type InputOf<P> = P extends Procedure<infer I, z.ZodType> ? z.input<I> : never
export type ParsedInputOf<P> = P extends Procedure<infer I, z.ZodType> ? z.output<I> : never
export type OutputOf<P> = P extends Procedure<z.ZodType, infer O> ? z.output<O> : never

/** The dotted names of all procedures, such as `jobs.list`. */
export type ProcedureName<C extends ContractShape> = {
  [A in keyof C & string]: `${A}.${keyof C[A] & string}`
}[keyof C & string]

/** The procedure behind a dotted name. */
export type ProcedureAt<C extends ContractShape, N extends string> = N extends `${infer A}.${infer V}`
  ? A extends keyof C
    ? V extends keyof C[A]
      ? C[A][V]
      : never
    : never
  : never

/** The names of all queries, commands or host procedures. */
export type NamesOfKind<C extends ContractShape, K extends ProcedureKind> = {
  [N in ProcedureName<C>]: ProcedureAt<C, N> extends { kind: K } ? N : never
}[ProcedureName<C>]

/** Finds a procedure by its dotted name; undefined for a name that the contract does not have. */
export function procedureNamed(contract: ContractShape, name: string): Procedure | undefined {
  const dot = name.indexOf('.')
  const area = name.slice(0, dot)
  const verb = name.slice(dot + 1)
  if (dot < 1 || !Object.hasOwn(contract, area)) return undefined
  const verbs = contract[area]
  return verbs && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
}
