// Which Node runs the project: the pinned one that npm installed, or the one at hand if it is new enough.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { handOver } from './processes.mjs'
import { at, Stop } from './project.mjs'

/** The oldest Node that can run Rolecall itself (Vite and better-sqlite3 need it). */
const oldest = [22, 12]
/** The oldest Node that these scripts need to install everything else. */
const oldestStarter = 18

const platform = { 'linux-x64': 'bin/node', 'linux-arm64': 'bin/node', 'win32-x64': 'bin/node.exe' }

/** Stops with a plain message on a Node that cannot even install. */
export function checkStarter(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= oldestStarter) return
  throw new Stop(
    `This is Node ${version}, which is too old to start Rolecall. Install Node 24 (https://nodejs.org) and run the command again.`,
  )
}

/** True when this version can run Rolecall. */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** Path of the Node that came with the packages, or undefined where npm has none (a Mac). */
export function pinnedNode() {
  const key = `${process.platform}-${process.arch}`
  const inside = platform[key]
  if (!inside) return undefined
  const path = at('node_modules', `node-${key.replace('win32', 'win')}`, inside)
  return existsSync(path) ? path : undefined
}

/** Path of the Node that runs the project. Stops with what to do when there is none. */
export function projectNode() {
  if (isRecent(process.versions.node)) return process.execPath
  const pinned = pinnedNode()
  if (pinned) return pinned
  throw new Stop(
    `This is Node ${process.versions.node}; Rolecall needs Node ${oldest.join('.')} or newer, and for this computer it does not come with the packages.\nInstall Node 24 (https://nodejs.org) and run the command again.`,
  )
}

/** Environment in which `node` and the project's tools are found first. */
export function projectEnv(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  const name = Object.keys(process.env).find(key => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: [at('node_modules', '.bin'), process.env[name]].join(separator), ...extra }
}

/** True when `node` runs TypeScript files without a flag. */
const stripsTypes = ([major, minor]) =>
  major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

/**
 * Runs a file of the project as the main program: in this process when its Node is right, otherwise in one
 * that has the right Node and takes our terminal, signals and exit code.
 */
export async function runFile(file, args) {
  const node = projectNode()
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (node === process.execPath && (!file.endsWith('.ts') || stripsTypes([major, minor]))) {
    process.argv = [process.execPath, file, ...args]
    process.setSourceMapsEnabled(true)
    await import(pathToFileURL(file).href)
    return
  }
  const flags = file.endsWith('.ts') && node === process.execPath ? ['--experimental-strip-types'] : []
  await handOver(node, ['--enable-source-maps', ...flags, file, ...args])
}
