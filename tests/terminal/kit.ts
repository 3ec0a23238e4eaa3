import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databasePaths } from '../../main/platform/db/database-paths.ts'
import { openReader } from '../../main/platform/db/pragmas.ts'

const entry = fileURLToPath(new URL('../../main/shells/terminal/main.ts', import.meta.url))

/** How a command ended. */
export interface Ended {
  code: number | null
  stdout: string
  stderr: string
  milliseconds: number
}

/** A place with a data folder and files of a test's own. */
export interface Place {
  folder: string
  dataDir: string
  /** Writes a file beside the data folder; answers its name. */
  file(name: string, content: string | Uint8Array): string
  /** Runs a command in the place on its data folder. */
  rolecall(...args: string[]): Promise<Ended>
  /** The same with `--json`; answers the one value on standard output and checks that there is nothing else. */
  json<T>(...args: string[]): Promise<T>
  /** The same for a command that fails: the error on standard error. */
  error(...args: string[]): Promise<{ code: string; message: string }>
  /** Runs a command with a text on its standard input. */
  piped(text: string, ...args: string[]): Promise<Ended>
  /** Starts a command and leaves it running. */
  start(...args: string[]): { child: ChildProcess; ended: Promise<Ended> }
  remove(): void
}

export interface PlaceOptions {
  env?: Record<string, string>
}

export function openPlace({ env = {} }: PlaceOptions = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-terminal-'))
  const dataDir = join(folder, 'data')
  const { INIT_CWD: _typedIn, ...inherited } = process.env
  const start = (...args: string[]) => startWith(null, args)
  const startWith = (input: string | null, args: string[]) => {
    const begun = performance.now()
    const child = spawn(process.execPath, [entry, ...args, '--data-dir', 'data'], {
      cwd: folder,
      env: { ...inherited, NO_COLOR: '1', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    // A command that ends early has not read all of it.
    child.stdin.on('error', () => {}).end(input ?? '')
    const output = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', text => {
      output.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      output.stderr += text
    })
    const ended = new Promise<Ended>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', code => resolve({ code, ...output, milliseconds: performance.now() - begun }))
    })
    return { child, ended }
  }
  const rolecall = (...args: string[]) => start(...args).ended
  return {
    folder,
    dataDir,
    file(name, content) {
      writeFileSync(join(folder, name), content)
      return name
    },
    start,
    rolecall,
    piped: (text, ...args) => startWith(text, args).ended,
    async json<T>(...args: string[]) {
      const { code, stdout, stderr } = await rolecall(...args, '--json')
      if (code !== 0 || stderr !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`)
      if (stdout.trimEnd().includes('\n')) throw new Error(`More than one line: ${stdout}`)
      return JSON.parse(stdout) as T
    },
    async error(...args) {
      const { code, stdout, stderr } = await rolecall(...args, '--json')
      if (code !== 1 || stdout !== '') throw new Error(`${args.join(' ')} ended with ${code}: ${stdout}`)
      return JSON.parse(stderr)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Tables that keep a book of the runs themselves and their checks, or of what changed. */
const BOOKS = [
  'runs',
  'run_steps',
  'run_issues',
  'run_log',
  'check_results',
  'events',
  'event_handlers',
  'event_counts',
  'event_types',
  'events_counted',
  'job_changes',
]

/** Every row of every table, apart from the books of the runs. */
export function allRows(dataDir: string): Record<string, unknown[]> {
  const db = openReader(databasePaths(dataDir).file)
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      )
      .pluck()
      .all()
      .filter(name => !BOOKS.includes(name))
    return Object.fromEntries(tables.map(name => [name, db.prepare(`SELECT * FROM "${name}"`).raw().all()]))
  } finally {
    db.close()
  }
}

/** One number out of the database. */
export function numberIn(dataDir: string, sql: string): number {
  const db = openReader(databasePaths(dataDir).file)
  try {
    return Number(db.prepare(sql).pluck().get())
  } finally {
    db.close()
  }
}
