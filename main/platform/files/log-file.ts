import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createStream } from 'rotating-file-stream'
import type { LogLine } from '../log.ts'
import { scrub } from '../scrub.ts'

/** The log on the disk. */
export interface LogFile {
  write(line: LogLine): void
  /** Resolves when everything is written. */
  close(): Promise<void>
}

export interface LogFileOptions {
  /** Size after which a new file begins. */
  size?: `${number}${'B' | 'K' | 'M'}`
  /** Files kept, with the current one. */
  files?: number
}

/**
 * Opens `<dataDir>/logs/rolecall.log`: JSON lines, 5 files of 1 MB. A disk that cannot take them stops the log and
 * nothing else.
 */
export function openLogFile(dataDir: string, { size = '1M', files = 5 }: LogFileOptions = {}): LogFile {
  const path = join(dataDir, 'logs')
  let works = true
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  } catch {
    return { write: () => {}, close: () => Promise.resolve() }
  }
  const stream = createStream('rolecall.log', { path, size, rotate: files - 1, mode: 0o600 })
  stream.on('error', () => {
    works = false
  })
  return {
    write(line) {
      if (works) stream.write(`${JSON.stringify(withoutTexts(line))}\n`)
    },
    close: () =>
      new Promise(resolve => {
        if (!works) return resolve()
        stream.once('error', () => resolve())
        stream.end(() => resolve())
      }),
  }
}

/** A line as it may be kept: codes and numbers. Text could be a person's own, so only its length is said. */
export function withoutTexts(line: LogLine): LogLine {
  const message = scrub(line.message)
  if (!line.details) return { ...line, message }
  const details = Object.entries(line.details).map(([name, value]) => [name, codesOnly(name, value)])
  return { ...line, message, details: Object.fromEntries(details) }
}

const SECRET_NAME = /token|secret|password|cookie|key/i
const CODE = /^[\w.:-]{1,40}$/

function codesOnly(name: string, value: unknown): unknown {
  if (SECRET_NAME.test(name)) return '[left out]'
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'string') return '[left out]'
  if (CODE.test(value) && scrub(value) === value) return value
  return [kindOfError(value), ...framesOf(value)].join(' < ')
}

/** `TypeError` of `TypeError: …`, else only how long the text was. */
function kindOfError(text: string): string {
  return /^(\w*Error)(?: \[\w+\])?:/.exec(text)?.[1] ?? `[text of ${text.length} characters]`
}

/** Where an error came from, as `file.ts:12:3`; a stack names no data, its folders are left out. */
function framesOf(stack: string): string[] {
  return [...stack.matchAll(/^\s+at .*?([\w.-]+:\d+:\d+)\)?$/gm)].slice(0, 8).map(([, place = '']) => place)
}
