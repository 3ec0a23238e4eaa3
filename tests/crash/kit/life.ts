import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Line, readLines } from './lines.ts'

const script = fileURLToPath(new URL('../children/life.ts', import.meta.url))

/** What ends a life: after so many milliseconds from its start, or from the first thing that it stored. */
export interface End {
  from: 'start' | 'work'
  after: number
}

export interface LifeOptions {
  dataDir: string
  plan: 'import' | 'collect' | 'work' | 'still' | 'settle'
  seed: number
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
      if (end?.from === 'work' && timer === undefined && /"kind":"(event|answered)"/.test(text))
        timer = setTimeout(kill, end.after)
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
