import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LogEntry } from '../../contract/health.ts'
import { scrub } from '../scrub.ts'

/** Reads the logs back, the newest lines first, from the ends of the files and no more of them than is needed. */

const BLOCK_BYTES = 64 * 1024
/** A question that matches few lines stops here. */
const MOST_BYTES = 6 * 1024 * 1024
/** Longer lines were not written by the log. */
const LONGEST_LINE = 256 * 1024
const NAME = /^rolecall\.log(?:\.(\d+))?$/
const LEVELS = ['debug', 'info', 'warn', 'error'] as const

const Line = z.object({
  level: z.enum(LEVELS),
  at: z.string(),
  thread: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).optional(),
})

/** The log files of a data folder, the newest first; empty when there are none. */
export function logFiles(dataDir: string): string[] {
  const folder = join(dataDir, 'logs')
  try {
    return readdirSync(folder)
      .flatMap(name => {
        const found = NAME.exec(name)
        return found ? [{ path: join(folder, name), age: Number(found[1] ?? 0) }] : []
      })
      .sort((a, b) => a.age - b.age)
      .map(({ path }) => path)
  } catch {
    return []
  }
}

/** The newest lines of at least this level, newest first; lines that cannot be read are passed over. */
export function readLog(dataDir: string, level: LogEntry['level'], limit: number): LogEntry[] {
  const entries: LogEntry[] = []
  const least = LEVELS.indexOf(level)
  let read = 0
  for (const file of logFiles(dataDir))
    for (const { line, bytes } of linesFromTheEnd(file)) {
      read += bytes
      const entry = entryOf(line)
      if (entry && LEVELS.indexOf(entry.level) >= least) entries.push(entry)
      if (entries.length >= limit || read > MOST_BYTES) return entries
    }
  return entries
}

function entryOf(line: string): LogEntry | undefined {
  try {
    const { level, at, thread, message, details } = Line.parse(JSON.parse(line))
    const said = Object.entries(details ?? {}).map(([name, value]) => `${name}: ${String(value)}`)
    return { at, level, from: thread, text: scrub([message, ...said].join(' · ')) }
  } catch {
    return undefined
  }
}

function* linesFromTheEnd(file: string): Generator<{ line: string; bytes: number }> {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return
  }
  try {
    let end = fstatSync(handle).size
    let rest: Buffer = Buffer.alloc(0)
    while (end > 0) {
      const block = Buffer.alloc(Math.min(BLOCK_BYTES, end))
      end -= block.length
      const { length } = block
      const bytes = readSync(handle, block, 0, length, end)
      const text = Buffer.concat([block.subarray(0, bytes), rest])
      const first = end === 0 ? -1 : text.indexOf(10)
      if (end > 0 && first === -1) {
        rest = text.length > LONGEST_LINE ? Buffer.alloc(0) : text
        yield { line: '', bytes }
        continue
      }
      rest = text.subarray(0, Math.max(0, first))
      const lines = text
        .subarray(first + 1)
        .toString('utf8')
        .split('\n')
        .reverse()
      for (const [index, line] of lines.entries()) yield { line, bytes: index === 0 ? bytes : 0 }
    }
  } finally {
    closeSync(handle)
  }
}
