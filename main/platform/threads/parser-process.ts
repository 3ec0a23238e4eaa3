import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Result, rolecallError } from '../../contract/errors.ts'

/** What the parser child is asked, and what it answers. */
export type ToParser = { id: number; task: unknown }
export type FromParser = { id: number; answer: Result<unknown> }

export interface ParserLimits {
  deadlineMs: number
  residentBytes: number
}

/** The child process that reads what came from outside. */
export interface ParserProcess {
  /** One task at a time; past a limit the child is killed and the answer says so. Never rejects. */
  run(task: unknown): Promise<Result<unknown>>
  stop(): Promise<void>
  /** For tests: ends the child as a crash would. */
  crash(): void
}

/** 20 s and 512 MB resident: worker threads do not contain memory, a process does. */
export const PARSER_LIMITS: ParserLimits = { deadlineMs: 20_000, residentBytes: 512 * 1024 * 1024 }

const LOOK_EVERY_MS = 100
/** An idle child costs memory; it is ended after this time and started again when needed. */
const IDLE_MS = 60_000
const PAGE_BYTES = 4096
const CLOSING: Result<unknown> = {
  ok: false,
  error: rolecallError('backend_gone', 'Rolecall is closing.'),
}

/** Resident bytes of a process on Linux; undefined where /proc does not tell (the heap limit still holds there). */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]
    return pages === undefined ? undefined : Number(pages) * PAGE_BYTES
  } catch {
    return undefined
  }
}

/** Makes the parser; its child starts with the first task and again after every kill. */
export function createParserProcess(entry: URL, limits: ParserLimits = PARSER_LIMITS): ParserProcess {
  let child: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let lastId = 0
  let stopped = false
  let idle: ReturnType<typeof setTimeout> | undefined

  const start = (): ChildProcess => {
    const started = fork(fileURLToPath(entry), [], {
      serialization: 'advanced',
      // Electron's own binary is Node when it is told so.
      env: { PATH: process.env.PATH ?? '', ELECTRON_RUN_AS_NODE: '1', ROLECALL_PARSER: '1' },
      execArgv: [`--max-old-space-size=${Math.floor(limits.residentBytes / 1024 / 1024)}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.on('exit', () => {
      if (child === started) child = undefined
    })
    // What goes wrong with a child outside a task is nobody's answer; its exit follows.
    started.on('error', () => {})
    return started
  }

  const ask = (task: unknown): Promise<Result<unknown>> =>
    new Promise(resolve => {
      clearTimeout(idle)
      if (stopped) {
        resolve(CLOSING)
        return
      }
      child ??= start()
      const asked = child
      lastId += 1
      const id = lastId
      const settle = (answer: Result<unknown>) => {
        clearTimeout(deadline)
        clearInterval(watch)
        asked.off('message', onMessage)
        asked.off('exit', onExit)
        asked.off('error', onExit)
        if (!stopped) {
          idle = setTimeout(() => child?.kill('SIGKILL'), IDLE_MS)
          idle.unref()
        }
        resolve(answer)
      }
      const kill = (answer: Result<unknown>) => {
        if (child === asked) child = undefined
        asked.kill('SIGKILL')
        settle(answer)
      }
      const onMessage = (message: unknown) => {
        const { id: answered, answer } = message as FromParser
        if (answered === id) settle(answer)
      }
      const onExit = () =>
        settle({
          ok: false,
          error: rolecallError('parser_failed', 'The file could not be read: reading it ended the reader.'),
        })
      const deadline = setTimeout(
        () =>
          kill({
            ok: false,
            error: rolecallError(
              'parser_timeout',
              `The file could not be read within ${Math.round(limits.deadlineMs / 1000)} seconds.`,
            ),
          }),
        limits.deadlineMs,
      )
      const watch = setInterval(() => {
        const used = residentBytes(asked.pid)
        if (used !== undefined && used > limits.residentBytes)
          kill({
            ok: false,
            error: rolecallError(
              'parser_failed',
              'The file could not be read: it needs more memory than it is allowed.',
              { details: { limit: 'memory' } },
            ),
          })
      }, LOOK_EVERY_MS)
      asked.on('message', onMessage)
      asked.on('exit', onExit)
      asked.on('error', onExit)
      asked.send({ id, task } satisfies ToParser)
    })

  return {
    run(task) {
      if (stopped) return Promise.resolve(CLOSING)
      const answer = last.then(() => ask(task))
      last = answer
      return answer
    },
    async stop() {
      stopped = true
      clearTimeout(idle)
      const ending = child
      if (!ending || ending.exitCode !== null) return
      const gone = new Promise(resolve => ending.once('exit', resolve))
      ending.kill('SIGKILL')
      await gone
    },
    crash: () => void child?.kill('SIGKILL'),
  }
}
