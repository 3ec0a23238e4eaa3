// Where things are, and how a script speaks. Everything in scripts/lib runs on any Node from 18 on, before
// anything is installed: Node's own modules only.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Absolute path of a file of the checkout. */
export const at = (...parts) => join(root, ...parts)

/** The folder in which the person typed the command; npm itself moves to the checkout. */
export const typedIn = process.env.INIT_CWD ?? process.cwd()

/** A path as the person meant it: relative to where they typed it. */
export const fromTyped = path => (isAbsolute(path) ? path : resolve(typedIn, path))

/** Ends the script with a message that says what to do. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message)
    this.exitCode = code
  }
}

/** Runs a script's body; a Stop becomes its message and exit code, anything else stays a loud error. */
export async function runScript(body) {
  try {
    await body()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    if (error.message) console.error(error.message)
    process.exitCode = error.exitCode
  }
}

/** A small JSON file, or undefined when it is missing or not JSON. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Writes a small JSON file, with its folder. */
export function writeJson(path, value) {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}

/** Prints progress lines; quiet scripts keep standard output for their answer and speak on standard error. */
export const speaker = quiet => line => (quiet ? process.stderr : process.stdout).write(`${line}\n`)

/** Seconds since `start` (of `performance.now()`) with one decimal, for people. */
export const seconds = start => `${((performance.now() - start) / 1000).toFixed(1)} s`
