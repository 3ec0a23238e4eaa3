import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Line, readLines } from './lines.ts'

const script = fileURLToPath(new URL('../children/life.ts', import.meta.url))

/** What ends a life: after so many milliseconds from its start, or from the first thing that it stored or detected. */
export interface End {
  from: keyof typeof BEGINNINGS | 'step'
  after: number
  /** Of `step`: the one behind whose end the time begins. */
  step?: string
  /** Begins at this one of such lines; absent: at the first. */
  skip?: number
}

const BEGINNINGS = {
  start: null,
  run: /"type":"run\.started"/g,
  work: /"kind":"(event|answered)"/g,
  detection: /"type":"(jobs\.changed|detection\.\w+)"/g,
} as const

/** What to wait for; null: the time begins with the life. */
function beginningOf({ from, step }: End): RegExp | null {
  if (from !== 'step') return BEGINNINGS[from]
  return new RegExp(`"type":"run\\.step_changed"[^}]*"step":"${step}"`, 'g')
}

export interface LifeOptions {
  dataDir: string
  plan: 'steps' | 'import' | 'collect' | 'detect' | 'ai' | 'work' | 'documents' | 'still' | 'settle'
  seed: number
  /** Rows of the files that it imports; of plan `ai`: 0 asks about all jobs that lack something, else about each. */
  rows: number
  /** Absent: it lives until its plan is done. */
  end?: End
}

export interface Life {
  lines: Line[]
  killed: boolean
  /** What it said on its standard error. */
  said: string
}

const LONGEST_LIFE_MS = 90_000

/**
 * Starts the core in a process group of its own and kills the whole group with SIGKILL at the moment that `end` says,
 * so that its parser dies too. Answers what it had promised until then.
 */
export function live({ dataDir, plan, seed, rows, end }: LifeOptions): Promise<Life> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, dataDir, plan, String(seed), String(rows)], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Stripping the types anew in each thread of each life would take most of the time.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'rolecall-crash-cache') },
    })
    let output = ''
    let said = ''
    let seen = 0
    let killed = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const kill = () => {
      killed = true
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It ended by itself in this moment.
      }
    }
    const limit = setTimeout(() => {
      said += '\nIt lived too long'
      kill()
    }, LONGEST_LIFE_MS)
    if (end?.from === 'start') timer = setTimeout(kill, end.after)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const beginning = end && beginningOf(end)
      if (!beginning || timer !== undefined) return
      seen += text.match(beginning)?.length ?? 0
      if (seen > (end.skip ?? 0)) timer = setTimeout(kill, end.after)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      said += `\n(ended with ${signal ?? `code ${code}`})`
      clearTimeout(timer)
      clearTimeout(limit)
      resolve({ lines: readLines(output), killed, said })
    })
  })
}
