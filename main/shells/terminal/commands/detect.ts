import { createReadStream, realpathSync, statSync } from 'node:fs'
import { refuse, rolecallError } from '../../../contract/errors.ts'
import { commandEither } from '../command.ts'
import { type DetectJob, detectFile } from '../detect/detect-file.ts'
import { modelReader, patternReader } from '../detect/readers.ts'
import { readableFile } from '../read-file.ts'
import { typedPath } from '../typed-path.ts'
import { STANDARD } from '../write-whole.ts'

export const detect = commandEither({
  name: 'detect',
  usage: '--in FILE.jsonl --out FILE.jsonl [--ai]',
  summary:
    'Says what each posting of a file states: pay, place, remote or not, type, level and skills, each with the words that say so; null is not stated. "-" is standard input or output. Needs no data folder, except with --ai: then the language model of the settings, within its limits, is asked for what patterns leave open.',
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    ai: { type: 'boolean', default: false },
  },
  words: { least: 0, most: 0, what: 'no words' },
  prepare(values) {
    const from = values.in || refuse('bad_input', '--in needs a file of JSON lines, or -.', { field: '--in' })
    const to =
      values.out || refuse('bad_input', '--out needs the name of a file to write, or -.', { field: '--out' })
    const job = {
      from: from === STANDARD ? 'Standard input' : from,
      to,
      open: opener(from, to),
      withModel: values.ai,
    }
    if (!values.ai) return { alone: around => detectFile({ ...job, read: patternReader() }, around) }
    return {
      async run(session, around) {
        const { read, use } = modelReader(session, around)
        const outcome = await detectFile({ ...job, read }, around)
        const { stopped, cost } = use
        return {
          ...outcome,
          json: { ...outcome.json, cost, stopped: stopped?.message ?? null },
          lines: cost > 0 ? [...outcome.lines, `The model cost $${cost.toFixed(4)}.`] : outcome.lines,
          problems: [
            ...(outcome.problems ?? []),
            ...(stopped && !stopped.normal ? [rolecallError('source_unreachable', stopped.message)] : []),
          ],
        }
      },
    }
  },
})

/** Checks the input before anything is done; opens it when it is read. */
function opener(from: string, to: string): DetectJob['open'] {
  if (from === STANDARD) return () => ({ stream: process.stdin, size: null })
  const path = readableFile(from)
  const out = to === STANDARD ? undefined : statSync(typedPath(to), { throwIfNoEntry: false })
  if (out && realpathSync(typedPath(to)) === realpathSync(path))
    refuse('bad_input', '--out must be another file than --in.', { field: '--out' })
  return () => ({ stream: createReadStream(path), size: statSync(path).size })
}
