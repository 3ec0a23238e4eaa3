// What is missing is installed: when there are no packages, and again when the lockfile changed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { capture } from './processes.mjs'
import { at, readJson, root, Stop, seconds } from './project.mjs'

const lockfile = at('package-lock.json')
const stamp = at('node_modules', '.rolecall-install')

const lockfileHash = () => createHash('sha256').update(readFileSync(lockfile)).digest('hex')

/** True when exactly the lockfile's packages are known to be there. */
export const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash()

/** Installs the lockfile's packages. `quiet` keeps standard output free. */
export async function ensureInstalled({ say, quiet = false }) {
  if (isInstalled()) return
  if (!installedByHand()) await install({ say, quiet })
  writeFileSync(stamp, lockfileHash())
}

/**
 * True when npm itself already brought node_modules to the state of the lockfile (`npm install NAME` does);
 * npm notes what it installed, as its last step, in node_modules/.package-lock.json.
 */
function installedByHand() {
  const there = readJson(at('node_modules', '.package-lock.json'))?.packages
  if (!there) return false
  const wanted = Object.entries(readJson(lockfile)?.packages ?? {}).filter(([path]) => path !== '')
  return wanted.every(([path, entry]) => {
    const found = there[path]
    if (found) return found.version === entry.version && existsSync(at(path, 'package.json'))
    return entry.optional === true && !isForHere(entry)
  })
}

// An optional package that names no platform belongs to another optional one. The C library is left out of the
// question: npm has answered it already by leaving the other package out.
function isForHere({ os, cpu, libc }) {
  const allows = (list, name) => !list || list.includes(name)
  return (os || cpu) && !libc && allows(os, process.platform) && allows(cpu, process.arch)
}

async function install({ say, quiet }) {
  const start = performance.now()
  say('Installing packages (this takes a minute or two, once) …')
  // Windows cannot remove the running program's own file, and `npm ci` would: it may be the pinned Node.
  const inPlace = process.platform === 'win32' && existsSync(at('node_modules'))
  const verb = inPlace ? ['install', '--no-save'] : ['ci']
  const flags = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const { code, output } = await npm([...verb, ...flags, '--loglevel=error'], quiet ? 'stderr' : 'stdout')
  if (code !== 0) throw new Stop(explain(output))
  say(`Packages installed in ${seconds(start)}.`)
}

function npm(args, live) {
  const cli = process.env.npm_execpath
  const isNpm = cli && /npm-cli\.[cm]?js$/.test(cli)
  if (isNpm)
    return capture(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], { cwd: root, live })
  if (process.platform === 'win32')
    return capture('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { cwd: root, live })
  return capture('npm', args, { cwd: root, live })
}

const causes = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i,
    'The package registry could not be reached. Check the connection (and, behind a company proxy, `npm config get proxy`), then run the command again.',
  ],
  [/ENOSPC/, 'The disk is full. Free about 1 GB, then run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    `npm may not write here. Check who owns ${root} and npm's cache folder (\`npm config get cache\`), then run the command again.`,
  ],
  [/EINTEGRITY/, 'A downloaded package was damaged. Run `npm cache clean --force`, then the command again.'],
  [
    /can only install.*package-lock|in sync/s,
    'package.json and package-lock.json do not belong together. Run `npm install` and look at what changes.',
  ],
  [
    /spawn npm ENOENT/,
    'npm itself was not found. Install Node 24 with npm (https://nodejs.org), then run the command again.',
  ],
]

function explain(output) {
  const known = causes.find(([pattern]) => pattern.test(output))
  const advice =
    known?.[1] ??
    'What npm said stands above. Often it helps to delete node_modules and run the command again.'
  return `\nThe packages could not be installed. ${advice}`
}
