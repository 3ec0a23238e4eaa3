import { Refusal, type RolecallError, refuse, rolecallError } from '../../contract/errors.ts'
import { defaultDataDir } from '../../platform/files/default-data-dir.ts'
import type { Around, Outcome, Reading } from './command.ts'
import { findCommand, helpText } from './commands/all.ts'
import { watchInterrupt } from './interrupt.ts'
import { createProgressLine } from './progress-line.ts'
import { openSession } from './session.ts'
import { typedPath } from './typed-path.ts'

/** The terminal shell: one command, the core in this process, one answer. */

const INTERRUPTED = 130

function printError({ code, message }: RolecallError, json: boolean): void {
  console.error(json ? JSON.stringify({ code, message }) : message)
}

function printOutcome({ json: value, lines, problems = [], aside }: Outcome, json: boolean): number {
  const print = aside ? console.error : console.log
  if (json) {
    if (value !== undefined) print(JSON.stringify(value))
  } else if (lines.length > 0) print(lines.join('\n'))
  for (const problem of problems) printError(problem, json)
  return problems.length > 0 ? 1 : 0
}

async function carryOut(command: string, reading: Exclude<Reading, { help: true }>): Promise<number> {
  const { json } = reading
  const progress = createProgressLine(process.stderr, json)
  const interrupt = watchInterrupt()
  const around: Around = {
    progress,
    signal: interrupt.signal,
    line: value => console.log(JSON.stringify(value)),
    remark(text) {
      progress.clear()
      if (!json) console.error(text)
    },
  }
  try {
    if (!('alone' in reading)) return await carryOutWithData(command, reading, around)
    const outcome = await reading.alone(around)
    progress.clear()
    return printOutcome(outcome, json)
  } finally {
    progress.clear()
    interrupt.stop()
  }
}

async function carryOutWithData(
  command: string,
  reading: Extract<Reading, { run: unknown }>,
  around: Around,
): Promise<number> {
  const { json } = reading
  const { progress } = around
  const dataDir = reading.dataDir === undefined ? defaultDataDir() : typedPath(reading.dataDir)
  const session = await openSession({ dataDir, command, progress })
  try {
    const outcome = await reading.run(session, around)
    progress.clear()
    if (!session.interrupted()) return printOutcome(outcome, json)
    printError(rolecallError('cancelled', 'Stopped. What was stored before is kept.'), json)
    return INTERRUPTED
  } finally {
    progress.clear()
    await session.close()
  }
}

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  try {
    const [first] = args
    if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
      console.log(json ? JSON.stringify({ help: helpText() }) : helpText())
      return 0
    }
    const found = findCommand(args)
    if (!found) refuse('bad_input', `There is no command "${first}". What there is: rolecall help`)
    const { command } = found
    const reading = command.read(found.args)
    if (!reading.help) return await carryOut(command.name, reading)
    console.log(`rolecall ${command.name} ${command.usage}\n    ${command.summary}`)
    return 0
  } catch (error) {
    const value = error instanceof Refusal ? error.error : rolecallError('internal', unexpected(error))
    printError(value, json)
    return value.code === 'cancelled' ? INTERRUPTED : 1
  }
}

const unexpected = (error: unknown) =>
  `Something unexpected happened: ${error instanceof Error ? error.message : String(error)}`

process.exitCode = await main(process.argv.slice(2))
