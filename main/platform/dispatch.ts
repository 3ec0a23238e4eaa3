import type { Contract } from '../contract/api.ts'
import { contract } from '../contract/api.ts'
import {
  type NamesOfKind,
  type OutputOf,
  type ParsedInputOf,
  type ProcedureAt,
  type ProcedureKind,
  type ProcedureName,
  procedureNamed,
} from '../contract/define.ts'
import { Refusal, type RolecallError, rolecallError } from '../contract/errors.ts'
import { type AnswerFrame, RequestFrame } from '../contract/frames.ts'
import type { CommandContext, QueryContext } from './context.ts'

type Name = ProcedureName<Contract>

/** The function behind one procedure. */
export type Handler<Context, N extends Name> = (
  context: Context,
  input: ParsedInputOf<ProcedureAt<Contract, N>>,
) => OutputOf<ProcedureAt<Contract, N>> | Promise<OutputOf<ProcedureAt<Contract, N>>>

/** All procedures of one kind; an area answers its part of them. */
export type Handlers<K extends ProcedureKind, Context> = {
  [N in NamesOfKind<Contract, K>]: Handler<Context, N>
}
/** What a shell itself answers. */
export type ShellHandlers<Context> = {
  [N in NamesOfKind<Contract, 'host'> as N extends `shell.${string}` ? N : never]: Handler<Context, N>
}
export type Queries = Handlers<'query', QueryContext>
export type Commands = Handlers<'command', CommandContext>

type AnyHandler<Context> = (context: Context, input: never) => unknown

/** What `dispatch` needs of the process around it. */
export interface DispatchOptions<Context> {
  handlers: { readonly [name: string]: AnyHandler<Context> | undefined }
  context: Context
  /** Turns anything unexpected into an error value and logs it with an id. */
  onUnexpected(error: unknown, procedure: string): RolecallError
  /** Parses answers too; for tests, since our own answers are trusted in life. */
  checkOutput?: boolean
}

/**
 * The one entry: parses the frame and the input, runs the handler, answers a value or an error. Never throws.
 */
export async function dispatch<Context>(
  frame: unknown,
  options: DispatchOptions<Context>,
): Promise<AnswerFrame> {
  const parsed = RequestFrame.safeParse(frame)
  if (!parsed.success)
    return { id: idOf(frame), ok: false, error: rolecallError('bad_input', 'This is not a request frame.') }
  const { id, procedure: name, input } = parsed.data
  const procedure = procedureNamed(contract, name)
  const handler = Object.hasOwn(options.handlers, name) ? options.handlers[name] : undefined
  if (!procedure || !handler)
    return { id, ok: false, error: rolecallError('unknown_procedure', `There is no procedure "${name}".`) }
  const checked = procedure.input.safeParse(input)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return {
      id,
      ok: false,
      error: rolecallError('bad_input', issue?.message ?? 'The input does not fit.', {
        field: issue?.path.join('.') ?? '',
        details: {
          issues: checked.error.issues
            .slice(0, 20)
            .map(({ path, message }) => ({ path: path.join('.'), message })),
        },
      }),
    }
  }
  try {
    // The schema of this very name has just parsed the input.
    const value = await handler(options.context, checked.data as never)
    if (options.checkOutput) procedure.output.parse(value)
    return { id, ok: true, value }
  } catch (error) {
    if (error instanceof Refusal) return { id, ok: false, error: error.error }
    return { id, ok: false, error: options.onUnexpected(error, name) }
  }
}

function idOf(frame: unknown): number {
  if (typeof frame !== 'object' || frame === null || !('id' in frame)) return 0
  return typeof frame.id === 'number' && Number.isSafeInteger(frame.id) && frame.id >= 0 ? frame.id : 0
}
