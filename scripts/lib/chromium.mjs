// The Chromium that the end-to-end tests drive: the system's own.
import { existsSync } from 'node:fs'
import { capture } from './processes.mjs'

const places = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Path of a Chromium or Chrome: CHROMIUM_PATH first, then the usual places; undefined when there is none. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...(places[process.platform] ?? [])].find(
    path => path && existsSync(path),
  )
}

/**
 * Installs Debian's Chromium where that is possible without asking (root, apt-get).
 * @returns {Promise<{path?: string, reason?: string}>} the path, or what the person should do.
 */
export async function ensureChromium({ say }) {
  const there = findChromium()
  if (there) return { path: there }
  const advice =
    'install Chromium or Chrome (on Debian or Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH'
  if (process.env.CHROMIUM_PATH)
    return { reason: `there is nothing at CHROMIUM_PATH (${process.env.CHROMIUM_PATH})` }
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return { reason: `there is no Chromium here: ${advice}` }
  say('Installing Chromium with apt-get, for the end-to-end tests …')
  const apt = (...args) =>
    capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  await apt('update')
  const { code, output } = await apt(
    'install',
    '-y',
    '--no-install-recommends',
    'chromium',
    'fonts-liberation',
  )
  const path = findChromium()
  if (path) return { path }
  return {
    reason: `apt-get could not install Chromium (code ${code}): ${advice}\n${output.split('\n').slice(-6).join('\n')}`,
  }
}
