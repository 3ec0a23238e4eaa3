// Whether the desktop shell can run here, and fetching Electron's binary where it is missing: the npm package
// brings only a downloader.
import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode } from './node.mjs'
import { capture } from './processes.mjs'
import { at, readJson, root, writeJson } from './project.mjs'

const memory = at('node_modules', '.cache', 'rolecall', 'electron.json')
const oneDay = 24 * 60 * 60 * 1000
/** A refusal that came at once (milliseconds) is not worth remembering: asking again costs nothing. */
const atOnce = 2000
/** A download that stands still this long (milliseconds) is given up. */
const patience = 30_000

/** Path of Electron's program, or undefined when it is not there. */
export function electronBinary() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? at('node_modules', 'electron', 'dist')
  const name =
    readText(at('node_modules', 'electron', 'path.txt')) ??
    (process.platform === 'win32' ? 'electron.exe' : 'electron')
  const path = join(folder, name.trim())
  return existsSync(path) ? path : undefined
}

function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Why no window can be opened on this computer at all, in words that follow “because”; or undefined. */
export function noWindowBecause(env = process.env) {
  if (process.platform !== 'linux') return undefined
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY)
    return 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)'
  if (process.getuid?.() !== 0 && sandboxIsForbidden())
    return 'this system does not let Electron set up its sandbox (unprivileged user namespaces are switched off)'
  return undefined
}

// Electron from npm has no setuid sandbox helper, so it needs user namespaces; without them it ends at once.
function sandboxIsForbidden() {
  const is = (file, value) => readText(`/proc/sys/${file}`)?.trim() === value
  return (
    is('kernel/unprivileged_userns_clone', '0') || is('kernel/apparmor_restrict_unprivileged_userns', '1')
  )
}

/** Arguments that Electron needs before the app's own. */
export const electronArguments = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox', root] : [root]

/**
 * Brings Electron's binary if it is missing. A refusal is remembered for a day, so that the next start is quick;
 * `insist` asks again all the same.
 * @returns {Promise<string | undefined>} why it could not be fetched, or undefined when the binary is there.
 */
export async function fetchElectron({ say, insist = false }) {
  if (electronBinary()) return undefined
  const version = readJson(at('node_modules', 'electron', 'package.json'))?.version
  const refused = readJson(memory)
  if (!insist && refused?.version === version && Date.now() - refused.at < oneDay) return refused.reason
  const start = performance.now()
  const begun = () => say(`Fetching Electron ${version} (about 110 MB, once) …`)
  const reason = (await download(begun)) ?? (await unpack())
  if (reason && performance.now() - start > atOnce) writeJson(memory, { version, at: Date.now(), reason })
  return reason
}

function download(begun) {
  return new Promise(done => {
    const child = fork(at('scripts', 'lib', 'download-electron.mjs'), {
      cwd: root,
      execPath: projectNode(),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    let reason
    let bytes = 0
    const giveUp = () => {
      reason = `the download stood still for ${patience / 1000} seconds`
      child.kill('SIGKILL')
    }
    let timer = setTimeout(giveUp, patience)
    const stop = signal => {
      child.kill(signal)
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    process.on('SIGINT', stop).on('SIGTERM', stop)
    child.on('message', message => {
      clearTimeout(timer)
      if (message.failed) {
        reason = message.failed
        return
      }
      if (bytes === 0) begun()
      bytes = message.transferred
      timer = setTimeout(giveUp, patience)
    })
    child.on('close', code => {
      clearTimeout(timer)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      done(code === 0 ? undefined : (reason ?? `the download ended with code ${code}`))
    })
  })
}

/** Electron's own installer finds the archive in its cache and unpacks it. */
async function unpack() {
  const installer = at('node_modules', 'electron', 'install.js')
  const { code, output, timedOut } = await capture(projectNode(), [installer], {
    cwd: root,
    timeout: 120_000,
  })
  if (code === 0 && electronBinary()) return undefined
  return timedOut
    ? 'it could not be unpacked in two minutes'
    : (output.trim().split('\n')[0] ?? 'it could not be unpacked')
}
