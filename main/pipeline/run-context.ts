import { orAborted, throwIfAborted } from './abortable.ts'
import type { RunContext } from './stages.ts'

/**
 * What one run works with: nothing that it waits for holds it once it is cancelled or stopped, and nothing is written for
 * it any more.
 */
export function contextOfRun(context: RunContext, signal: AbortSignal): RunContext {
  return {
    ...context,
    unit(work) {
      throwIfAborted(signal)
      return context.unit(work)
    },
    compute: { run: task => orAborted(context.compute.run(task), signal) },
    parser: { ...context.parser, run: task => orAborted(context.parser.run(task), signal) },
    newCollector() {
      const tools = context.newCollector()
      return {
        ...tools,
        read: (...given) => orAborted(tools.read(...given), signal),
        readDetail: (...given) => orAborted(tools.readDetail(...given), signal),
        secret: (...given) => orAborted(tools.secret(...given), signal),
      }
    },
  }
}
