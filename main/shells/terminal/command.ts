import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { type RolecallError, refuse } from '../../contract/errors.ts'
import type { ProgressLine } from './progress-line.ts'
import type { Session } from './session.ts'

/** What a command answers: one value for `--json`, lines for people. */
export interface Outcome {
  /** Undefined: all was written line by line before. */
  json: unknown
  lines: readonly string[]
  /** The answer proper went to standard output: what is said of it goes to standard error. */
  aside?: boolean
  /** Parts that did not go well although the command as a whole has an answer; the exit code is 1 then. */
  problems?: readonly RolecallError[]
}

const COMMON = {
  'data-dir': { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig

interface Config<O extends ParseArgsOptionsConfig> {
  args: string[]
  options: O & typeof COMMON
  allowPositionals: true
}
type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<Config<O>>>
export type Values<O extends ParseArgsOptionsConfig> = Parsed<O>['values']

interface Definition<O extends ParseArgsOptionsConfig, Run> {
  /** As it is typed, such as `campaign add`. */
  name: string
  /** What stands behind the name. */
  usage: string
  summary: string
  options: O
  /** How many words (files, a text) may stand beside the options. */
  words: { least: number; most: number; what: string }
  /** Checks what was typed, before a data folder is touched; answers what is then done with it. */
  prepare(values: Values<O>, words: string[]): Run
}

/** A command, its own options closed in. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** Reads the arguments behind the name. Throws a refusal `bad_input` in words for the person. */
  read(args: string[]): Reading
}

/** What was typed; `help`: only how the command is used is wanted. */
export type Reading =
  | { help: true }
  | { help: false; dataDir: string | undefined; json: boolean; run: WithData }
  | { help: false; json: boolean; alone: WithoutData }

/** What a command has around it. */
export interface Around {
  progress: ProgressLine
  /** Ctrl+C aborts it with a refusal `cancelled`, which a command that ends early lets through. */
  signal: AbortSignal
  /** Writes one JSON line to standard output, before the answer. */
  line(value: unknown): void
  /** Says something on standard error; nothing with `--json`, where all is in the one value. */
  remark(text: string): void
}

type WithData = (session: Session, around: Around) => Promise<Outcome>
type WithoutData = (around: Around) => Promise<Outcome>

/** Makes a command that works in a data folder; the options that every command has are added. */
export function command<const O extends ParseArgsOptionsConfig>(
  definition: Definition<O, WithData>,
): Command {
  return commandOf(definition, (run, json, dataDir) => ({ help: false, json, dataDir, run }))
}

/** Makes a command that needs no data folder and opens none. */
export function commandAlone<const O extends ParseArgsOptionsConfig>(
  definition: Definition<O, WithoutData>,
): Command {
  return commandOf(definition, (alone, json) => ({ help: false, json, alone }))
}

/** Makes a command that opens a data folder only for some of what can be typed. */
export function commandEither<const O extends ParseArgsOptionsConfig>(
  definition: Definition<O, { run: WithData } | { alone: WithoutData }>,
): Command {
  return commandOf(definition, (way, json, dataDir) =>
    'run' in way ? { help: false, json, dataDir, run: way.run } : { help: false, json, alone: way.alone },
  )
}

function commandOf<const O extends ParseArgsOptionsConfig, Run>(
  definition: Definition<O, Run>,
  readingOf: (run: Run, json: boolean, dataDir: string | undefined) => Reading,
): Command {
  const { name, usage, summary, words } = definition
  return {
    name,
    usage,
    summary,
    read(args) {
      const { values, positionals } = parsed(args, definition.options)
      const { help, json, dataDir } = commonOf(values)
      if (help) return { help }
      if (positionals.length < words.least || positionals.length > words.most)
        refuse('bad_input', `rolecall ${name} takes ${words.what}: rolecall ${name} ${usage}`.trimEnd())
      return readingOf(definition.prepare(values, positionals), json, dataDir)
    },
  }
}

function parsed<O extends ParseArgsOptionsConfig>(args: string[], options: O): Parsed<O> {
  try {
    return parseArgs<Config<O>>({ args, options: { ...options, ...COMMON }, allowPositionals: true })
  } catch (error) {
    return refuse('bad_input', error instanceof Error ? error.message : String(error))
  }
}

/** The options that every command has; they are read by their own names, whatever else the command takes. */
function commonOf(values: object): { dataDir: string | undefined; json: boolean; help: boolean } {
  const all = new Map<string, unknown>(Object.entries(values))
  const dataDir = all.get('data-dir')
  if (dataDir === '') refuse('bad_input', '--data-dir needs a folder.')
  return {
    dataDir: typeof dataDir === 'string' ? dataDir : undefined,
    json: all.get('json') === true,
    help: all.get('help') === true,
  }
}

/** A whole number from an option, or undefined when it was not given. Throws a refusal that names the option. */
export function wholeNumber(
  text: string | undefined,
  option: string,
  most = 1_000_000_000,
): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^\d{1,10}$/.test(text) || number > most)
    refuse('bad_input', `${option} takes a whole number up to ${most}, not "${text}".`, { field: option })
  return number
}

/** Values of an option that may be repeated, or hold several separated by commas. */
export function listed(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap(value => value.split(','))
    .map(value => value.trim())
    .filter(Boolean)
}
